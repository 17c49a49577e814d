// Tabs of one browser share who is signed in: a new one asks, and one that knows tells. The token goes
// from memory to memory, and is never in an address or in a store.

export interface Handed {
  token: string;
  /** The person of a demo. */
  person: string | null;
  /** Whose it is, by their id. */
  who?: string | undefined;
  /** What GraphiQL is to show, if it was opened for that. */
  operation?: { query: string; variables: string } | undefined;
}

type Message =
  | { type: "ask"; id: string; for: "app" | "graphiql" }
  | ({ type: "tell"; id: string } & Handed)
  | { type: "pass"; old: string | undefined; token: string | undefined };

const CHANNEL = "buono:session";
/** Tabs that are there answer within a few milliseconds. */
const PATIENCE_MS = 250;

/** Answers tabs that ask, for as long as this one is open, and hears of tokens that were renewed or given up. */
export function tell(known: (forWhom: "app" | "graphiql") => Handed | null, take: (old: string | undefined, token: string | undefined) => void) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === "pass") take(data.old, data.token);
    if (data.type !== "ask") return;
    const handed = known(data.for);
    if (handed) channel.postMessage({ type: "tell", id: data.id, ...handed } satisfies Message);
  };
}

/** Other tabs with the old token have another from now on, or none. */
export function pass(old: string | undefined, token: string | undefined) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ type: "pass", old, token } satisfies Message);
  channel.close();
}

/** Who is signed in elsewhere; null when nobody is. */
export function ask(): Promise<Handed | null> {
  const channel = new BroadcastChannel(CHANNEL);
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    const end = (handed: Handed | null) => {
      clearTimeout(timer);
      channel.close();
      resolve(handed);
    };
    const timer = setTimeout(() => end(null), PATIENCE_MS);
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.type === "tell" && data.id === id) end({ token: data.token, person: data.person, who: data.who });
    };
    channel.postMessage({ type: "ask", id, for: "app" } satisfies Message);
  });
}
