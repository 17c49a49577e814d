// What is known of the connection that brings changes, as a function of what happened to it. When to
// try again is decided here too; waiting is done elsewhere.

/** Shorter interruptions are nobody's business: what was missed comes by itself. */
export const BANNER_AFTER_MS = 5_000;
const WAIT_FIRST_MS = 500;
const WAIT_MAX_MS = 15_000;

export interface Connection {
  /** `idle`: nothing is followed, so that there is nothing to connect for. */
  state: "idle" | "connecting" | "live" | "lost";
  /** Since when there is none; null while there is one, or none is wanted. */
  since: number | null;
  /** When the next try begins; null while one is under way. */
  nextTryAt: number | null;
}

export type Happening =
  { type: "trying"; at: number } | { type: "connected" } | { type: "lost"; at: number } | { type: "waiting"; until: number } | { type: "released" };

export const IDLE: Connection = { state: "idle", since: null, nextTryAt: null };

export function after(connection: Connection, happening: Happening): Connection {
  const since = connection.since;
  switch (happening.type) {
    case "trying":
      return { state: since === null ? "connecting" : "lost", since: since ?? happening.at, nextTryAt: null };
    case "connected":
      return { state: "live", since: null, nextTryAt: null };
    case "lost":
      return { state: "lost", since: since ?? happening.at, nextTryAt: null };
    case "waiting":
      return { ...connection, nextTryAt: happening.until };
    case "released":
      return IDLE;
  }
}

/** What the banner says, if there has to be one. */
export function banner(connection: Connection, now: number): { seconds: number | null } | null {
  const { state, since, nextTryAt } = connection;
  if (state === "idle" || since === null || now - since < BANNER_AFTER_MS) return null;
  return { seconds: nextTryAt === null ? null : Math.max(0, Math.ceil((nextTryAt - now) / 1000)) };
}

/** Each wait is twice as long as the one before, give or take: clients are not to return all at once. */
export function waitBefore(retries: number, random: number): number {
  const wait = Math.min(WAIT_FIRST_MS * 2 ** retries, WAIT_MAX_MS);
  return Math.round(wait * (0.75 + random / 2));
}
