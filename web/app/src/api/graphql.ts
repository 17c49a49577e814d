// Documents are typed by `schema.graphql`, and a field that it has not does not compile.

import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./schema.d.ts";

export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; Date: string; Decimal: string };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from "gql.tada";
