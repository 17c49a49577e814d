import { expect, test } from "vitest";
import { cursorOf } from "../src/live/socket.svelte.ts";
import { add, currentStep, isMissing } from "../src/tracking/history.ts";

const entries = (...sequences: number[]) => sequences.map((sequence) => ({ sequence }));
const steps = (...states: ("TODO" | "DOING" | "DONE" | "ERROR")[]) => states.map((state) => ({ state }));

test("each entry is there once, from wherever it comes", () => {
  const known = add(add(new Map(), entries(3, 2)), entries(3, 4));
  expect([...known.keys()].sort()).toEqual([2, 3, 4]);
});

test("a gap is seen", () => {
  expect(isMissing(add(new Map(), entries(1, 2, 3)), 3)).toBe(false);
  expect(isMissing(add(new Map(), entries(1, 3)), 3)).toBe(true);
});

test("one is at the step that is under way or stuck, or at the last that is done", () => {
  expect(currentStep(steps("DOING", "TODO", "TODO", "TODO"))).toBe(0);
  expect(currentStep(steps("DONE", "DONE", "ERROR", "TODO"))).toBe(2);
  expect(currentStep(steps("DONE", "DONE", "DONE", "DONE"))).toBe(3);
  expect(currentStep(steps("TODO", "TODO", "TODO", "TODO"))).toBe(0);
});

test("the cursor is that of the update, whichever subscription it is", () => {
  expect(cursorOf({ data: { orderTracking: { cursor: "one" } } })).toBe("one");
  expect(cursorOf({ data: { orderUpdates: { cursor: "two" } } })).toBe("two");
  expect(cursorOf({ data: null })).toBeUndefined();
});
