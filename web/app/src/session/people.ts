// The people of a demo, with their tokens. The server says where they are only where there are some.

export interface Person {
  name: string;
  token: string;
}

const hint = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="buono-${name}"]`)?.content;
const address = () => hint("config");

export const isDemo = () => address() !== undefined;

/** Where GraphiQL is, if it is. */
export const graphiql = () => hint("graphiql");

/** Where it is said which identity provider people sign in with, if there is one. */
export const oidc = () => hint("oidc");

export async function readPeople(): Promise<Person[]> {
  const url = address();
  if (!url) return [];
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return ((await response.json()) as { people: Person[] }).people;
}

/** Asks who somebody is, with their token. */
export async function introduce(token: string): Promise<{ name: string; kind: string; country: string | null }> {
  const query = "{ viewer { __typename ... on Customer { name kind country } ... on Operator { name } ... on Service { name } } }";
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: { viewer: { __typename: string; name: string; kind?: string; country?: string } } };
  const { viewer } = data;
  return { name: viewer.name, kind: viewer.kind ?? viewer.__typename.toUpperCase(), country: viewer.country ?? null };
}
