import type { FastifyRequest } from 'fastify';
import { problem } from '../../http/problem.ts';
import { hashesFor } from '../../oauth/secrets.ts';
import type { Services } from '../../services.ts';
import { holderOfToken, type TokenOf } from './queries.ts';
import { type Right, scopeOf, type Standard } from './standards.ts';

/** An application that a learner let in, and for what. */
export type Application = TokenOf & { readonly clientName: string; readonly goesTo: string; readonly usedAt: Date | null };

/** The application whose token stands in the request while the learner's consent stands; null for none or one that opens nothing. */
export async function applicationOf(services: Services, request: FastifyRequest): Promise<Application | null> {
  const token = /^Bearer ([\w-]+)$/u.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const hashes = hashesFor(services, 'badge-token', token);
  return services.db.asBatch((tx) => holderOfToken(tx, hashes, services.clock.now()));
}

/**
 * The application that asks, while the learner's consent stands and its token covers what it asks for. Throws `token-unknown` (401) or
 * `scope-missing` (403).
 */
export async function requireApplication(
  services: Services,
  request: FastifyRequest,
  standard: Standard,
  right: Right,
): Promise<Application> {
  const found = await applicationOf(services, request);
  if (found === null) throw problem('token-unknown', 401, 'The access token is unknown, ended or past its time.');
  if (!found.scopes.includes(scopeOf(standard, right)))
    throw problem('scope-missing', 403, `This needs the scope ${scopeOf(standard, right)}.`);
  return found;
}
