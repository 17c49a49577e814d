// The language that is shown, and its words. Each language is two files of its own: what every page
// says, and what is said by what is opened later; the desk brings a third.

import type { FirstWords } from "./en.ts";
import type { DeskWords } from "./desk/en.ts";
import type { LaterWords } from "./later/en.ts";

export const LANGUAGES = { it: "Italiano", en: "English", fr: "Français", de: "Deutsch", es: "Español" } as const;
export type Language = keyof typeof LANGUAGES;
export type Words = FirstWords & LaterWords & { desk: DeskWords };
/** The files of what is opened later, by language. */
export type More = Record<Language, () => Promise<{ default: object }>>;

const FIRST: Record<Language, () => Promise<{ default: FirstWords }>> = {
  it: () => import("./it.ts"),
  en: () => import("./en.ts"),
  fr: () => import("./fr.ts"),
  de: () => import("./de.ts"),
  es: () => import("./es.ts"),
};
const LATER: More = {
  it: () => import("./later/it.ts"),
  en: () => import("./later/en.ts"),
  fr: () => import("./later/fr.ts"),
  de: () => import("./later/de.ts"),
  es: () => import("./later/es.ts"),
};
const CHOSEN = "buono:language";

class Speech {
  language = $state<Language>("en");
  words = $state.raw<Words>({} as Words);
  /** What was opened that says more. */
  more = new Set<More>();
}

export const speech = new Speech();

/** The language that was asked for last: whichever file arrives last, this one is spoken. */
let wanted: Language = "en";

/** The words of the moment. Those of `later` are there for what was loaded with `withWords`. */
export const t = (): Words => speech.words;

/** Speaks a language: what was chosen here before all, then the one that is given, then the browser's. */
export async function speak(language?: Language) {
  await use(chosen() ?? language ?? browsers());
}

/** The reader chooses: it stays so. */
export async function choose(language: Language) {
  try {
    localStorage.setItem(CHOSEN, language);
  } catch {
    // It is spoken until the page is closed.
  }
  await use(language);
}

/** A part that is opened later, with what it says. */
export async function withWords<Part>(load: () => Promise<Part>, ...words: More[]): Promise<Part> {
  for (const more of [LATER, ...words]) speech.more.add(more);
  const [part] = await Promise.all([load(), use(wanted)]);
  return part;
}

async function use(language: Language) {
  wanted = language;
  const words = await wordsIn(language);
  if (language !== wanted) return;
  speech.words = words;
  speech.language = language;
  document.documentElement.lang = language;
}

/** What was opened so far, in any language: that of whoever is written to, too. */
export async function wordsIn(language: Language): Promise<Words> {
  const parts = await Promise.all([FIRST, ...speech.more].map((words: More) => words[language]()));
  return Object.assign({}, ...parts.map((part) => part.default)) as Words;
}

function chosen(): Language | undefined {
  try {
    return known(localStorage.getItem(CHOSEN));
  } catch {
    return undefined;
  }
}

function browsers(): Language {
  for (const tag of navigator.languages) {
    const language = known(tag.split("-")[0]);
    if (language) return language;
  }
  return "en";
}

function known(tag: string | null | undefined): Language | undefined {
  return tag && tag in LANGUAGES ? (tag as Language) : undefined;
}

/** A sentence with its gaps filled: `{name}`. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
