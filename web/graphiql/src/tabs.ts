// The guide's path, one named operation for each tab: files in `tabs/`, in the order of their names.

import type { TabsState } from "@graphiql/react";

const documents = import.meta.glob<string>("../tabs/*.graphql", { query: "?raw", import: "default", eager: true });
const variables = import.meta.glob<string>("../tabs/*.json", { query: "?raw", import: "default", eager: true });

export type Tab = Pick<TabsState["tabs"][number], "query" | "variables" | "headers">;

export const TABS: Tab[] = Object.keys(documents)
  .sort()
  .map((path) => ({
    query: documents[path]!.trimEnd(),
    variables: variables[path.replace(/\.graphql$/, ".json")]?.trimEnd() ?? null,
    headers: null,
  }));
