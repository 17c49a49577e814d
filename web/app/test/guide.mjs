// The guide's path: dashboard, orders, "…", the order as HTML, tracking in four steps; live, by
// keyboard, and in two tabs.

import assert from "node:assert/strict";
import { step, until } from "./stage.mjs";

const row = (page, number) => page.locator(`tr[data-order="${number}"]`);
const status = (page, number) => row(page, number).locator("[data-status]").getAttribute("data-status");
const states = (page) => page.locator("ol [data-state]").evaluateAll((all) => all.map((it) => it.dataset.state));

export async function guide(demo, stage) {
  const anna = await stage.visitor();
  const page = await stage.page(anna, null, "/");

  await step("Anna signs in, and is spoken to in her language", async () => {
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.click('[data-person="anna"]');
    await page.getByRole("heading", { name: "Ciao, Anna" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "it");
  });

  await step("The dashboard leads to her orders, the newest first", async () => {
    await page.getByRole("link", { name: "Visualizza i tuoi ordini" }).click();
    await page.getByRole("heading", { name: "I tuoi ordini" }).waitFor();
    await page.locator("tbody tr").first().waitFor();
    const created = await page.locator("tbody time").evaluateAll((all) => all.map((it) => it.dateTime));
    assert(created.length > 10);
    assert.deepEqual(created, created.toSorted().reverse());
    const heads = await page.getByRole("columnheader").allInnerTexts();
    assert.deepEqual(heads, ["Data di creazione", "Numero", "Stato", "Totale IVA inclusa"]);
    await page.locator('[data-live="live"]').waitFor();
    // Whatever follows happens without a reload.
    await page.evaluate(() => (globalThis.neverReloaded = true));
  });

  const order = await step("An order that is placed elsewhere appears by itself", async () => {
    const placed = await demo.place("anna");
    await row(page, placed.number).waitFor();
    assert.equal(await page.locator("tbody tr").first().getAttribute("data-order"), placed.number);
    return placed;
  });

  await step('"…" offers what is possible, and says of the rest why not', async () => {
    await row(page, order.number).locator(".more button").first().click();
    await page.getByRole("menuitem").first().waitFor();
    const items = await page.getByRole("menuitem").allInnerTexts();
    assert(items[0].startsWith("Visualizza l’ordine in formato HTML"), items[0]);
    assert.deepEqual(items.length, 5);
    await page.keyboard.press("Escape");
    const expired = page.locator('tr:has([data-status="EXPIRED"])').first();
    await expired.locator(".more button").first().click();
    const pay = page.locator('[role="menuitem"][data-action="PAY"]');
    assert.equal(await pay.getAttribute("aria-disabled"), "true");
    assert((await pay.innerText()).includes("scadut"), await pay.innerText());
    await page.keyboard.press("Escape");
  });

  await step("The order opens as HTML in a tab of its own", async () => {
    await row(page, order.number).locator(".more button").first().click();
    const link = page.locator('[role="menuitem"][href]');
    await link.waitFor();
    const [paper] = await Promise.all([anna.waitForEvent("page"), link.click()]);
    await paper.waitForLoadState();
    assert((await paper.locator("body").innerText()).includes(order.number));
    await paper.close();
  });

  await step("The four steps come about while she looks", async () => {
    await row(page, order.number).locator(".track").click();
    await page.locator("ol [data-state]").nth(3).waitFor();
    assert.deepEqual(await states(page), ["DOING", "TODO", "TODO", "TODO"]);
    assert.equal(await page.locator('[aria-current="step"]').count(), 1);
    await demo.pay("anna", order.number);
    await until("it is being checked", async () => (await page.locator("dialog [data-status]").first().getAttribute("data-status")) === "CHECKING");
    await demo.approve(order.number);
    await until("it is being delivered", async () => (await states(page)).join() === "DONE,DONE,DOING,TODO");
    await demo.deliver(order);
    await until("it is there", async () => (await states(page)).join() === "DONE,DONE,DONE,DONE");
    assert.equal(await page.locator('[aria-current="step"]').count(), 1);
    const spoken = await page.locator("[data-tracking]").textContent();
    assert(spoken.startsWith("Step 4 di 4"), spoken);
  });

  await step("The history has three entries, and then all of them", async () => {
    const entries = page.locator("dialog [data-sequence]");
    assert.equal(await entries.count(), 3);
    await page.getByRole("button", { name: /Mostra tutte/ }).click();
    await until("all are there", async () => {
      const numbers = await entries.evaluateAll((all) => all.map((it) => Number(it.dataset.sequence)));
      return numbers.at(-1) === 1 && numbers.every((number, at) => number === numbers[0] - at);
    });
    await demo.change("marco", "orderNote", { number: order.number, text: "Buon lavoro!", visibleToCustomer: true });
    await page.locator("dialog [data-sequence]", { hasText: "Buon lavoro!" }).waitFor();
  });

  await step("The list behind it has changed too, and nothing was reloaded", async () => {
    await page.keyboard.press("Escape");
    assert.equal(await status(page, order.number), "DELIVERED");
    assert.equal(await page.evaluate(() => globalThis.neverReloaded), true);
  });

  await step("Orders are narrowed by status and number, and the address says so", async () => {
    await page.getByRole("button", { name: /^Stato: Tutti/ }).click();
    await page.getByRole("checkbox", { name: "Completato" }).check();
    await page.keyboard.press("Escape");
    await until("only those are there", async () => {
      const all = await page.locator("tbody [data-status]").evaluateAll((them) => them.map((it) => it.dataset.status));
      return all.length > 0 && all.every((it) => it === "DELIVERED");
    });
    await page.getByRole("searchbox").fill(order.number.toLowerCase().replaceAll("-", ""));
    await until("only the one is there", async () => (await page.locator("tbody tr").count()) === 1);
    assert(page.url().includes("status=DELIVERED") && page.url().includes("number="), page.url());
    await page.reload();
    await row(page, order.number).waitFor();
    assert.equal(await page.locator("tbody tr").count(), 1);
    await page.getByRole("button", { name: "Mostra tutti" }).click();
  });

  await step("More are loaded when she wants them, without a gap", async () => {
    for (let at = 0; at < 8; at++) await demo.place("anna", "mail-10");
    await page.reload();
    await until("a page is there", async () => (await page.locator("tbody tr").count()) === 20);
    await page.getByRole("button", { name: "Mostra altri" }).click();
    await page.getByText("Sono tutti qui.").waitFor();
    const shown = await page.locator("tbody tr").evaluateAll((all) => all.map((it) => it.dataset.order));
    const { orders } = await demo.ask("anna", "{ orders(first: 100) { nodes { number } } }");
    assert.deepEqual(
      shown,
      orders.nodes.map(({ number }) => number),
    );
  });

  await step("All of it goes by keyboard", async () => {
    await page.locator("h1").focus();
    const first = page.locator("tbody tr").first();
    const number = await first.getAttribute("data-order");
    const isAt = () => page.evaluate((number) => document.activeElement?.matches(`tr[data-order="${number}"] .track`), number);
    for (let presses = 0; presses < 30 && !(await isAt()); presses++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("dialog ol").waitFor();
    assert(await page.evaluate(() => document.activeElement.closest("dialog") !== null));
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    await until("the focus is back", isAt);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem").first().waitFor();
    await until("the focus is in the menu", () => page.evaluate(() => document.activeElement.getAttribute("role") === "menuitem"));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator("dialog ol").waitFor();
    assert(page.url().includes(`track=${number}`));
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  });

  await step("A second tab knows who she is, and both agree", async () => {
    const second = await stage.page(anna, null, `/orders/${order.number}`);
    await second.getByRole("heading", { name: `Ordine ${order.number}` }).waitFor();
    const fresh = await demo.place("anna");
    await row(page, fresh.number).waitFor();
    await second.getByRole("link", { name: "Dashboard" }).click();
    await second.locator(`[data-order="${fresh.number}"]`).waitFor();
    await demo.pay("anna", fresh.number);
    for (const tab of [page, second]) await tab.locator(`[data-order="${fresh.number}"] [data-status="CHECKING"]`).waitFor();
    await second.close();
  });

  await step("GraphiQL opens as Anna, with the query that drew the page", async () => {
    const [graphiql] = await Promise.all([anna.waitForEvent("page"), page.getByRole("button", { name: "La query di questa pagina" }).click()]);
    await graphiql.getByRole("tab", { name: "MyOrders" }).last().waitFor();
    await until("Anna is there", async () => (await graphiql.locator('output[aria-label="Who asks"]').innerText()).includes("Anna Rossi"));
    const query = () =>
      graphiql.evaluate(
        () =>
          globalThis.__MONACO?.editor
            .getModels()
            .find(({ uri }) => uri.path.endsWith("operation.graphql"))
            ?.getValue() ?? "",
      );
    await until("the query is there", async () => (await query()).includes("fragment OrderRow"));
    assert(!graphiql.url().includes("eyJ"), graphiql.url());
    await graphiql.close();
  });

  await step("What is not there is said to be missing", async () => {
    await page.goto(new URL("/orders/BO26-00000-00000", demo.url).href);
    await page.getByText("Non c’è nessun ordine con il numero BO26-00000-00000").waitFor();
    await page.goto(new URL("/no/such/page", demo.url).href);
    await page.getByText("Questa pagina non esiste.").waitFor();
  });

  await step("No token is kept anywhere, and signing out forgets who she was", async () => {
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));
    for (const token of Object.values(demo.facts.tokens)) assert(!kept.includes(token));
    await page.getByRole("button", { name: /^Account/ }).click();
    await page.getByRole("button", { name: "Cambia persona" }).click();
    await page.getByRole("heading", { name: "Accedi" }).waitFor();
    await page.fill("#token", "nonsense");
    stage.isOutage = true;
    await page.getByRole("button", { name: "Accedi" }).click();
    await page.getByText("Questo token non è valido").waitFor();
    stage.isOutage = false;
    await page.fill("#token", `Bearer ${demo.facts.tokens.bruno}\n`);
    await page.getByRole("button", { name: "Accedi" }).click();
    await page.getByRole("button", { name: /Bruno/ }).waitFor();
  });
  await anna.close();
}
