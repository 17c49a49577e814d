import { describe, expect, test } from "vitest";
import { filterOf, fits, merge } from "../src/orders/list.ts";

const order = (id: string, createdAt: string, status = "CHECKING", number = `BO26-${id}`) => ({ id, createdAt, number, status: status as "CHECKING" });
const ALL = { status: [], number: "" };

describe("the list", () => {
  const pages = [[order("c", "2026-11-03"), order("b", "2026-11-02")]];

  test("takes in what is new, the newest first", () => {
    const told = new Map([["d", order("d", "2026-11-04")]]);
    expect(merge(pages, told, ALL, false).map(({ id }) => id)).toEqual(["d", "c", "b"]);
  });

  test("has each order once, as the cache has it", () => {
    const told = new Map([["c", order("c", "2026-11-03", "NOT_PAID")]]);
    expect(merge(pages, told, ALL, false).map(({ id, status }) => `${id} ${status}`)).toEqual(["c CHECKING", "b CHECKING"]);
  });

  test("leaves what lies behind the last page to that page", () => {
    const told = new Map([["a", order("a", "2026-11-01")]]);
    expect(merge(pages, told, ALL, false).map(({ id }) => id)).toEqual(["c", "b"]);
    expect(merge(pages, told, ALL, true).map(({ id }) => id)).toEqual(["c", "b", "a"]);
  });

  test("drops what does not fit any more", () => {
    const filter = { status: ["NOT_PAID" as const], number: "" };
    expect(merge([[order("c", "2026-11-03", "NOT_PAID"), order("b", "2026-11-02")]], new Map(), filter, true).map(({ id }) => id)).toEqual(["c"]);
  });

  test("compares numbers as the server does", () => {
    const one = order("x", "2026-11-03", "CHECKING", "BO26-7K4Q9-MT2XA");
    for (const number of ["bo26", "BO26-7K", "bo267k4q9", ""]) expect(fits(one, { status: [], number })).toBe(true);
    expect(fits(one, { status: [], number: "BO25" })).toBe(false);
  });

  test("is narrowed by the address, which may be anything", () => {
    const filter = filterOf(new URLSearchParams("status=DELIVERED,NONSENSE,NOT_PAID&number=BO26"));
    expect(filter).toEqual({ status: ["NOT_PAID", "DELIVERED"], number: "BO26" });
    expect(filterOf(new URLSearchParams())).toEqual(ALL);
  });
});
