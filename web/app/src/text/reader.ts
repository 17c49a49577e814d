// For whom a part is written: whoever reads the page, or the customer whose view it shows to somebody else.

import { getContext, setContext } from "svelte";
import { session } from "../session/session.svelte.ts";
import { speech, type Language, type Words } from "./text.svelte.ts";

export interface Reader {
  readonly language: Language;
  readonly words: Words;
  /** Undefined: that of the browser. */
  readonly timeZone: string | undefined;
}

const KEY = "reader";

const OWN: Reader = {
  get language() {
    return speech.language;
  },
  get words() {
    return speech.words;
  },
  get timeZone() {
    return session.customer?.timeZone;
  },
};

/** For the top of a component. */
export const theReader = (): Reader => getContext<Reader | undefined>(KEY) ?? OWN;

/** Everything below is written for this reader. */
export const writeFor = (reader: Reader) => setContext(KEY, reader);
