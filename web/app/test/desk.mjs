// The operator desk: an operator and a customer at once, two tabs of an operator, and the keyboard alone.

import assert from "node:assert/strict";
import { step, until } from "./stage.mjs";

const row = (page, number) => page.locator(`tr[data-order="${number}"]`);
const count = async (page, queue) => Number(await page.locator(`[data-queue="${queue}"] [data-count]`).innerText());
const status = (page) => page.locator("[data-desk-order] [data-status]").first().getAttribute("data-status");

export async function desk(demo, stage) {
  const marco = await stage.visitor();
  const page = await stage.page(marco, null, "/");
  const anna = await stage.visitor();
  const paid = async (plan) => {
    const order = await demo.place("anna", plan);
    await demo.pay("anna", order.number);
    return order;
  };

  await step("Marco signs in, and is at the desk", async () => {
    await page.click('[data-person="marco"]');
    await page.getByRole("heading", { name: "Desk", exact: true }).waitFor();
    await page.locator("[data-order]").first().waitFor();
    assert(page.url().endsWith("/desk"), page.url());
    await page.locator('[data-live="live"]').first().waitFor();
    await page.evaluate(() => (globalThis.neverReloaded = true));
  });

  const order = await step("An order that is paid comes into the queue by itself, and is counted", async () => {
    const before = await count(page, "check");
    const order = await paid();
    await row(page, order.number).waitFor();
    await until("it is counted", async () => (await count(page, "check")) === before + 1);
    assert((await row(page, order.number).innerText()).includes("Anna Rossi"));
    return order;
  });

  const second = await stage.page(marco, null, "/desk");
  await step("What is claimed is seen in a second tab at once, and so is what is let go", async () => {
    await row(second, order.number).locator('[data-claim=""]').waitFor();
    await row(page, order.number).locator("a").click();
    await page.locator("[data-customers-view] ol").waitFor();
    await page.keyboard.press("c");
    await page.locator('[data-claimed="marco"]').waitFor();
    await row(second, order.number).locator('[data-claim="marco"]').waitFor();
    await second.locator(`tr[data-order="${order.number}"] a`).click();
    await second.locator('[data-claimed="marco"]').waitFor();
    await second.getByRole("button", { name: "Let it go" }).click();
    await page.locator('[data-claimed=""]').waitFor();
    await second.close();
  });

  await step("What the customer sees is in her language and by her clock, and that is said", async () => {
    const view = page.locator("[data-customers-view]");
    await view.getByText("In the customer’s language and time zone: Italiano, Europe/Rome.").waitFor();
    await view.locator('[lang="it"]').getByText("L’ordine è pagato").first().waitFor();
    await view.locator('[data-status="CHECKING"]', { hasText: "Convalida" }).waitFor();
    const { at, shown } = await view
      .locator("[data-sequence] time")
      .first()
      .evaluate((time) => ({ at: time.dateTime, shown: time.innerText }));
    const hers = new Intl.DateTimeFormat("it", { timeStyle: "short", timeZone: "Europe/Rome" }).format(new Date(at));
    assert(shown.includes(hers), `${shown}: ${hers}`);
    await page.locator('.title [data-status="CHECKING"]', { hasText: "Validation" }).waitFor();
  });

  await step("One key approves nothing: it asks. Then the customer's page changes without a reload", async () => {
    const hers = await stage.page(anna, "anna", `/orders/${order.number}`);
    await hers.locator('[data-status="CHECKING"]').waitFor();
    await hers.evaluate(() => (globalThis.neverReloaded = true));
    await page.locator("h1").focus();
    await page.keyboard.press("a");
    await page.locator('dialog [data-preview="it"] [data-status="DELIVERING"]').waitFor();
    assert.equal(await status(page), "CHECKING");
    await page.keyboard.press("Enter");
    await page.locator("dialog").waitFor({ state: "detached" });
    await hers.locator('[data-status="DELIVERING"]').waitFor();
    await until("the desk shows it too", async () => (await status(page)) === "DELIVERING");
    await page.locator('[data-customers-view] [data-step="DELIVERING"][data-state="DOING"]').waitFor();
    assert.equal(await hers.evaluate(() => globalThis.neverReloaded), true);
    await hers.close();
  });

  await step("A line fails with a next try, and is delivered then", async () => {
    await page.getByRole("button", { name: /^Delivery failed: / }).click();
    await page.locator("[data-confirm-step]").click();
    await page.getByText("Please fill this in.").waitFor();
    await page.getByLabel("What went wrong").fill("Un guasto alla macchina.");
    await page.getByLabel("Next try").fill("2099-01-01T10:00");
    await page.locator("dialog .said", { hasText: "Un guasto alla macchina., " }).waitFor();
    await page.locator("[data-confirm-step]").click();
    await page.locator("dialog").waitFor({ state: "detached" });
    await page.locator("[data-customers-view]").getByText("Un guasto alla macchina.").first().waitFor();
    await page.getByRole("button", { name: /^Deliver: / }).click();
    await page.getByLabel("Service", { exact: true }).fill("vps-1.example");
    await page.locator('dialog [data-preview] [data-status="DELIVERED"]').waitFor();
    await page.locator("[data-confirm-step]").click();
    await until("it is delivered", async () => (await status(page)) === "DELIVERED");
    await page.locator("[data-line]", { hasText: "vps-1.example" }).waitFor();
  });

  await step("By keyboard alone: walked to, opened, refused with a reason, which the customer reads", async () => {
    const { number } = await paid("mail-10");
    await page.keyboard.press("Escape");
    await row(page, number).waitFor();
    const isAt = () => page.evaluate((number) => document.activeElement?.closest("[data-order]")?.dataset.order === number, number);
    await page.locator("h1").focus();
    for (let presses = 0; presses < 60 && !(await isAt()); presses++) await page.keyboard.press("j");
    assert(await isAt());
    await page.keyboard.press("Enter");
    await page.locator(`[data-desk-order="${number}"]`).waitFor();
    await page.keyboard.press("r");
    await page.locator("dialog textarea").waitFor();
    await page.keyboard.type("Il nome non corrisponde.");
    await page.locator("dialog .said", { hasText: "Il nome non corrisponde." }).waitFor();
    for (let presses = 0; presses < 10; presses++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.matches("[data-confirm-step]"))) break;
    }
    await page.keyboard.press("Enter");
    await until("it is refused", async () => ["CANCELLING", "CANCELLED"].includes(await status(page)));
    const hers = await stage.page(anna, "anna", `/orders/${number}`);
    await hers.getByRole("button", { name: /Mostra tutte/ }).click();
    await hers.locator("[data-sequence]", { hasText: "Il nome non corrisponde." }).waitFor();
    await hers.close();
    await page.keyboard.press("Escape");
    await page.locator("[data-desk-order]").waitFor({ state: "detached" });
    assert.equal(await row(page, number).count(), 0);
    await page.keyboard.press("?");
    await page.locator("dialog kbd").first().waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  });

  await step("Documents are asked for, with what the customer will read, and a note stays among operators", async () => {
    const { number } = await paid();
    await row(page, number).locator("a").click();
    await page.locator('[data-step-button="documents"]').click();
    await page.locator("[data-confirm-step]").click();
    await page.getByText("Choose at least one document.").waitFor();
    await page.getByRole("checkbox", { name: "Identity document" }).check();
    await page.getByLabel("About it: Identity document").fill("Fronte e retro");
    await page.locator("dialog .said", { hasText: "Fronte e retro" }).waitFor();
    await page.locator("[data-confirm-step]").click();
    await until("they are asked for", async () => (await status(page)) === "DOCUMENTS_REQUESTED");
    await page.locator('[data-step-button="note"]').click();
    await page.getByLabel("Note", { exact: true }).fill("Calls back tomorrow.");
    await page.getByText("The customer sees nothing of it.").waitFor();
    await page.locator("[data-confirm-step]").click();
    await page.locator("dialog").waitFor({ state: "detached" });
    await page.locator("[data-desk-order]").getByText("Calls back tomorrow.").waitFor();
    assert(!(await page.locator("[data-customers-view]").innerText()).includes("Calls back tomorrow."));
    await page.keyboard.press("Escape");
    await page.locator('[data-queue="documents"]').click();
    await row(page, number).waitFor();
    assert.equal(await page.evaluate(() => globalThis.neverReloaded), true);
  });

  await step("A customer at the desk is told that it is none of theirs", async () => {
    const hers = await stage.page(anna, "anna", "/desk");
    await hers.locator("[data-refused]").waitFor();
    await hers.close();
  });
  await marco.close();
  await anna.close();
}
