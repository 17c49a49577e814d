// One order, as it stands and with its history, followed entry by entry.

import { untrack } from "svelte";
import { follow } from "../api/follow.ts";
import { Query } from "../api/query.svelte.ts";
import { session } from "../session/session.svelte.ts";
import { speech, type Language } from "../text/text.svelte.ts";
import { History, OneOrder, Track, type Detail, type HistoryEntry } from "./documents.ts";
import { add, isMissing } from "./history.ts";

const PAGE_SIZE = 100;

export class FollowedOrder {
  #query: Query<{ order: (Detail & { events: { nodes: HistoryEntry[] } }) | null }, { number: string; language: string }>;
  /** By their language, then by their number. */
  #entries = $state.raw(new Map<number, HistoryEntry>());
  #isReadingAll = $state(false);

  order = $derived.by(() => this.#query.data?.order);
  entries = $derived([...this.#entries.values()].sort((a, b) => b.sequence - a.sequence));
  /** How many there are: they are numbered without a gap. */
  count = $derived(Math.max(this.order?.tracking.sequence ?? 0, this.entries[0]?.sequence ?? 0));

  /** For the top of a component. */
  constructor(
    readonly number: string,
    readonly spoken: () => Language = () => speech.language,
  ) {
    const variables = () => ({ number, language: this.spoken() });
    this.#query = new Query(OneOrder, variables);
    let language = this.spoken();
    $effect(() => {
      const nodes = this.#query.data?.order?.events.nodes ?? [];
      // In another language the entries are other texts.
      const before = language === this.spoken() ? untrack(() => this.#entries) : new Map<number, HistoryEntry>();
      language = this.spoken();
      this.#entries = add(before, nodes);
    });
    $effect(() => {
      const api = session.api;
      const chosen = variables();
      // Only what is there can be followed.
      if (!api || !this.#isThere) return;
      return follow({
        client: api.client,
        document: Track,
        variables: chosen,
        after: undefined,
        renew: () => session.renew(),
        onUpdate: ({ orderTracking: { event } }) => {
          if (event) this.#entries = add(this.#entries, [event]);
          if (this.#isReadingAll && isMissing(this.#entries, this.count)) void this.readAll();
        },
      });
    });
  }

  #isThere = $derived(this.order !== undefined && this.order !== null);

  get error() {
    return this.#query.error;
  }

  get isLoading() {
    return this.#query.isLoading;
  }

  /** Asked and answered: there is none. */
  get isMissing() {
    return !this.isLoading && this.order === null;
  }

  reload = () => this.#query.reload();

  async readAll() {
    this.#isReadingAll = true;
    let after: string | null = null;
    do {
      const variables: { number: string; language: string; first: number; after: string | null } = {
        number: this.number,
        language: this.spoken(),
        first: PAGE_SIZE,
        after,
      };
      const { data } = (await session.api?.client.query(History, variables, { requestPolicy: "network-only" })) ?? {};
      const events = data?.order?.events;
      if (!events) return;
      this.#entries = add(this.#entries, events.nodes);
      after = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null;
    } while (after);
  }
}
