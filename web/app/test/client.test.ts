import { expect, test } from "vitest";
import { PARTS, USER_ERRORS } from "../src/api/client.ts";
import schema from "../../../schema.graphql?raw";

test("the cache knows every user error there is", () => {
  const all = [...schema.matchAll(/^type (\w+) implements UserError/gm)].map(([, name]) => name);
  expect(USER_ERRORS).toEqual(all.sort());
});

test("the cache takes nothing for a part that has an id", () => {
  for (const name of PARTS) {
    const fields = new RegExp(`^type ${name}\\b[^{]*\\{([^}]*)\\}`, "m").exec(schema)?.[1];
    expect(fields, name).toBeDefined();
    expect(fields, name).not.toMatch(/^\s+id: ID!/m);
  }
});
