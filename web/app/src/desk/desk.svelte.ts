// The desk while it is open: its queues, followed live, and what an operator may do.

import type { CombinedError } from "@urql/core";
import { tick, untrack } from "svelte";
import { follow } from "../api/follow.ts";
import { line } from "../live/socket.svelte.ts";
import { session } from "../session/session.svelte.ts";
import { speech } from "../text/text.svelte.ts";
import type { Assumed } from "./assumed.ts";
import { DeskUpdates, Queue, type Order, type Row } from "./documents.ts";
import { learn, STATUS, waiting, type OrderQueue } from "./queues.ts";
import type { Taken } from "./take.ts";

const PAGE_SIZE = 50;
/** Changes come in bursts: what they make one read again is read once in so long. */
const PAUSE_MS = 500;
const TICK_MS = 5_000;
const ORDER_QUEUES = Object.keys(STATUS) as OrderQueue[];

interface Read {
  total: number;
  pages: number;
  /** Where the next page begins, and when the last order of this one was placed; null when there is no more. */
  next: { cursor: string; from: string } | null;
}

export class Desk {
  #known = $state.raw(new Map<string, Row>());
  #read = $state.raw<Partial<Record<OrderQueue, Read>>>({});
  /** What was sent, and is shown until the answer comes; the latest last. */
  #assumed = $state.raw<readonly { id: string; change: Assumed }[]>([]);
  #listeners = new Set<(event: string | null, number: string | null) => void>();
  error = $state.raw<CombinedError | undefined>();
  /** For ages, and for claims that lapse. */
  now = $state(Date.now());
  #cursor: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** For the top of a component. */
  constructor() {
    $effect(() => {
      const timer = setInterval(() => (this.now = Date.now()), TICK_MS);
      return () => clearInterval(timer);
    });
    $effect(() => {
      const api = session.api;
      const language = speech.language;
      void session.renewals;
      if (!api) return;
      untrack(() => this.reload());
      return follow({
        client: api.client,
        document: DeskUpdates,
        variables: { language },
        after: this.#cursor,
        renew: () => session.renew(),
        onUpdate: ({ orderUpdates: { cursor, order, event } }) => {
          this.#cursor = cursor;
          if (order) this.learn([order]);
          // Following has begun, or begun again: what happened between reading and this is read now.
          if (!order) this.#soon();
          else if (ORDER_QUEUES.some((queue) => this.hasMore(queue))) this.#soon();
          this.#tell(event?.kind ?? null, order?.number ?? null);
        },
      });
    });
    $effect(() => {
      // What was let go during a break is not told of.
      if (line.isLive) untrack(() => this.#soon());
    });
    $effect(() => () => clearTimeout(this.#timer));
  }

  learn(rows: readonly Row[]) {
    this.now = Date.now();
    this.#known = learn(this.#known, rows);
  }

  /** As it will be if the server takes what was sent. */
  assumed<Known extends { id: string }>(order: Known): Known {
    const changes = this.#assumed.filter(({ id }) => id === order.id);
    return changes.reduce((as, { change }) => ({ ...as, ...change }), order);
  }

  /** Shows a change before the server has answered. With the answer it is forgotten: what that says holds. */
  async assume(id: string, change: Assumed, sent: Promise<Taken<Order>>): Promise<Taken<Order>> {
    const assumed = { id, change };
    this.#assumed = [...this.#assumed, assumed];
    const taken = await sent;
    if (taken.order) this.learn([taken.order]);
    // The cache has told those who show the order by then.
    await tick();
    this.#assumed = this.#assumed.filter((it) => it !== assumed);
    return taken;
  }

  isAssumed = (id: string) => this.#assumed.some((it) => it.id === id);

  /** Undefined until something is known. */
  rows(queue: OrderQueue): Row[] | undefined {
    const read = this.#read[queue];
    if (!read) return undefined;
    const shown = this.#assumed.length === 0 ? this.#known : new Map([...this.#known].map(([id, row]) => [id, this.assumed(row)]));
    return waiting(shown, queue, read.next?.from ?? null);
  }

  count(queue: OrderQueue): number | undefined {
    const read = this.#read[queue];
    return read?.next ? read.total : this.rows(queue)?.length;
  }

  hasMore(queue: OrderQueue): boolean {
    return Boolean(this.#read[queue]?.next);
  }

  async more(queue: OrderQueue) {
    const read = this.#read[queue];
    if (read?.next) await this.#page(queue, read.pages, read.next.cursor);
  }

  /** Reads what was read before again. */
  reload() {
    for (const queue of ORDER_QUEUES) void this.#all(queue);
  }

  onTold(listener: (event: string | null, number: string | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(event: string | null, number: string | null) {
    for (const listener of this.#listeners) listener(event, number);
  }

  #soon() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.reload();
      this.#tell(null, null);
    }, PAUSE_MS);
  }

  async #all(queue: OrderQueue) {
    const pages = Math.max(1, this.#read[queue]?.pages ?? 1);
    const before = this.#known;
    const read = new Set<string>();
    let cursor: string | null = null;
    for (let at = 0; at < pages; at++) {
      const page = await this.#page(queue, at, cursor);
      if (!page) return;
      for (const { id } of page.nodes) read.add(id);
      cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      if (cursor === null) break;
    }
    // What is not in it any more, and did not come into it while it was read.
    const gone = (this.rows(queue) ?? []).filter((row) => !read.has(row.id) && before.get(row.id) === row);
    if (gone.length === 0) return;
    const known = new Map(this.#known);
    for (const { id } of gone) known.delete(id);
    this.#known = known;
  }

  async #page(queue: OrderQueue, at: number, after: string | null) {
    const variables = { status: [STATUS[queue]], first: PAGE_SIZE, after, language: speech.language };
    const { data, error } = (await session.api?.client.query(Queue, variables, { requestPolicy: "network-only" })) ?? {};
    this.error = error;
    if (!data) return undefined;
    const { nodes, pageInfo, totalCount } = data.orders;
    this.learn(nodes);
    const last = nodes.at(-1);
    const next = pageInfo.hasNextPage && pageInfo.endCursor !== null && last ? { cursor: pageInfo.endCursor, from: last.createdAt } : null;
    this.#read = { ...this.#read, [queue]: { total: totalCount, pages: at + 1, next } };
    return data.orders;
  }
}
