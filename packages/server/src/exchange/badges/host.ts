import { z } from 'zod';
import { guardedRequest } from '../../http/guarded-fetch.ts';
import { problem } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { findHost, type HostRow, insertHost } from './host-queries.ts';
import { API, OFFLINE, scopeOf } from './standards.ts';

const READ = scopeOf('ob', 'credential.readonly');
const { base: BASE } = API.ob;

const description = z.looseObject({
  info: z.looseObject({ title: z.string().trim().min(1).max(200) }),
  components: z.looseObject({
    securitySchemes: z.looseObject({
      OAuth2ACG: z.looseObject({
        'x-imssf-registrationUrl': z.url(),
        flows: z.looseObject({ authorizationCode: z.looseObject({ authorizationUrl: z.url(), tokenUrl: z.url() }) }),
      }),
    }),
  }),
});
const registered = z.looseObject({ client_id: z.string().min(1).max(2000), client_secret: z.string().min(1).max(2000) });

/** Where the API of a host is, from what a person types: its address, that of its API, or that of its discovery. Throws `badge-host-address` (422). */
export function baseOf(typed: string): string {
  const text = typed
    .trim()
    .replace(/\/+$/u, '')
    .replace(/\/discovery$/u, '');
  const whole = /^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) throw addressProblem();
  const url = new URL(whole);
  if (!/^https?:$/u.test(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '') throw addressProblem();
  const path = url.pathname.replace(/\/+$/u, '');
  return `${url.origin}${path.endsWith(BASE) ? path : `${path}${BASE}`}`;
}

function addressProblem() {
  return problem('badge-host-address', 422, 'This is no address of a host of badges. Give it as https://badges.example.');
}

/**
 * Our registration at a host: the one that we have, or one made now from what it says of itself (Open Badges 3.0, section 7.1.1). Throws
 * `badge-host-unreachable` (502) where it does not answer, is not allowed to be asked, or speaks otherwise.
 */
export async function registrationAt(services: Services, baseUrl: string): Promise<HostRow> {
  const before = await services.db.asBatch((tx) => findHost(tx, baseUrl));
  if (before !== null) return before;
  const { settings, keys, clock } = services;
  const said = description.safeParse(await askedOf(services, `${baseUrl}/discovery`));
  if (!said.success) throw unreachable('what it says of itself is not as Open Badges 3.0 has it');
  const { 'x-imssf-registrationUrl': registrationUrl, flows } = said.data.components.securitySchemes.OAuth2ACG;
  const { authorizationUrl, tokenUrl } = flows.authorizationCode;
  if (![authorizationUrl, tokenUrl].every((one) => isWeb(services, one)))
    throw unreachable('its addresses are no https addresses');
  const answer = registered.safeParse(
    await askedOf(services, registrationUrl, {
      client_name: settings.authority.name,
      client_uri: settings.url,
      redirect_uris: [returnAddress(services)],
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      scope: READ,
    }),
  );
  if (!answer.success) throw unreachable('it did not register us');
  const sealed = keys.encrypt('evidence', new TextEncoder().encode(answer.data.client_secret));
  const host: HostRow = {
    baseUrl,
    name: said.data.info.title.normalize('NFC'),
    clientId: answer.data.client_id,
    secretCipher: sealed.cipher,
    secretKey: sealed.keyId,
    authorizationUrl,
    tokenUrl,
    scopes: [READ],
  };
  return services.db.asBatch(async (tx) => {
    await insertHost(tx, host, clock.now());
    return (await findHost(tx, baseUrl)) ?? host;
  });
}

/** Where a learner comes back to. */
export function returnAddress({ settings }: Pick<Services, 'settings'>): string {
  return `${settings.url}/badges/return`;
}

/** Where a learner is sent to agree there (RFC 6749, section 4.1.1, with PKCE). Nothing is asked for while she is away. */
export function authorizationAt(
  services: Services,
  host: HostRow,
  asked: { readonly state: string; readonly challenge: string },
): string {
  const address = new URL(host.authorizationUrl);
  for (const [name, value] of Object.entries({
    response_type: 'code',
    client_id: host.clientId,
    redirect_uri: returnAddress(services),
    scope: host.scopes.filter((one) => one !== OFFLINE).join(' '),
    state: asked.state,
    code_challenge: asked.challenge,
    code_challenge_method: 'S256',
  }))
    address.searchParams.set(name, value);
  return address.href;
}

async function askedOf(services: Services, address: string, body?: object): Promise<unknown> {
  const answer = await guardedRequest(address, {
    allowed: services.settings.outgoingAllowed,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  if (answer.status === 'unreachable') throw unreachable(answer.detail);
  if (answer.code !== 200 && answer.code !== 201) throw unreachable(`the answer was ${answer.code}`);
  return answer.body;
}

/** Whether a browser of ours may be sent there: HTTPS, or what the operator allows. */
function isWeb({ settings }: Services, address: string): boolean {
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' || settings.outgoingAllowed.includes(origin);
}

export function unreachable(why: string) {
  return problem('badge-host-unreachable', 502, `The host could not be asked: ${why}.`, { why });
}
