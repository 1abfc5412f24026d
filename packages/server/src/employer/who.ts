import type { FastifyRequest } from 'fastify';
import { problem } from '../http/problem.ts';
import { requireActor, requireRole } from '../http/route.ts';
import type { Employer } from './roles.ts';

/** Someone of an employer's. */
export function employer(request: FastifyRequest): Employer {
  const signedIn = requireActor(request, 'employer');
  if (signedIn.organisationId === null) throw problem('not-your-door', 403, 'Your sign-in does not open this.');
  return { ...signedIn, organisationId: signedIn.organisationId };
}

/** Someone of the employer's who may change its workspace; readers see it. */
export function writer(request: FastifyRequest): Employer {
  requireRole(request, ['employer'], 'administrator', 'registrar');
  return employer(request);
}
