// Lists the newest orders, places one, pays it, and follows its four steps until it is delivered.
//
//   npm ci
//   BUONO_URL=http://127.0.0.1:8080 BUONO_TOKEN=$ANNA npm start
//
// BUONO_PLAN is what is ordered, by default vps-starter. Delivery is the shop's: see ../README.md.

import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { Client, CombinedError, fetchExchange, subscriptionExchange } from "@urql/core";
import { createClient } from "graphql-ws";
import WebSocket from "ws";

import { newestOrders, pay, place, track, type Update, type UserError } from "./documents.js";

/** Between two tries to connect again. */
const RETRY_AFTER_MS = 500;
/** Tries in a row that bring nothing before we give up. */
const RETRIES_MAX = 60;
/** Nothing more happens to such an order by itself. */
const FINAL = ["DELIVERED", "CANCELLED", "EXPIRED"];

/** Something that went wrong, with the code that a program can rely on. */
class Refused extends Error {
  constructor({ code, message }: UserError) {
    super(`${code}: ${message}`);
  }
}

const { BUONO_URL: url, BUONO_TOKEN: token, BUONO_PLAN: plan = "vps-starter" } = process.env;
if (!url || !token) {
  console.error("Set BUONO_URL and BUONO_TOKEN: `buono demo` prints both.");
  process.exit(2);
}
const authorization = `Bearer ${token}`;

const socket = createClient({
  url: `${url.replace("http", "ws")}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { authorization },
  // Left to itself it would subscribe again without a cursor: `follow` does better.
  retryAttempts: 0,
});

const client = new Client({
  url: `${url}/graphql`,
  preferGetMethod: false,
  fetchOptions: { headers: { authorization } },
  exchanges: [
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query = "", variables = {} }) => ({
        subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
      }),
    }),
  ],
});

/** The data of an answer. What reaches the top-level `errors` is no "no", but a fault or a misuse. */
function data<T>({ data, error }: { data?: T; error?: CombinedError }): T {
  const [first] = error?.graphQLErrors ?? [];
  if (first) throw new Refused({ code: String(first.extensions.code), message: first.message });
  if (error) throw error;
  if (!data) throw new Error("The answer is empty.");
  return data;
}

/** A "no" is data, typed, and says what can be done about it. */
function refuse(errors: UserError[]) {
  const [first] = errors;
  if (first) throw new Refused(first);
}

async function list() {
  const { orders } = data(await client.query(newestOrders, { first: 3 }));
  console.log("The newest orders:");
  for (const { number, createdAt, statusLabel, total } of orders.nodes) {
    console.log(`  ${number}  ${createdAt.slice(0, 10)}  ${total.text}  ${statusLabel}`);
  }
}

async function placeOne(planCode: string): Promise<string> {
  // One key for each order that is meant. Should the answer get lost, send the same input with the
  // same key again: it is placed once, and the answer is the same.
  const input = { lines: [{ planCode, period: "P1M" }], idempotencyKey: randomUUID() };
  const { order, errors } = data(await client.mutation(place, { input })).orderPlace;
  refuse(errors);
  if (!order) throw new Error("Neither an order nor an error came.");
  console.log(`Placed ${order.number} for ${order.total.text}.`);
  return order.number;
}

/** With the default card. A payment that is PENDING is no error: the steps tell how it ends. */
async function payOne(number: string) {
  const input = { number, method: "CARD" as const, idempotencyKey: randomUUID() };
  const { payment, errors } = data(await client.mutation(pay, { input })).orderPay;
  const [declined] = errors.filter((it) => it.declineCode);
  if (declined) console.log(`The bank says ${declined.declineCode}: try another card.`);
  refuse(errors);
  console.log(`Paid ${payment?.amount.text}: ${payment?.status}.`);
}

/** Tells every update, until there are no more or the connection is lost; then `error` is set. */
function updates(number: string, after: string | null, tell: (update: Update) => boolean) {
  return new Promise<CombinedError | undefined>((resolve) => {
    const source = client.subscription(track, { number, after });
    const { unsubscribe } = source.subscribe(({ data, error }) => {
      const over = data ? tell(data.orderTracking) : false;
      if (!over && !error) return;
      // Not from within the first call, where there is nothing to unsubscribe from yet.
      setImmediate(() => unsubscribe());
      resolve(error);
    });
  });
}

/** Follows an order to its end, over as many connections as it takes: `after` leaves no gap. */
async function follow(number: string, begun: () => void) {
  let cursor: string | null = null;
  let retries = 0;
  const tell = ({ sequence, event, order, ...update }: Update) => {
    // A SNAPSHOT opens; a RESYNC stands for entries that were too many to repeat. Both have the
    // order as it stands, and no event.
    const what = event?.label ?? "as it stands";
    console.log(`#${sequence} ${what}: ${order.tracking.steps.map((it) => it.state).join(" ")}`);
    if (cursor === null) begun();
    cursor = update.cursor;
    retries = 0;
    // The order comes as it stands now, which may be ahead of the entry: go on to the newest.
    return FINAL.includes(order.status) && sequence === order.tracking.sequence;
  };
  for (;;) {
    const error = await updates(number, cursor, tell);
    if (!error) return;
    if (error.graphQLErrors.length || RETRIES_MAX < ++retries) data({ error });
    if (retries === 1) console.log("The connection is lost. Going on where we were.");
    await sleep(RETRY_AFTER_MS);
  }
}

try {
  await list();
  const number = await placeOne(plan);
  console.log("Following it. It waits for the shop: examples/README.md says how to be the shop.");
  // Paid while it is followed, so that the steps are seen to change.
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  await Promise.all([follow(number, begin), begun.then(() => payOne(number))]);
  console.log("This order is complete.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await socket.dispose();
