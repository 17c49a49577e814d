// Programs to begin with, that run as they are where the token is in the environment.

import query from "./orders.graphql?raw";

export interface Snippet {
  name: string;
  /** What has to be there. */
  needs: string;
  text: string;
}

const document = query.trim();
const indented = (text: string, by: string) => text.replaceAll("\n", `\n${by}`);

export function snippets(origin: string): Snippet[] {
  const socket = origin.replace(/^http/, "ws");
  return [
    {
      name: "curl",
      needs: "curl",
      text: `export TOKEN='…'

curl -s ${origin}/graphql \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
  -d '{"query": "${document.replace(/\s+/g, " ")}"}'`,
    },
    {
      name: "urql",
      needs: "npm install @urql/core graphql-ws",
      text: `import { Client, fetchExchange, gql, subscriptionExchange } from "@urql/core";
import { createClient } from "graphql-ws";

const authorization = \`Bearer \${process.env.TOKEN}\`;
const socket = createClient({ url: "${socket}/graphql", connectionParams: { authorization } });

const client = new Client({
  url: "${origin}/graphql",
  fetchOptions: { headers: { authorization } },
  exchanges: [
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query, variables }) => ({
        subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
      }),
    }),
  ],
});

const { data } = await client.query(gql\`
  ${indented(document, "  ")}
\`, {});
console.log(data.orders.nodes);`,
    },
    {
      name: "Apollo",
      needs: "npm install @apollo/client graphql rxjs",
      text: `import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";

const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: new HttpLink({
    uri: "${origin}/graphql",
    headers: { authorization: \`Bearer \${process.env.TOKEN}\` },
  }),
});

const { data } = await client.query({ query: gql\`
  ${indented(document, "  ")}
\` });
console.log(data.orders.nodes);`,
    },
    {
      name: "Python",
      needs: "Python 3",
      text: `import json, os, urllib.request

query = """
${document}
"""
request = urllib.request.Request(
    "${origin}/graphql",
    data=json.dumps({"query": query}).encode(),
    headers={
        "Authorization": f"Bearer {os.environ['TOKEN']}",
        "Content-Type": "application/json",
    },
)
with urllib.request.urlopen(request) as answer:
    for order in json.load(answer)["data"]["orders"]["nodes"]:
        print(order["number"], order["statusLabel"], order["total"]["text"])`,
    },
  ];
}
