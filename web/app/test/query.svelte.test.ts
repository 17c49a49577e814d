import { CombinedError } from "@urql/core";
import { flushSync } from "svelte";
import { expect, test } from "vitest";
import type { Api } from "../src/api/client.ts";
import { Who } from "../src/api/documents.ts";
import { Query } from "../src/api/query.svelte.ts";
import { line } from "../src/live/socket.svelte.ts";
import { session } from "../src/session/session.svelte.ts";

test("what failed without a connection is asked once when the connection is back, also if that fails again", () => {
  let asked = 0;
  const error = new CombinedError({ networkError: new Error("gone") });
  const subscribe = (listen: (result: { error: CombinedError; stale: boolean }) => void) => {
    asked++;
    listen({ error, stale: false });
    return { unsubscribe() {} };
  };
  session.api = { client: { query: () => ({ subscribe }) } } as unknown as Api;
  const at = (state: "lost" | "live") => (line.connection = { ...line.connection, state } as typeof line.connection);
  at("lost");
  let query: Query<unknown, object> | undefined;
  const stop = $effect.root(() => {
    query = new Query(Who, () => ({}));
  });
  flushSync();
  expect([asked, query?.error]).toEqual([1, error]);
  at("live");
  flushSync();
  expect(asked).toBe(2);
  stop();
});
