// Money that somebody has to look after, as a function of what the server lists.

import type { Order } from "./documents.ts";
import type { Answer } from "./moneyDocuments.ts";

/** Between being sent and being answered everything is unclear. Longer than `orderPay` waits, it is a case. */
const PATIENCE_MS = 6_000;

export interface Case {
  id: string;
  of: "payment" | "refund";
  /** Nobody knows what became of it; it could not be made; it is to be paid out by hand; or it was settled, and
   * the provider says otherwise. */
  is: "unclear" | "failed" | "payOut" | "contradicted";
  since: string;
  number: string;
  customer: string;
  amount: string;
  contradiction: string | null;
  settledBy: string | null;
  attempts: number;
  nextCheckAt: string | null;
}

export function casesOf({ payments, refunds, failed, contradictedPayments, contradictedRefunds }: Answer, now: number): Case[] {
  const isLong = (state: string, since: string | null): since is string => since !== null && (state === "UNKNOWN" || PATIENCE_MS <= now - Date.parse(since));
  const common = ({
    node,
    order,
    ...edge
  }: {
    node: { id: string; amount: { text: string } };
    order: { number: string; customer: { name: string } };
    contradiction: string | null;
    settledBy: string | null;
    attempts: number;
    nextCheckAt: string | null;
  }) => ({
    id: node.id,
    number: order.number,
    customer: order.customer.name,
    amount: node.amount.text,
    contradiction: edge.contradiction,
    settledBy: edge.settledBy,
    attempts: edge.attempts,
    nextCheckAt: edge.nextCheckAt,
  });
  const cases: Case[] = [];
  for (const edge of payments?.edges ?? []) {
    if (isLong(edge.state, edge.unclearSince)) cases.push({ ...common(edge), of: "payment", is: "unclear", since: edge.unclearSince });
  }
  for (const edge of refunds?.edges ?? []) {
    if (edge.node.route === "TRANSFER") cases.push({ ...common(edge), of: "refund", is: "payOut", since: edge.node.createdAt });
    else if (isLong(edge.state, edge.unclearSince)) cases.push({ ...common(edge), of: "refund", is: "unclear", since: edge.unclearSince });
  }
  for (const edge of failed?.edges ?? []) {
    // What came after all is not sent again.
    if (edge.retry === null && edge.contradiction === null) cases.push({ ...common(edge), of: "refund", is: "failed", since: edge.node.createdAt });
  }
  for (const edge of contradictedPayments?.edges ?? []) cases.push({ ...common(edge), of: "payment", is: "contradicted", since: edge.node.createdAt });
  for (const edge of contradictedRefunds?.edges ?? []) cases.push({ ...common(edge), of: "refund", is: "contradicted", since: edge.node.createdAt });
  return cases.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

export type MoneyStepKind = "settlePayment" | "settleRefund" | "retryRefund" | "recordRefund" | "recordPayment" | "recordSurplus";

export const SCOPE_OF: Record<MoneyStepKind, string> = {
  settlePayment: "payments:write",
  recordPayment: "payments:write",
  recordSurplus: "payments:write",
  settleRefund: "refunds:write",
  retryRefund: "refunds:write",
  recordRefund: "refunds:write",
};

/** What is to be done about a case; null when it is outside of Buono that somebody has to see to it. */
export function stepFor({ of, is }: Pick<Case, "of" | "is">): MoneyStepKind | null {
  if (is === "contradicted") return null;
  if (of === "payment") return "settlePayment";
  return is === "failed" ? "retryRefund" : is === "payOut" ? "recordRefund" : "settleRefund";
}

/** What a transfer that has come is to the order: expected, or late for one that has ended unpaid; or else too much. */
export function transferFor({ status, amountDue, paidAt }: Pick<Order, "status" | "amountDue" | "paidAt">): "recordPayment" | "recordSurplus" {
  const hasEndedUnpaid = status === "EXPIRED" || (status === "CANCELLED" && paidAt === null);
  return Number(amountDue.amount) !== 0 || hasEndedUnpaid ? "recordPayment" : "recordSurplus";
}

/** What a transfer would come to: what is still due, or all of it when the order is over. */
export function expected({ amountDue, total }: Pick<Order, "amountDue" | "total">): string {
  return Number(amountDue.amount) === 0 ? total.amount : amountDue.amount;
}
