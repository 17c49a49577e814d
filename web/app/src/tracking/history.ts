// The entries of a history that are known: each once, by its number, however often and from wherever it
// comes.

interface Numbered {
  sequence: number;
}

export function add<Entry extends Numbered>(known: ReadonlyMap<number, Entry>, entries: readonly Entry[]): Map<number, Entry> {
  const all = new Map(known);
  for (const entry of entries) all.set(entry.sequence, entry);
  return all;
}

/** Whether there is a gap among the entries 1 to `count`. */
export function isMissing(known: ReadonlyMap<number, Numbered>, count: number): boolean {
  for (let sequence = 1; sequence <= count; sequence++) if (!known.has(sequence)) return true;
  return false;
}

interface Step {
  state: "TODO" | "DOING" | "DONE" | "ERROR";
}

/** The step that one is at: what is under way or stuck, or else the last that is done. */
export function currentStep(steps: readonly Step[]): number {
  const at = steps.findIndex(({ state }) => state === "DOING" || state === "ERROR");
  return at === -1
    ? Math.max(
        0,
        steps.findLastIndex(({ state }) => state === "DONE"),
      )
    : at;
}
