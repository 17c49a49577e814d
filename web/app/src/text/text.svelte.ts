// The language that is shown, and its words. Each language is two files of its own: what every page
// says, and what is said by what is opened later.

import type { FirstWords } from "./en.ts";
import type { LaterWords } from "./later/en.ts";

export const LANGUAGES = { it: "Italiano", en: "English", fr: "Français", de: "Deutsch", es: "Español" } as const;
export type Language = keyof typeof LANGUAGES;
type Words = FirstWords & LaterWords;

const FIRST: Record<Language, () => Promise<{ default: FirstWords }>> = {
  it: () => import("./it.ts"),
  en: () => import("./en.ts"),
  fr: () => import("./fr.ts"),
  de: () => import("./de.ts"),
  es: () => import("./es.ts"),
};
const LATER: Record<Language, () => Promise<{ default: LaterWords }>> = {
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
  /** Whether anything was opened that says more. */
  saysMore = false;
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
export async function withWords<Part>(load: () => Promise<Part>): Promise<Part> {
  speech.saysMore = true;
  const [part] = await Promise.all([load(), use(wanted)]);
  return part;
}

async function use(language: Language) {
  wanted = language;
  const [first, later] = await Promise.all([FIRST[language](), speech.saysMore ? LATER[language]() : undefined]);
  if (language !== wanted) return;
  speech.words = { ...first.default, ...later?.default } as Words;
  speech.language = language;
  document.documentElement.lang = language;
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
