import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** Who counts for limits and retries: the signed-in actor, or a hash of the address that the public comes from. */
export function callerOf(request: FastifyRequest): string {
  if (request.signedIn !== null) return request.signedIn.actor;
  return `public:${createHash('sha256').update(request.ip).digest('base64url').slice(0, 16)}`;
}
