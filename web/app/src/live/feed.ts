// What the customer's stream of changes tells, for those who list orders: the cache shows changes by
// itself, but not that there is an order more.

import type { Row } from "../api/documents.ts";

export type Told =
  | { kind: "changed"; order: Row; event: string | null }
  /** Too much was missed to be told one by one: read again. */
  | { kind: "reread" };

type Listener = (told: Told) => void;

const listeners = new Set<Listener>();

export function onTold(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function telling(told: Told) {
  for (const listener of listeners) listener(told);
}
