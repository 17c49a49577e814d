// What an operator's token allows, and where an order has to stand for a step. The server decides: here
// it is only said before one tries.

import type { Order } from "./documents.ts";

/** Any of these lets one see everybody's orders. */
export const READS = ["orders:read", "orders:validate", "orders:deliver"] as const;
const WORKS = ["orders:validate", "orders:deliver", "payments:write", "refunds:write"];

export type StepKind = "approve" | "refuse" | "documents" | "deliver" | "fail" | "note" | "accept" | "reject";

const SCOPES: Record<StepKind, string[]> = {
  approve: ["orders:validate"],
  accept: ["orders:validate", "documents:read"],
  reject: ["orders:validate", "documents:read"],
  refuse: ["orders:validate"],
  documents: ["orders:validate"],
  note: ["orders:validate"],
  deliver: ["orders:deliver"],
  fail: ["orders:deliver"],
};
const AT: Partial<Record<StepKind, Order["status"][]>> = {
  approve: ["CHECKING"],
  documents: ["CHECKING"],
  refuse: ["CHECKING", "DOCUMENTS_REQUESTED"],
  accept: ["CHECKING", "DOCUMENTS_REQUESTED"],
  reject: ["CHECKING", "DOCUMENTS_REQUESTED"],
  deliver: ["DELIVERING"],
  fail: ["DELIVERING"],
};

export type Obstacle = { scope: string } | { status: true } | null;

export function obstacle(step: StepKind, order: Pick<Order, "status">, scopes: readonly string[]): Obstacle {
  const lacking = SCOPES[step].find((scope) => !scopes.includes(scope));
  if (lacking) return { scope: lacking };
  return (AT[step]?.includes(order.status) ?? true) ? null : { status: true };
}

/** Whoever may take any step may say that they are on it. */
export const mayClaim = (scopes: readonly string[]) => scopes.some((scope) => WORKS.includes(scope));
