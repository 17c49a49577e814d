// Documents that are asked for: a customer sends them, an operator opens and reviews them, and each sees at
// once what the other does.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { step, until } from "./stage.mjs";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });
const REASON = "La foto è sfocata.";

export async function upload(demo, stage) {
  const order = await demo.place("anna");
  const { number } = order;
  await demo.pay("anna", number);
  const documents = [{ kind: "IDENTITY", message: "Fronte e retro" }, { kind: "PROOF_OF_ADDRESS" }];
  await demo.change("marco", "orderRequestDocuments", { number, documents });
  const anna = await stage.visitor();
  const page = await stage.page(anna, "anna", "/");
  const request = (kind) => page.locator(`[data-request="${kind}"]`);
  const choose = (kind, ...files) => request(kind).locator('input[type="file"]').setInputFiles(files);

  await step("What is asked for waits on the overview, and says why", async () => {
    await page.locator(".task", { hasText: number }).click();
    await request("IDENTITY").getByText("Fronte e retro").waitFor();
    await page.evaluate(() => (globalThis.neverReloaded = true));
  });

  await step("The field is reached by keyboard, and opens the system's own window", async () => {
    const field = request("IDENTITY").locator('input[type="file"]');
    // Whoever chooses nothing is where they were.
    await field.focus();
    const cancelled = page.evaluate(() => new Promise((resolve) => addEventListener("cancel", () => resolve(true), { once: true })));
    await page.keyboard.press("Enter");
    assert(await cancelled);
    assert.equal(await field.count(), 1);
    const opened = page.waitForEvent("filechooser");
    // From now on the browser asks us, and not the person.
    await page.evaluate(() => 0);
    await field.focus();
    await page.keyboard.press("Enter");
    const chooser = await opened;
    assert(chooser.isMultiple());
    await chooser.setFiles([file("carta d'identità.png", PNG)]);
    await request("IDENTITY").getByText("carta d'identità.png").waitFor();
    await request("IDENTITY").locator('[data-state="RECEIVED"]').waitFor();
    assert.equal(await page.locator("[data-all-there]").count(), 0);
  });

  // Of what the server refuses a browser writes into its console.
  stage.isRefused = true;
  await step("A file that is none of the three kinds is refused in words, and nothing is kept", async () => {
    await choose("PROOF_OF_ADDRESS", file("bolletta.pdf", Buffer.from("<html>no</html>")));
    await request("PROOF_OF_ADDRESS").locator('[data-sending="UNSUPPORTED_MEDIA_TYPE"]').waitFor();
    await choose("PROOF_OF_ADDRESS", file("vuoto.pdf", Buffer.alloc(0)));
    await request("PROOF_OF_ADDRESS").locator('[data-sending="EMPTY"]').waitFor();
    await request("PROOF_OF_ADDRESS").locator('[data-state="OPEN"]').waitFor();
    // They are of no more use.
    const failed = request("PROOF_OF_ADDRESS").locator("[data-sending]");
    for (let left = await failed.count(); 0 < left; left--) {
      await failed.first().locator("button").click();
      await until("it is off the list", async () => (await failed.count()) === left - 1);
    }
  });
  stage.isRefused = false;

  await step("What is on its way says how far it is, can be stopped, and sent again", async () => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route("**/documents/*", async (route) => {
      await held;
      await route.continue().catch(() => {});
    });
    await choose("PROOF_OF_ADDRESS", file("casa.pdf", PDF), file("luce.pdf", Buffer.concat([PDF, PDF])));
    const of = (name) => request("PROOF_OF_ADDRESS").locator("[data-sending]", { hasText: name });
    const stopped = (name) => request("PROOF_OF_ADDRESS").locator('[data-sending="STOPPED"]', { hasText: name });
    await of("casa.pdf").locator("progress").waitFor();
    // It waits for its turn, and has none when the first is over.
    await of("luce.pdf").locator("button").click();
    await stopped("luce.pdf").waitFor();
    await of("casa.pdf").locator("button").click();
    await stopped("casa.pdf").waitFor();
    release();
    await page.unroute("**/documents/*");
    await of("casa.pdf").locator("button").first().click();
    await request("PROOF_OF_ADDRESS").locator('[data-state="RECEIVED"]').waitFor();
    await stopped("luce.pdf").locator("button").last().click();
    await of("luce.pdf").waitFor({ state: "detached" });
    assert.equal(await request("PROOF_OF_ADDRESS").getByText("luce.pdf").count(), 0);
  });

  await step("With the last of them the check goes on, without a reload", async () => {
    await page.locator("[data-all-there]").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".task", { hasText: number }).waitFor({ state: "detached" });
    await page.locator("li", { hasText: number }).locator('[data-status="CHECKING"]').waitFor();
    assert.equal(await page.evaluate(() => globalThis.neverReloaded), true);
    await page.goto(new URL(`/orders/${number}`, demo.url).href);
    await page.locator('[data-status="CHECKING"]').first().waitFor();
    await page.evaluate(() => (globalThis.neverReloaded = true));
  });

  const marco = await stage.visitor({ acceptDownloads: true });
  const desk = await stage.page(marco, "marco", `/desk?order=${number}`);
  const received = (kind) => desk.locator(`[data-received="${kind}"]`);
  const review = async (kind, what, reason) => {
    await received(kind).locator(`[data-review="${what}"]`).click();
    if (reason) await desk.locator("dialog textarea").fill(reason);
    await desk.locator("[data-confirm-step]").click();
    await desk.locator("dialog").waitFor({ state: "detached" });
  };

  await step("The operator opens what came, and it is what was sent", async () => {
    const name = "carta d'identità.png";
    const [download] = await Promise.all([desk.waitForEvent("download"), received("IDENTITY").getByRole("button", { name }).click()]);
    assert.equal(download.suggestedFilename(), name);
    assert.deepEqual(await readFile(await download.path()), PNG);
  });

  const another = async (name, byte) => {
    await choose("IDENTITY", file(name, Buffer.concat([PNG, Buffer.from([byte])])));
    await request("IDENTITY").locator(".file:not([data-sending])", { hasText: name }).waitFor();
    await received("IDENTITY").getByText(name).waitFor();
  };

  await step("A page that was forgotten comes after everything was there, and the operator sees both", async () => {
    await desk.evaluate(() => (globalThis.neverReloaded = true));
    // Nothing has to be sent any more: it can be.
    assert.equal(await page.locator("[data-upload].primary").count(), 0);
    await page.locator("[data-upload]").click();
    await page.locator("[data-all-there]").waitFor();
    await request("IDENTITY").locator('[data-state="RECEIVED"]').waitFor();
    await another("retro.png", 1);
    await page.locator('[data-status="CHECKING"]').first().waitFor();
    await request("IDENTITY").locator('[data-state="RECEIVED"]').waitFor();
    assert.equal(await request("IDENTITY").locator('input[type="file"]').count(), 1);
    assert.equal(await received("IDENTITY").locator(".file").count(), 2);
    assert(await desk.evaluate(() => globalThis.neverReloaded));
  });

  await step("Of what comes while the operator decides nothing is decided", async () => {
    await received("IDENTITY").locator('[data-review="accept"]').click();
    await another("timbro.png", 2);
    await desk.locator("[data-confirm-step]").click();
    await desk.locator('dialog [role="alert"]').waitFor();
    await desk.locator("dialog footer .button").first().click();
    await received("IDENTITY").locator('[data-state="RECEIVED"]').waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  });

  await step("What is rejected is asked for again, with the reason, and the customer sees it at once", async () => {
    await review("PROOF_OF_ADDRESS", "accept");
    await received("PROOF_OF_ADDRESS").locator('[data-state="ACCEPTED"]').waitFor();
    await received("IDENTITY").locator('[data-review="reject"]').click();
    await desk.locator("[data-confirm-step]").click();
    await desk.getByText("Please fill this in.").waitFor();
    await desk.locator("dialog footer .button").first().click();
    await review("IDENTITY", "reject", REASON);
    await page.locator('[data-status="DOCUMENTS_REQUESTED"]').first().waitFor();
    await page.locator(".documents", { hasText: REASON }).waitFor();
    await page.locator("[data-upload]").click();
    await page.locator('[data-request] [data-state="OPEN"]').waitFor();
    await page
      .locator("[data-request]", { has: page.locator('[data-state="OPEN"]') })
      .locator('input[type="file"]')
      .setInputFiles([file("nitida.png", Buffer.concat([PNG, Buffer.from([0])]))]);
    await page.locator("[data-all-there]").waitFor();
    assert.equal(await page.evaluate(() => globalThis.neverReloaded), true);
  });

  await step("The operator sees it come, accepts it, and approves", async () => {
    const again = desk.locator('[data-received="IDENTITY"]', { hasText: "nitida.png" });
    await again.waitFor();
    await again.locator('[data-review="accept"]').click();
    await desk.locator("[data-confirm-step]").click();
    await again.locator('[data-state="ACCEPTED"]').waitFor();
    await demo.approve(number);
    await until("the customer sees it", async () => (await page.locator('[data-status="DELIVERING"]').count()) > 0);
  });
  await marco.close();
  await anna.close();
}
