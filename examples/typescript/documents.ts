// What is asked, and what comes back. In a larger program a generator writes these types from
// schema.graphql; for four documents they are written by hand.

import { gql } from "@urql/core";

export interface Money {
  text: string;
}

/** What the caller can put right. Every such error has these; some have more. */
export interface UserError {
  code: string;
  message: string;
  declineCode?: string;
}

export const newestOrders = gql<
  { orders: { nodes: { number: string; createdAt: string; statusLabel: string; total: Money }[] } },
  { first: number }
>`
  query NewestOrders($first: Int!) {
    orders(first: $first) {
      nodes { number createdAt statusLabel total { text } }
    }
  }
`;

export const place = gql<
  { orderPlace: { order: { number: string; total: Money } | null; errors: UserError[] } },
  { input: { lines: { planCode: string; period: string }[]; idempotencyKey: string } }
>`
  mutation Place($input: OrderPlaceInput!) {
    orderPlace(input: $input) {
      order { number total { text } }
      errors { ... on UserError { code message } }
    }
  }
`;

export const pay = gql<
  { orderPay: { payment: { status: string; amount: Money } | null; errors: UserError[] } },
  { input: { number: string; method: "CARD"; idempotencyKey: string } }
>`
  mutation Pay($input: OrderPayInput!) {
    orderPay(input: $input) {
      payment { status amount { text } }
      errors {
        ... on UserError { code message }
        ... on PaymentDeclinedError { declineCode }
      }
    }
  }
`;

export interface Update {
  kind: "SNAPSHOT" | "EVENT" | "RESYNC";
  cursor: string;
  sequence: number;
  event: { label: string } | null;
  order: { status: string; tracking: { sequence: number; steps: { state: string }[] } };
}

export const track = gql<
  { orderTracking: Update },
  { number: string; after: string | null }
>`
  subscription Track($number: String!, $after: String) {
    orderTracking(number: $number, after: $after) {
      kind
      cursor
      sequence
      event { label }
      order { status tracking { sequence steps { state } } }
    }
  }
`;
