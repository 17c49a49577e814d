// Tabs of one browser share who is signed in: a new one asks, and one that knows tells. The token goes
// from memory to memory, and is never in an address or in a store.

import { oidc } from "./people.ts";

export interface Handed {
  token: string;
  /** The person of a demo. */
  person: string | null;
  /** Whose it is, by their id. */
  who?: string | undefined;
  /** What GraphiQL is to show, if it was opened for that. */
  operation?: { query: string; variables: string } | undefined;
}

/** What another token is for: one is not taken any more. */
export interface Wish {
  not: string;
  /** Whose it has to be, by their id. */
  of: string;
}

type Message =
  | ({ type: "ask"; id: string; for: "app" | "graphiql" } & Partial<Wish>)
  | ({ type: "tell"; id: string } & Handed)
  | { type: "pass"; old: string | undefined; token: string | undefined };

const CHANNEL = "buono:session";
/** Tabs that are there answer within a few milliseconds. */
const PATIENCE_MS = 250;
/** The tab that has signed in asks the provider first. */
const RENEWED_WITHIN_MS = 5_000;

/** What a tab does that is asked and has this: nothing if it is somebody else's, or what is not taken is all it has. */
export function answerTo({ not, of }: Partial<Wish>, mine: Handed | null): "tell" | "renew" | null {
  if (!mine || (of !== undefined && of !== mine.who)) return null;
  return mine.token === not ? "renew" : "tell";
}

/** Answers tabs that ask, for as long as this one is open, and hears of tokens that were renewed or given up. */
export function tell(
  known: (forWhom: "app" | "graphiql") => Handed | null,
  take: (old: string | undefined, token: string | undefined) => void,
  renew: (not: string) => Promise<void>,
) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = async ({ data }: MessageEvent<Message>) => {
    if (data.type === "pass") take(data.old, data.token);
    if (data.type !== "ask") return;
    let handed = known(data.for);
    if (data.not !== undefined && answerTo(data, handed) === "renew") {
      await renew(data.not);
      handed = known(data.for);
    }
    if (handed && answerTo(data, handed) === "tell") channel.postMessage({ type: "tell", id: data.id, ...handed } satisfies Message);
  };
}

/** Other tabs with the old token have another from now on, or none. */
export function pass(old: string | undefined, token: string | undefined) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ type: "pass", old, token } satisfies Message);
  channel.close();
}

/** Who is signed in elsewhere; null when nobody is, or nobody has what is wished for. */
export function ask(wish?: Wish): Promise<Handed | null> {
  const channel = new BroadcastChannel(CHANNEL);
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    const end = (handed: Handed | null) => {
      clearTimeout(timer);
      channel.close();
      resolve(handed);
    };
    const timer = setTimeout(() => end(null), wish && oidc() ? RENEWED_WITHIN_MS : PATIENCE_MS);
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.type === "tell" && data.id === id && answerTo(wish ?? {}, data) === "tell") end({ token: data.token, person: data.person, who: data.who });
    };
    channel.postMessage({ type: "ask", id, for: "app", ...wish } satisfies Message);
  });
}
