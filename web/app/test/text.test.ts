import { describe, expect, test } from "vitest";
import { date, exactly, moment, period } from "../src/text/time.ts";
import { fill, LANGUAGES } from "../src/text/text.svelte.ts";

const files = import.meta.glob<{ default: object }>("../src/text/{,later/,desk/}{en,it,fr,de,es}.ts", { eager: true });

/** Every sentence by its place. */
function sentences(words: object, place = ""): [string, string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === "string" ? [[`${place}.${name}`, value] as [string, string]] : sentences(value as object, `${place}.${name}`),
  );
}

const gaps = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();

describe.each(["../src/text/", "../src/text/later/", "../src/text/desk/"])("%s", (folder) => {
  const english = Object.fromEntries(sentences(files[`${folder}en.ts`]!.default));

  test.each(Object.keys(LANGUAGES))("%s says everything, with the same gaps", (language) => {
    const said = sentences(files[`${folder}${language}.ts`]!.default);
    expect(said.map(([place]) => place).sort()).toEqual(Object.keys(english).sort());
    for (const [place, sentence] of said) {
      expect(sentence.trim(), place).not.toBe("");
      expect(gaps(sentence), place).toEqual(gaps(english[place]!));
    }
  });
});

test("gaps are filled, and only those that are meant", () => {
  expect(fill("{n} of {all}", { n: 2 })).toBe("2 of {all}");
});

test("moments are in the customer's time zone, and told to the second where that counts", () => {
  const at = "2026-11-23T23:04:11.123Z";
  expect(moment(at, "en", "Europe/Rome")).toBe("24 Nov 2026, 00:04");
  expect(moment(at, "it", "Europe/Rome")).toBe("24 nov 2026, 00:04");
  expect(moment(at, "en", "no such place")).toContain("2026");
  expect(exactly(at, "en", "Europe/Rome")).toMatch(/^24 November 2026 at 00:04:11 (CET|GMT\+1)$/);
});

test("a calendar day is the same day everywhere", () => {
  expect(date("2026-12-07", "en")).toBe("7 December 2026");
  expect(date("2026-12-07", "de")).toBe("7. Dezember 2026");
});

test("periods are words", () => {
  expect(period("P1M", "en")).toBe("1 month");
  expect(period("P1Y", "it")).toBe("1 anno");
});
