// What the overview asks, and what of it waits for the customer.

import { OrderGlance } from "../api/documents.ts";
import { graphql, type ResultOf } from "../api/graphql.ts";

export const Overview = graphql(
  `
    query Overview($language: String!) {
      orders(first: 20) {
        nodes {
          ...OrderGlance
        }
      }
    }
  `,
  [OrderGlance],
);

type Order = ResultOf<typeof Overview>["orders"]["nodes"][number];

export interface Task {
  order: Order;
  what: "pay" | "documents" | "confirm";
}

/** At most one thing for each order: the one that keeps it from going on. */
export function waitingOf<Known extends Pick<Order, "status" | "payments">>(order: Known): { order: Known; what: Task["what"] }[] {
  const has = (status: string) => order.payments.some((payment) => payment.status === status);
  if (order.status === "DOCUMENTS_REQUESTED") return [{ order, what: "documents" }];
  if (order.status !== "NOT_PAID" || has("PENDING")) return [];
  return [{ order, what: has("REQUIRES_ACTION") ? "confirm" : "pay" }];
}
