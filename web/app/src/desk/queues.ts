// The queues, as functions of what is known: which orders are in which, since when, and in which order.

import type { Row } from "./documents.ts";

export const QUEUES = ["check", "deliver", "documents", "money"] as const;
export type QueueName = (typeof QUEUES)[number];
export type OrderQueue = Exclude<QueueName, "money">;

export const STATUS = { check: "CHECKING", deliver: "DELIVERING", documents: "DOCUMENTS_REQUESTED" } as const satisfies Record<OrderQueue, Row["status"]>;

export function queueOf(search: URLSearchParams): QueueName {
  return QUEUES.find((name) => name === search.get("queue")) ?? "check";
}

/** Since when it is where it stands: its payment for the check, its approval for the delivery. */
export function since({ createdAt, paidAt, tracking }: Pick<Row, "createdAt" | "paidAt" | "tracking">): string {
  const step = tracking.steps.findLast(({ state }) => state === "DOING" || state === "ERROR");
  return (step?.name === "DELIVERING" ? step.startedAt : paidAt) ?? createdAt;
}

/** Known orders by their id, with those that were told or read now: an older state changes nothing. */
export function learn(known: ReadonlyMap<string, Row>, rows: readonly Row[]): Map<string, Row> {
  const all = new Map(known);
  for (const row of rows) {
    const before = all.get(row.id);
    if (!before || before.tracking.sequence <= row.tracking.sequence) all.set(row.id, row);
  }
  return all;
}

/** Of a queue what is known without a gap: what lies behind the last page that was read is left to it. */
export function waiting(known: ReadonlyMap<string, Row>, queue: OrderQueue, upTo: string | null): Row[] {
  const rows = [...known.values()].filter(({ status, createdAt }) => status === STATUS[queue] && (upTo === null || createdAt <= upTo));
  return rows.sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1));
}

/** Who works on it now: a claim that has lapsed is none. */
export function claimed<Claim extends { until: string }>(claim: Claim | null, now: number): Claim | null {
  return claim && now < Date.parse(claim.until) ? claim : null;
}

/** The one after or before in the list; at its ends it stays. */
export function beside(numbers: readonly string[], number: string | null, by: 1 | -1): string | null {
  const at = number === null ? -1 : numbers.indexOf(number);
  if (at === -1) return (by === 1 ? numbers[0] : numbers.at(-1)) ?? null;
  return numbers[Math.min(numbers.length - 1, Math.max(0, at + by))] ?? null;
}

/** How long ago, in the largest unit that says something: of whole minutes, hours or days. */
export function age(at: string, now: number): { value: number; unit: "minute" | "hour" | "day" } {
  const minutes = Math.max(0, Math.floor((now - Date.parse(at)) / 60_000));
  if (minutes < 60) return { value: minutes, unit: "minute" };
  if (minutes < 48 * 60) return { value: Math.floor(minutes / 60), unit: "hour" };
  return { value: Math.floor(minutes / 1440), unit: "day" };
}
