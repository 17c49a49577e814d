// Paying in every way the sandbox knows, cancelling, and withdrawing: allowed, and refused with its reason.

import assert from "node:assert/strict";
import { step, until } from "./stage.mjs";

const stageIs = (page, name) => page.locator(`[data-stage="${name}"]`).waitFor();
const choose = (page, label) => page.getByRole("radio", { name: new RegExp(label) }).check();

export async function money(demo, stage) {
  const anna = await stage.visitor();
  const page = await stage.page(anna, "anna", "/orders");
  const open = async (what, number) => page.goto(new URL(`/orders?${what}=${number}`, demo.url).href);

  await step("A declined card says why, and another one pays", async () => {
    const { number } = await demo.place("anna");
    await open("pay", number);
    await stageIs(page, "open");
    await choose(page, "0002");
    await page.click("[data-pay]");
    await page.locator('[role="alert"] p').nth(1).waitFor();
    assert((await page.locator('dialog [role="alert"]').innerText()).length > 20);
    await choose(page, "Visa •••• 4242");
    await page.click("[data-pay]");
    await stageIs(page, "paid");
    await page.getByRole("button", { name: "Monitora l’ordine", exact: true }).click();
    await page.locator('dialog [data-status="CHECKING"]').waitFor();
  });

  await step("A card that asks for confirmation is confirmed at the bank, and both tabs know", async () => {
    const { number } = await demo.place("anna");
    await open("pay", number);
    await choose(page, "3155");
    await page.click("[data-pay]");
    await stageIs(page, "action");
    const [bank] = await Promise.all([anna.waitForEvent("page"), page.getByRole("link", { name: "Conferma presso la banca" }).click()]);
    await bank.getByRole("button", { name: "Confirm" }).click();
    await bank.waitForURL(`**/orders/${number}`);
    await bank.locator('[data-status="CHECKING"]').waitFor();
    await stageIs(page, "paid");
    await bank.close();
  });

  await step("A slow card is told honestly, and ends by itself", async () => {
    const { number } = await demo.place("anna");
    await open("pay", number);
    await choose(page, "0077");
    await page.click("[data-pay]");
    await stageIs(page, "pending");
    await stageIs(page, "paid");
  });

  await step("A transfer says where to, and how much, with a code to scan", async () => {
    const { number } = await demo.place("anna");
    await open("pay", number);
    await choose(page, "Bonifico");
    await page.click("[data-pay]");
    await stageIs(page, "pending");
    const slip = await page.locator(".slip").innerText();
    assert(slip.includes("IT60") && slip.includes(number), slip);
    assert((await page.locator(".slip svg path").getAttribute("d")).length > 500);
    await page.getByRole("button", { name: "Paga in un altro modo" }).click();
    await choose(page, "Visa •••• 4242");
    await page.click("[data-pay]");
    await stageIs(page, "paid");
  });

  await step("A card of the sandbox can be added, and what is not possible says why", async () => {
    const { number } = await demo.place("anna");
    await open("pay", number);
    await page.locator("summary").click();
    await page.selectOption("details select", "tok_insufficient_funds");
    await page.locator("details button").click();
    await until("it is chosen", () => page.getByRole("radio", { name: /9995/ }).isChecked());
    const reasons = await page.locator(".not li").allInnerTexts();
    assert(reasons.length > 0 && reasons.every((it) => it.trim().split("\n").length === 2), reasons.join("|"));
    await page.keyboard.press("Escape");
  });

  await step("An unpaid order is cancelled", async () => {
    const { number } = await demo.place("anna");
    await open("cancel", number);
    await page.getByRole("dialog").getByRole("button", { name: "Annulla l’ordine" }).click();
    await page.locator(`tr[data-order="${number}"] [data-status="CANCELLED"]`).waitFor();
  });

  await step("Withdrawal: in sight, to the cent, confirmed apart, and acknowledged to the second", async () => {
    const order = await demo.place("anna", "server-rise");
    const { number } = order;
    await demo.pay("anna", number);
    await demo.approve(number);
    await demo.deliver(order);
    await page.goto(new URL(`/orders/${number}`, demo.url).href);
    const label = page.locator("[data-withdraw]");
    await label.waitFor();
    assert.equal(await label.innerText(), "recedere dal contratto qui");
    await label.click();
    const query = 'query($number: String!) { order(number: $number) { withdrawal { quote { refund { text(language: "it") } } } } }';
    const { order: quoted } = await demo.ask("anna", query, { number });
    const plain = (text) => text.replace(/\s/g, " ");
    const shown = page.locator("[data-refund]");
    await shown.waitFor();
    assert.equal(plain(await shown.innerText()), plain(quoted.withdrawal.quote.refund.text));
    const fee = page.locator(".refund li:has(+ .of) + .of");
    assert.match(await fee.innerText(), /^\+ Server Rise/);
    const confirm = page.locator("[data-confirm]");
    assert.equal(await confirm.innerText(), "conferma recesso");
    await confirm.click();
    assert.equal(await page.locator("[data-tick]").getAttribute("aria-invalid"), "true");
    await page.locator("[data-tick]").check();
    await page.fill("#withdraw-email", "nonsense");
    await confirm.click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "withdraw-email");
    await page.fill("#withdraw-email", "anna@example.com");
    await confirm.click();
    await page.locator("[data-receipt]").waitFor();
    assert.match(await page.locator("[data-received]").innerText(), /\d{2}:\d{2}:\d{2}/);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Scarica la conferma" }).click()]);
    assert(file.suggestedFilename().startsWith(`buono-${number}`));
    await page.getByRole("button", { name: "Monitora l’ordine", exact: true }).click();
    await page.locator('main [data-status="CANCELLED"]').first().waitFor();
    assert.equal(await label.count(), 0);
  });

  await step("Withdrawal from some lines leaves the others", async () => {
    const lines = [
      { planCode: "vps-pro", period: "P1M" },
      { planCode: "mail-10", period: "P1M" },
    ];
    const place = "mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { order { number } } }";
    const { orderPlace } = await demo.ask("anna", place, { input: { lines, idempotencyKey: crypto.randomUUID() } });
    const { number } = orderPlace.order;
    await demo.pay("anna", number);
    await open("withdraw", number);
    await page.getByRole("checkbox", { name: "Mail 10" }).uncheck();
    await page.locator("[data-tick]").check();
    await page.click("[data-confirm]");
    await page.locator("[data-receipt]").waitFor();
    const receipt = await page.locator("[data-receipt]").innerText();
    assert(receipt.includes("VPS Pro") && !receipt.includes("Mail 10"), receipt);
    const { order } = await demo.ask("anna", "query($number: String!) { order(number: $number) { lines { description withdrawnAt } } }", { number });
    assert.deepEqual(
      order.lines.map(({ description, withdrawnAt }) => [description, withdrawnAt !== null]),
      [
        ["VPS Pro", true],
        ["Mail 10", false],
      ],
    );
  });

  await step("A company cannot withdraw, and reads why", async () => {
    const acme = await stage.page(await stage.visitor(), "acme", "/orders?status=DELIVERED");
    const first = acme.locator("tbody tr").first();
    await first.waitFor();
    const number = await first.getAttribute("data-order");
    await first.locator(".more button").first().click();
    const item = acme.locator('[data-action="WITHDRAW"]');
    assert.equal(await item.getAttribute("aria-disabled"), "true");
    const reason = (await item.innerText()).split("\n").at(-1);
    await acme.keyboard.press("Escape");
    await acme.goto(new URL(`/orders?withdraw=${number}`, demo.url).href);
    await acme.locator("[data-blocked]").waitFor();
    assert((await acme.locator("[data-blocked]").innerText()).includes(reason), reason);
    assert.equal(await acme.locator("[data-confirm]").count(), 0);
    await acme.context().close();
  });
  await anna.close();
}
