// Holds a schema to the rules of the npm package `@graphql-eslint/eslint-plugin`: those that it
// recommends for schemas, and those of Relay's specifications.
//
// SCHEMA  the file; without it, the one of the API
//
// Prints a line for each finding, then the count. Exit code 0: there is none; 1: anything else.

import { readFile } from "node:fs/promises";
import plugin from "@graphql-eslint/eslint-plugin";
import { ESLint } from "eslint";

const file = process.env.SCHEMA ?? new URL("../../schema.graphql", import.meta.url);
const schema = await readFile(file, "utf8");

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: {
    files: ["**/*.graphql"],
    languageOptions: { parser: plugin.parser, parserOptions: { graphQLConfig: { schema } } },
    linterOptions: { noInlineConfig: true },
    plugins: { "@graphql-eslint": plugin },
    rules: {
      ...plugin.configs["flat/schema-recommended"].rules,
      ...plugin.configs["flat/schema-relay"].rules,
      // Only what can be asked for again by its id has one: the others are parts of something.
      "@graphql-eslint/strict-id-in-types": "off",
      // Lists that are paged one way only need no arguments for the other.
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      // Short lists are plain lists.
      "@graphql-eslint/relay-edge-types": ["error", { listTypeCanWrapOnlyEdgeType: false }],
    },
  },
});

const [{ messages }] = await eslint.lintText(schema, { filePath: "schema.graphql" });
for (const { line, ruleId, message } of messages) console.log(`line ${line}, ${ruleId}: ${message}`);
console.log(`${messages.length} findings`);
process.exit(messages.length === 0 ? 0 : 1);
