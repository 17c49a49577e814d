// Draws the main screens into docs/screenshots, for the README: `make screenshots`.
//
// BUONO     the program
// FOLDER    an empty folder for the demo's data
// PICTURES  where the pictures go
// CHROMIUM  the browser; without it, Debian's

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { Demo, Stage } from "./stage.mjs";

const { BUONO, FOLDER, PICTURES } = process.env;
assert(BUONO && FOLDER && PICTURES, "Set BUONO, FOLDER and PICTURES.");
const BYTES_MAX = 150 * 1000;
const WIDE = { width: 1120, height: 760 };
const PHONE = { width: 375, height: 760 };

const demo = await new Demo(BUONO, FOLDER).start();
const stage = await new Stage(demo).open();

async function draw(name, { path, mark, act, viewport = WIDE, colorScheme = "light", language = "en", who = "anna" }) {
  const context = await stage.visitor({ viewport, colorScheme, reducedMotion: "reduce" });
  await context.addInitScript((language) => location.protocol === "http:" && localStorage.setItem("buono:language", language), language);
  const page = await stage.page(context, path === null ? null : who, path ?? "/");
  await page.locator(mark).first().waitFor();
  if (path !== null) await page.locator('[data-live="live"]').first().waitFor({ state: "attached" });
  await act?.(page);
  const file = join(PICTURES, `${name}.png`);
  await page.screenshot({ path: file });
  const { size } = statSync(file);
  console.log(`${name}: ${Math.round(size / 1000)} KB`);
  assert(size <= BYTES_MAX, `${name} is too large`);
  await context.close();
}

try {
  const first = async (status) => {
    const { orders } = await demo.ask("anna", `{ orders(first: 1, filter: { status: [${status}] }) { nodes { number } } }`);
    return orders.nodes[0].number;
  };
  const [unpaid, delivering, delivered] = [await first("NOT_PAID"), await first("DELIVERING"), await first("DELIVERED")];
  const { orders } = await demo.ask("anna", "{ orders(first: 20) { nodes { number lines { kind withdrawalExcluded } withdrawal { status } status } } }");
  const withdrawable = orders.nodes.find(({ status, withdrawal }) => status === "DELIVERED" && withdrawal.status === "AVAILABLE")?.number ?? delivered;
  await draw("sign-in", { path: null, mark: "[data-person]" });
  await draw("overview", { path: "/", mark: "[data-order]" });
  await draw("orders", { path: "/orders", mark: "tbody tr", act: (page) => page.locator("tbody tr:nth-child(3) .more button").first().click() });
  await draw("orders-phone", { path: "/orders", mark: "tbody tr", viewport: PHONE, colorScheme: "dark", language: "it" });
  await draw("tracking", { path: `/orders?track=${delivering}`, mark: "dialog ol" });
  await draw("tracking-phone", { path: `/orders?track=${delivering}`, mark: "dialog ol", viewport: PHONE, language: "fr" });
  await draw("pay", { path: `/orders?pay=${unpaid}`, mark: "dialog fieldset", colorScheme: "dark" });
  await draw("withdrawal", { path: `/orders/${withdrawable}?withdraw=${withdrawable}`, mark: "[data-refund]", viewport: { ...WIDE, height: 980 } });
  await demo.change("anna", "orderPay", { number: unpaid, method: "BANK_TRANSFER", idempotencyKey: crypto.randomUUID() });
  await draw("transfer-phone", { path: `/orders?pay=${unpaid}`, mark: ".slip svg", viewport: PHONE, language: "de" });
  const pay = async (planCode) => {
    const { number } = await demo.place("anna", planCode);
    await demo.change("anna", "orderPay", { number, method: "CARD", idempotencyKey: crypto.randomUUID() });
    return number;
  };
  const taken = await pay("server-rise");
  await demo.change("marco", "orderClaim", { number: taken });
  await pay("vps-pro");
  const desk = { who: "marco", viewport: { width: 1440, height: 860 } };
  const opened = { ...desk, path: `/desk?order=${taken}`, mark: "[data-customers-view] ol" };
  await draw("desk", { ...desk, path: "/desk", mark: "[data-order]", act: (page) => page.locator('[data-claim="marco"]').waitFor() });
  await draw("desk-order", opened);
  const refuse = async (page) => {
    await page.locator('[data-step-button="refuse"]').click();
    await page.locator("dialog textarea").fill("Il nome sul documento non corrisponde.");
    await page.locator("dialog .said").waitFor();
  };
  await draw("desk-refuse", { ...opened, act: refuse, colorScheme: "dark" });
  await draw("desk-phone", { ...desk, path: "/desk?queue=deliver", mark: "[data-order]", viewport: PHONE, language: "it" });
  await draw("desk-order-phone", { ...opened, viewport: PHONE, language: "de", colorScheme: "dark" });
  await draw("connect", { path: "/connect", mark: "pre" });
} finally {
  await stage.close();
  await demo.kill();
}
