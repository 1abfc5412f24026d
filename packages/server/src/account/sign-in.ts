import * as oidc from 'openid-client';
import { demonstrationIssuer, ISSUER_PATH } from '../demonstration/issuer/index.ts';
import { PERSONAS } from '../demonstration/personas.ts';
import { problem } from '../http/problem.ts';
import type { App } from '../http/route.ts';
import type { Services } from '../services.ts';
import { learnerOf, type VerifiedClaims } from './link-by-claim.ts';
import {
  askReview,
  beginSignIn,
  endSession,
  ensureMembership,
  linkedLearner,
  linkLearner,
  takeSignIn,
  upsertAccount,
} from './queries.ts';
import { actingAs } from './acting.ts';
import { themeOf } from './own-queries.ts';
import type { Theme } from './theme.ts';
import { newToken, openSession, SESSION_SECONDS } from './session.ts';

export interface SignIns {
  /** Where to send the browser, and the state that its cookie must bring back. */
  readonly begin: (as: string | null, returnTo: string) => Promise<{ readonly to: string; readonly state: string }>;
  /** Completes the flow: the token of the new session and where to go. Throws `sign-in-failed` (400). */
  readonly complete: (
    address: string,
    state: string | undefined,
    oldToken: string | undefined,
    device: string,
  ) => Promise<{ readonly token: string; readonly returnTo: string; readonly theme: Theme | null }>;
}

/** OpenID Connect, code flow with PKCE, state and nonce, against the issuer of the settings or the demonstration's own. */
export function signIns(app: App, services: Services): SignIns {
  const { settings } = services;
  const redirect = `${settings.url}/sign-in/callback`;
  const ours = settings.oidc === null;
  let known: Promise<oidc.Configuration> | null = null;
  const issuer = (): Promise<oidc.Configuration> => {
    // A failed discovery is asked again by the next sign-in.
    known ??= discover(app, services).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  return {
    begin: async (as, returnTo) => {
      const configuration = await issuer();
      const [state, nonce, verifier] = [newToken(), newToken(), oidc.randomPKCECodeVerifier()];
      await beginSignIn(services.db, { state, nonce, verifier, returnTo });
      const to = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirect,
        scope: ours ? 'openid profile email record' : `openid ${settings.claims.scope}`,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(as === null ? {} : { login_hint: as, prompt: 'login' }),
      });
      return { to: to.href, state };
    },
    complete: async (address, state, oldToken, device) => {
      const attempt = state === undefined ? null : await takeSignIn(services.db, state);
      if (state === undefined || attempt === null)
        throw problem('sign-in-failed', 400, 'The sign-in did not complete. Start again.');
      const configuration = await issuer();
      const claims = await claimsOf(configuration, new URL(address, settings.url), state, attempt);
      const entered = await enter(services, configuration.serverMetadata().issuer, claims, { oldToken, device });
      return { ...entered, returnTo: attempt.return_to };
    },
  };
}

async function discover(app: App, services: Services): Promise<oidc.Configuration> {
  const { url, oidc: outside } = services.settings;
  if (outside === null && !services.settings.demonstration)
    throw problem('sign-in-failed', 503, 'No issuer is set, so nobody can sign in.');
  const { issuer, clientId, clientSecret } = outside ?? demonstrationIssuer(url);
  const plain = new URL(issuer).protocol === 'http:';
  return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    ...(plain ? { execute: [oidc.allowInsecureRequests] } : {}),
    // Our own issuer is asked inside the process: no port, no certificate to trust.
    ...(outside === null ? { [oidc.customFetch]: inside(app, url) } : {}),
  });
}

function inside(app: App, url: string): oidc.CustomFetch {
  const { host, protocol } = new URL(url);
  return async (address, options) => {
    const at = new URL(address);
    if (!at.pathname.startsWith(ISSUER_PATH)) throw new TypeError('not the demonstration’s issuer');
    const { body } = options;
    const answer = await app.inject({
      method: options.method === 'POST' ? 'POST' : 'GET',
      url: at.pathname + at.search,
      headers: { ...options.headers, host, 'x-forwarded-proto': protocol.slice(0, -1) },
      ...(body === null || body === undefined
        ? {}
        : { payload: body instanceof URLSearchParams || typeof body === 'string' ? body.toString() : '' }),
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) headers.set(name, String(value));
    return new Response(answer.statusCode === 204 ? null : answer.body, { status: answer.statusCode, headers });
  };
}

async function claimsOf(
  configuration: oidc.Configuration,
  address: URL,
  state: string,
  attempt: { nonce: string; verifier: string },
): Promise<VerifiedClaims> {
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, address, {
      expectedState: state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new TypeError('no identity came back');
    const more =
      configuration.serverMetadata().userinfo_endpoint === undefined
        ? {}
        : await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    return { ...more, ...claims };
  } catch (error) {
    throw Object.assign(problem('sign-in-failed', 400, 'The sign-in did not complete. Start again.'), { cause: error });
  }
}

/** Opens the session of whoever the issuer named: a fresh token always, and the one before ends in the same transaction. */
async function enter(
  services: Services,
  issuer: string,
  claims: VerifiedClaims,
  { oldToken, device }: { readonly oldToken: string | undefined; readonly device: string },
): Promise<{ readonly token: string; readonly theme: Theme | null }> {
  const persona =
    services.settings.demonstration && issuer === demonstrationIssuer(services.settings.url).issuer
      ? PERSONAS.find((one) => one.id === claims.sub)
      : undefined;
  const learnerId = await learnerOf(services, claims);
  return services.db.asAccount(async (tx) => {
    const text = (value: unknown) => (typeof value === 'string' ? value.normalize('NFC').slice(0, 300) : null);
    const accountId = await upsertAccount(tx, {
      issuer,
      subject: claims.sub,
      name: text(claims['name']) ?? '',
      email: text(claims['email']),
      language: claims['locale'] === 'mi' ? 'mi' : 'en',
    });
    for (const role of persona?.staff?.roles ?? [])
      await ensureMembership(tx, accountId, persona?.staff?.organisation ?? '', role);
    if (
      learnerId !== null &&
      (await linkedLearner(tx, accountId)) === null &&
      !(await linkLearner(tx, accountId, learnerId, 'verified-claim'))
    ) {
      await askReview(tx, accountId, learnerId, 'already-linked');
    }
    if (oldToken !== undefined) await endSession(tx, oldToken);
    const session = await actingAs(tx, accountId, null, { device, method: 'issuer' });
    return { token: await openSession(tx, session, SESSION_SECONDS), theme: await themeOf(tx, accountId) };
  });
}
