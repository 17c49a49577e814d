// GraphiQL in a tab of its own. It asks this one who is signed in and what to show.

import { stringifyDocument, type TypedDocumentNode } from "@urql/core";
import { graphiql } from "./people.ts";
import { session } from "./session.svelte.ts";

export interface Operation {
  document: TypedDocumentNode<unknown, never>;
  variables: Record<string, unknown>;
}

/** With an operation, GraphiQL shows it: the query that drew what one looks at. */
export function openGraphiql(operation?: Operation) {
  session.operation = operation && {
    query: stringifyDocument(operation.document),
    variables: JSON.stringify(operation.variables, null, 2),
  };
  window.open(graphiql(), "_blank");
}
