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
    await page.locator("dialog").waitFor({ state: "detached" });
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

  await step("A payment of which nobody knows comes up; while the provider is asked, the desk says why it has to wait", async () => {
    const number = await pay("tok_timeout");
    await open(number);
    await act("settlePayment");
    await page.locator("[data-confirm-money]").click();
    await page.getByText("Please fill this in.").first().waitFor();
    await page.getByLabel("What became of it").selectOption("SUCCEEDED");
    await page.getByLabel("Why you say so").fill("It is in the provider’s list.");
    await page.locator("[data-confirm-money]").click();
    // Half a minute later the provider has answered, and there is nothing to settle: that is said too.
    await page.locator('dialog [role="alert"]').waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  });
  await marco.close();
  await anna.close();
}
