// What is shown before the server has answered, and taken back when it refuses or cannot be reached; and what
// never is. Requests are held back here: until they are let go, the server knows nothing of them.

import assert from "node:assert/strict";
import { step, until } from "./stage.mjs";

/** Node 20 has no `Promise.withResolvers`. */
function promised() {
  let resolve;
  const promise = new Promise((how) => (resolve = how));
  return { promise, resolve };
}

/** Holds back the next request of this name. `go` sends it on, `cut` breaks its connection. */
async function hold(page, operation) {
  const [asked, freed] = [promised(), promised()];
  let isHeld = false;
  await page.route("**/graphql", async (route) => {
    if (isHeld || route.request().postDataJSON()?.operationName !== operation) return route.fallback();
    isHeld = true;
    asked.resolve();
    if (await freed.promise) await route.continue();
    else await route.abort("connectionreset");
  });
  const free = async (how) => {
    await asked.promise;
    freed.resolve(how);
  };
  return { asked: asked.promise, go: () => free(true), cut: () => free(false) };
}

/** Every status that this has ever shown, from now on. */
async function watch(page, selector) {
  await page.locator(selector).first().waitFor();
  await page.evaluate((selector) => {
    const seen = (globalThis.seen = []);
    const look = () => {
      const status = document.querySelector(selector)?.dataset.status;
      if (status && seen.at(-1) !== status) seen.push(status);
    };
    look();
    globalThis.watcher?.disconnect();
    globalThis.watcher = new MutationObserver(look);
    globalThis.watcher.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
    });
  }, selector);
  return () => page.evaluate(() => globalThis.seen);
}

export async function assumed(demo, stage) {
  await customer(demo, stage);
  await operator(demo, stage);
}

async function customer(demo, stage) {
  const anna = await stage.visitor();
  const page = await stage.page(anna, "anna", "/orders");
  const badge = (number) => `tr[data-order="${number}"] [data-status]`;
  const told = page.locator(".told .note");
  const cancel = async (number) => {
    await page.locator(badge(number)).waitFor();
    await page.locator(`tr[data-order="${number}"] .more button`).first().click();
    await page.locator('[role="menuitem"][data-action="CANCEL"]').click();
    await page.getByRole("dialog").getByRole("button", { name: "Annulla l’ordine" }).click();
  };

  await step("A cancelled order is shown so before the server knows of it, and stays so", async () => {
    const { number } = await demo.place("anna");
    const seen = await watch(page, badge(number));
    const held = await hold(page, "CancelOrder");
    await cancel(number);
    await page.locator(`tr[data-order="${number}"] [data-status="CANCELLED"]`).waitFor();
    assert.equal(await page.locator("dialog").count(), 0);
    await held.asked;
    const { order } = await demo.ask("anna", "query($number: String!) { order(number: $number) { status } }", { number });
    assert.equal(order.status, "NOT_PAID");
    await held.go();
    await page.locator("[data-said]", { hasText: number }).waitFor({ state: "attached" });
    assert.deepEqual(await seen(), ["NOT_PAID", "CANCELLED"]);
    assert.equal(await told.count(), 0);
  });

  await step("When the connection is cut, it is as it was, and that is said", async () => {
    const { number } = await demo.place("anna");
    const seen = await watch(page, badge(number));
    const held = await hold(page, "CancelOrder");
    await cancel(number);
    await page.locator(`tr[data-order="${number}"] [data-status="CANCELLED"]`).waitFor();
    stage.isOutage = true;
    await held.cut();
    await told.getByText("Il server non ha risposto.").waitFor();
    stage.isOutage = false;
    await page.locator(`tr[data-order="${number}"] [data-status="NOT_PAID"]`).waitFor();
    assert.deepEqual(await seen(), ["NOT_PAID", "CANCELLED", "NOT_PAID"]);
    await told.getByRole("button").click();
    await told.waitFor({ state: "detached" });
  });

  await step("When the server refuses, because it was paid meanwhile, its reason is told, with the order", async () => {
    const { number } = await demo.place("anna");
    const seen = await watch(page, badge(number));
    const held = await hold(page, "CancelOrder");
    await cancel(number);
    await page.locator(`tr[data-order="${number}"] [data-status="CANCELLED"]`).waitFor();
    await demo.pay("anna", number);
    await held.go();
    await told.getByText("L’ordine non è stato annullato.").waitFor();
    assert.equal(await told.getByRole("link").innerText(), number);
    await page.locator(`tr[data-order="${number}"] [data-status="CHECKING"]`).waitFor();
    const statuses = await seen();
    assert.deepEqual([statuses[0], statuses[1], statuses.at(-1)], ["NOT_PAID", "CANCELLED", "CHECKING"]);
    await told.getByRole("button").click();
  });

  const register = async () => {
    const query = "mutation($input: PaymentMeanRegisterInput!) { paymentMeanRegister(input: $input) { paymentMean { id } } }";
    return (
      await demo.ask("anna", query, {
        input: { kind: "CARD", token: "tok_ok" },
      })
    ).paymentMeanRegister.paymentMean.id;
  };
  const { number } = await demo.place("anna");
  const [first, second] = [await register(), await register()];
  const mean = (id) => page.locator(`[data-mean="${id}"]`);
  const manage = async (id, what) => {
    await mean(id).locator('button[aria-haspopup="menu"]').click();
    await mean(id).locator(`[data-${what}]`).click();
  };
  const failure = page.locator("[data-means-failure]");
  let before = [];
  const usual = () => page.locator("[data-mean]:has(.tag)").evaluateAll((all) => all.map((it) => it.dataset.mean));

  await step("A card is the default at once, and is not when the server does not know it any more", async () => {
    await page.goto(new URL(`/orders?pay=${number}`, demo.url).href);
    await mean(second).waitFor();
    before = await usual();
    assert.equal(before.length > 0 && !before.includes(second), true);
    let held = await hold(page, "MakeDefault");
    await manage(first, "usual");
    await mean(first).locator(".tag").waitFor();
    await held.go();
    await until("it is so at the server", async () => {
      const { viewer } = await demo.ask("anna", "{ viewer { ... on Customer { paymentMeans { id isDefault } } } }");
      return viewer.paymentMeans.find(({ id }) => id === first).isDefault;
    });
    held = await hold(page, "MakeDefault");
    await manage(second, "usual");
    await mean(second).locator(".tag").waitFor();
    assert(!(await usual()).includes(first));
    await demo.change("anna", "paymentMeanRemove", { id: second });
    await held.go();
    await failure.getByText("non è il metodo predefinito").waitFor();
    await mean(first).locator(".tag").waitFor();
    assert.equal(await mean(second).count(), 0);
  });

  await step("A card that is removed is gone at once, and is back when the connection is cut", async () => {
    let held = await hold(page, "RemoveMean");
    await manage(first, "remove");
    await mean(first).waitFor({ state: "detached" });
    stage.isOutage = true;
    await held.cut();
    await failure.getByText("Il server non ha risposto.").waitFor();
    stage.isOutage = false;
    await mean(first).waitFor();
    held = await hold(page, "RemoveMean");
    await manage(first, "remove");
    await mean(first).waitFor({ state: "detached" });
    await held.go();
    await until("it is gone at the server", async () => {
      const { viewer } = await demo.ask("anna", "{ viewer { ... on Customer { paymentMeans { id } } } }");
      return viewer.paymentMeans.every(({ id }) => id !== first);
    });
    assert.equal(await failure.count(), 0);
    for (const id of before) await demo.change("anna", "paymentMeanSetDefault", { id });
  });

  await step("A payment is never shown as made before the server has said so", async () => {
    const held = await hold(page, "PayOrder");
    await page.getByRole("radio", { name: "Visa •••• 4242" }).first().check();
    await page.click("[data-pay]");
    await page.locator("[data-pay]", { hasText: "Pagamento…" }).waitFor();
    await held.asked;
    await page.locator('[data-stage="open"]').waitFor();
    assert.equal(await page.locator('[data-stage="paid"]').count(), 0);
    await held.go();
    await page.locator('[data-stage="paid"]').waitFor();
  });

  await step("Nor is a withdrawal as received: cut off, the statement is kept, and sent again it is one", async () => {
    await page.goto(new URL(`/orders?withdraw=${number}`, demo.url).href);
    await page.locator("[data-tick]").check();
    await page.fill("#withdraw-name", "Anna R.");
    let held = await hold(page, "WithdrawFromOrder");
    await page.click("[data-confirm]");
    await page.locator("[data-sending]", { hasText: "in corso di invio" }).waitFor();
    await held.asked;
    assert.equal(await page.locator("[data-receipt]").count(), 0);
    stage.isOutage = true;
    await held.cut();
    await page.locator('dialog [role="alert"]').waitFor();
    stage.isOutage = false;
    assert.equal(await page.locator("[data-receipt]").count(), 0);
    assert.equal(await page.inputValue("#withdraw-name"), "Anna R.");
    assert(await page.locator("[data-tick]").isChecked());
    held = await hold(page, "WithdrawFromOrder");
    await page.click("[data-confirm]");
    await page.locator("[data-sending]", { hasText: "in corso di invio" }).waitFor();
    await held.go();
    await page.locator("[data-receipt]", { hasText: "Anna R." }).waitFor();
  });
  await anna.close();
}

async function operator(demo, stage) {
  const marco = await stage.visitor();
  const page = await stage.page(marco, "marco", "/desk");
  const badge = "[data-desk-order] [data-status]";
  const shows = (status) => page.locator(`[data-desk-order] .title [data-status="${status}"]`).waitFor();
  const dialog = page.locator("dialog");
  const paid = async () => {
    const order = await demo.place("anna");
    await demo.pay("anna", order.number);
    await page.goto(new URL(`/desk?order=${order.number}`, demo.url).href);
    await page.locator("[data-customers-view] ol").waitFor();
    return order;
  };
  const confirm = async () => {
    await page.locator("[data-confirm-step]").click();
    await dialog.waitFor({ state: "detached" });
  };

  await step("A claim is there at once, and is not when the connection is cut", async () => {
    await paid();
    let held = await hold(page, "DeskClaim");
    await page.keyboard.press("c");
    await page.locator('[data-claimed="marco"]').waitFor();
    stage.isOutage = true;
    await held.cut();
    await page.locator('[data-claimed=""]').waitFor();
    await page.locator('[data-desk-order] [role="alert"]').waitFor();
    stage.isOutage = false;
    held = await hold(page, "DeskClaim");
    await page.keyboard.press("c");
    await page.locator('[data-claimed="marco"]').waitFor();
    await held.go();
    await page.locator('[data-claimed="marco"]', { hasText: "until" }).waitFor();
    held = await hold(page, "DeskClaim");
    await page.keyboard.press("c");
    await page.locator('[data-claimed=""]').waitFor();
    await held.go();
    await page.locator("[data-said]", { hasText: "is free" }).waitFor({ state: "attached" });
    await page.locator('[data-claimed=""]').waitFor();
  });

  await step("An approved order goes on at once; what the customer sees is what the server says", async () => {
    const { number } = await paid();
    const seen = await watch(page, badge);
    const held = await hold(page, "DeskApprove");
    await page.keyboard.press("a");
    await confirm();
    await shows("DELIVERING");
    await held.asked;
    await page.locator('[data-customers-view] [data-status="CHECKING"]').waitFor();
    await page.locator('[data-line] button:has-text("Deliver")').first().waitFor();
    await held.go();
    await page.locator('[data-customers-view] [data-status="DELIVERING"]').waitFor();
    await page.locator("[data-said]", { hasText: number }).waitFor({ state: "attached" });
    assert.deepEqual(await seen(), ["CHECKING", "DELIVERING"]);
  });

  await step("What the server refuses comes back with what was written, and why", async () => {
    const { number } = await paid();
    const seen = await watch(page, badge);
    const held = await hold(page, "DeskRefuse");
    await page.keyboard.press("r");
    await page.locator("dialog textarea").fill("Il nome non corrisponde.");
    await confirm();
    await shows("CANCELLING");
    await demo.approve(number);
    await held.go();
    await page.locator('dialog [role="alert"]').waitFor();
    assert.equal(await page.locator("dialog textarea").inputValue(), "Il nome non corrisponde.");
    await shows("DELIVERING");
    const statuses = await seen();
    assert.deepEqual([statuses[0], statuses[1], statuses.at(-1)], ["CHECKING", "CANCELLING", "DELIVERING"]);
  });

  await step("So does what was cut off, and it can be sent again", async () => {
    await paid();
    const held = await hold(page, "DeskRequestDocuments");
    await page.locator('[data-step-button="documents"]').click();
    await page.getByRole("checkbox", { name: "Identity document" }).check();
    await page.getByLabel("About it: Identity document").fill("Fronte e retro");
    await confirm();
    await shows("DOCUMENTS_REQUESTED");
    stage.isOutage = true;
    await held.cut();
    await page.locator('dialog [role="alert"]', { hasText: "No answer came" }).waitFor();
    stage.isOutage = false;
    await shows("CHECKING");
    assert.equal(await page.getByLabel("About it: Identity document").inputValue(), "Fronte e retro");
    await confirm();
    await shows("DOCUMENTS_REQUESTED");
    await page.locator('[data-customers-view] [data-status="DOCUMENTS_REQUESTED"]').waitFor();
  });

  await step("Whoever has gone on meanwhile is told, and led back", async () => {
    const { number } = await paid();
    await demo.approve(number);
    await shows("DELIVERING");
    const held = await hold(page, "DeskDeliver");
    await page.getByRole("button", { name: /^Deliver: / }).click();
    await page.getByLabel("Service", { exact: true }).fill("vps-9.example");
    await confirm();
    await shows("DELIVERED");
    await page.locator("[data-line]", { hasText: "vps-9.example" }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator("[data-desk-order]").waitFor({ state: "detached" });
    stage.isOutage = true;
    await held.cut();
    const told = page.locator(".told .note");
    await told.getByText("Deliver. No answer came").waitFor();
    stage.isOutage = false;
    await told.getByRole("link", { name: number }).click();
    await shows("DELIVERING");
    await page.getByRole("button", { name: /^Deliver: / }).waitFor();
  });
  await marco.close();
}
