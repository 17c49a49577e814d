import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Source } from "../src/session/session.svelte.ts";
import { session } from "../src/session/session.svelte.ts";

vi.mock("../src/api/client.ts", () => ({
  openApi: () => ({
    client: { query: () => Promise.resolve({ data: { viewer: { __typename: "Customer", id: "anna", language: "it" } } }) },
    refresh() {},
    close() {},
  }),
}));

/** Whoever asks waits as long as it takes. */
const patiently = () => vi.useFakeTimers({ toFake: ["setTimeout"] });
/** Another tab. */
let other: BroadcastChannel;
beforeEach(() => (other = new BroadcastChannel("buono:session")));
afterEach(() => {
  vi.useRealTimers();
  session.leave();
  other.close();
});

test("a tab that was handed its token goes on with what another tab gets, and asks again what was refused", async () => {
  await session.enter("one", null);
  patiently();
  const wishes: object[] = [];
  other.onmessage = ({ data }) => {
    if (data.type !== "ask") return;
    wishes.push({ not: data.not, of: data.of });
    other.postMessage({ type: "tell", id: data.id, token: "two", person: null, who: "anna" });
  };
  const before = session.renewals;
  expect(await session.renew()).toBe(true);
  expect(wishes).toEqual([{ not: "one", of: "anna" }]);
  expect([session.phase, session.token()]).toEqual(["in", "two"]);
  expect(session.renewals).toBeGreaterThan(before);
});

test("what is passed on while it asks counts as the answer", async () => {
  await session.enter("one", null);
  other.onmessage = ({ data }) => {
    if (data.type !== "ask") return;
    session.take("one", "two");
    other.postMessage({ type: "tell", id: data.id, token: "three", person: null, who: "anna" });
  };
  patiently();
  const before = session.renewals;
  expect(await session.renew()).toBe(true);
  expect(session.token()).toBe("two");
  expect(session.renewals).toBeGreaterThan(before);
});

test("it ends when nobody has another", async () => {
  await session.enter("one", null);
  expect(await session.renew()).toBe(false);
  expect([session.phase, session.notice]).toEqual(["out", "ended"]);
});

test("the tab that has signed in gets another for the others, and stays when it gets none", async () => {
  const renew = vi.fn<Source["renew"]>().mockResolvedValueOnce(undefined).mockResolvedValue("two");
  await session.enter("one", null, { renew, stop() {}, leave() {} });
  await session.renewFor("one");
  expect([session.phase, session.token()]).toEqual(["in", "one"]);
  const passed = new Promise((resolve) => (other.onmessage = ({ data }) => data.old === "one" && resolve(data)));
  await session.renewFor("one");
  expect(session.token()).toBe("two");
  expect(await passed).toEqual({ type: "pass", old: "one", token: "two" });
});
