// What tests in a real browser have in common: a demo that can be stopped and started again, a browser
// that reaches nothing but it, and an eye on everything that goes wrong.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { open as openChromium } from "../../test/chromium.mjs";

export const PATIENCE_MS = 30_000;
const MEAN = "PaymentMeanInput";

/** What a browser says of a server that is not there, or that does not know a token any more. */
const OF_OUTAGE = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket connection to|status of 401/;

/** A demo in which nothing moves by itself, with its data in a folder. */
export class Demo {
  constructor(binary, folder) {
    this.binary = binary;
    this.folder = folder;
  }

  async start(listen = "127.0.0.1:0") {
    const flags = ["demo", "--json", "--speed", "0", "--keep", this.folder, "--listen", listen];
    const env = { ...process.env, BUONO_RATE_LIMITS: "off", BUONO_SANDBOX_SLOW_SECONDS: "2", BUONO_PROVIDER_TIMEOUT_SECONDS: "2" };
    this.process = spawn(this.binary, flags, { env, stdio: ["ignore", "pipe", "ignore"] });
    const lines = createInterface({ input: this.process.stdout });
    const [first] = await once(lines, "line");
    this.facts = JSON.parse(first);
    this.url = new URL(this.facts.url);
    return this;
  }

  /** Its data without the demo: nobody's token is given away, and whoever comes needs one that is signed so. */
  async serve(secret, settings = {}) {
    const env = {
      ...process.env,
      BUONO_JWT_SECRET: secret,
      BUONO_RATE_LIMITS: "off",
      BUONO_DATABASE_URL: `sqlite://${join(this.folder, "buono.db")}`,
      BUONO_LISTEN: this.url.host,
      ...settings,
    };
    this.process = spawn(this.binary, ["serve"], { env, stdio: "ignore" });
    const isReady = () =>
      fetch(new URL("/readyz", this.url)).then(
        ({ ok }) => ok,
        () => false,
      );
    await until("it is ready", isReady);
  }

  /** As if the power went. */
  async kill() {
    const gone = once(this.process, "exit");
    this.process.kill("SIGKILL");
    await gone;
  }

  /** Asks the API as somebody. */
  async ask(who, query, variables = {}) {
    const headers = { "content-type": "application/json", authorization: `Bearer ${this.facts.tokens[who]}` };
    const response = await fetch(new URL("/graphql", this.url), { method: "POST", headers, body: JSON.stringify({ query, variables }) });
    const { data, errors } = await response.json();
    assert.equal(errors, undefined);
    return data;
  }

  async place(who, planCode = "vps-starter", startAtOnce = true) {
    const input = { lines: [{ planCode, period: "P1M" }], startAtOnce, idempotencyKey: crypto.randomUUID() };
    const query = "mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { order { number lines { id } } errors { __typename } } }";
    const { orderPlace } = await this.ask(who, query, { input });
    assert.deepEqual(orderPlace.errors, []);
    return orderPlace.order;
  }

  /** One change of an order, as whoever may make it. */
  async change(who, field, input) {
    const type = `${field[0].toUpperCase()}${field.slice(1)}`;
    const named = { orderApprove: "OrderNumberInput", paymentMeanRemove: MEAN, paymentMeanSetDefault: MEAN }[field] ?? `${type}Input`;
    const query = `mutation($input: ${named}!) { ${field}(input: $input) { errors { __typename } } }`;
    assert.deepEqual((await this.ask(who, query, { input }))[field].errors, []);
  }

  pay(who, number) {
    return this.change(who, "orderPay", { number, method: "CARD", idempotencyKey: crypto.randomUUID() });
  }

  approve(number) {
    return this.change("marco", "orderApprove", { number });
  }

  async deliver({ number, lines }) {
    for (const { id } of lines) await this.change("marco", "orderLineDeliver", { number, line: id });
  }
}

/** A browser in which nothing can be reached but the demo, and other hosts that are named. */
export class Stage {
  elsewhere = [];
  complaints = [];
  /** During an outage a browser complains of it, and of nothing else. */
  isOutage = false;
  /** While a file is sent that the server does not take, a browser says so, too. */
  isRefused = false;

  constructor(demo, others = []) {
    this.demo = demo;
    this.hosts = [demo.url.host, ...others];
  }

  async open() {
    this.chromium = await openChromium(this.hosts.join(";"), this.elsewhere);
    this.browser = this.chromium.browser;
    return this;
  }

  async close() {
    await this.chromium?.close();
  }

  /** Somebody's browser, with nothing in it. */
  async visitor(options = {}) {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 860 }, locale: "en-GB", ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.exposeFunction("complain", (what) => this.complaints.push(what));
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        globalThis.complain(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
      });
    });
    context.on("page", (page) => this.#watch(page));
    return context;
  }

  #watch(page) {
    page.on("pageerror", (error) => this.complaints.push(`uncaught at ${page.url()}: ${error.stack ?? error.message}`));
    page.on("console", (message) => {
      const isRefusal = this.isRefused && message.text().includes("status of 415");
      const isBad = ["error", "warning"].includes(message.type()) && !isRefusal;
      if (isBad && !(this.isOutage && OF_OUTAGE.test(message.text()))) this.complaints.push(`${message.type()}: ${message.text()} ${message.location().url}`);
    });
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (/^(https?|wss?):$/.test(url.protocol) && !this.hosts.includes(url.host)) this.elsewhere.push(request.url());
    });
  }

  /** A page of somebody who has signed in before. */
  async page(context, who, path) {
    const page = await context.newPage();
    if (who) await page.addInitScript((name) => sessionStorage.setItem("buono:person", name), who);
    await page.goto(new URL(path, this.demo.url).href);
    return page;
  }
}

export async function step(what, how) {
  const begun = performance.now();
  try {
    const result = await how();
    console.log(`ok: ${what} (${Math.round(performance.now() - begun)} ms)`);
    return result;
  } catch (error) {
    console.error(`failed: ${what}`);
    throw error;
  }
}

export async function until(what, isSo, evidence = () => "") {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`${what}: not within ${PATIENCE_MS} ms. ${await evidence()}`);
}
