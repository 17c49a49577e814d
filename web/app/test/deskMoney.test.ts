import { describe, expect, test } from "vitest";
import { casesOf, expected, stepFor, transferFor } from "../src/desk/cases.ts";
import { complaintsOf, localMoment, type MoneyDraft } from "../src/desk/moneyDraft.ts";
import type { Answer } from "../src/desk/moneyDocuments.ts";
import schema from "../../../schema.graphql?raw";

const NOW = Date.parse("2026-11-28T10:00:00Z");
const order = { id: "o", number: "BO26", customer: { id: "c", name: "Anna" } };
const edge = (more: object) => ({ state: "UNKNOWN", attempts: 1, nextCheckAt: null, unclearSince: null, contradiction: null, order, retry: null, ...more });
const node = (id: string, more: object = {}) => ({ id, amount: { text: "€5" }, route: "PROVIDER", createdAt: "2026-11-28T08:00:00Z", ...more });
const cases = (answer: object) => casesOf(answer as Answer, NOW).map(({ id, is }) => `${id} ${is}`);

describe("money that somebody has to look after", () => {
  test("is a payment of which nothing is known, but not one that was sent a moment ago", () => {
    const sent = (id: string, unclearSince: string) => edge({ state: "SENT", unclearSince, node: node(id) });
    const edges = [
      sent("now", "2026-11-28T09:59:58Z"),
      sent("long", "2026-11-28T09:59:00Z"),
      edge({ unclearSince: "2026-11-28T09:59:59Z", node: node("unknown") }),
      // The provider had it under way, and does not know it any more.
      edge({ state: "PENDING", unclearSince: "2026-11-28T09:30:00Z", node: node("forgotten") }),
    ];
    expect(cases({ payments: { edges } })).toEqual(["forgotten unclear", "long unclear", "unknown unclear"]);
  });

  test("is a refund that is to be paid out, is unclear, or failed and was not sent again", () => {
    const refunds = { edges: [edge({ state: "SENT", node: node("out", { route: "TRANSFER" }) }), edge({ state: "SENT", node: node("underway") })] };
    const failed = { edges: [edge({ node: node("failed") }), edge({ node: node("again"), retry: { id: "x" } })] };
    expect(cases({ refunds, failed }).sort()).toEqual(["failed failed", "out payOut"]);
  });

  test("is what the provider contradicts, and then it is not sent again", () => {
    const found = { contradiction: "The provider gave €5 back.", settledBy: "marco" };
    const contradictedRefunds = { edges: [edge({ ...found, state: "FAILED", node: node("back") })] };
    const failed = contradictedRefunds;
    const contradictedPayments = { edges: [edge({ ...found, node: node("taken") })] };
    expect(cases({ failed, contradictedRefunds, contradictedPayments }).sort()).toEqual(["back contradicted", "taken contradicted"]);
  });

  test("is nothing where the token lets one see nothing", () => {
    expect(cases({})).toEqual([]);
  });

  test("has one step for each", () => {
    expect(stepFor({ of: "payment", is: "unclear" })).toBe("settlePayment");
    expect(stepFor({ of: "refund", is: "unclear" })).toBe("settleRefund");
    expect(stepFor({ of: "refund", is: "failed" })).toBe("retryRefund");
    expect(stepFor({ of: "payment", is: "contradicted" })).toBe(null);
    expect(stepFor({ of: "refund", is: "payOut" })).toBe("recordRefund");
  });
});

test("transfers come while something is due, and for what has ended unpaid; or else they are too much", () => {
  const of = (status: "NOT_PAID" | "CHECKING" | "EXPIRED" | "CANCELLED", amount: string, paidAt: string | null = null) =>
    transferFor({ status, amountDue: { amount, text: "" }, paidAt });
  expect(of("NOT_PAID", "5.00")).toBe("recordPayment");
  expect(of("CHECKING", "0.00", "2026-11-28T08:00:00Z")).toBe("recordSurplus");
  expect(of("EXPIRED", "0.00")).toBe("recordPayment");
  expect(of("CANCELLED", "0.00")).toBe("recordPayment");
  expect(of("CANCELLED", "0.00", "2026-11-28T08:00:00Z")).toBe("recordSurplus");
});

test("of a transfer what is still due is expected, or all of it when the order is over", () => {
  const money = (amount: string) => ({ amount, text: "", currency: "EUR" });
  expect(expected({ amountDue: money("5.00"), total: money("69.53") })).toBe("5.00");
  expect(expected({ amountDue: money("0.00"), total: money("69.53") })).toBe("69.53");
});

test("a draft says what is missing", () => {
  const now = new Date(NOW);
  const draft: MoneyDraft = { outcome: "", reason: "", amount: "5", reference: "R", at: localMoment(now), day: "2026-11-28", payOut: false };
  expect(complaintsOf("settlePayment", draft, now)).toEqual({ outcome: "fillIn", reason: "fillIn" });
  expect(complaintsOf("recordPayment", draft, now)).toEqual({});
  expect(complaintsOf("recordSurplus", { ...draft, amount: "" }, now)).toEqual({ amount: "fillIn" });
  expect(complaintsOf("recordPayment", { ...draft, amount: "5,5,5" }, now)).toEqual({ amount: "amountWrong" });
  expect(complaintsOf("recordPayment", { ...draft, at: "2099-01-01T00:00" }, now)).toEqual({ at: "notYet" });
  expect(complaintsOf("recordRefund", { ...draft, day: "2099-01-01" }, now)).toEqual({ day: "notYet" });
  expect(complaintsOf("retryRefund", draft, now)).toEqual({});
});

test("every part without an id that the desk asks for is known to the cache", async () => {
  const { PARTS } = await import("../src/api/client.ts");
  for (const name of ["InternalNote", "OrderClaim", "PaymentConnection", "PaymentEdge", "RefundConnection", "RefundEdge"]) {
    expect(schema).toContain(`type ${name} `);
    expect(PARTS).toContain(name);
  }
});
