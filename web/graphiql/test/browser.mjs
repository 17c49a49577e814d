// Tries GraphiQL in a real browser, as a visitor of a demo would.
//
// BUONO_URL   where the demo is (nothing may move in it by itself: `--speed 0`)
// CHROMIUM    the browser; without it, Debian's
//
// Prints each step. Exit code 0: everything was as it should be, nothing was asked of any other
// server, the console had no error and the content security policy was kept; 1: anything else.

import assert from "node:assert/strict";
import { open as openChromium } from "../../test/chromium.mjs";

const { BUONO_URL } = process.env;
assert(BUONO_URL, "Set BUONO_URL.");
const server = new URL(BUONO_URL);
const PATIENCE_MS = 30_000;

/** Whatever is not for the server. */
const elsewhere = [];
const { browser, close } = await openChromium(server.host, elsewhere);
const complaints = [];
const sockets = [];

try {
  const { people } = await (await fetch(new URL("/graphiql/config.json", server))).json();
  const tokens = Object.fromEntries(people.map(({ name, token }) => [name, token]));
  const page = await open();

  await step("GraphiQL opens", async () => {
    await page.goto(new URL("/graphiql", server).href);
    await page.waitForSelector(".graphiql-execute-button", { timeout: PATIENCE_MS });
    await until("Anna is there", async () => (await who(page)).includes("Anna Rossi"));
  });

  await step("the tabs are the guide's path", async () => {
    const titles = await page.locator('[role="tab"]').allInnerTexts();
    assert.deepEqual(titles, [
      "MyOrders",
      "PlaceOrder",
      "PayOrder",
      "TrackOrder",
      "PurchaseOrder",
      "WithdrawFromOrder",
      "ApproveOrder",
      "DeliverLine",
      "Refusals",
    ]);
  });

  const mine = await step("Anna sees her orders", async () => {
    const { orders } = await run(page);
    assert.equal(orders.nodes.length, 5);
    return orders.nodes.map(({ number }) => number);
  });

  const number = await step("Anna places an order, and again with another key", async () => {
    await choose(page, "PlaceOrder");
    const first = (await run(page)).orderPlace.order.number;
    assert.equal((await run(page)).orderPlace.order.number, first, "the same key is the same order");
    const before = (await variables(page)).idempotencyKey;
    await page.click('button[aria-label="New idempotency key"]');
    await until("there is another key", async () => (await variables(page)).idempotencyKey !== before);
    const second = (await run(page)).orderPlace.order.number;
    assert.notEqual(second, first);
    return second;
  });

  await step("Anna follows it, and sees what is changed meanwhile", async () => {
    await choose(page, "TrackOrder");
    await pick(page, number);
    await page.click(".graphiql-execute-button");
    await answer(page, (text) => text.includes('"SNAPSHOT"'));
    const input = `{ number: "${number}", method: CARD, idempotencyKey: "${number}" }`;
    const { orderPay } = await ask(tokens.anna, `mutation { orderPay(input: ${input}) { errors { __typename } } }`);
    assert.deepEqual(orderPay.errors, []);
    await answer(page, (text) => text.includes('"VALIDATION_STARTED"') && text.includes('"sequence": 5'));
    assert.deepEqual(initialised(), [tokens.anna]);
  });

  await step("As Bruno the socket is another, and the order is not there", async () => {
    await page.selectOption('select[name="role"]', "bruno");
    await until("Bruno is there", async () => (await who(page)).includes("Bruno"));
    await answer(page, (text) => text.includes('"errors"'));
    assert.deepEqual(initialised(), [tokens.anna, tokens.bruno]);
    await choose(page, "MyOrders");
    const { orders } = await run(page);
    assert(orders.nodes.length > 0 && orders.nodes.every((order) => !mine.includes(order.number)));
  });

  await step("Marco, by a token of his own, approves it and delivers its line", async () => {
    await page.selectOption('select[name="role"]', "a token of your own");
    await page.fill('input[name="token"]', `Bearer ${tokens.marco}\n`);
    await until("Marco is there", async () => (await who(page)).includes("Operator marco"));
    await choose(page, "ApproveOrder");
    await pick(page, number);
    assert.equal((await run(page)).orderApprove.order.status, "DELIVERING");
    await choose(page, "DeliverLine");
    await pick(page, number);
    assert.equal((await run(page)).orderLineDeliver.order.status, "DELIVERED");
  });

  await step("Nobody gets refusals in words, and no socket", async () => {
    await page.selectOption('select[name="role"]', "nobody");
    await choose(page, "Refusals");
    const { errors } = (await run(page)).orderPreview;
    assert(errors.length > 0 && errors.every(({ code, message }) => code && message));
    await choose(page, "TrackOrder");
    await page.click(".graphiql-execute-button");
    await answer(page, (text) => text.includes("4403"));
  });

  await step("A reload keeps the tabs, and nothing kept a token", async () => {
    // GraphiQL keeps them a moment after they have changed.
    await until("the tabs are kept", async () => (await keptTab(page))?.variables.includes(number));
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
    for (const [name, token] of Object.entries(tokens)) assert(!kept.includes(token), `${name}'s token is kept`);
    await page.reload();
    await until("Anna is there again", async () => (await who(page)).includes("Anna Rossi"));
    assert.equal(await page.locator('[role="tab"]').count(), 9);
    await until("the number is still there", async () => (await variables(page)).number === number);
    assert((await editor(page, "operation.graphql")).includes("subscription TrackOrder"));
  });

  await step("The explorer and the documentation open", async () => {
    await page.click('button[aria-label="Show GraphiQL Explorer"]');
    await page.waitForSelector(".graphiql-explorer-root >> text=orderTracking", { timeout: PATIENCE_MS });
    await page.click('button[aria-label="Show Documentation Explorer"]');
    await page.waitForSelector(".graphiql-doc-explorer >> text=OrderFilter", { timeout: PATIENCE_MS });
  });

  await step("Nothing was asked of anybody else, and nothing complained", async () => {
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(complaints, []);
  });

  await step("It would have been noticed", async () => {
    await page.evaluate(() => fetch("https://elsewhere.test/").catch(() => {}));
    await until("the policy is broken", () => complaints.some((each) => each.includes("connect-src https://elsewhere.test")));
    const other = await browser.newPage();
    await other.goto("http://elsewhere.test/").catch(() => {});
    await until("the trap has caught it", () => elsewhere.some((each) => each.startsWith("GET http://elsewhere.test")));
  });
} finally {
  await close();
}

async function step(what, how) {
  try {
    const result = await how();
    console.log(`ok: ${what}`);
    return result;
  } catch (error) {
    console.error(`failed: ${what}`, { elsewhere, complaints });
    throw error;
  }
}

async function open() {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== server.host) elsewhere.push(request.url());
  });
  page.on("websocket", (socket) => {
    if (new URL(socket.url()).host !== server.host) elsewhere.push(socket.url());
    socket.on("framesent", ({ payload }) => sockets.push(JSON.parse(payload)));
  });
  await page.exposeFunction("complain", (what) => complaints.push(what));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      globalThis.complain(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  return page;
}

/** The tokens that sockets were opened with, in order. */
function initialised() {
  const opened = sockets.filter(({ type }) => type === "connection_init");
  return opened.map(({ payload }) => payload?.authorization?.replace("Bearer ", ""));
}

function who(page) {
  return page.locator('output[aria-label="Who asks"]').innerText();
}

function choose(page, title) {
  return page.locator('[role="tab"]', { hasText: title }).click();
}

/** GraphiQL hands its editor out for tools like this one. */
function editor(page, name) {
  return page.evaluate((name) => {
    const models = globalThis.__MONACO?.editor.getModels() ?? [];
    return models.find(({ uri }) => uri.path.endsWith(name))?.getValue() ?? "";
  }, name);
}

async function variables(page) {
  return JSON.parse((await editor(page, "variables.json")) || "{}");
}

async function pick(page, number) {
  await page.waitForSelector(`select[name="order"] option[value="${number}"]`, { state: "attached" });
  await page.selectOption('select[name="order"]', number);
  await until("the number is filled in", async () => (await variables(page)).number === number);
}

/** The tab that a reload would open, if it is the one that follows. */
async function keptTab(page) {
  const text = await page.evaluate(() => localStorage.getItem("buono:graphiql:tabState"));
  const { tabs, activeTabIndex } = JSON.parse(text);
  return tabs[activeTabIndex].title === "TrackOrder" ? tabs[activeTabIndex] : undefined;
}

/** Runs the operation of the tab, and answers with its data. */
async function run(page) {
  await until("there is an operation", async () => (await editor(page, "operation.graphql")) !== "");
  const response = page.waitForResponse((response) => isOfVisitor(response.request()));
  await page.click(".graphiql-execute-button");
  const told = await (await response).json();
  await answer(page, (text) => text !== "" && JSON.stringify(JSON.parse(text)) === JSON.stringify(told));
  assert.equal(told.errors, undefined);
  return told.data;
}

/** The page asks for the schema and for the person's orders on its own. */
function isOfVisitor(request) {
  const { operationName } = request.postDataJSON() ?? {};
  return new URL(request.url()).pathname === "/graphql" && operationName && operationName !== "IntrospectionQuery";
}

/** Waits until the answer on the screen is as it should be. */
async function answer(page, isRight) {
  let seen = "";
  await until("the answer is there", async () => isRight((seen = await editor(page, "response.json"))), () => seen);
}

async function until(what, isSo, evidence = () => "") {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`${what}: not within ${PATIENCE_MS} ms. ${evidence()}`);
}

async function ask(token, query) {
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const response = await fetch(new URL("/graphql", server), { method: "POST", headers, body: JSON.stringify({ query }) });
  const { data, errors } = await response.json();
  assert.equal(errors, undefined);
  return data;
}
