// What the page keeps between visits: tabs, history and theme, under a name of its own, because other
// programs on this machine may have been at the same address with a GraphiQL of theirs. Never a token.

import type { ComponentProps } from "react";
import type { GraphiQLProvider, TabsState } from "@graphiql/react";
import { TABS, type Tab } from "./tabs.ts";

type Storage = NonNullable<ComponentProps<typeof GraphiQLProvider>["storage"]>;

const PREFIX = "buono:";
export const TABS_KEY = "graphiql:tabState";
/**
 * GraphiQL also keeps what its editors hold, each on its own and at its own time. After a reload in
 * between they fit no tab, and it would open another. So they are read from the tabs.
 */
const OF_ACTIVE_TAB: Record<string, (tab: Tab) => string | null | undefined> = {
  "graphiql:query": (tab) => tab.query,
  "graphiql:variables": (tab) => tab.variables,
  "graphiql:headers": () => null,
};

export const storage: Storage = {
  getItem: (key) => OF_ACTIVE_TAB[key]?.(activeTab()) ?? withStore((store) => store.getItem(PREFIX + key)) ?? null,
  setItem: (key, value) => void (OF_ACTIVE_TAB[key] || withStore((store) => store.setItem(PREFIX + key, value))),
  removeItem: (key) => void withStore((store) => store.removeItem(PREFIX + key)),
  clear: () => void withStore((store) => ours(store).forEach((key) => store.removeItem(key))),
  get length() {
    return withStore((store) => ours(store).length) ?? 0;
  },
};

function activeTab(): Tab {
  try {
    const { tabs, activeTabIndex } = JSON.parse(storage.getItem(TABS_KEY) ?? "") as TabsState;
    return tabs[activeTabIndex] ?? TABS[0]!;
  } catch {
    return TABS[0]!;
  }
}

const ours = (store: globalThis.Storage) => Object.keys(store).filter((key) => key.startsWith(PREFIX));

/** Browsers may refuse to keep anything: then nothing is kept. */
function withStore<T>(use: (store: globalThis.Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
