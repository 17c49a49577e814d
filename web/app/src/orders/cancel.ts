// What cancelling asks and does, and what it will have come to.

import { OrderRow, Refusal, type Row } from "../api/documents.ts";
import { graphql } from "../api/graphql.ts";

export const Cancellable = graphql(
  `
    query Cancellable($number: String!, $language: String!) {
      order(number: $number) {
        ...OrderRow
      }
    }
  `,
  [OrderRow],
);

export const Cancel = graphql(
  `
    mutation CancelOrder($input: OrderCancelInput!, $language: String!) {
      orderCancel(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...OrderRow
        }
      }
    }
  `,
  [OrderRow, Refusal],
);

/** The answer that is expected: nothing is left to be done with the order but what shows it. */
export function cancelled(order: Row, statusLabel: string) {
  const leaves = (kind: Row["actions"][number]["kind"]) => kind === "PAY" || kind === "CANCEL";
  const actions = order.actions.map((action) => (leaves(action.kind) ? { ...action, available: false } : action));
  return { __typename: "OrderCancelPayload", errors: [], order: { ...order, __typename: "Order", status: "CANCELLED", statusLabel, actions } };
}
