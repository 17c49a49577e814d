// What the customer area hands over when it opens GraphiQL: who is signed in, and the query that drew
// what was looked at. From memory to memory, over a channel of this origin: no token is in an address.

import { storage, TABS_KEY } from "./storage.ts";
import { TABS, type Tab } from "./tabs.ts";

export interface Handed {
  token: string;
  /** The person of a demo. */
  person: string | null;
  operation?: { query: string; variables: string } | undefined;
}

/** The same as in the customer area. */
const CHANNEL = "buono:session";
/** Tabs that are there answer within a few milliseconds. */
const PATIENCE_MS = 250;

/** Null when nobody is signed in anywhere. */
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
    channel.onmessage = ({ data }: MessageEvent<Handed & { type: string; id: string }>) => {
      if (data.type === "tell" && data.id === id) end(data);
    };
    channel.postMessage({ type: "ask", id, for: "graphiql" });
  });
}

/** Hears of tokens that the customer area renews, gets or gives up, for as long as this page is open. */
export function hear(take: (old: string | undefined, token: string | undefined) => void) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<{ type: string; old?: string; token?: string }>) => {
    if (data.type === "pass") take(data.old, data.token);
  };
}

interface Tabs {
  tabs: Partial<Tab>[];
  activeTabIndex: number;
}

/** Opens a tab with the operation, or the one that has it already. For before GraphiQL reads its tabs. */
export function show({ query, variables }: NonNullable<Handed["operation"]>) {
  const { tabs } = kept();
  const known = tabs.findIndex((tab) => tab.query === query);
  const at = known === -1 ? tabs.length : known;
  const title = /(?:query|mutation|subscription)\s+(\w+)/.exec(query)?.[1] ?? null;
  const tab = { id: crypto.randomUUID(), title, operationName: title, response: null, ...tabs[at], query, variables, headers: null };
  storage.setItem(TABS_KEY, JSON.stringify({ tabs: [...tabs.slice(0, at), tab, ...tabs.slice(at + 1)], activeTabIndex: at }));
}

function kept(): Tabs {
  try {
    return JSON.parse(storage.getItem(TABS_KEY) ?? "") as Tabs;
  } catch {
    const tabs = TABS.map((tab) => {
      const title = /(?:query|mutation|subscription)\s+(\w+)/.exec(tab.query ?? "")?.[1] ?? null;
      return { id: crypto.randomUUID(), title, operationName: title, response: null, ...tab };
    });
    return { tabs, activeTabIndex: 0 };
  }
}
