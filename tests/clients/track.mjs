// Follows one order with the npm package `graphql-ws`, as a stranger's client would.
//
// BUONO_WS      address of the WebSocket, such as ws://127.0.0.1:8080/graphql
// BUONO_TOKEN   the bearer token
// ORDER         the order's number
// UNTIL_STATUS  also stop once the order has this status (it always stops at CANCELLED)
//
// Prints one line of JSON for each update. Exit code 0: the awaited status was seen; 1: anything else.

import { createClient } from "graphql-ws";
import WebSocket from "ws";

const TOTAL_TIME_MAX_MS = 60_000;

const TRACK = `
  subscription Track($number: String!) {
    orderTracking(number: $number) {
      kind
      sequence
      cursor
      order { status tracking { sequence steps { name state } } }
      event { sequence kind step actor }
    }
  }
`;

const { BUONO_WS, BUONO_TOKEN, ORDER, UNTIL_STATUS } = process.env;
for (const [name, value] of Object.entries({ BUONO_WS, BUONO_TOKEN, ORDER })) {
  if (!value) fail(`Set the environment variable ${name}.`);
}

setTimeout(
  () => fail(`Order ${ORDER} did not reach ${UNTIL_STATUS ?? "CANCELLED"} in ${TOTAL_TIME_MAX_MS / 1000} s.`),
  TOTAL_TIME_MAX_MS,
);

const client = createClient({
  url: BUONO_WS,
  webSocketImpl: WebSocket,
  connectionParams: { authorization: `Bearer ${BUONO_TOKEN}` },
  // A test wants to see the first failure, not to have it retried away.
  retryAttempts: 0,
  onNonLazyError: (error) => fail(describe(error)),
});

try {
  for await (const { data, errors } of client.iterate({ query: TRACK, variables: { number: ORDER } })) {
    if (errors?.length) fail(describe(errors));
    const update = data.orderTracking;
    console.log(JSON.stringify(update));
    const { status, tracking } = update.order;
    // The order is told as it stands, which may be ahead of the entry: read on to the last one.
    if (update.sequence < tracking.sequence) continue;
    if (status === "CANCELLED" || (UNTIL_STATUS && status === UNTIL_STATUS)) await finish();
  }
  fail("The server ended the subscription before the awaited status was seen.");
} catch (error) {
  fail(describe(error));
}

async function finish() {
  await client.dispose();
  process.exit(0);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** An exception, a list of GraphQL errors, or the event of a closed socket, in one line. */
function describe(error) {
  if (Array.isArray(error)) return error.map((each) => each.message).join("; ");
  if (error?.code !== undefined && error?.reason !== undefined) {
    return `The server closed the socket: ${error.code} ${error.reason}`.trimEnd();
  }
  return error?.message ?? String(error);
}
