// What the desk asks of money that is unclear, has failed or is to be paid out, and what is done about it.

import { Refusal } from "../api/documents.ts";
import { graphql, type ResultOf } from "../api/graphql.ts";
import { DeskDetail } from "./documents.ts";

const PaymentCase = graphql(`
  fragment PaymentCase on PaymentEdge {
    state
    attempts
    nextCheckAt
    unclearSince
    contradiction
    settledBy
    node {
      id
      method
      createdAt
      amount {
        text(language: $language)
      }
    }
    order {
      id
      number
      customer {
        id
        name
      }
    }
  }
`);

const RefundCase = graphql(`
  fragment RefundCase on RefundEdge {
    state
    attempts
    nextCheckAt
    unclearSince
    contradiction
    settledBy
    retry {
      id
    }
    node {
      id
      route
      createdAt
      dueBy
      amount {
        text(language: $language)
      }
    }
    order {
      id
      number
      customer {
        id
        name
      }
    }
  }
`);

/** Each part only for whom the token lets see it; of what failed, and of what was contradicted, the newest. */
export const Money = graphql(
  `
    query DeskMoney($first: Int!, $payments: Boolean!, $refunds: Boolean!, $language: String!) {
      payments(first: $first, unclear: true) @include(if: $payments) {
        edges {
          ...PaymentCase
        }
      }
      refunds(first: $first, state: [SENT, UNKNOWN]) @include(if: $refunds) {
        edges {
          ...RefundCase
        }
      }
      failed: refunds(last: $first, state: [FAILED]) @include(if: $refunds) {
        edges {
          ...RefundCase
        }
      }
      contradictedPayments: payments(last: $first, contradicted: true) @include(if: $payments) {
        edges {
          ...PaymentCase
        }
      }
      contradictedRefunds: refunds(last: $first, contradicted: true) @include(if: $refunds) {
        edges {
          ...RefundCase
        }
      }
    }
  `,
  [PaymentCase, RefundCase],
);

export const SettlePayment = graphql(
  `
    mutation DeskSettlePayment($input: PaymentSettleInput!, $language: String!) {
      step: paymentSettle(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...DeskDetail
        }
      }
    }
  `,
  [Refusal, DeskDetail],
);

export const RecordPayment = graphql(
  `
    mutation DeskRecordPayment($input: PaymentRecordInput!, $language: String!) {
      step: paymentRecord(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...DeskDetail
        }
      }
    }
  `,
  [Refusal, DeskDetail],
);

export const SettleRefund = graphql(
  `
    mutation DeskSettleRefund($input: RefundSettleInput!, $language: String!) {
      step: refundSettle(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...DeskDetail
        }
      }
    }
  `,
  [Refusal, DeskDetail],
);

export const RetryRefund = graphql(
  `
    mutation DeskRetryRefund($input: RefundRetryInput!, $language: String!) {
      step: refundRetry(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...DeskDetail
        }
      }
    }
  `,
  [Refusal, DeskDetail],
);

export const RecordRefund = graphql(
  `
    mutation DeskRecordRefund($input: RefundRecordInput!, $language: String!) {
      step: refundRecord(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...DeskDetail
        }
      }
    }
  `,
  [Refusal, DeskDetail],
);

export type PaymentEdge = ResultOf<typeof PaymentCase>;
export type RefundEdge = ResultOf<typeof RefundCase>;
export type Answer = ResultOf<typeof Money>;
