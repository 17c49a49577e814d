// What a step will have come to, for as long as the server has not answered. Money is not among it: that it
// has moved is said by the server alone.

import type { Words } from "../text/text.svelte.ts";
import type { Line, Order } from "./documents.ts";
import { previewOf, type Intent } from "./preview.ts";

export type Assumed = Partial<Pick<Order, "status" | "statusLabel" | "claim" | "lines">>;

/**
 * Null for what is not shown before it is there: a note is in no state, and what is said of a document holds
 * only if no other has come meanwhile.
 */
export function assumedOf(intent: Intent, order: Order, words: Words, now: string): Assumed | null {
  const preview = ["note", "accept", "reject"].includes(intent.kind) ? null : previewOf(intent, order, words);
  if (!preview) return null;
  const { status, label } = preview;
  // Whoever has claimed it is done with it when it goes on.
  const to = status === order.status ? {} : { status, statusLabel: label, claim: null };
  if (intent.kind !== "deliver" && intent.kind !== "fail") return to;
  const change =
    intent.kind === "deliver"
      ? { deliveredAt: now, serviceName: intent.serviceName.trim() || intent.line.serviceName, failure: null, retryAt: null }
      : { failure: intent.message.trim(), retryAt: intent.retryAt };
  const lines: Line[] = order.lines;
  return { ...to, lines: lines.map((line) => (line.id === intent.line.id ? { ...line, ...change } : line)) };
}

/** A claim of now: how long it lasts is the server's to say. */
export const claimOf = (operator: string, since: string): Order["claim"] => ({ operator, since, until: "9999-12-31T00:00:00Z" });
