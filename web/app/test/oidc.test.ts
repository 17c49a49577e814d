// @vitest-environment node
// The browser's cryptography, and not that of a page that is only played.

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keep, Provider, recall, SignInError, type Pending } from "../src/session/oidc.ts";

const TOLD = { issuer: "https://id.example", clientId: "buono-pages", scope: "orders" };
const DISCOVERED = {
  issuer: "https://id.example",
  authorization_endpoint: "https://id.example/auth?tenant=1",
  token_endpoint: "https://id.example/token",
  end_session_endpoint: "https://id.example/end",
  authorization_response_iss_parameter_supported: true,
};

type Asked = { url: string; body: URLSearchParams };
let asked: Asked[];
let answers: Record<string, () => Response | Promise<Response>>;

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json" } });
const tokens = (more: object) => () => json({ token_type: "Bearer", access_token: "one", expires_in: 300, ...more });
const reason = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  return error instanceof SignInError ? [error.reason, error.detail] : error;
};

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("location", { origin: "https://shop.example" });
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
    get length() {
      return kept.size;
    },
  });
  asked = [];
  answers = { "/.well-known/openid-configuration": () => json(DISCOVERED), "/token": tokens({ refresh_token: "first" }) };
  vi.stubGlobal("fetch", async (url: string | URL, { body }: { body?: URLSearchParams } = {}) => {
    const { href, pathname } = new URL(url);
    asked.push({ url: href, body: new URLSearchParams(body) });
    const answer = answers[pathname];
    if (!answer) throw new TypeError("nobody is there");
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

async function invited(): Promise<{ provider: Provider; to: URL; pending: Pending }> {
  const provider = await Provider.open(TOLD);
  return { provider, ...(await provider.invite("/orders?status=NOT_PAID")) };
}
const answer = (pending: Pending, more: Record<string, string>) => new URLSearchParams({ state: pending.state, iss: TOLD.issuer, ...more });

describe("on the way to the provider", () => {
  test("it is asked for a code, to be had with a verifier that it does not see", async () => {
    const { to, pending } = await invited();
    const { code_challenge: challenge, ...others } = Object.fromEntries(to.searchParams);
    expect(others).toEqual({
      tenant: "1",
      response_type: "code",
      client_id: "buono-pages",
      redirect_uri: `${location.origin}/signed-in`,
      scope: "orders",
      state: pending.state,
      nonce: pending.nonce,
      code_challenge_method: "S256",
    });
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(pending.verifier)));
    const text = btoa(String.fromCharCode(...hash));
    expect(challenge).toBe(text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""));
    expect(pending.verifier.length).toBeGreaterThanOrEqual(43);
    expect(to.href).not.toContain(pending.verifier);
  });

  test("nothing is the same the next time", async () => {
    const [one, two] = [(await invited()).pending, (await invited()).pending];
    for (const name of ["state", "nonce", "verifier"] as const) expect(one[name]).not.toBe(two[name]);
  });

  test("a provider by another name is not the one", async () => {
    answers["/.well-known/openid-configuration"] = () => json({ ...DISCOVERED, issuer: "https://evil.example" });
    expect(await reason(Provider.open(TOLD))).toMatchObject(["failed", expect.any(String)]);
  });

  test("one that is away is said to be", async () => {
    answers = {};
    expect(await reason(Provider.open(TOLD))).toEqual(["provider", null]);
  });
});

describe("what is kept meanwhile", () => {
  test("is given once", async () => {
    const { pending } = await invited();
    keep(pending);
    expect(recall()).toEqual(pending);
    expect(recall()).toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });
});

describe("back from the provider", () => {
  test("the code is changed for a token, with the verifier", async () => {
    const { provider, pending } = await invited();
    expect(await provider.take(answer(pending, { code: "c" }), pending)).toBe("one");
    const { url, body } = asked.at(-1)!;
    expect(url).toBe("https://id.example/token");
    expect(Object.fromEntries(body)).toEqual({
      grant_type: "authorization_code",
      code: "c",
      client_id: "buono-pages",
      redirect_uri: `${location.origin}/signed-in`,
      code_verifier: pending.verifier,
    });
  });

  test.each([
    ["a state of somebody else", { state: "other", code: "c" }],
    ["an error with a state of somebody else", { state: "other", error: "access_denied", error_description: "Call this number" }],
  ])("%s is refused, and asks nobody", async (_, more) => {
    const { provider, pending } = await invited();
    asked = [];
    expect(await reason(provider.take(answer(pending, more), pending))).toEqual(["mismatch", null]);
    expect(await reason(provider.take(answer(pending, more), null))).toEqual(["mismatch", null]);
    expect(asked).toEqual([]);
  });

  test("an answer of another provider is refused", async () => {
    const { provider, pending } = await invited();
    asked = [];
    const [why] = (await reason(provider.take(answer(pending, { code: "c", iss: "https://evil.example" }), pending))) as [string];
    expect(why).toBe("failed");
    expect(asked).toEqual([]);
  });

  test("what the provider says is told", async () => {
    const { provider, pending } = await invited();
    const said = (more: Record<string, string>) => reason(provider.take(answer(pending, more), pending));
    expect(await said({ error: "access_denied", error_description: "Not today." })).toEqual(["denied", "access_denied: Not today."]);
    expect(await said({ error: "server_error" })).toEqual(["failed", "server_error"]);
    answers["/token"] = () => json({ error: "invalid_grant", error_description: "Too late." }, 400);
    expect(await said({ code: "c" })).toEqual(["failed", "invalid_grant: Too late."]);
  });

  test("with OpenID, a token without proof of who it is for is not taken", async () => {
    const provider = await Provider.open({ ...TOLD, scope: "openid" });
    const { pending } = await provider.invite("/");
    const [why] = (await reason(provider.take(answer(pending, { code: "c" }), pending))) as [string];
    expect(why).toBe("failed");
  });
});

describe("renewing", () => {
  async function signedIn() {
    const { provider, pending } = await invited();
    await provider.take(answer(pending, { code: "c" }), pending);
    return provider;
  }

  test("uses each refresh token once, and the next one after it", async () => {
    const provider = await signedIn();
    answers["/token"] = tokens({ access_token: "two", refresh_token: "second" });
    asked = [];
    expect(await Promise.all([provider.renew(), provider.renew()])).toEqual(["two", "two"]);
    expect(asked.map(({ body }) => body.get("refresh_token"))).toEqual(["first"]);
    await provider.renew();
    expect(asked.at(-1)!.body.get("refresh_token")).toBe("second");
  });

  test("comes a minute before the end, or when a third is left", async () => {
    const provider = await signedIn();
    expect(provider.renewIn).toBe(240_000);
    answers["/token"] = tokens({ expires_in: 12 });
    await provider.renew();
    expect(provider.renewIn).toBe(8_000);
  });

  test("ends where the provider says no, and asks no more", async () => {
    const provider = await signedIn();
    answers["/token"] = () => json({ error: "invalid_grant" }, 400);
    expect(await provider.renew()).toBeUndefined();
    asked = [];
    expect(await provider.renew()).toBeUndefined();
    expect(provider.renewIn).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test("goes on when the provider is back", async () => {
    const provider = await signedIn();
    const back = answers["/token"]!;
    delete answers["/token"];
    expect(await reason(provider.renew())).toEqual(["provider", null]);
    answers["/token"] = back;
    expect(await provider.renew()).toBe("one");
  });

  test("signing out forgets, with no token in the address", async () => {
    const provider = await signedIn();
    const to = provider.leave()!;
    expect(Object.fromEntries(to.searchParams)).toEqual({ client_id: "buono-pages", post_logout_redirect_uri: `${location.origin}/` });
    expect(await provider.renew()).toBeUndefined();
  });
});
