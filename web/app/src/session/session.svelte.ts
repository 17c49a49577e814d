// Who is signed in. The token is in this module's memory and nowhere else. Of a demo's person the name
// is remembered for this tab, so that a reload comes back to the same person.

import { openApi, type Api } from "../api/client.ts";
import { Who, type Viewer } from "../api/documents.ts";
import { speak, LANGUAGES, type Language } from "../text/text.svelte.ts";
import { ask, pass, tell, type Handed } from "./handoff.ts";
import { isDemo, oidc, readPeople, type Person } from "./people.ts";

const REMEMBERED = "buono:person";

export type Notice = "ended" | "refused" | "unreachable" | "stranger" | "mismatch" | "denied" | "failed" | "provider" | null;

/** Where a token came from, and others come from. */
export interface Source {
  renew(): Promise<string | undefined>;
  /** Nobody needs it any more. */
  stop(): void;
  /** The person wants to be signed out there, too. */
  leave(): void;
}

class Session {
  phase = $state<"looking" | "out" | "in">("looking");
  people = $state.raw<Person[]>([]);
  viewer = $state.raw<Viewer | null>(null);
  person = $state<string | null>(null);
  notice = $state<Notice>(null);
  /** What the identity provider says of it. */
  detail = $state<string | null>(null);
  api = $state.raw<Api | null>(null);
  /** Raised when the token was replaced: what was refused is asked again. */
  renewals = $state(0);
  /** What GraphiQL is to show, from when it is opened here until it has asked. */
  opening: Pick<Handed, "operation"> | null = null;
  #token: string | undefined;
  #source: Source | null = null;
  #renewing: Promise<boolean> | undefined;

  token = () => this.#token;

  get who() {
    return this.viewer && "id" in this.viewer ? this.viewer.id : undefined;
  }

  get customer() {
    return this.viewer?.__typename === "Customer" ? this.viewer : null;
  }

  async enter(token: string, person: string | null, source: Source | null = null) {
    // People paste what they copied: with the scheme before it, or a line break behind it.
    const bare = token.trim().replace(/^bearer\s+/i, "");
    this.#close();
    this.#token = bare;
    this.#source = source;
    const api = openApi({ token: this.token, onRefused: () => void this.renew() });
    this.person = person;
    const { data, error } = await api.client.query(Who, {}, { requestPolicy: "network-only" });
    if (this.#token !== bare) return api.close();
    if (!data?.viewer) {
      api.close();
      return this.end(error?.networkError && !error.response ? "unreachable" : source ? "stranger" : "refused");
    }
    if (data.viewer.__typename === "Customer") await speak(asLanguage(data.viewer.language));
    remember(person);
    this.notice = null;
    this.api = api;
    this.viewer = data.viewer;
    this.phase = "in";
    // Whoever waits for one in GraphiQL has it. The people of a demo are chosen there.
    if (!isDemo()) pass(undefined, bare);
  }

  leave() {
    const [token, source] = [this.#token, this.#source];
    remember(null);
    this.end(null);
    if (!source) return;
    pass(token, undefined);
    source.leave();
  }

  /** Another token for the same person, before the last has ended: nothing of the page notices. */
  replace(token: string) {
    const old = this.#token;
    this.take(old, token);
    pass(old, token);
  }

  /** Another tab has another token for the person, or has signed out. */
  take(old: string | undefined, token: string | undefined) {
    if (this.phase !== "in" || old !== this.#token) return;
    if (token === undefined) return this.end(null);
    this.#token = token;
    this.api?.refresh();
  }

  /** The token is not good any more. A demo that was started again has another one for the same person. */
  renew(): Promise<boolean> {
    this.#renewing ??= this.#renew().finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  async #renew(): Promise<boolean> {
    if (this.phase !== "in") return false;
    if (this.#source) {
      const old = this.#token;
      const token = await this.#source.renew();
      if (old !== this.#token) return this.#changed();
      if (token) return this.#renewed(token);
    } else if (this.person && isDemo()) {
      this.people = await readPeople().catch(() => this.people);
      const token = this.people.find(({ name }) => name === this.person)?.token;
      if (token && token !== this.#token) return this.#renewed(token);
    } else {
      // It came from another tab, which may have a newer one by now, or gets one.
      const [old, { who }] = [this.#token, this];
      const handed = old && who ? await ask({ not: old, of: who }) : null;
      if (old !== this.#token) return this.#changed();
      if (handed) return this.#renewed(handed.token);
    }
    this.end("ended");
    return false;
  }

  /** For another tab, which has the same token. That there is no other yet is no reason to end here. */
  async renewFor(not: string) {
    const token = await this.#source?.renew();
    if (token && not === this.#token) this.replace(token);
  }

  /** Meanwhile another tab may have passed on what it has, or the person may have left. */
  #changed(): boolean {
    this.renewals++;
    return this.phase === "in";
  }

  #renewed(token: string): true {
    this.replace(token);
    this.renewals++;
    return true;
  }

  end(notice: Notice, detail: string | null = null) {
    this.#close();
    this.notice = notice;
    this.detail = detail;
    this.phase = "out";
  }

  #close() {
    this.api?.close();
    this.api = null;
    this.viewer = null;
    this.#token = undefined;
    this.#source?.stop();
    this.#source = null;
  }
}

export const session = new Session();

/** Looks whether somebody is signed in: in this tab before a reload, or in another one. */
export async function begin() {
  tell(
    (forWhom) => {
      const token = session.token();
      if (!token || session.phase !== "in") return null;
      if (forWhom === "app") return { token, person: session.person, who: session.who };
      // Of several tabs the one answers that has opened it.
      const { opening } = session;
      session.opening = null;
      return opening && { token, person: session.person, ...opening };
    },
    (old, token) => session.take(old, token),
    (not) => session.renewFor(not),
  );
  if (oidc() && location.pathname === "/signed-in" && (await (await import("./signIn.ts")).back())) return;
  const [people, handed] = await Promise.all([readPeople().catch(() => []), ask()]);
  session.people = people;
  const remembered = people.find(({ name }) => name === recall());
  if (remembered) return session.enter(remembered.token, remembered.name);
  if (handed) return session.enter(handed.token, handed.person);
  session.phase = "out";
}

function asLanguage(tag: string): Language | undefined {
  const primary = tag.split("-")[0] ?? "";
  return primary in LANGUAGES ? (primary as Language) : undefined;
}

function remember(person: string | null) {
  try {
    if (person === null) sessionStorage.removeItem(REMEMBERED);
    else sessionStorage.setItem(REMEMBERED, person);
  } catch {
    // Browsers may refuse to keep anything: then a reload forgets.
  }
}

function recall(): string | null {
  try {
    return sessionStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}
