import { describe, expect, test } from "vitest";
import { after, banner, BANNER_AFTER_MS, IDLE, waitBefore, type Happening } from "../src/live/connection.ts";

const told = (...happenings: Happening[]) => happenings.reduce(after, IDLE);

describe("the connection", () => {
  test("is live once it is there, and then nothing is said", () => {
    const connection = told({ type: "trying", at: 0 }, { type: "connected" });
    expect(connection.state).toBe("live");
    expect(banner(connection, 1_000_000)).toBeNull();
  });

  test("is lost from the first break on, however often it is tried again", () => {
    const connection = told(
      { type: "trying", at: 0 },
      { type: "connected" },
      { type: "lost", at: 1_000 },
      { type: "waiting", until: 1_500 },
      { type: "trying", at: 1_500 },
      { type: "lost", at: 1_600 },
    );
    expect(connection).toEqual({ state: "lost", since: 1_000, nextTryAt: null });
  });

  test("is spoken of after five seconds without it, and not before", () => {
    const connection = told({ type: "trying", at: 0 }, { type: "connected" }, { type: "lost", at: 1_000 });
    expect(banner(connection, 1_000 + BANNER_AFTER_MS - 1)).toBeNull();
    expect(banner(connection, 1_000 + BANNER_AFTER_MS)).toEqual({ seconds: null });
  });

  test("counts down to the next try", () => {
    const connection = told({ type: "lost", at: 0 }, { type: "waiting", until: 12_000 });
    expect(banner(connection, 7_500)).toEqual({ seconds: 5 });
    expect(banner(connection, 20_000)).toEqual({ seconds: 0 });
  });

  test("that is not wanted is not missed", () => {
    expect(banner(told({ type: "lost", at: 0 }, { type: "released" }), 60_000)).toBeNull();
  });

  test("is tried again at growing distances, of which none is over the limit", () => {
    const waits = [0, 1, 2, 3, 4, 5, 20].map((retries) => waitBefore(retries, 0.5));
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
    expect(waitBefore(20, 1)).toBeLessThanOrEqual(15_000 * 1.25);
    expect(waitBefore(0, 0)).toBe(375);
  });
});
