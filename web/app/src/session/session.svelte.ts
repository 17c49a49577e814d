// Who is signed in. The token is in this module's memory and nowhere else. Of a demo's person the name
// is remembered for this tab, so that a reload comes back to the same person.

import { openApi, type Api } from "../api/client.ts";
import { Who, type Viewer } from "../api/documents.ts";
import { speak, LANGUAGES, type Language } from "../text/text.svelte.ts";
import { ask, tell, type Handed } from "./handoff.ts";
import { isDemo, readPeople, type Person } from "./people.ts";

const REMEMBERED = "buono:person";

export type Notice = "ended" | "refused" | "unreachable" | null;

class Session {
  phase = $state<"looking" | "out" | "in">("looking");
  people = $state.raw<Person[]>([]);
  viewer = $state.raw<Viewer | null>(null);
  person = $state<string | null>(null);
  notice = $state<Notice>(null);
  api = $state.raw<Api | null>(null);
  /** Raised when the token was replaced: what was refused is asked again. */
  renewals = $state(0);
  /** What GraphiQL is to show, from when it is opened here until it has asked. */
  opening: Pick<Handed, "operation"> | null = null;
  #token: string | undefined;
  #renewing: Promise<boolean> | undefined;

  token = () => this.#token;

  get customer() {
    return this.viewer?.__typename === "Customer" ? this.viewer : null;
  }

  async enter(token: string, person: string | null) {
    // People paste what they copied: with the scheme before it, or a line break behind it.
    const bare = token.trim().replace(/^bearer\s+/i, "");
    this.#close();
    this.#token = bare;
    const api = openApi({ token: this.token, onRefused: () => void this.renew() });
    this.person = person;
    const { data, error } = await api.client.query(Who, {}, { requestPolicy: "network-only" });
    if (this.#token !== bare) return api.close();
    if (!data?.viewer) {
      api.close();
      return this.#out(error?.networkError && !error.response ? "unreachable" : "refused");
    }
    if (data.viewer.__typename === "Customer") await speak(asLanguage(data.viewer.language));
    remember(person);
    this.notice = null;
    this.api = api;
    this.viewer = data.viewer;
    this.phase = "in";
  }

  leave() {
    remember(null);
    this.#out(null);
  }

  /** The token is not good any more. A demo that was started again has another one for the same person. */
  renew(): Promise<boolean> {
    this.#renewing ??= this.#renew().finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  async #renew(): Promise<boolean> {
    if (this.phase !== "in") return false;
    if (this.person && isDemo()) {
      this.people = await readPeople().catch(() => this.people);
      const token = this.people.find(({ name }) => name === this.person)?.token;
      if (token && token !== this.#token) {
        this.#token = token;
        this.renewals++;
        return true;
      }
    }
    this.#out("ended");
    return false;
  }

  #out(notice: Notice) {
    this.#close();
    this.notice = notice;
    this.phase = "out";
  }

  #close() {
    this.api?.close();
    this.api = null;
    this.viewer = null;
    this.#token = undefined;
  }
}

export const session = new Session();

/** Looks whether somebody is signed in: in this tab before a reload, or in another one. */
export async function begin() {
  tell((forWhom) => {
    const token = session.token();
    if (!token || session.phase !== "in") return null;
    if (forWhom === "app") return { token, person: session.person };
    // Of several tabs the one answers that has opened it.
    const { opening } = session;
    session.opening = null;
    return opening && { token, person: session.person, ...opening };
  });
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
