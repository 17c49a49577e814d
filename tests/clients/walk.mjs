// What every client has to be able to do: ask, change, watch, and tell errors apart by their codes.
//
// BUONO_URL    address of the API, such as http://127.0.0.1:8080/graphql
// BUONO_WS     the same for WebSockets, such as ws://127.0.0.1:8080/graphql
// BUONO_TOKEN  the bearer token of a customer
//
// Each file beside this one that uses it is a client. It prints a line for each thing it has done.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

/** How long all of it may take. */
const TOTAL_TIME_MAX_MS = 60_000;

export const { BUONO_URL, BUONO_WS, BUONO_TOKEN } = process.env;
for (const [name, value] of Object.entries({ BUONO_URL, BUONO_WS, BUONO_TOKEN })) {
  assert(value, `Set the environment variable ${name}.`);
}

export const authorization = `Bearer ${BUONO_TOKEN}`;

const ME = "query Me { viewer { __typename ... on Customer { reference } } }";
const PLACE = `
  mutation Place($key: String!) {
    orderPlace(
      input: {
        lines: [{ planCode: "server-rise", period: "P1M" }]
        startAtOnce: true
        idempotencyKey: $key
      }
    ) {
      order { number status }
      errors { __typename }
    }
  }`;
const CANCEL = `
  mutation Cancel($number: String!) {
    orderCancel(input: { number: $number }) { order { status } errors { __typename } }
  }`;
export const TRACK = `
  subscription Track($number: String!) {
    orderTracking(number: $number) { kind sequence order { status } event { kind } }
  }`;

/** Errors that a customer can get, by the code that they have to have. */
const ERRORS = {
  BAD_USER_INPUT: "query Many { orders(first: 1000) { nodes { number } } }",
  FORBIDDEN: 'mutation Approve { orderApprove(input: { number: "none" }) { order { status } } }',
  GRAPHQL_VALIDATION_FAILED: "query Wrong { nothingLikeThis }",
};
const ERRORS_OF_STREAMS = {
  NOT_FOUND: 'subscription None { orderTracking(number: "none") { sequence } }',
  GRAPHQL_VALIDATION_FAILED: "subscription Wrong { nothingLikeThis }",
};

/**
 * Goes all the way. `ask` answers with `{ data, codes }`, and `follow` with an iterator of those; `codes`
 * are those of the errors, and absent where there are none.
 */
export async function walk({ ask, follow, dispose }) {
  const me = await ask(ME);
  assert.equal(me.data.viewer.__typename, "Customer", JSON.stringify(me));
  done("a query");

  const number = await place(ask);
  done("a mutation");

  const updates = follow(TRACK, { number });
  const first = await next(updates);
  assert.deepEqual([first.kind, first.order.status], ["SNAPSHOT", "NOT_PAID"]);
  const cancelled = await ask(CANCEL, { number });
  assert.deepEqual(cancelled.data.orderCancel.errors, []);
  let change = await next(updates);
  while (change.order.status !== "CANCELLED") change = await next(updates);
  assert.equal(change.kind, "EVENT");
  await updates.return();
  done("a subscription that sees a change");

  for (const [code, document] of Object.entries(ERRORS)) {
    assert.deepEqual((await ask(document)).codes, [code], document);
  }
  for (const [code, document] of Object.entries(ERRORS_OF_STREAMS)) {
    const failing = follow(document);
    const { value } = await failing.next();
    assert.deepEqual(value.codes, [code], document);
    await failing.return();
  }
  done("errors with their codes");
  await dispose?.();
}

/** Places an order, and answers with its number. */
export async function place(ask) {
  const placed = await ask(PLACE, { key: randomUUID() });
  assert.deepEqual(placed.data?.orderPlace.errors, [], JSON.stringify(placed));
  return placed.data.orderPlace.order.number;
}

/** The next update of an order. */
export async function next(updates) {
  const { value, done: over } = await updates.next();
  assert(!over, "the updates ended");
  assert.equal(value.codes, undefined);
  return value.data.orderTracking;
}

/** The codes of GraphQL errors; nothing where there are none. */
export function codes(errors) {
  return errors?.length ? errors.map((error) => error.extensions?.code) : undefined;
}

/** What observers are told, as an iterator. `start` gets the observer, and answers with how to stop. */
export async function* iterate(start) {
  const told = [];
  let wake = () => {};
  const tell = (what) => {
    told.push(what);
    wake();
  };
  const stop = start({
    next: (value) => tell({ value }),
    error: (error) => tell({ error }),
    complete: () => tell({ over: true }),
  });
  try {
    for (;;) {
      while (told.length === 0) await new Promise((resolve) => (wake = resolve));
      const { value, error, over } = told.shift();
      if (error) throw error;
      if (over) return;
      yield value;
    }
  } finally {
    stop();
  }
}

export function done(what) {
  console.log(what);
}

setTimeout(() => {
  console.error(`It took longer than ${TOTAL_TIME_MAX_MS / 1000} s.`);
  process.exit(1);
}, TOTAL_TIME_MAX_MS).unref();
