// A real identity provider with people who need no password, for tests of signing in. Its access tokens
// are what the README asks of one for Buono, and live for a few seconds.

import { createSign, generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import Provider from "oidc-provider";

export const CLIENT = "buono-pages";
const AUDIENCE = "buono";
/** Long enough for a slow machine to renew it in time, short enough to be waited for. */
const LIFE_SECONDS = 12;
const ROLE = { role: "customer" };

export class IdentityProvider {
  /** How often a token was renewed without the person. */
  renewals = 0;

  /** `pages` is the origin of the pages that sign in. */
  async start(pages) {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    this.key = privateKey;
    this.http = createServer((request, response) => void this.#answer(request, response));
    this.http.listen(0, "127.0.0.1");
    await once(this.http, "listening");
    this.url = `http://127.0.0.1:${this.http.address().port}`;
    const resource = { scope: "", audience: AUDIENCE, accessTokenTTL: LIFE_SECONDS, accessTokenFormat: "jwt", jwt: { sign: { alg: "RS256" } } };
    this.provider = new Provider(this.url, {
      clients: [
        {
          client_id: CLIENT,
          token_endpoint_auth_method: "none",
          redirect_uris: [`${pages}/signed-in`],
          post_logout_redirect_uris: [`${pages}/`],
          grant_types: ["authorization_code", "refresh_token"],
          response_types: ["code"],
        },
      ],
      jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }] },
      cookies: { keys: ["of a test"] },
      clientBasedCORS: (_, origin) => origin === pages,
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
      extraTokenClaims: () => ROLE,
      issueRefreshToken: () => true,
      rotateRefreshToken: true,
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      features: {
        devInteractions: { enabled: false },
        // Its own page asks for type from elsewhere.
        rpInitiatedLogout: {
          logoutSource: (context, form) => {
            context.body = page("Sign out?", `${form}<button form="op.logoutForm" name="logout" value="yes">Yes, sign me out</button>`);
          },
        },
        resourceIndicators: { enabled: true, defaultResource: () => "https://buono.example/", useGrantedResource: () => true, getResourceServerInfo: () => resource },
      },
      // Whoever is signed in has agreed.
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
        grant.addOIDCScope("openid");
        await grant.save();
        return grant;
      },
    });
    this.provider.on("grant.success", ({ oidc }) => {
      if (oidc.params.grant_type === "refresh_token") this.renewals++;
    });
    return this;
  }

  async stop() {
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  /** A token for programs, as the provider could give one. */
  token(sub, claims) {
    const now = Math.floor(Date.now() / 1_000);
    const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const said = { iss: this.url, aud: AUDIENCE, sub, iat: now, exp: now + 600, ...ROLE, ...claims };
    const text = `${part({ alg: "RS256", kid: "one", typ: "at+jwt" })}.${part(said)}`;
    return `${text}.${createSign("RSA-SHA256").update(text).sign(this.key).toString("base64url")}`;
  }

  async #answer(request, response) {
    const [, isInteraction, choice] = /^\/(interaction)\/[^/?]+(?:\?(.*))?$/.exec(request.url) ?? [];
    if (!isInteraction) return this.provider.callback()(request, response);
    const chosen = new URLSearchParams(choice);
    if (chosen.has("refuse")) {
      const result = { error: "access_denied", error_description: "Not today." };
      return this.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    }
    if (chosen.has("account")) {
      const result = { login: { accountId: chosen.get("account") } };
      return this.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    }
    response.setHeader("content-type", "text/html");
    const forms = '<form><input name="account" aria-label="Account"><button>Enter</button></form><form><button name="refuse">Refuse</button></form>';
    response.end(page("Who are you?", forms));
  }
}

const page = (title, body) => `<!doctype html><html lang="en"><title>${title}</title><link rel="icon" href="data:,">${body}</html>`;
