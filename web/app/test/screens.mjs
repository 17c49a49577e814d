// Every screen in every language, both themes and both widths: nothing that axe would object to, and
// nothing that is wider than the screen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { step } from "./stage.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LANGUAGES = ["it", "en", "fr", "de", "es"];
const WIDTHS = [375, 1280];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function screens(demo, stage) {
  const unpaid = await demo.place("anna", "vps-pro");
  const paid = await demo.place("anna", "server-rise");
  await demo.pay("anna", paid.number);
  const transfer = await demo.place("anna");
  await demo.change("anna", "orderPay", { number: transfer.number, method: "BANK_TRANSFER", idempotencyKey: crypto.randomUUID() });
  const { orders } = await demo.ask("anna", "{ orders(first: 1, filter: { status: [DOCUMENTS_REQUESTED] }) { nodes { number } } }");
  const all = [
    ["sign in", null, "/", "[data-person]"],
    ["overview", "anna", "/", "[data-order]"],
    ["orders", "anna", "/orders", "tbody tr"],
    ["no orders", "anna", "/orders?number=NONE", ".empty"],
    ["menu", "anna", "/orders", "tbody tr", (page) => page.locator(".more button").first().click()],
    ["settings", "anna", "/orders", "tbody tr", (page) => page.locator("header .who").click()],
    ["tracking", "anna", `/orders?track=${paid.number}`, "dialog ol"],
    ["order", "anna", `/orders/${orders.nodes[0].number}`, "ol"],
    ["pay", "anna", `/orders?pay=${unpaid.number}`, "dialog fieldset"],
    ["means", "anna", `/orders?pay=${unpaid.number}`, "[data-mean]", (page) => page.locator("[data-mean] button").first().click()],
    ["transfer", "anna", `/orders?pay=${transfer.number}`, ".slip"],
    ["withdrawal", "anna", `/orders?withdraw=${paid.number}`, "[data-refund]"],
    ["cancel", "anna", `/orders?cancel=${unpaid.number}`, "dialog .danger"],
    ["upload", "anna", `/orders?upload=${orders.nodes[0].number}`, "[data-request]"],
    ["connect", "anna", "/connect", "pre"],
    ["missing", "anna", "/no/such/page", "h1"],
    ...(await deskScreens(demo)),
  ];
  for (const screen of all) {
    await step(`${screen[0]}: nothing to object to, in ${LANGUAGES.length} languages, light and dark, narrow and wide`, async () => {
      // All at once: the browser has a process for each.
      await Promise.all(LANGUAGES.map((language) => look(stage, screen, language)));
    });
  }
}

async function deskScreens(demo) {
  const checking = await demo.place("anna", "server-rise");
  await demo.pay("anna", checking.number);
  await demo.change("marco", "orderClaim", { number: checking.number });
  const { orders } = await demo.ask("marco", "{ orders(first: 1, filter: { status: [DELIVERING] }) { nodes { number } } }");
  const asked = await demo.ask("marco", "{ orders(first: 1, filter: { status: [DOCUMENTS_REQUESTED] }) { nodes { number } } }");
  const delivering = `/desk?queue=deliver&order=${orders.nodes[0].number}`;
  const transfer = await demo.place("anna");
  await demo.change("anna", "orderPay", { number: transfer.number, method: "BANK_TRANSFER", idempotencyKey: crypto.randomUUID() });
  const order = `/desk?order=${checking.number}`;
  const opened = "[data-customers-view] ol";
  const step = (kind) => async (page) => {
    await page.locator(kind).first().click();
    await page.locator("[data-preview] [data-status], [data-preview] > p").first().waitFor();
  };
  return [
    ["desk", "marco", "/desk", "[data-order]"],
    ["desk, money", "marco", "/desk?queue=money", "[data-case]"],
    ["desk, an order", "marco", order, opened],
    ["desk, documents", "marco", `/desk?queue=documents&order=${asked.orders.nodes[0].number}`, "[data-received]"],
    ["desk, a delivery", "marco", delivering, opened],
    ["desk, refusing", "marco", order, opened, step('[data-step-button="refuse"]')],
    ["desk, a transfer", "marco", `/desk?order=${transfer.number}`, opened, (page) => page.locator('[data-money="recordPayment"]').click()],
    ["desk, failing", "marco", delivering, opened, step("[data-line] button:nth-child(2)")],
    ["desk, keys", "marco", "/desk", "[data-order]", (page) => page.keyboard.press("?")],
    ["desk, not allowed", "anna", "/desk", "[data-refused]"],
  ];
}

async function look(stage, [name, who, path, mark, act], language) {
  const context = await stage.visitor({ reducedMotion: "reduce" });
  await context.addInitScript((language) => location.protocol === "http:" && localStorage.setItem("buono:language", language), language);
  const page = await stage.page(context, who, path);
  await page.locator(mark).first().waitFor();
  if (who) await page.locator('[data-live="live"]').first().waitFor({ state: "attached" });
  await act?.(page);
  // By the browser's own tools, which no policy of a page concerns.
  await page.evaluate(axe);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 860 });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const at = `${name}, ${language}, ${colorScheme}, ${width}`;
      // Of all rules, only that of contrast looks at colours.
      const runOnly = colorScheme === "light" ? TAGS : { type: "rule", values: ["color-contrast"] };
      const { violations } = await page.evaluate((runOnly) => globalThis.axe.run({ runOnly }), runOnly);
      const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html, any }) => [html.slice(0, 200), any[0]?.message])]);
      assert.deepEqual(found, [], at);
      const { inner, content } = await page.evaluate(() => ({ inner: innerWidth, content: document.documentElement.scrollWidth }));
      assert(content <= inner, `${at}: ${content} px wide`);
    }
  }
  assert.equal(await page.locator("html").getAttribute("lang"), language);
  await context.close();
}
