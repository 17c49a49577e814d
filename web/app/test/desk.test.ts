import { describe, expect, test } from "vitest";
import { assumedOf } from "../src/desk/assumed.ts";
import { complaintsOf, intentOf, send, type Draft } from "../src/desk/draft.ts";
import { meant } from "../src/desk/keys.ts";
import { mayClaim, obstacle } from "../src/desk/may.ts";
import { isLast, previewOf } from "../src/desk/preview.ts";
import { age, beside, claimed, learn, queueOf, since, waiting } from "../src/desk/queues.ts";
import type { Line, Order, Row, Wanted } from "../src/desk/documents.ts";
import { session } from "../src/session/session.svelte.ts";
import first from "../src/text/it.ts";
import later from "../src/text/later/it.ts";
import type { Words } from "../src/text/text.svelte.ts";

const words = { ...first, ...later } as Words;
const row = (id: string, status: Row["status"], createdAt: string, sequence = 1) => ({ id, status, createdAt, tracking: { sequence } }) as Row;
const map = (...rows: Row[]) => new Map(rows.map((it) => [it.id, it]));

describe("queues", () => {
  test("hold what stands at their status, the oldest first", () => {
    const known = map(row("b", "CHECKING", "2026-11-02"), row("a", "CHECKING", "2026-11-01"), row("c", "DELIVERING", "2026-11-01"));
    expect(waiting(known, "check", null).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(waiting(known, "documents", null)).toEqual([]);
  });

  test("leave what lies behind the last page to it", () => {
    const known = map(row("a", "CHECKING", "2026-11-01"), row("b", "CHECKING", "2026-11-03"));
    expect(waiting(known, "check", "2026-11-02").map(({ id }) => id)).toEqual(["a"]);
  });

  test("learn what is newer, and forget nothing for what is older", () => {
    const known = map(row("a", "DELIVERING", "2026-11-01", 5));
    expect(learn(known, [row("a", "CHECKING", "2026-11-01", 4)]).get("a")?.status).toBe("DELIVERING");
    expect(learn(known, [row("a", "DELIVERED", "2026-11-01", 6)]).get("a")?.status).toBe("DELIVERED");
  });

  test("are named by the address", () => {
    expect(queueOf(new URLSearchParams("queue=deliver"))).toBe("deliver");
    expect(queueOf(new URLSearchParams("queue=nonsense"))).toBe("check");
  });

  test("say since when: of the payment, or of the approval", () => {
    const steps = [{ name: "DELIVERING", state: "ERROR", startedAt: "3" }] as Row["tracking"]["steps"];
    expect(since({ createdAt: "1", paidAt: "2", tracking: { sequence: 1, steps } })).toBe("3");
    expect(since({ createdAt: "1", paidAt: "2", tracking: { sequence: 1, steps: [] } })).toBe("2");
    expect(since({ createdAt: "1", paidAt: null, tracking: { sequence: 1, steps: [] } })).toBe("1");
  });

  test("are walked without falling off", () => {
    expect(beside(["a", "b"], null, 1)).toBe("a");
    expect(beside(["a", "b"], "a", 1)).toBe("b");
    expect(beside(["a", "b"], "b", 1)).toBe("b");
    expect(beside(["a", "b"], "a", -1)).toBe("a");
    expect(beside([], null, 1)).toBe(null);
  });
});

describe("what is taken for granted until the server answers", () => {
  const NOW = "2026-11-28T10:00:00.000Z";
  const line = (id: string, given: Partial<Line> = {}) =>
    ({ id, description: id, serviceName: null, deliveredAt: null, withdrawnAt: null, failure: "No.", retryAt: NOW, ...given }) as Line;
  const order = (...lines: Line[]) =>
    ({ status: "DELIVERING", customer: { language: "it", timeZone: "Europe/Rome" }, expiresAt: NOW, claim: null, lines }) as unknown as Order;

  test("is that a delivered line ends its order when it was the last, and whoever was on it is free", () => {
    const intent = { kind: "deliver", line: line("a"), serviceName: " a.example " } as const;
    const some = assumedOf(intent, order(line("a"), line("b")), words, NOW);
    expect(some).toMatchObject({
      lines: [
        { id: "a", deliveredAt: NOW, serviceName: "a.example", failure: null, retryAt: null },
        { id: "b", deliveredAt: null },
      ],
    });
    expect(some).not.toHaveProperty("claim");
    expect(assumedOf(intent, order(line("a")), words, NOW)).toMatchObject({ status: "DELIVERED", statusLabel: words.status.DELIVERED, claim: null });
  });

  test("is what is said of a line that has failed, and the status of what was approved or refused", () => {
    const failed = assumedOf({ kind: "fail", line: line("a"), message: " Why. ", retryAt: null }, order(line("a")), words, NOW);
    expect(failed).toEqual({ lines: [expect.objectContaining({ failure: "Why.", retryAt: null, deliveredAt: null })] });
    expect(assumedOf({ kind: "refuse", reason: "No." }, order(), words, NOW)).toEqual({
      status: "CANCELLING",
      statusLabel: words.status.CANCELLING,
      claim: null,
    });
  });

  test("is nothing of a note, nor of a document that is looked at: another may have come", () => {
    const request = { id: "1", kind: "IDENTITY", documents: [] } as unknown as Wanted;
    expect(assumedOf({ kind: "note", text: "Hm.", isVisible: true }, order(), words, NOW)).toBe(null);
    expect(assumedOf({ kind: "accept", request }, order(), words, NOW)).toBe(null);
    expect(assumedOf({ kind: "reject", request, message: "È sfocata." }, order(), words, NOW)).toBe(null);
  });
});

test("a claim that has lapsed is none", () => {
  const claim = { until: "2026-11-28T10:00:00Z" };
  expect(claimed(claim, Date.parse("2026-11-28T09:59:59Z"))).toBe(claim);
  expect(claimed(claim, Date.parse("2026-11-28T10:00:00Z"))).toBe(null);
});

test("ages are in the largest unit that says something", () => {
  const ago = (minutes: number) => age(new Date(0).toISOString(), minutes * 60_000);
  expect([ago(0), ago(59), ago(60), ago(47 * 60), ago(48 * 60)].map(({ value, unit }) => `${value} ${unit}`)).toEqual([
    "0 minute",
    "59 minute",
    "1 hour",
    "47 hour",
    "2 day",
  ]);
});

test("a step needs its scope and its status", () => {
  expect(obstacle("approve", { status: "CHECKING" }, ["orders:validate"])).toBe(null);
  expect(obstacle("approve", { status: "DOCUMENTS_REQUESTED" }, ["orders:validate"])).toEqual({ status: true });
  expect(obstacle("refuse", { status: "DOCUMENTS_REQUESTED" }, ["orders:validate"])).toBe(null);
  expect(obstacle("deliver", { status: "DELIVERING" }, ["orders:read"])).toEqual({ scope: "orders:deliver" });
  expect(mayClaim(["orders:read"])).toBe(false);
  expect(mayClaim(["refunds:write"])).toBe(true);
});

describe("a draft", () => {
  const empty: Draft = { text: "", at: "", serviceName: "", isVisible: false, documents: {} };
  const line = { id: "1", description: "VPS", serviceName: "old.example", deliveredAt: null, withdrawnAt: null } as Line;
  const order = { status: "CHECKING", customer: { language: "it-IT", timeZone: "Europe/Rome" }, lines: [line], expiresAt: "2026-12-01T00:00:00Z" } as Order;
  const preview = (intent: ReturnType<typeof intentOf>) => previewOf(intent, order, words);

  test("says what is missing", () => {
    expect(complaintsOf(intentOf("refuse", {}, { ...empty, text: " " }), 0)).toEqual({ text: "fillIn" });
    expect(complaintsOf(intentOf("refuse", {}, { ...empty, text: "No." }), 0)).toEqual({});
    expect(complaintsOf(intentOf("documents", {}, empty), 0)).toEqual({ documents: "atLeastOne" });
    const past = { ...empty, text: "Broken", at: "2026-11-28T10:00" };
    expect(complaintsOf(intentOf("fail", { line }, past), Date.parse("2026-12-28T10:00:00Z"))).toEqual({ at: "toCome" });
    expect(complaintsOf(intentOf("approve", {}, empty), 0)).toEqual({});
  });

  test("shows what the customer will read, in the customer's language", () => {
    const refused = preview(intentOf("refuse", {}, { ...empty, text: "L’indirizzo non esiste." }));
    expect(refused?.label).toBe(words.status.CANCELLING);
    expect(refused?.said).toEqual(["L’indirizzo non esiste."]);
    expect(refused?.meaning).toContain(words.meaning.CANCELLING.means);
    const asked = preview(intentOf("documents", {}, { ...empty, documents: { IDENTITY: "Fronte e retro", OTHER: undefined } }));
    expect(asked?.said).toEqual([`${words.tracking.documentKinds.IDENTITY}, Fronte e retro`]);
    expect(preview(intentOf("deliver", { line }, empty))).toMatchObject({ status: "DELIVERED", said: ["VPS, old.example"] });
    expect(preview(intentOf("fail", { line }, { ...empty, text: "Guasto" }))?.said).toEqual(["VPS, old.example: Guasto"]);
    const request = { id: "1", kind: "IDENTITY" } as Wanted;
    const identity = words.tracking.documentKinds.IDENTITY;
    expect(preview(intentOf("accept", { request }, empty))).toMatchObject({
      status: "CHECKING",
      said: [`${identity}: ${words.tracking.documentStates.ACCEPTED}`],
    });
    const blurred = { ...empty, text: "È sfocata." };
    expect(preview(intentOf("reject", { request }, blurred))).toMatchObject({ status: "DOCUMENTS_REQUESTED", said: [`${identity}, È sfocata.`] });
    expect(complaintsOf(intentOf("reject", { request }, empty), 0)).toEqual({ text: "fillIn" });
    expect(preview(intentOf("note", {}, { ...empty, text: "x" }))).toBe(null);
    expect(preview(intentOf("note", {}, { ...empty, text: "x", isVisible: true }))?.said).toEqual([`${words.tracking.actors.OPERATOR}: x`]);
  });

  test("of a document names the files that were looked at", async () => {
    const sent: unknown[] = [];
    const mutation = (_: unknown, variables: unknown) => (sent.push(variables), Promise.resolve({ data: { step: { errors: [], order: {} } } }));
    session.api = { client: { mutation } } as unknown as typeof session.api;
    const request = { id: "r", kind: "IDENTITY", documents: [{ id: "front" }, { id: "back" }] } as Wanted;
    await send({ kind: "accept", request }, "BO26-1", "it");
    await send({ kind: "reject", request, message: " È sfocata. " }, "BO26-1", "it");
    session.api = null;
    const documents = ["front", "back"];
    expect(sent).toEqual([
      { input: { request: "r", accepted: true, documents }, language: "it" },
      { input: { request: "r", accepted: false, message: "È sfocata.", documents }, language: "it" },
    ]);
  });

  test("knows the last line that is to be delivered", () => {
    const other = { id: "2", deliveredAt: null, withdrawnAt: null };
    expect(isLast([line, other], line)).toBe(false);
    expect(isLast([line, { ...other, withdrawnAt: "2026-11-28T10:00:00Z" }], line)).toBe(true);
  });
});

test("keys mean nothing where one writes", () => {
  const press = (key: string, on: Element, more = {}) =>
    meant({ key, target: on, defaultPrevented: false, ctrlKey: false, metaKey: false, altKey: false, ...more });
  const input = document.createElement("input");
  expect(press("a", document.body)).toBe("approve");
  expect(press("?", document.body)).toBe("help");
  expect(press("x", document.body)).toBe(null);
  expect(press("a", input)).toBe(null);
  expect(press("a", document.body, { ctrlKey: true })).toBe(null);
  document.body.innerHTML = "<dialog open></dialog>";
  expect(press("a", document.body)).toBe(null);
  document.body.innerHTML = "";
});
