import { afterEach, describe, expect, test, vi } from "vitest";
import { answerTo, ask, tell, type Handed } from "../src/session/handoff.ts";

const has = (token: string, who: string): Handed => ({ token, person: null, who });

describe("a tab that is asked", () => {
  test("tells a new one what it has", () => {
    expect(answerTo({}, null)).toBe(null);
    expect(answerTo({}, has("one", "anna"))).toBe("tell");
  });

  test("tells another of the same person what else it has, and nobody else", () => {
    expect(answerTo({ not: "one", of: "anna" }, has("two", "anna"))).toBe("tell");
    expect(answerTo({ not: "one", of: "anna" }, has("two", "bruno"))).toBe(null);
    expect(answerTo({ not: "one", of: "anna" }, { token: "two", person: null })).toBe(null);
    expect(answerTo({ not: "one", of: "anna" }, null)).toBe(null);
  });

  test("has to renew what is not taken any more", () => {
    expect(answerTo({ not: "one", of: "anna" }, has("one", "anna"))).toBe("renew");
    expect(answerTo({ not: "one", of: "anna" }, has("one", "bruno"))).toBe(null);
  });
});

describe("between tabs", () => {
  const open: BroadcastChannel[] = [];
  class Channel extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      open.push(this);
    }
  }
  vi.stubGlobal("BroadcastChannel", Channel);
  afterEach(() => {
    for (const channel of open.splice(0)) channel.close();
    vi.useRealTimers();
  });
  const tab = (mine: Handed | null, next?: string) =>
    tell(
      () => mine,
      () => {},
      async () => {
        if (mine && next) mine = { ...mine, token: next };
      },
    );

  test("the one that can gets another token, and the others are silent", async () => {
    // As long as it takes.
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    tab(has("zero", "bruno"));
    tab(has("one", "anna"));
    tab(has("one", "anna"), "two");
    expect(await ask({ not: "one", of: "anna" })).toEqual({ token: "two", person: null, who: "anna" });
  });

  test("nobody answers who has nothing else", async () => {
    tab(has("one", "anna"));
    tab(has("two", "bruno"));
    const said: string[] = [];
    new BroadcastChannel("buono:session").onmessage = ({ data }) => said.push(data.type);
    expect(await ask({ not: "one", of: "anna" })).toBe(null);
    await vi.waitFor(() => expect(said).toEqual(["ask"]));
  });
});
