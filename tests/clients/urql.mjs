// urql's client, with its exchanges for HTTP and for subscriptions: see walk.mjs. It sends short queries
// by GET.

import { Client, fetchExchange, subscriptionExchange } from "@urql/core";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { BUONO_URL, BUONO_WS, authorization, codes, iterate, walk } from "./walk.mjs";

const socket = createClient({
  url: BUONO_WS,
  webSocketImpl: WebSocket,
  connectionParams: { authorization },
  retryAttempts: 0,
});
const client = new Client({
  url: BUONO_URL,
  fetchOptions: { headers: { authorization } },
  exchanges: [
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query = "", variables, operationName }) => ({
        subscribe: (sink) => ({
          unsubscribe: socket.subscribe({ query, variables, operationName }, sink),
        }),
      }),
    }),
  ],
});

await walk({
  async ask(document, variables = {}) {
    const isMutation = document.trimStart().startsWith("mutation");
    return answer(await (isMutation ? client.mutation(document, variables) : client.query(document, variables)));
  },
  async *follow(document, variables = {}) {
    const told = iterate((observer) => {
      const { unsubscribe } = client.subscription(document, variables).subscribe(observer.next);
      return unsubscribe;
    });
    for await (const result of told) yield answer(result);
  },
  dispose: () => socket.dispose(),
});

function answer({ data, error }) {
  if (error?.networkError) throw error.networkError;
  return { data, codes: codes(error?.graphQLErrors) };
}
