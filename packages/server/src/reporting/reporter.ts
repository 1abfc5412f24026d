import type { FastifyRequest } from 'fastify';
import { problem } from '../http/problem.ts';
import { requireRole, type SignedIn } from '../http/route.ts';

export type Reporting = SignedIn & { readonly organisationId: number };

/** Staff that may report results, or a client system with the scope. */
export function reporter(request: FastifyRequest): Reporting {
  return ofOrganisation(requireRole(request, ['provider'], 'registrar', 'administrator', 'results:write'));
}

/** Who may see what was reported: also a client system that only reads. */
export function resultsReader(request: FastifyRequest): Reporting {
  return ofOrganisation(requireRole(request, ['provider'], 'registrar', 'administrator', 'results:write', 'results:read'));
}

function ofOrganisation(signedIn: SignedIn): Reporting {
  if (signedIn.organisationId === null) throw problem('role-needed', 403, 'This needs an organisation.');
  return { ...signedIn, organisationId: signedIn.organisationId };
}
