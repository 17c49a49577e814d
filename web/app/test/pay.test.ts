import { describe, expect, test } from "vitest";
import { assumedOf, choicesOf, firstChoice, stageOf } from "../src/pay/choices.ts";
import type { Method, Payable } from "../src/pay/documents.ts";

const method = (kind: Method["kind"], given: Partial<Method> = {}): Method => ({
  kind,
  label: kind,
  eligible: true,
  reason: null,
  means: [],
  transfer: null,
  ...given,
});
const mean = (id: string, isDefault = false) => ({ id, label: `Visa •••• ${id}`, isDefault });

describe("the ways to pay", () => {
  const choices = choicesOf([
    method("CARD", { means: [mean("1"), mean("2", true)] }),
    method("PAYPAL"),
    method("BANK_TRANSFER"),
    method("DEFERRED", { eligible: false, reason: "By agreement only." }),
  ]);

  test("begin with what is registered", () => {
    expect(choices.registered.map(({ value }) => value)).toEqual(["1", "2"]);
    expect(choices.others.map(({ method }) => method)).toEqual(["BANK_TRANSFER"]);
  });

  test("say of what is not possible why", () => {
    expect(choices.notPossible).toEqual([
      { label: "PAYPAL", reason: null },
      { label: "DEFERRED", reason: "By agreement only." },
    ]);
  });

  test("propose the default card", () => {
    expect(firstChoice(choices)).toBe("2");
    expect(firstChoice(choicesOf([method("BANK_TRANSFER")]))).toBe("BANK_TRANSFER");
    expect(firstChoice(choicesOf([]))).toBe("");
  });
});

test("what was asked to be done with means is shown as done", () => {
  const methods = [method("CARD", { means: [mean("1"), mean("2", true)] }), method("PAYPAL", { means: [mean("3", true)] })];
  const means = (removed: string[], usual: string[]) =>
    assumedOf(methods, { removed, usual }).map(({ means }) => means.map(({ id, isDefault }) => [id, isDefault]));
  expect(means([], ["1"])).toEqual([
    [
      ["1", true],
      ["2", false],
    ],
    [["3", true]],
  ]);
  expect(means(["2", "3"], [])).toEqual([[["1", false]], []]);
});

describe("where paying stands", () => {
  const stage = (status: Payable["status"], ...states: Payable["payments"][number]["status"][]) =>
    stageOf({
      status,
      payments: states.map((status, at) => ({ id: String(at), method: "CARD" as const, status, actionUrl: status === "REQUIRES_ACTION" ? "/confirm" : null })),
    });

  test("is open until a payment lives", () => {
    expect(stage("NOT_PAID")).toEqual({ is: "open" });
    expect(stage("NOT_PAID", "FAILED", "CANCELLED")).toEqual({ is: "open" });
  });

  test("is the newest that lives", () => {
    expect(stage("NOT_PAID", "FAILED", "PENDING")).toEqual({ is: "pending", method: "CARD" });
    expect(stage("NOT_PAID", "FAILED", "REQUIRES_ACTION")).toEqual({ is: "action", url: "/confirm" });
  });

  test("ends with the order", () => {
    expect(stage("CHECKING", "SUCCEEDED")).toEqual({ is: "paid" });
    expect(stage("EXPIRED", "PENDING")).toEqual({ is: "over" });
  });
});
