// Several operators on the demo's data, served as a vendor would: signed in with tokens, each with scopes of
// their own.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { step } from "./stage.mjs";

const SECRET = "a secret of a test that nobody else has";

export async function operators(demo, stage) {
  const token = (name, scopes) =>
    execFileSync(demo.binary, ["token", "--operator", name, "--scopes", scopes], { env: { ...process.env, BUONO_JWT_SECRET: SECRET } }).toString();
  const enter = async (name, scopes) => {
    const context = await stage.visitor();
    const page = await stage.page(context, null, "/");
    await page.fill("#token", token(name, scopes));
    await page.getByRole("button", { name: "Sign in" }).click();
    return page;
  };

  await step("The demo's data are served as a vendor would", async () => {
    await demo.kill();
    await demo.serve(SECRET);
  });

  const lucia = await enter("lucia", "orders:validate");
  const number = await lucia.locator("[data-order]").first().getAttribute("data-order");
  const row = `tr[data-order="${number}"]`;

  await step("Lucia takes an order; Piero sees it at once, and is asked before he takes it over", async () => {
    const piero = await enter("piero", "orders:validate,orders:deliver");
    await piero.locator(`${row} [data-claim=""]`).waitFor();
    await lucia.locator(`${row} a`).click();
    await lucia.locator("[data-toggle-claim]").click();
    await lucia.locator('[data-claimed="lucia"]').waitFor();
    await piero.locator(`${row} [data-claim="lucia"]`).waitFor();
    await piero.locator(`${row} a`).click();
    await piero.locator('[data-claimed="lucia"]').waitFor();
    await piero.keyboard.press("c");
    await piero.getByRole("heading", { name: "Take over from lucia?" }).waitFor();
    await piero.locator("dialog footer .primary").click();
    await piero.locator('[data-claimed="piero"]').waitFor();
    await lucia.locator('[data-claimed="piero"]').waitFor();
    await piero.context().close();
  });

  await step("Whoever only reads sees what is missing for each step", async () => {
    const reader = await enter("rosa", "orders:read");
    await reader.locator(`${row} a`).click();
    await reader.locator("[data-desk-order]").waitFor();
    assert.equal(await reader.locator("[data-toggle-claim]").count(), 0);
    const approve = reader.locator('[data-step-button="approve"]');
    assert.equal(await approve.getAttribute("aria-disabled"), "true");
    await reader.getByText("Your token lacks the scope orders:validate.").first().waitFor();
    await reader.keyboard.press("a");
    assert.equal(await reader.locator("dialog").count(), 0);
    await reader.context().close();
  });

  await step("Whoever may not see orders is told which scopes would do", async () => {
    const other = await enter("vito", "customers:write");
    await other.locator("[data-refused]", { hasText: "It has: customers:write." }).waitFor();
    await other.context().close();
  });
  await lucia.context().close();
}
