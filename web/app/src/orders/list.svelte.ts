// The pages of a list of orders, and what was told since they were read.

import type { Client, CombinedError } from "@urql/core";
import { untrack } from "svelte";
import { Orders, type Row } from "../api/documents.ts";
import type { ResultOf } from "../api/graphql.ts";
import { onTold } from "../live/feed.ts";
import { line } from "../live/socket.svelte.ts";
import { session } from "../session/session.svelte.ts";
import { speech } from "../text/text.svelte.ts";
import { merge, type Filter } from "./list.ts";

type Page = ResultOf<typeof Orders>["orders"];

const PAGE_SIZE = 20;

export class OrderList {
  #pages = $state.raw<Page[]>([]);
  #told = $state.raw(new Map<string, Row>());
  error = $state.raw<CombinedError | undefined>();
  isLoading = $state(true);
  #stops: (() => void)[] = [];
  #filter: () => Filter;
  #last = $derived(this.#pages.at(-1)?.pageInfo);

  isWhole = $derived(this.#last?.hasNextPage === false);
  /** Undefined until something is known. */
  orders = $derived.by(() => {
    if (this.#pages.length === 0) return undefined;
    const pages = this.#pages.map((page) => page.nodes);
    return merge(pages, this.#told, this.#filter(), this.isWhole);
  });

  /** For the top of a component. */
  constructor(filter: () => Filter) {
    this.#filter = filter;
    $effect(() => {
      const client = session.api?.client;
      void filter();
      void speech.language;
      void session.renewals;
      if (!client) return;
      untrack(() => this.#begin(client, 1));
      return () => this.#stop();
    });
    $effect(() =>
      onTold((told) => {
        if (told.kind === "reread") this.reload();
        else this.#told = new Map(this.#told).set(told.order.id, told.order);
      }),
    );
    $effect(() => {
      if (line.isLive && untrack(() => this.error?.networkError)) this.reload();
    });
  }

  more() {
    if (session.api && this.#last?.hasNextPage) this.#read(session.api.client, this.#pages.length, this.#last.endCursor, false);
  }

  /** Reads all that was read before again, page by page. */
  reload() {
    if (session.api) this.#begin(session.api.client, Math.max(1, this.#stops.length), true);
  }

  variables(after: string | null = null) {
    const { status, number } = this.#filter();
    const filter = { ...(status.length > 0 ? { status } : {}), ...(number ? { number } : {}) };
    return { first: PAGE_SIZE, after, filter, language: speech.language };
  }

  #begin(client: Client, pages: number, anew = false) {
    this.#stop();
    this.#read(client, 0, null, anew, pages);
  }

  #read(client: Client, at: number, after: string | null, anew: boolean, upTo = at + 1) {
    this.isLoading = true;
    let isFirst = true;
    const requestPolicy = anew ? "network-only" : "cache-and-network";
    const { unsubscribe } = client.query(Orders, this.variables(after), { requestPolicy }).subscribe(({ data, error, stale }) => {
      this.error = error;
      this.isLoading = stale;
      if (!data) return;
      this.#pages = [...this.#pages.slice(0, at), data.orders, ...this.#pages.slice(at + 1)];
      const { hasNextPage, endCursor } = data.orders.pageInfo;
      if (!stale && isFirst) {
        isFirst = false;
        if (at === 0 && !anew) this.#pages = this.#pages.slice(0, 1);
        if (at + 1 < upTo && hasNextPage) this.#read(client, at + 1, endCursor, anew, upTo);
      }
    });
    this.#stops[at] = unsubscribe;
  }

  #stop() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }
}
