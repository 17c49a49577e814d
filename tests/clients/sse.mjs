// The client of graphql-sse, with a connection for each operation: see walk.mjs.
//
// BUONO_URL has to be reached over a line that can be cut, where no one has more than two streams at
// once. When this prints "cut", the line has to break; when it prints "lost", to be mended.

import assert from "node:assert/strict";
import { NetworkError, createClient } from "graphql-sse";
import { BUONO_URL, TRACK, authorization, codes, done, next, place, walk } from "./walk.mjs";

const options = { url: `${BUONO_URL}/stream`, headers: { authorization } };
let retried = 0;
// The client waits for seconds between its attempts unless it is told otherwise.
const retry = async () => {
  if (retried === 0) done("lost");
  retried += 1;
  await new Promise((resolve) => setTimeout(resolve, 50));
};
const once = createClient({ ...options, retryAttempts: 0 });
const untiring = createClient({ ...options, retryAttempts: 100, retry });

async function ask(query, variables) {
  const answers = follow(query, variables);
  const { value } = await answers.next();
  await answers.return();
  return value;
}

async function* follow(query, variables) {
  yield* answers(once.iterate({ query, variables }));
}

async function* answers(results) {
  try {
    for await (const { data, errors } of results) yield { data, codes: codes(errors) };
  } catch (error) {
    // What is refused before the stream begins is an answer like any other over HTTP.
    if (!(error instanceof NetworkError) || !error.response) throw error;
    const { errors } = await error.response.json();
    yield { status: error.response.status, codes: codes(errors) };
  }
}

const is = (answer, status, code) => assert.deepEqual([answer.status, answer.codes], [status, [code]]);

await walk({ ask, follow });

// What is wrong with the document is told in the stream, so that the client does not try again.
for (const [document, code] of [
  ["{ never closed", "GRAPHQL_PARSE_FAILED"],
  [`{ ${"a: __typename ".repeat(3000)}}`, "DOCUMENT_TOO_LARGE"],
  ["{ ...A } fragment A on Query { ...A }", "GRAPHQL_VALIDATION_FAILED"],
]) {
  is(await ask(document), undefined, code);
}
const forged = createClient({ ...options, headers: { authorization: "Bearer x.y.z" }, retryAttempts: 0 });
is((await answers(forged.iterate({ query: "{ __typename }" })).next()).value, 401, "UNAUTHENTICATED");
done("errors before the stream begins");

const number = await place(ask);
const updates = answers(untiring.iterate({ query: TRACK, variables: { number } }));
assert.equal((await next(updates)).kind, "SNAPSHOT");
done("cut");
assert.equal((await next(updates)).kind, "SNAPSHOT");
assert(0 < retried, "the client noticed");
done("a retry");

const second = follow(TRACK, { number });
assert.equal((await next(second)).kind, "SNAPSHOT");
is(await ask("{ __typename }"), 429, "TOO_MANY_CONNECTIONS");
await second.return();
await updates.return();
const open = [];
while (open.length < 2) {
  const stream = follow(TRACK, { number });
  const { value } = await stream.next();
  // The server notices a moment later.
  if (value.status === 429) continue;
  assert.equal(value.data.orderTracking.kind, "SNAPSHOT");
  open.push(stream);
}
for (const stream of open) await stream.return();
done("places that are free again after a cancel");
once.dispose();
untiring.dispose();
