// Telling whoever has gone on meanwhile that something did not come about after all.

import { mount } from "svelte";
import { session } from "../session/session.svelte.ts";
import Told, { add, type Bad } from "./Told.svelte";

let isThere = false;

/** It stays in sight until it is put away, or until the person leaves, who alone is told. */
export function tell(bad: Bad) {
  if (bad.who === undefined || bad.who !== session.who) return;
  if (!isThere) mount(Told, { target: document.body });
  isThere = true;
  add(bad);
}
