// Who asks. The token lives in this module's memory and nowhere else: a reload forgets it.

/** A person whose token the server offers; only a demo offers any. */
export interface Person {
  name: string;
  token: string;
}

export interface Identity {
  token(): string | undefined;
  become(token: string | undefined): void;
  onChange(listener: () => void): () => void;
  /** Another token for the same person: what is open goes on with it. */
  renew(token: string): void;
  onRenewal(listener: () => void): () => void;
}

export function createIdentity(): Identity {
  let current: string | undefined;
  const listeners = new Set<() => void>();
  const ofRenewals = new Set<() => void>();
  return {
    token: () => current,
    become(token) {
      // People paste what they copied: with the scheme before it, or a line break behind it.
      const bare = token?.trim().replace(/^bearer\s+/i, "") || undefined;
      if (bare === current) return;
      current = bare;
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    renew(token) {
      current = token;
      for (const listener of ofRenewals) listener();
    },
    onRenewal(listener) {
      ofRenewals.add(listener);
      return () => ofRenewals.delete(listener);
    },
  };
}

/** The people of a demo. The server puts the address into the page only where there are some. */
export async function readPeople(): Promise<Person[]> {
  const address = document.querySelector<HTMLMetaElement>('meta[name="buono-config"]')?.content;
  if (!address) return [];
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  const config = (await response.json()) as { people: Person[] };
  return config.people;
}
