// Money that somebody has to look after, while the desk is open.

import { session } from "../session/session.svelte.ts";
import { speech } from "../text/text.svelte.ts";
import { casesOf } from "./cases.ts";
import type { Desk } from "./desk.svelte.ts";
import { Money, type Answer } from "./moneyDocuments.ts";

/** So many of each kind are looked after first. */
const PAGE_SIZE = 100;
const PAUSE_MS = 500;
/** A provider's silence is no entry of a history, and nobody is told of it. */
const EVERY_MS = 15_000;
const OF_MONEY = /^(PAYMENT|REFUND|WITHDRAWAL|ORDER_REFUSED|ORDER_CANCELLED)/;

export class MoneyCases {
  #desk: Desk;
  #answer = $state.raw<Answer | undefined>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Undefined until something is known. */
  all = $derived.by(() => this.#answer && casesOf(this.#answer, this.#desk.now));

  /** For the top of a component. */
  constructor(
    desk: Desk,
    readonly scopes: () => readonly string[],
  ) {
    this.#desk = desk;
    $effect(() => {
      void speech.language;
      void session.renewals;
      if (session.api) void this.#read();
      const timer = setInterval(() => this.#soon(), EVERY_MS);
      return () => clearInterval(timer);
    });
    $effect(() => () => clearTimeout(this.#timer));
    $effect(() => desk.onTold((event) => (event === null || OF_MONEY.test(event)) && this.#soon()));
  }

  of(id: string) {
    return this.all?.find((it) => it.id === id);
  }

  reload() {
    void this.#read();
  }

  #soon() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#read();
    }, PAUSE_MS);
  }

  async #read() {
    const may = (...any: string[]) => any.some((scope) => this.scopes().includes(scope));
    const variables = {
      first: PAGE_SIZE,
      payments: may("orders:read", "payments:write"),
      refunds: may("orders:read", "refunds:write"),
      language: speech.language,
    };
    const { data } = (await session.api?.client.query(Money, variables, { requestPolicy: "network-only" })) ?? {};
    if (data) this.#answer = data;
  }
}
