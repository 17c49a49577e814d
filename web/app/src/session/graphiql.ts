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
  const query = operation && stringifyDocument(operation.document);
  session.opening = { operation: query === undefined ? undefined : { query, variables: JSON.stringify(operation?.variables, null, 2) } };
  window.open(graphiql(), "_blank");
}
