// Going to the vendor's identity provider and coming back, for whoever is at this page. Loaded only
// where there is a provider, and only when it is needed.

import { go } from "../routing.svelte.ts";
import { keep, Provider, recall, RETURN, SignInError, type Told } from "./oidc.ts";
import { oidc } from "./people.ts";
import { session } from "./session.svelte.ts";

/** A provider that cannot be reached is asked again after this time, while the token is still good. */
const AGAIN_MS = 5_000;

/** Sends the person to the provider. It comes back to the page that is open now. */
export async function start() {
  try {
    const provider = await open();
    const { to, pending } = await provider.invite(location.pathname + location.search);
    keep(pending);
    location.assign(to);
  } catch (error) {
    fail(error);
  }
}

/** Back from the provider; false where nobody was there. */
export async function back(): Promise<boolean> {
  const answer = new URLSearchParams(location.search);
  const pending = recall();
  // Whatever comes: nothing of it stays in the address, or in what the browser remembers.
  const from = pending?.from ?? "/";
  go(from.startsWith(RETURN) ? "/" : from, { replace: true });
  if (!answer.has("code") && !answer.has("error")) return false;
  try {
    const provider = await open();
    const token = await provider.take(answer, pending);
    const source = renewing(provider);
    await session.enter(token, null, source);
    source.begin();
  } catch (error) {
    fail(error);
  }
  return true;
}

async function open(): Promise<Provider> {
  const response = await fetch(oidc()!);
  if (!response.ok) throw new SignInError("provider");
  return Provider.open(((await response.json()) as { oidc: Told }).oidc);
}

function fail(error: unknown) {
  if (error instanceof SignInError) session.end(error.reason, error.detail);
  else session.end("provider");
}

/** Gets new tokens in time, for as long as the person is signed in. */
function renewing(provider: Provider) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  function plan(ms: number | undefined) {
    clearTimeout(timer);
    if (ms !== undefined && !isOver) timer = setTimeout(() => void inTime(), ms);
  }

  async function inTime() {
    try {
      const token = await provider.renew();
      if (token === undefined || isOver) return;
      session.replace(token);
      plan(provider.renewIn);
    } catch {
      plan(AGAIN_MS);
    }
  }

  return {
    begin: () => plan(provider.renewIn),
    /** The server does not take the token any more: now, or never. */
    async renew() {
      const token = await provider.renew().catch(() => undefined);
      plan(token === undefined ? undefined : provider.renewIn);
      return token;
    },
    stop() {
      isOver = true;
      clearTimeout(timer);
    },
    leave() {
      const to = provider.leave();
      if (to) location.assign(to);
    },
  };
}
