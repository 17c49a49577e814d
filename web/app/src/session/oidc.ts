// The vendor's identity provider, by its protocol: OpenID Connect, an authorization code with PKCE.
// Tokens are in this module's memory; what a tab keeps while the person is away is no token, and is
// taken out again whatever comes back.

import * as oauth from "oauth4webapi";

/** What the server says of the provider. */
export interface Told {
  issuer: string;
  clientId: string;
  scope: string;
}

/** What is kept while the person is at the provider. */
export interface Pending {
  state: string;
  nonce: string;
  verifier: string;
  /** Where the person was. */
  from: string;
}

/** What went wrong: `detail` is what the provider says of it. */
export type Reason = "mismatch" | "denied" | "failed" | "provider";

export class SignInError extends Error {
  constructor(
    readonly reason: Reason,
    readonly detail: string | null = null,
  ) {
    super(reason);
  }
}

/** Where the provider sends people back to. */
export const RETURN = "/signed-in";
const PENDING = "buono:signing-in";
/** Clocks of browsers go wrong by this much, and still can be signed in with. */
const CLOCK_TOLERANCE_SECONDS = 60;
/** Tokens are renewed this long before they end, or when a third of a short life is left. */
const RENEW_BEFORE_SECONDS = 60;

export class Provider {
  #server: oauth.AuthorizationServer;
  #told: Told;
  #refreshToken: string | undefined;
  #renewing: Promise<string | undefined> | undefined;
  /** How long the token is good for, in seconds, as the provider said; undefined if it did not. */
  lifetime: number | undefined;

  private constructor(told: Told, server: oauth.AuthorizationServer) {
    this.#told = told;
    this.#server = server;
  }

  /** Reads what the provider says of itself, and holds it to its name (RFC 8414, section 3.3). */
  static open(told: Told): Promise<Provider> {
    return toldApart(async () => {
      const issuer = new URL(told.issuer);
      const answer = await oauth.discoveryRequest(issuer, insecure(told));
      return new Provider(told, await oauth.processDiscoveryResponse(issuer, answer));
    });
  }

  /** Where to send the person, and what to keep until the answer comes. */
  async invite(from: string): Promise<{ to: URL; pending: Pending }> {
    const endpoint = this.#server.authorization_endpoint;
    if (!endpoint) throw new SignInError("failed", "authorization_endpoint?");
    const pending = { state: oauth.generateRandomState(), nonce: oauth.generateRandomNonce(), verifier: oauth.generateRandomCodeVerifier(), from };
    const to = new URL(endpoint);
    const parameters = {
      response_type: "code",
      client_id: this.#told.clientId,
      redirect_uri: here(RETURN),
      scope: this.#told.scope,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: "S256",
    };
    for (const [name, value] of Object.entries(parameters)) to.searchParams.set(name, value);
    return { to, pending };
  }

  /** Takes the provider's answer, if it is one to what was asked here, and gets a token for it. */
  take(answer: URLSearchParams, pending: Pending | null): Promise<string> {
    // Before anything that the answer says: it could be anybody's.
    if (!pending || answer.get("state") !== pending.state) return Promise.reject(new SignInError("mismatch"));
    return toldApart(async () => {
      const good = oauth.validateAuthResponse(this.#server, this.#client(), answer, pending.state);
      const response = await oauth.authorizationCodeGrantRequest(
        this.#server,
        this.#client(),
        oauth.None(),
        good,
        here(RETURN),
        pending.verifier,
        insecure(this.#told),
      );
      const isOpenId = this.#told.scope.split(" ").includes("openid");
      const expected = isOpenId ? { expectedNonce: pending.nonce, requireIdToken: true } : {};
      return this.#keep(await oauth.processAuthorizationCodeResponse(this.#server, this.#client(), response, expected));
    });
  }

  /**
   * Another token; undefined where the provider gives none without the person. A refresh token is used
   * once at a time: providers take a second use for theft.
   */
  renew(): Promise<string | undefined> {
    this.#renewing ??= this.#renew().finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  async #renew(): Promise<string | undefined> {
    const token = this.#refreshToken;
    if (token === undefined) return undefined;
    try {
      return await toldApart(async () => {
        const response = await oauth.refreshTokenGrantRequest(this.#server, this.#client(), oauth.None(), token, insecure(this.#told));
        return this.#keep(await oauth.processRefreshTokenResponse(this.#server, this.#client(), response));
      });
    } catch (error) {
      if (error instanceof SignInError && error.reason === "provider") throw error;
      this.#refreshToken = undefined;
      return undefined;
    }
  }

  /** In how many milliseconds to renew; undefined where that is not possible or not known. */
  get renewIn(): number | undefined {
    if (this.#refreshToken === undefined || this.lifetime === undefined) return undefined;
    return (this.lifetime - Math.min(RENEW_BEFORE_SECONDS, this.lifetime / 3)) * 1_000;
  }

  /** Forgets what it has. Where to end the session at the provider, too, if that can be: no token is in the address. */
  leave(): URL | undefined {
    this.#refreshToken = undefined;
    const endpoint = this.#server.end_session_endpoint;
    if (!endpoint) return undefined;
    const to = new URL(endpoint);
    to.searchParams.set("client_id", this.#told.clientId);
    to.searchParams.set("post_logout_redirect_uri", here("/"));
    return to;
  }

  #keep(tokens: oauth.TokenEndpointResponse): string {
    this.#refreshToken = tokens.refresh_token ?? this.#refreshToken;
    this.lifetime = tokens.expires_in;
    return tokens.access_token;
  }

  #client(): oauth.Client {
    return { client_id: this.#told.clientId, [oauth.clockTolerance]: CLOCK_TOLERANCE_SECONDS };
  }
}

/** Remembers in this tab what was asked for, until `recall`. */
export function keep(pending: Pending) {
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
}

/** What was asked for, once: it is forgotten with that. */
export function recall(): Pending | null {
  const kept = sessionStorage.getItem(PENDING);
  sessionStorage.removeItem(PENDING);
  return kept === null ? null : (JSON.parse(kept) as Pending);
}

/** A provider without TLS is one that the server has found on its own machine, in development. */
const insecure = ({ issuer }: Told) => ({ [oauth.allowInsecureRequests]: issuer.startsWith("http:") });

const here = (path: string) => new URL(path, location.origin).href;

/** Tells what the provider says from what keeps us from asking it. */
async function toldApart<Value>(how: () => Promise<Value>): Promise<Value> {
  try {
    return await how();
  } catch (error) {
    if (error instanceof SignInError) throw error;
    if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) {
      const { error: code, error_description: description } = error;
      throw new SignInError(code === "access_denied" ? "denied" : "failed", description ? `${code}: ${description}` : code);
    }
    // What `fetch` throws when there is no answer, or when the policy forbids to ask.
    if (error instanceof TypeError) throw new SignInError("provider");
    throw new SignInError("failed", error instanceof Error ? error.message : null);
  }
}
