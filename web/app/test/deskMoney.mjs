// Money at the desk: what is unclear is settled, what failed is sent again, transfers come and go.

import assert from "node:assert/strict";
import { step, until } from "./stage.mjs";

const status = (page) => page.locator("[data-desk-order] [data-status]").first().getAttribute("data-status");

export async function deskMoney(demo, stage) {
  const marco = await stage.visitor();
  const page = await stage.page(marco, "marco", "/desk?queue=money");
  const act = async (kind) => {
    await page.locator(`[data-money="${kind}"]`).click();
    await page.locator("[data-confirm-money]").waitFor();
  };
  const confirm = async () => {
    await page.locator("[data-confirm-money]").click();
    const dialog = page.locator("dialog");
    await dialog.waitFor({ state: "detached" }).catch(async (cause) => {
      throw new Error(`It is still open: ${await dialog.innerText()}`, { cause });
    });
  };
  const open = async (number) => {
    await page.getByRole("searchbox").fill(number.toLowerCase());
    await page.keyboard.press("Enter");
    await page.locator(`[data-desk-order="${number}"]`).waitFor();
  };
  const pay = async (token) => {
    const { number } = await demo.place("anna");
    const query = "mutation($input: PaymentMeanRegisterInput!) { paymentMeanRegister(input: $input) { paymentMean { id } } }";
    const { paymentMeanRegister } = await demo.ask("anna", query, { input: { kind: "CARD", token } });
    const mean = paymentMeanRegister.paymentMean.id;
    await demo.change("anna", "orderPay", { number, method: "CARD", mean, idempotencyKey: crypto.randomUUID() });
    await demo.change("anna", "paymentMeanRemove", { id: mean });
    return number;
  };

  await step("A refund that failed comes up by itself, and is sent again", async () => {
    const number = await pay("tok_refund_fails");
    await demo.change("marco", "orderRefuse", { number, reason: "No." });
    await page.locator(`[data-order="${number}"][data-case="failed"] a`).click();
    await act("retryRefund");
    await confirm();
    await until("there are two attempts", async () => (await page.locator("[data-desk-order] [data-refund]").count()) === 2);
    await page.locator("[data-desk-order] [data-refund]").last().locator('[data-money="retryRefund"]').click();
    await page.getByRole("checkbox", { name: "Pay it out by transfer instead" }).check();
    await confirm();
    await page.locator('[data-money="recordRefund"]').waitFor();
  });

  const anna = await stage.visitor();
  await step("A transfer of a part is held, and the customer sees at once how much has come and what is due", async () => {
    const { number } = await demo.place("anna");
    await demo.change("anna", "orderPay", { number, method: "BANK_TRANSFER", idempotencyKey: crypto.randomUUID() });
    const hers = await stage.page(anna, "anna", `/orders/${number}?pay=${number}`);
    await hers.locator(".slip", { hasText: "6,09" }).waitFor();
    await open(number);
    const amount = page.getByLabel("Amount that arrived, in EUR");
    await act("recordPayment");
    await page.locator("[data-confirm-money]").click();
    await page.getByText("Please fill this in.").waitFor();
    await page.getByLabel("The bank’s reference").fill(`IN ${number}`);
    await amount.fill("1,00");
    await confirm();
    await page.locator("[data-desk-order] [data-received]", { hasText: "€1.00 has come by transfer; €5.09 is still due." }).waitFor();
    await page.locator("[data-transfer]", { hasText: `IN ${number}` }).waitFor();
    await hers.locator(".outcome", { hasText: "5,09" }).waitFor();
    await hers.locator("[data-arrived]", { hasText: `IN ${number}` }).waitFor();
    await hers.locator(".slip", { hasText: "5,09" }).waitFor();
    await act("recordPayment");
    await page.getByLabel("The bank’s reference").fill(`IN ${number}`);
    await page.locator("[data-confirm-money]").click();
    await page.locator('dialog [role="alert"]').waitFor();
    assert.equal(await amount.inputValue(), "5.09");
    await page.getByLabel("The bank’s reference").fill(`IN ${number} 2`);
    await confirm();
    await until("it is paid", async () => (await status(page)) === "CHECKING");
    await hers.locator('[data-stage="paid"]').waitFor();
    await hers.close();
  });

  await step("Another transfer for an order that is paid goes back, all of it", async () => {
    await act("recordSurplus");
    await page.getByText("The order is paid, or costs nothing.").waitFor();
    await page.locator("[data-confirm-money]").click();
    await page.getByText("Please fill this in.").first().waitFor();
    await page.getByLabel("Amount that arrived, in EUR").fill("6.09");
    await page.getByLabel("The bank’s reference").fill("TWICE");
    await confirm();
    await page.locator("[data-transfer]", { hasText: "TWICE" }).waitFor();
    await page.locator('[data-desk-order] [data-refund="PENDING"]', { hasText: "€6.09" }).waitFor();
    await act("recordRefund");
    await page.getByLabel("The bank’s reference").fill("BACK");
    await confirm();
    await page.locator('[data-desk-order] [data-refund="SUCCEEDED"]', { hasText: "BACK" }).waitFor();
    assert.equal(await status(page), "CHECKING");
  });

  await step("What came by transfer is paid out by transfer, and the order ends with it", async () => {
    await page.locator('[data-step-button="refuse"]').click();
    await page.getByLabel("Reason").fill("Non è possibile.");
    await page.locator("[data-confirm-step]").click();
    await until("it is being cancelled", async () => (await status(page)) === "CANCELLING");
    await act("recordRefund");
    await page.getByLabel("The bank’s reference").fill("OUT 1");
    await confirm();
    await until("it is over", async () => (await status(page)) === "CANCELLED");
  });

  const settle = async (reason) => {
    await page.getByLabel("What became of it").selectOption("SUCCEEDED");
    await page.getByLabel("Why you say so").fill(reason);
    await page.locator("[data-confirm-money]").click();
  };

  const silent = await step("A payment of which nobody knows comes up, is settled, and the customer sees it without a reload", async () => {
    const number = await pay("tok_silent");
    const hers = await stage.page(anna, "anna", `/orders/${number}`);
    await hers.locator('[data-status="NOT_PAID"]').waitFor();
    await hers.evaluate(() => (globalThis.neverReloaded = true));
    await page.goto(new URL("/desk?queue=money", demo.url).href);
    await page.locator(`[data-order="${number}"][data-case="unclear"] a`).click();
    await act("settlePayment");
    await page.locator("[data-confirm-money]").click();
    await page.getByText("Please fill this in.").first().waitFor();
    assert.equal(await status(page), "NOT_PAID");
    await settle("È nell’elenco della banca.");
    await page.locator("dialog").waitFor({ state: "detached" });
    await page.locator('[data-desk-order] [data-payment="SUCCEEDED"]').waitFor();
    await hers.locator('[data-status="CHECKING"]').waitFor();
    await hers.locator("[data-sequence]", { hasText: "È nell’elenco della banca." }).waitFor();
    await page.locator('[data-money="settlePayment"]').waitFor({ state: "detached" });
    return { number, hers };
  });

  await step("Its refund, of which nobody knows either, is settled too, and the customer has it back", async () => {
    const { number, hers } = silent;
    await demo.change("marco", "orderRefuse", { number, reason: "No." });
    await hers.locator('[data-status="CANCELLING"]').waitFor();
    await act("settleRefund");
    await settle("L’hanno restituito.");
    await page.locator("dialog").waitFor({ state: "detached" });
    await page.locator('[data-desk-order] [data-refund="SUCCEEDED"]').waitFor();
    await hers.locator('[data-status="CANCELLED"]').waitFor();
    await hers.locator(".refunds li", { hasText: "rimborsato" }).waitFor();
    assert.equal(await hers.evaluate(() => globalThis.neverReloaded), true);
    await hers.close();
  });

  await step("What another has settled meanwhile is not settled again: that is said", async () => {
    const number = await pay("tok_silent");
    const { order } = await demo.ask("marco", "query($number: String!) { order(number: $number) { payments { id } } }", { number });
    await open(number);
    await act("settlePayment");
    await demo.change("marco", "paymentSettle", { id: order.payments[0].id, outcome: "FAILED", reason: "Not there." });
    await settle("It is there.");
    await page.locator('dialog [role="alert"]').waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  });

  await step("What the provider says of a settled payment, and cannot be, comes up with who has settled it", async () => {
    const query = "query($number: String!) { order(number: $number) { payments { id status } } }";
    const input = (id) => ({ id, outcome: "SUCCEEDED", reason: "Seen there." });
    const mutation = "mutation($input: PaymentSettleInput!) { paymentSettle(input: $input) { errors { __typename } } }";
    const number = await pay("tok_timeout_not_charged");
    const { id } = (await demo.ask("marco", query, { number })).order.payments[0];
    // Between the provider's silence and its answer: the answer comes some seconds later.
    await until("it is settled", async () => (await demo.ask("marco", mutation, { input: input(id) })).paymentSettle.errors.length === 0);
    await page.goto(new URL("/desk?queue=money", demo.url).href);
    const row = page.locator(`[data-order="${number}"][data-case="contradicted"]`);
    await row.getByText("The provider took nothing: never_sent. · settled by marco").waitFor();
    await row.locator("a").click();
    await page.locator("[data-desk-order] [data-payment]", { hasText: "settled by marco" }).waitFor();
    assert.equal(await page.locator('[data-money="settlePayment"]').count(), 0);
  });
  await marco.close();
  await anna.close();
}
