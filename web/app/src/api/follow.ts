// Following, beyond what the socket does by itself: when the server does not take the token any more,
// or refuses the cursor, following begins again.

import type { Client, TypedDocumentNode, AnyVariables } from "@urql/core";
import { closeCode, cursorOf, FORBIDDEN, line } from "../live/socket.svelte.ts";

/** Waits this long, by the connection's own scale, before it asks again for what was refused. */
const PATIENT_RETRIES = 4;

export interface Followed<Data, Variables extends AnyVariables> {
  client: Client;
  document: TypedDocumentNode<Data, Variables>;
  /** Without `after`. */
  variables: NoInfer<Variables>;
  /** Where to go on from, if something of it was seen before. */
  after?: string | undefined;
  onUpdate: (data: Data) => void;
  /** Gets a token that is good, or says that there is none. */
  renew: () => Promise<boolean>;
}

/** Follows until it is told to stop. */
export function follow<Data, Variables extends AnyVariables>(followed: Followed<Data, Variables>): () => void {
  const { client, document, variables, after, onUpdate, renew } = followed;
  let cursor = after;
  let stopped = false;
  let stop: (() => void) | undefined;

  function start() {
    const request = client.subscription(document, cursor === undefined ? variables : ({ ...variables, after: cursor } as Variables));
    const subscription = request.subscribe(({ data, error }) => {
      if (data) {
        cursor = cursorOf({ data }) ?? cursor;
        onUpdate(data);
      }
      if (error && !stopped) {
        subscription.unsubscribe();
        void recover(error.networkError, error.graphQLErrors.length > 0);
      }
    });
    stop = () => subscription.unsubscribe();
  }

  async function recover(problem: unknown, isRefusal: boolean) {
    if (closeCode(problem) === FORBIDDEN) {
      if (!(await renew())) return;
    } else {
      // A cursor of another database is none of this one: what stands is told from the start.
      if (isRefusal) cursor = undefined;
      await line.wait(PATIENT_RETRIES);
    }
    if (!stopped) start();
  }

  start();
  return () => {
    stopped = true;
    stop?.();
  };
}
