// The desk, with what it says: neither is in the first load of any page.

import type { Component } from "svelte";
import { withWords, type More } from "../text/text.svelte.ts";

const WORDS: More = {
  it: () => import("../text/desk/it.ts"),
  en: () => import("../text/desk/en.ts"),
  fr: () => import("../text/desk/fr.ts"),
  de: () => import("../text/desk/de.ts"),
  es: () => import("../text/desk/es.ts"),
};

export const open = (): Promise<{ default: Component<Record<string, never>> }> => withWords(() => import("./Desk.svelte"), WORDS);
