// The client of graphql-ws, with queries and mutations over the socket as well: see walk.mjs.

import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { BUONO_WS, authorization, codes, walk } from "./walk.mjs";

const client = createClient({
  url: BUONO_WS,
  webSocketImpl: WebSocket,
  connectionParams: { authorization },
  retryAttempts: 0,
});

await walk({
  async ask(query, variables) {
    const { value } = await follow(query, variables).next();
    return value;
  },
  follow,
  dispose: () => client.dispose(),
});

async function* follow(query, variables) {
  try {
    for await (const { data, errors } of client.iterate({ query, variables })) {
      yield { data, codes: codes(errors) };
    }
  } catch (errors) {
    // What never runs is a list of errors.
    if (!Array.isArray(errors)) throw errors;
    yield { codes: codes(errors) };
  }
}
