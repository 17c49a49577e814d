// What a key means at the desk. Where one writes, chooses or has a window open, keys mean what they
// always mean.

export type Meaning = "next" | "previous" | "approve" | "refuse" | "claim" | "help" | "close";

const KEYS: Record<string, Meaning> = { j: "next", k: "previous", a: "approve", r: "refuse", c: "claim", "?": "help", Escape: "close" };

export function meant(event: Pick<KeyboardEvent, "key" | "target" | "defaultPrevented" | "ctrlKey" | "metaKey" | "altKey">): Meaning | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target as Element | null;
  if (target?.closest?.("input, textarea, select, [contenteditable], dialog, [popover]")) return null;
  if (document.querySelector("dialog[open]")) return null;
  return KEYS[event.key] ?? null;
}
