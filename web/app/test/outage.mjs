// The server is killed and started again: the banner comes and goes, and everything is right without a
// reload, though the demo's tokens are others after that.

import assert from "node:assert/strict";
import { step, until } from "./stage.mjs";

export async function outage(demo, stage) {
  const context = await stage.visitor();
  const list = await stage.page(context, "anna", "/orders");
  const order = await demo.place("anna");
  await list.locator(`tr[data-order="${order.number}"]`).waitFor();
  const window = await stage.page(context, "anna", `/orders?track=${order.number}`);
  const status = (page, scope) => page.locator(`${scope} [data-status]`).first().getAttribute("data-status");
  for (const page of [list, window]) {
    await page.locator('[data-live="live"]').first().waitFor();
    await page.evaluate(() => (globalThis.neverReloaded = true));
  }

  await step("The server is killed: that is said after a while, with the next try", async () => {
    stage.isOutage = true;
    await demo.kill();
    await list.locator('[data-live="lost"]').waitFor();
    assert.equal(await list.locator(".banner").count(), 0, "at first nothing is said");
    await list.locator(".banner").waitFor();
    assert.match(await list.locator(".banner").innerText(), /Nuovo tentativo/);
    assert.equal(await list.locator("tbody tr").count(), 20, "what was there stays");
  });

  await step("It is started again: the banner goes, and what was missed is there", async () => {
    await demo.start(demo.url.host);
    await demo.pay("anna", order.number);
    await demo.approve(order.number);
    const late = await demo.place("anna");
    await list.getByRole("button", { name: "Riprova ora" }).click();
    for (const page of [list, window]) {
      await page.locator('[data-live="live"]').first().waitFor();
      await page.locator(".banner").waitFor({ state: "detached" });
    }
    await list.locator(`tr[data-order="${late.number}"]`).waitFor();
    await until("the list is right", async () => (await status(list, `tr[data-order="${order.number}"]`)) === "DELIVERING");
    await until("the window is right", async () => (await status(window, "dialog")) === "DELIVERING");
    stage.isOutage = false;
  });

  await step("Both go on live, and were never reloaded", async () => {
    await demo.deliver(order);
    await until("the list goes on", async () => (await status(list, `tr[data-order="${order.number}"]`)) === "DELIVERED");
    await until("the window goes on", async () => (await status(window, "dialog")) === "DELIVERED");
    for (const page of [list, window]) assert.equal(await page.evaluate(() => globalThis.neverReloaded), true);
  });
  await context.close();
}
