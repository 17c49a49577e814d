// A query that a component shows: its data as they are in the cache now, and what became of asking.

import type { AnyVariables, CombinedError, OperationContext, TypedDocumentNode } from "@urql/core";
import { untrack } from "svelte";
import { line } from "../live/socket.svelte.ts";
import { session } from "../session/session.svelte.ts";

export class Query<Data, Variables extends AnyVariables> {
  data = $state.raw<Data | undefined>();
  error = $state.raw<CombinedError | undefined>();
  isLoading = $state(true);
  #turn = $state(0);

  /** Without variables nothing is asked. For the top of a component. */
  constructor(document: TypedDocumentNode<Data, Variables>, variables: () => Variables | null) {
    $effect(() => {
      const chosen = variables();
      const api = session.api;
      void session.renewals;
      const policy: OperationContext["requestPolicy"] = this.#turn === 0 ? "cache-and-network" : "network-only";
      if (!chosen || !api) return;
      untrack(() => (this.isLoading = true));
      const subscription = api.client.query(document, chosen, { requestPolicy: policy }).subscribe((result) => {
        // What was there stays there when asking again fails.
        if (result.data) this.data = result.data;
        this.error = result.error;
        this.isLoading = result.stale;
      });
      return () => subscription.unsubscribe();
    });
    $effect(() => {
      // The server is back: what could not be asked is asked now.
      if (line.isLive && untrack(() => this.error?.networkError)) this.reload();
    });
  }

  reload() {
    // Whoever calls this in an effect must not run again because of it.
    untrack(() => this.#turn++);
  }
}
