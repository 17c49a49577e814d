// A list of orders that grows by pages and by what is told live, without asking again.

import type { Row, Status } from "../api/documents.ts";

export interface Filter {
  status: Status[];
  /** The start of a number, as it was typed. */
  number: string;
}

export const STATUSES: Status[] = ["NOT_PAID", "CHECKING", "DOCUMENTS_REQUESTED", "DELIVERING", "DELIVERED", "CANCELLING", "CANCELLED", "EXPIRED"];

export function filterOf(search: URLSearchParams): Filter {
  const named = (search.get("status") ?? "").split(",");
  return { status: STATUSES.filter((status) => named.includes(status)), number: search.get("number") ?? "" };
}

/** As the server compares: case and dashes do not matter. */
export function fits(order: Pick<Row, "status" | "number">, filter: Filter): boolean {
  const bare = (text: string) => text.replace(/[\s-]/g, "").toUpperCase();
  return (filter.status.length === 0 || filter.status.includes(order.status)) && bare(order.number).startsWith(bare(filter.number));
}

/**
 * The orders of the pages that were loaded, and of those told of since: each once, as it stands now, the
 * newest first. What lies behind the last page is left to it.
 */
export function merge<Order extends Pick<Row, "id" | "status" | "number" | "createdAt">>(
  pages: Order[][],
  told: Map<string, Order>,
  filter: Filter,
  isWhole: boolean,
): Order[] {
  const loaded = new Map(pages.flat().map((order) => [order.id, order]));
  const oldest = [...loaded.values()].at(-1)?.createdAt;
  for (const [id, order] of told) {
    if (loaded.has(id)) continue;
    if (isWhole || oldest === undefined || oldest < order.createdAt) loaded.set(id, order);
  }
  const newestFirst = (a: Order, b: Order) => (a.createdAt === b.createdAt ? 0 : a.createdAt < b.createdAt ? 1 : -1);
  return [...loaded.values()].filter((order) => fits(order, filter)).sort(newestFirst);
}
