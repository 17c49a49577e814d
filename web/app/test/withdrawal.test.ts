import { expect, test } from "vitest";
import { receipt } from "../src/withdrawal/receipt.ts";
import { add, money, withFees } from "../src/withdrawal/sums.ts";
import words from "../src/text/later/en.ts";

test("amounts add up to the cent, whatever their size and currency", () => {
  expect(add(["57.94", "0.01"])).toBe("57.95");
  expect(add(["0.10", "0.20"])).toBe("0.30");
  expect(add(["90071992547409.93", "0.01"])).toBe("90071992547409.94");
  expect(add(["12", "30"])).toBe("42");
  expect(add(["1.500", "0.25"])).toBe("1.750");
  expect(add([])).toBe("0");
  expect(add(["-0.05", "0.02"])).toBe("-0.03");
});

test("amounts are written as the language writes them", () => {
  expect(money("97.34", "EUR", "it").replace(/\s/g, " ")).toBe("97,34 €");
  expect(money("97.34", "EUR", "en")).toBe("€97.34");
});

test("a set-up fee goes with its plan", () => {
  const line = (id: string, kind: string, planCode: string | null) => ({ id, kind, planCode });
  const groups = withFees([
    line("1", "CREATION", "rise"),
    line("2", "INSTALLATION", "rise"),
    line("3", "CREATION", "mail"),
    line("4", "INSTALLATION", "other"),
  ]);
  expect(groups.map((group) => [group.line.id, ...group.fees.map(({ id }) => id)])).toEqual([["1", "2"], ["3"], ["4"]]);
});

test("the receipt has the statement, and the moment to the second", () => {
  const text = receipt({
    number: "BO26-7K4Q9-MT2XA",
    timeZone: "Europe/Rome",
    language: "en",
    words,
    statement: {
      id: "one",
      receivedAt: "2026-11-23T19:04:11.123Z",
      name: "Anna Rossi",
      email: "anna@example.com",
      reason: "UNUSED",
      comment: null,
      lines: [{ id: "1", description: "Server Rise", serviceName: "rise-01.example" }],
      refund: { id: "r", status: "PENDING", dueBy: "2026-12-07", amount: { text: "€57.94" } },
    },
  });
  for (const part of [
    "20:04:11",
    "2026-11-23T19:04:11.123Z",
    "BO26-7K4Q9-MT2XA",
    "Server Rise, rise-01.example",
    "Anna Rossi",
    "anna@example.com",
    "Not needed",
    "€57.94",
    "7 December 2026",
  ]) {
    expect(text).toContain(part);
  }
  expect(text).toContain(words.withdraw.receivedHint);
});
