// Taking a step: what came of it, or why it was not taken, in words.

import type { AnyVariables, TypedDocumentNode } from "@urql/core";
import { session } from "../session/session.svelte.ts";
import { t } from "../text/text.svelte.ts";
import type { Order } from "./documents.ts";

interface Answer<Done> {
  errors: readonly { __typename: string; message?: string; path?: string[] | null }[];
  order: Done | null;
}

export interface Taken<Done> {
  order: Done | null;
  refusal: string;
  /** The fields of the input that the refusal is about. */
  fields: string[];
}

export async function take<Variables extends AnyVariables, Done = Order>(
  document: TypedDocumentNode<{ step: Answer<Done> }, Variables>,
  variables: Variables,
): Promise<Taken<Done>> {
  const { data, error } = (await session.api?.client.mutation(document, variables)) ?? {};
  if (data?.step.order) return { order: data.step.order, refusal: "", fields: [] };
  const errors = data?.step.errors ?? [];
  const said = errors.map(({ message }) => message).filter((message) => message !== undefined);
  const failed = error?.networkError ? t().lost : (error?.graphQLErrors[0]?.message ?? t().state.failed);
  return {
    order: null,
    refusal: said.length > 0 ? said.join(" ") : failed,
    fields: errors.flatMap(({ path }) => path?.slice(0, 1) ?? []),
  };
}
