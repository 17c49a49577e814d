// Keeps a subscription alive across the end of its token, with the npm package `graphql-ws`: when the
// server says that the token ends soon, a ping brings the new one.
//
// BUONO_WS     address of the WebSocket, such as ws://127.0.0.1:8080/graphql
// BUONO_TOKEN  the bearer token
// NEW_TOKEN    the one that takes its place
// QUERY        the subscription
//
// Prints one line of JSON for each answer, and for the warning and the renewal. It is ended from outside;
// exit code 1: the subscription has ended.

import { createClient } from "graphql-ws";
import WebSocket from "ws";

const { BUONO_WS, BUONO_TOKEN, NEW_TOKEN, QUERY } = process.env;
for (const [name, value] of Object.entries({ BUONO_WS, BUONO_TOKEN, NEW_TOKEN, QUERY })) {
  if (!value) fail(`Set the environment variable ${name}.`);
}

const bearer = (token) => ({ authorization: `Bearer ${token}` });
const print = (value) => console.log(JSON.stringify(value));
let socket;

const client = createClient({
  url: BUONO_WS,
  webSocketImpl: WebSocket,
  connectionParams: bearer(BUONO_TOKEN),
  // A renewal that does not work must not be hidden by another connection.
  retryAttempts: 0,
  onNonLazyError: fail,
  on: {
    connected: (opened) => {
      socket = opened;
    },
    ping: (received, payload) => {
      if (!received || payload?.reason !== "token") return;
      print({ warned: true });
      socket.send(JSON.stringify({ type: "ping", payload: bearer(NEW_TOKEN) }));
    },
    pong: (received, payload) => {
      if (received && payload?.authorization === "renewed") print({ renewed: true });
    },
  },
});

try {
  for await (const { data, errors } of client.iterate({ query: QUERY })) print(errors ? { errors } : data);
  fail("The server ended the subscription.");
} catch (error) {
  fail(error);
}

function fail(error) {
  const closed = error?.code === undefined ? undefined : `${error.code} ${error.reason}`;
  console.error(error?.message ?? closed ?? error);
  process.exit(1);
}
