// Apollo Client, with its links for HTTP and for WebSockets: see walk.mjs.

import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { OperationTypeNode } from "graphql";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { BUONO_URL, BUONO_WS, authorization, codes, iterate, walk } from "./walk.mjs";

// The link looks at it to tell a closed socket from GraphQL errors. Browsers have it, and newer Nodes.
globalThis.WebSocket ??= WebSocket;

const socket = createClient({
  url: BUONO_WS,
  webSocketImpl: WebSocket,
  connectionParams: { authorization },
  retryAttempts: 0,
});
const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    new GraphQLWsLink(socket),
    new HttpLink({ uri: BUONO_URL, headers: { authorization } }),
  ),
  defaultOptions: { query: { errorPolicy: "all" }, mutate: { errorPolicy: "all" } },
});

await walk({
  async ask(document, variables) {
    const isMutation = document.trimStart().startsWith("mutation");
    return answer(
      isMutation
        ? await client.mutate({ mutation: gql(document), variables })
        : await client.query({ query: gql(document), variables }),
    );
  },
  async *follow(document, variables) {
    const updates = client.subscribe({ query: gql(document), variables, errorPolicy: "all" });
    const told = iterate((observer) => {
      const subscription = updates.subscribe(observer);
      return () => subscription.unsubscribe();
    });
    for await (const result of told) yield answer(result);
  },
  async dispose() {
    client.stop();
    await socket.dispose();
  },
});

function answer({ data, error }) {
  if (error && !CombinedGraphQLErrors.is(error)) throw error;
  return { data, codes: codes(error?.errors) };
}
