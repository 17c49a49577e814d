// Telling whoever has gone on meanwhile that something did not come about after all.

import { mount } from "svelte";
import Told, { add, type Bad } from "./Told.svelte";

let isThere = false;

/** It stays in sight until it is put away. */
export function tell(bad: Bad) {
  if (!isThere) mount(Told, { target: document.body });
  isThere = true;
  add(bad);
}
