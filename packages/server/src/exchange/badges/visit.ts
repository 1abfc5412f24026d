import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { guardedRequest } from '../../http/guarded-fetch.ts';
import { Problem, problem } from '../../http/problem.ts';
import type { SignedIn } from '../../http/route.ts';
import { challengeOf } from '../../oauth/pkce.ts';
import { hashesFor, inMinutes, newSecret } from '../../oauth/secrets.ts';
import type { Services } from '../../services.ts';
import { keepBadge, type Kept } from './held.ts';
import { authorizationAt, baseOf, registrationAt, returnAddress, unreachable } from './host.ts';
import { forgetHost, type HostRow, insertVisit, takeVisit } from './host-queries.ts';

type Learner = SignedIn & { readonly learnerId: number };

/** How long, in minutes, a learner may take to agree at the host. */
const AWAY = 15;
/** How many credentials are fetched at one time, and in how many at a request. */
const MOST = 500;
const PAGE = 50;

/**
 * Sends a learner to another host to let us read her badges there: registers us where we are not yet. Answers the address to go to. Throws
 * `badge-host-address`, `badge-host-self` (422), `badge-host-unreachable` (502).
 */
export async function beginVisit(services: Services, learner: Learner, typed: string): Promise<string> {
  const baseUrl = baseOf(typed);
  if (baseUrl.startsWith(`${services.settings.url}/`))
    throw problem('badge-host-self', 422, 'That is this service: what was issued here is in your record already.');
  const host = await registrationAt(services, baseUrl);
  const state = newSecret(services, 'badge-visit');
  const codeVerifier = randomBytes(48).toString('base64url');
  await services.db.as(learner.acting, (tx) =>
    insertVisit(tx, { state: state.kept, learnerId: learner.learnerId, baseUrl, codeVerifier, until: inMinutes(services, AWAY) }),
  );
  return authorizationAt(services, host, { state: state.secret, challenge: challengeOf(codeVerifier) });
}

export const returnQuery = z.looseObject({
  code: z.string().max(4000).optional(),
  state: z.string().max(2000).optional(),
  error: z.string().max(200).optional(),
});

/** How many badges came, by what became of them. */
export type Brought = Record<Kept['came'] | 'refused', number>;

/**
 * The learner is back from a host: turns the code into a token, fetches all that it shows us, checks and keeps each, and lets the token go. What
 * is refused alone stops nothing. Throws `badge-visit-past` (404), `badge-host-declined` (409), `badge-host-unreachable` (502).
 */
export async function endVisit(services: Services, learner: Learner, query: z.infer<typeof returnQuery>): Promise<Brought> {
  const states = hashesFor(services, 'badge-visit', query.state ?? '');
  const visit = await services.db.as(learner.acting, (tx) => takeVisit(tx, states, services.clock.now()));
  if (visit === null) throw problem('badge-visit-past', 404, 'This visit is over or not yours. Begin again.');
  if (query.error !== undefined || query.code === undefined)
    throw problem('badge-host-declined', 409, 'The host showed nothing: you said no there, or it did not let us.');
  const host = await registrationAt(services, visit.baseUrl);
  const token = await tokenAt(services, host, query.code, visit.codeVerifier);
  const brought: Brought = { new: 0, replaced: 0, unchanged: 0, refused: 0 };
  for (const body of await credentialsAt(services, host, token)) {
    try {
      brought[(await keepBadge(services, learner.learnerId, { body, standard: null, source: nameOf(host) })).came] += 1;
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      brought.refused += 1;
    }
  }
  return brought;
}

function nameOf({ name, baseUrl }: HostRow): string {
  return `${name} (${new URL(baseUrl).host})`;
}

const tokenAnswer = z.looseObject({ access_token: z.string().min(1).max(10_000) });

async function tokenAt(services: Services, host: HostRow, code: string, verifier: string): Promise<string> {
  const secret = new TextDecoder().decode(services.keys.decrypt('evidence', host.secretKey, host.secretCipher));
  const basic = Buffer.from(`${encodeURIComponent(host.clientId)}:${encodeURIComponent(secret)}`).toString('base64');
  const answer = await guardedRequest(host.tokenUrl, {
    method: 'POST',
    allowed: services.settings.outgoingAllowed,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${basic}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: returnAddress(services),
      scope: host.scopes.join(' '),
      code_verifier: verifier,
    }).toString(),
  });
  if (answer.status === 'unreachable') throw unreachable(answer.detail);
  // It does not know us any more: the next visit registers us anew.
  if (answer.code === 401) await services.db.asBatch((tx) => forgetHost(tx, host.baseUrl));
  const read = tokenAnswer.safeParse(answer.body);
  if (answer.code !== 200 || !read.success) throw unreachable(`it gave no token (${answer.code})`);
  return read.data.access_token;
}

const page = z.looseObject({
  credential: z.array(z.unknown()).optional(),
  compactJwsString: z.array(z.string()).optional(),
  /** As the example of the specification calls it. */
  compactJwsStrings: z.array(z.string()).optional(),
});

/** All that a host shows us, page after page (Open Badges 3.0, sections 6.2.2 and 6.4). */
async function credentialsAt(services: Services, host: HostRow, token: string): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const answer = await guardedRequest(`${host.baseUrl}/credentials?limit=${PAGE}&offset=${offset}`, {
      allowed: services.settings.outgoingAllowed,
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
    });
    if (answer.status === 'unreachable') throw unreachable(answer.detail);
    const read = page.safeParse(answer.body);
    if (answer.code !== 200 || !read.success) throw unreachable(`it did not show what it holds (${answer.code})`);
    const { credential = [], compactJwsString = [], compactJwsStrings = [] } = read.data;
    const came = [...credential, ...compactJwsString, ...compactJwsStrings];
    all.push(...came);
    if (came.length === 0 || (answer.total === null ? came.length < PAGE : all.length >= answer.total)) break;
  }
  return all.slice(0, MOST);
}
