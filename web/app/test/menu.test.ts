import { expect, test } from "vitest";
import { menuOf } from "../src/orders/menu.ts";
import type { Row } from "../src/api/documents.ts";

const KINDS = ["VIEW_HTML", "TRACK", "PAY", "UPLOAD_DOCUMENT", "WITHDRAW", "CANCEL", "REORDER"] as const;
const menu = (status: Row["status"], available: string[]) =>
  menuOf({
    status,
    actions: KINDS.map((kind) => ({ kind, available: available.includes(kind), reason: available.includes(kind) ? null : `no ${kind}`, until: null })),
  });
const kinds = (status: Row["status"], available: string[]) => menu(status, available).map(({ kind }) => kind);

test("an unpaid order is cancelled, a paid one is withdrawn from", () => {
  expect(kinds("NOT_PAID", ["PAY", "CANCEL"])).toEqual(["VIEW_HTML", "TRACK", "PAY", "CANCEL"]);
  expect(kinds("DELIVERED", ["WITHDRAW"])).toEqual(["VIEW_HTML", "TRACK", "PAY", "WITHDRAW"]);
});

test("what is not possible stays, with its reason", () => {
  const [, , pay, withdraw] = menu("DELIVERED", []);
  expect([pay?.available, pay?.reason]).toEqual([false, "no PAY"]);
  expect([withdraw?.available, withdraw?.reason]).toEqual([false, "no WITHDRAW"]);
});

test("a document is sent when one is asked for", () => {
  expect(kinds("DOCUMENTS_REQUESTED", ["UPLOAD_DOCUMENT", "WITHDRAW"])).toEqual(["VIEW_HTML", "TRACK", "UPLOAD_DOCUMENT", "PAY", "WITHDRAW"]);
  // More pages can come until somebody has decided.
  expect(kinds("CHECKING", ["UPLOAD_DOCUMENT", "WITHDRAW"])).toContain("UPLOAD_DOCUMENT");
  expect(kinds("CHECKING", ["WITHDRAW"])).not.toContain("UPLOAD_DOCUMENT");
});

test("what is over can be ordered again", () => {
  expect(kinds("EXPIRED", ["REORDER"])).toEqual(["VIEW_HTML", "TRACK", "PAY", "CANCEL", "REORDER"]);
  expect(kinds("CANCELLED", ["REORDER"])).toContain("REORDER");
  expect(kinds("DELIVERED", ["REORDER"])).not.toContain("REORDER");
});
