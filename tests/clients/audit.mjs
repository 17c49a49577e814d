// Audits the server with the npm package `graphql-http`: every rule of GraphQL over HTTP.
//
// BUONO_URL  address of the API, such as http://127.0.0.1:8080/graphql
//
// Prints a line for each rule that is not kept, then the count. Exit code 0: all are; 1: anything else.

import { auditServer } from "graphql-http";

const url = process.env.BUONO_URL;
if (!url) {
  console.error("Set the environment variable BUONO_URL.");
  process.exit(1);
}

const results = await auditServer({ url });
const others = results.filter(({ status }) => status !== "ok");
for (const { id, status, name, reason } of others) console.log(`${status} ${id} ${name}: ${reason}`);
console.log(`${results.length - others.length} of ${results.length} ok`);
process.exit(others.length === 0 ? 0 : 1);
