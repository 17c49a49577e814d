// GraphiQL with its explorer, under the bar.

import { DOC_EXPLORER_PLUGIN, DocExplorerStore } from "@graphiql/plugin-doc-explorer";
import { explorerPlugin } from "@graphiql/plugin-explorer";
import { HISTORY_PLUGIN, HistoryStore } from "@graphiql/plugin-history";
import { GraphiQLProvider, ToolbarButton, useGraphiQL } from "@graphiql/react";
import { GraphiQL, GraphiQLInterface } from "graphiql";
import { useEffect } from "react";
import { Bar } from "./bar.tsx";
import type { Identity, Person } from "./identity.ts";
import { useVisible } from "./orders.ts";
import { storage } from "./storage.ts";
import { TABS } from "./tabs.ts";
import type { Transport } from "./transport.ts";
import { useFilling } from "./variables.ts";

export interface PageProps {
  identity: Identity;
  people: Person[];
  transport: Transport;
}

const PLUGINS = [DOC_EXPLORER_PLUGIN, HISTORY_PLUGIN, explorerPlugin()];

export function Page(props: PageProps) {
  return (
    <GraphiQLProvider
      fetcher={props.transport.fetcher}
      storage={storage}
      plugins={PLUGINS}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      defaultTabs={TABS}
      defaultQuery=""
      shouldPersistHeaders={false}
    >
      <HistoryStore>
        <DocExplorerStore>
          <Desk {...props} />
        </DocExplorerStore>
      </HistoryStore>
    </GraphiQLProvider>
  );
}

function Desk({ identity, people, transport }: PageProps) {
  const visible = useVisible(identity, transport);
  const filling = useFilling(visible.orders);
  useLegibleEditors();
  const reset = () => {
    storage.clear();
    location.reload();
  };
  return (
    <>
      <Bar identity={identity} people={people} visible={visible} onUse={filling.use} onReset={reset} />
      <GraphiQLInterface showPersistHeadersSettings={false} defaultEditorToolsVisibility="variables">
        <GraphiQL.Logo>{null}</GraphiQL.Logo>
        <GraphiQL.Toolbar>
          {({ prettify, copy, merge }) => (
            <>
              {prettify}
              {merge}
              {copy}
              {filling.hasKey && (
                <ToolbarButton label="New idempotency key" onClick={filling.renewKey}>
                  <KeyIcon />
                </ToolbarButton>
              )}
            </>
          )}
        </GraphiQL.Toolbar>
      </GraphiQLInterface>
    </>
  );
}

/** Long lines are wrapped instead of hidden: on a narrow screen most lines are long. */
function useLegibleEditors() {
  const editors = useGraphiQL((state) => [state.queryEditor, state.variableEditor, state.headerEditor, state.responseEditor]);
  useEffect(() => {
    for (const editor of editors) editor?.updateOptions({ wordWrap: "on", fontSize: 13, wrappingIndent: "indent" });
  }, [editors]);
}

function KeyIcon() {
  return (
    <svg className="graphiql-toolbar-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <circle cx="8" cy="16" r="4.5" />
      <path d="M11.5 12.5 20 4m-3.5 3.5 3 3M13.5 10.5l2 2" strokeLinecap="round" />
    </svg>
  );
}
