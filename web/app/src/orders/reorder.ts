// Placing the same lines again, at today's prices.

import { OrderRow, Refusal } from "../api/documents.ts";
import { graphql } from "../api/graphql.ts";
import { telling } from "../live/feed.ts";
import { say } from "../parts/Toast.svelte";
import { go } from "../routing.svelte.ts";
import { session } from "../session/session.svelte.ts";
import { speech, t } from "../text/text.svelte.ts";

const Reorder = graphql(
  `
    mutation ReorderOrder($input: OrderReorderInput!, $language: String!) {
      orderReorder(input: $input) {
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

/** The old order, and the key of the new one: asking twice places it once. */
const keys = new Map<string, string>();

export async function reorder(number: string) {
  const idempotencyKey = keys.get(number) ?? crypto.randomUUID();
  keys.set(number, idempotencyKey);
  const variables = { input: { number, idempotencyKey }, language: speech.language };
  const { data, error } = (await session.api?.client.mutation(Reorder, variables)) ?? {};
  const refusal = data?.orderReorder.errors[0];
  const order = data?.orderReorder.order;
  if (order) {
    keys.delete(number);
    telling({ kind: "changed", order, event: "ORDER_CREATED" });
    go(`/orders/${order.number}`);
  } else {
    if (!error?.networkError) keys.delete(number);
    say((refusal && "message" in refusal && refusal.message) || t().state.failed);
  }
}
