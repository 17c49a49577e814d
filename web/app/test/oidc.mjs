// Signs in with a real identity provider, in a real browser, as a vendor's customers would.
//
// BUONO     the program
// FOLDER    an empty folder for the data
// CHROMIUM  the browser; without it, Debian's
//
// Prints each step. Exit code 0: everything was as it should be, nobody else was asked, the console
// had no error and the content security policy was kept; 1: anything else.

import assert from "node:assert/strict";
import { CLIENT, IdentityProvider } from "../../../tests/oidc/provider.mjs";
import { Demo, Stage, step, until } from "./stage.mjs";

const { BUONO, FOLDER } = process.env;
assert(BUONO && FOLDER, "Set BUONO and FOLDER.");
const demo = await new Demo(BUONO, FOLDER).start();
const reference = (await demo.ask("anna", "{ viewer { ... on Customer { reference } } }")).viewer.reference;
const order = await demo.place("anna");
await demo.kill();

const provider = await new IdentityProvider().start(demo.url.origin);
await demo.serve("k3Jx9vQm2LrT7yPz5WbN8cHd4GfS6aUe", {
  BUONO_JWT_ISSUER: provider.url,
  BUONO_JWKS_URL: `${provider.url}/jwks`,
  BUONO_OIDC_ISSUER: provider.url,
  BUONO_OIDC_CLIENT_ID: CLIENT,
});
demo.facts.tokens = { anna: provider.token(reference) };
const stage = await new Stage(demo, [new URL(provider.url).host]).open();
const { host } = new URL(provider.url);

try {
  const anna = await stage.visitor();
  const page = await anna.newPage();
  const addresses = [];
  const said = [];
  page.on("framenavigated", (frame) => addresses.push(frame.url()));
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => said.push(["sent", JSON.parse(payload)]));
    socket.on("framereceived", ({ payload }) => said.push(["heard", JSON.parse(payload)]));
    socket.on("close", () => said.push(["closed", {}]));
  });
  const signIn = () => page.getByRole("button", { name: "Sign in with your account" });
  const notice = (text) => page.getByRole("alert").getByText(text).waitFor();
  const isHere = () => new URL(page.url()).host === demo.url.host;

  await step("A page that is opened leads to the provider, and no token can be pasted", async () => {
    await page.goto(new URL("/orders?number=BO", demo.url).href);
    await signIn().waitFor();
    assert.equal(await page.locator("textarea").count(), 0);
    await signIn().click();
    await page.getByLabel("Account").waitFor();
    assert.equal(new URL(page.url()).host, host);
  });

  await step("Who refuses there is told so here, and what to do", async () => {
    await page.getByRole("button", { name: "Refuse" }).click();
    await notice("because access was refused");
    await notice("access_denied: Not today.");
    assert.equal(page.url(), new URL("/orders?number=BO", demo.url).href);
  });

  await step("Anna signs in, and is where she wanted to be, with her orders", async () => {
    await signIn().click();
    await page.getByLabel("Account").fill(reference);
    await page.getByRole("button", { name: "Enter" }).click();
    await page.locator(`tr[data-order="${order.number}"]`).waitFor();
    await page.locator('[data-live="live"]').waitFor();
    assert.equal(page.url(), new URL("/orders?number=BO", demo.url).href);
  });

  await step("No token is in the address, nor kept, nor is what was asked for", async () => {
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]));
    assert(!/ey[\w-]+\.|signing-in|verifier/.test(kept), kept);
    assert(!addresses.some((each) => /ey[\w-]{20}|_token/.test(each)), addresses.join("\n"));
  });

  await step("The token is renewed without her, and the socket goes on with it", async () => {
    await page.evaluate(() => (globalThis.neverReloaded = true));
    // Twice: the provider gives another refresh token each time.
    await until("it was renewed", () => provider.renewals >= 2);
    const refreshed = ([way, { type, payload }]) => way === "sent" && type === "ping" && payload?.authorization?.startsWith("Bearer ey");
    await until("the socket was told", () => said.filter(refreshed).length >= 2);
    const at = said.findIndex(refreshed);
    await until("and has answered", () => said.slice(at).some(([way, { type }]) => way === "heard" && type === "pong"));
    await demo.pay("anna", order.number);
    await page.locator(`tr[data-order="${order.number}"] [data-status="CHECKING"]`).waitFor();
    assert(await page.evaluate(() => globalThis.neverReloaded));
    assert(!said.some(([way]) => way === "closed"), "one socket from first to last");
  });

  await step("A second tab is signed in, too, and gets what is renewed", async () => {
    const other = await anna.newPage();
    const told = [];
    other.on("websocket", (socket) => socket.on("framesent", ({ payload }) => told.push(JSON.parse(payload))));
    await other.goto(new URL("/orders", demo.url).href);
    await other.locator('[data-live="live"]').waitFor();
    const first = told.find(({ type }) => type === "connection_init").payload.authorization;
    const another = ({ type, payload }) => type === "ping" && payload?.authorization && payload.authorization !== first;
    await until("its socket was told another token", () => told.some(another));
    await other.close();
  });

  const asked = [];
  const graphiql = await step("GraphiQL is signed in, too, and what it asks later has the token of then", async () => {
    await page.locator("header .who").click();
    const button = page.getByRole("button", { name: /GraphiQL/ });
    const [graphiql] = await Promise.all([anna.waitForEvent("page"), button.click()]);
    graphiql.on("request", (request) => new URL(request.url()).pathname === "/graphql" && asked.push(request));
    await until("Anna is there", async () => (await graphiql.locator('output[aria-label="Who asks"]').innerText()).startsWith("Customer"));
    const run = async () => {
      const before = asked.length;
      await graphiql.click(".graphiql-execute-button");
      await until("it has asked", () => before < asked.length);
      const { authorization } = await asked.at(-1).allHeaders();
      assert.equal((await asked.at(-1).response()).status(), 200);
      return authorization;
    };
    const first = await run();
    assert(first.startsWith("Bearer ey"));
    const renewed = provider.renewals;
    await until("it was renewed", () => provider.renewals > renewed);
    await until("it asks with another", async () => (await run()) !== first);
    return graphiql;
  });

  await step("A tab that missed what was renewed asks the others before it gives up", async () => {
    const other = await anna.newPage();
    const begun = [];
    other.on("websocket", (socket) =>
      socket.on("framesent", ({ payload }) => {
        const { type, payload: said } = JSON.parse(payload);
        if (type === "connection_init") begun.push(said.authorization);
      }),
    );
    // Deaf to what is passed on; it still hears answers to what it asks itself.
    await other.addInitScript(() => {
      const { onmessage } = Object.getOwnPropertyDescriptors(BroadcastChannel.prototype);
      Object.defineProperty(BroadcastChannel.prototype, "onmessage", {
        set(listener) {
          onmessage.set.call(this, (event) => event.data.type === "pass" || listener(event));
        },
      });
    });
    await other.goto(new URL("/orders", demo.url).href);
    await other.locator('[data-live="live"]').waitFor();
    await other.evaluate(() => (globalThis.neverReloaded = true));
    await until("its token has ended, and it goes on with another", () => new Set(begun).size >= 2);
    await other.locator('[data-live="live"]').waitFor();
    assert(await other.evaluate(() => globalThis.neverReloaded));
    await other.close();
  });

  await step("Signing out in one tab ends it in all of them", async () => {
    const other = await anna.newPage();
    await other.goto(new URL("/orders", demo.url).href);
    await other.locator('[data-live="live"]').waitFor();
    await page.locator("header .who").click();
    await page.getByRole("button", { name: /Esci|Sign out/ }).click();
    await other.getByRole("button", { name: /account/ }).waitFor();
    await until("GraphiQL is nobody", async () => (await graphiql.locator('output[aria-label="Who asks"]').innerText()).startsWith("nobody"));
    await graphiql.close();
    await other.close();
  });

  await step("Signing out ends it at the provider, too", async () => {
    await page.getByRole("button", { name: "Yes, sign me out" }).click();
    await until("she is back", isHere);
    await signIn().click();
    await page.getByLabel("Account").waitFor();
  });

  await step("An answer to what nobody asked for is refused, and asks the provider nothing", async () => {
    const asked = [];
    page.on("request", (request) => new URL(request.url()).pathname === "/token" && asked.push(request.url()));
    await page.goto(new URL("/", demo.url).href);
    await signIn().click();
    await page.getByLabel("Account").waitFor();
    await page.goto(new URL("/signed-in?code=stolen&state=of-somebody-else", demo.url).href);
    await notice("belongs to no sign-in");
    assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, "/");
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
    assert.deepEqual(asked, []);
  });

  await step("Whom the shop does not know is told so", async () => {
    await signIn().click();
    await page.getByLabel("Account").fill("nobody-of-ours");
    stage.isOutage = true; // The server refuses the token, and a browser complains of that.
    await page.getByRole("button", { name: "Enter" }).click();
    await notice("this shop does not take your account");
    stage.isOutage = false;
  });

  await step("A provider that is away is said to be", async () => {
    stage.isOutage = true;
    await provider.stop();
    await signIn().click();
    await notice("cannot be reached");
  });

  await step("Nothing was asked of anybody else, and nothing complained", async () => {
    assert.deepEqual(stage.elsewhere, []);
    assert.deepEqual(stage.complaints, []);
  });
} catch (error) {
  console.error({ elsewhere: stage.elsewhere, complaints: stage.complaints });
  throw error;
} finally {
  await stage.close();
  await demo.kill();
  provider.http.closeAllConnections();
  provider.http.close();
}
