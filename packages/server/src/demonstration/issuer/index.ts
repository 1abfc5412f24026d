import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Provider } from 'oidc-provider';
import type { App } from '../../http/route.ts';
import type { Services } from '../../services.ts';
import { choosePersonPage } from '../../pages/choose-person.ts';
import { html, pageOptions } from '../../pages/page.ts';
import { PERSONAS } from '../personas.ts';

export const ISSUER_PATH = '/demonstration/issuer';
export const DEMONSTRATION_CLIENT = 'recognition-repository';

const SECRET = randomBytes(24).toString('base64url');

/** The demonstration's issuer as the sign-in knows it: its secret lives as long as the process. */
export function demonstrationIssuer(url: string): {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
} {
  return { issuer: `${url}${ISSUER_PATH}`, clientId: DEMONSTRATION_CLIENT, clientSecret: SECRET };
}

/**
 * A real OpenID Connect issuer for the demonstration's people, under the same port. It asks for no password: a link names a persona,
 * or a page lists them. It exists in the demonstration only.
 */
export async function useIssuer(app: App, services: Services): Promise<void> {
  const { url } = services.settings;
  // Made when somebody signs in: a start does not wait for it.
  let made: Promise<Made> | undefined;
  const issuer = (): Promise<Made> =>
    (made ??= makeProvider(url).then((provider) => ({ provider, handle: provider.callback() })));
  await app.register(async (inner) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser('*', (_request, _payload, done) => done(null));
    inner.all(`${ISSUER_PATH}/*`, { schema: { hide: true }, config: { csrf: false } }, async (request, reply) => {
      reply.hijack();
      const { raw } = request;
      // Nobody stays signed in at the issuer: each sign-in may be another persona.
      raw.headers.cookie = (raw.headers.cookie ?? '').replace(/(^|;\s*)_session(\.\w+)?=[^;]*/g, '');
      // Koa routes by the rest of the path and finds the mount point by comparing the two.
      Object.assign(raw, { originalUrl: raw.url });
      raw.url = (raw.url ?? '').slice(ISSUER_PATH.length);
      await (await issuer()).handle(raw, reply.raw);
    });
  });
  app.get('/demonstration/choose/:uid', { schema: { hide: true } }, async (request, reply) => {
    const { provider } = await issuer();
    const asked: unknown = (await provider.interactionDetails(request.raw, reply.raw)).params['login_hint'];
    const chosen = new URLSearchParams(request.url.split('?')[1] ?? '').get('as') ?? asked;
    const persona = PERSONAS.find((one) => one.id === chosen);
    if (persona === undefined)
      return html(
        reply.header('cache-control', 'no-store'),
        choosePersonPage(await pageOptions(request, services), PERSONAS, request.url.split('?')[0] ?? ''),
      );
    return reply.redirect(await provider.interactionResult(request.raw, reply.raw, { login: { accountId: persona.id } }));
  });
}

interface Made {
  readonly provider: Provider;
  readonly handle: ReturnType<Provider['callback']>;
}

async function makeProvider(url: string): Promise<Provider> {
  const { Provider } = await import('oidc-provider');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider = new Provider(`${url}${ISSUER_PATH}`, {
    clients: [
      {
        client_id: DEMONSTRATION_CLIENT,
        client_secret: SECRET,
        redirect_uris: [`${url}/sign-in/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: 'demonstration' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    claims: {
      openid: ['sub'],
      profile: ['name', 'locale'],
      email: ['email'],
      record: ['nsn', 'birthdate', 'family_name', 'given_name'],
    },
    scopes: ['openid', 'profile', 'email', 'record'],
    conformIdTokenClaims: false,
    interactions: { url: (_context, interaction) => `/demonstration/choose/${interaction.uid}` },
    ttl: { Interaction: 600, Session: 3600, Grant: 3600, AccessToken: 600, IdToken: 600 },
    findAccount: (_context, id) => {
      const persona = PERSONAS.find((one) => one.id === id);
      if (persona === undefined) return undefined;
      const { learner } = persona;
      return {
        accountId: id,
        claims: () => ({
          sub: id,
          name: persona.name,
          email: persona.email,
          locale: persona.language,
          ...(learner === undefined || learner.unverified === true
            ? {}
            : {
                nsn: learner.nsn,
                birthdate: learner.birthDate,
                family_name: learner.familyName,
                given_name: learner.givenNames,
              }),
        }),
      };
    },
    loadExistingGrant: async (context) => {
      const { client, session, provider: own } = context.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new own.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile email record');
      await grant.save();
      return grant;
    },
  });
  provider.proxy = true;
  return provider;
}
