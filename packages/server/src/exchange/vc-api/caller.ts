import type { FastifyRequest } from 'fastify';
import { problem } from '../../http/problem.ts';
import type { Services } from '../../services.ts';

/** Who may use the VC-API: everybody under `VC_API=test`, else a system with the scope `credentials:issue` (401 or 403). */
export function requireIssuer(request: FastifyRequest, { settings }: Services): 'test' | 'authority' {
  const { signedIn } = request;
  if (signedIn?.scopes.includes('credentials:issue') === true) return 'authority';
  if (settings.vcApi === 'test' && settings.demonstration) return 'test';
  if (signedIn === null) throw problem('sign-in-needed', 401, 'Sign in to do this.');
  throw problem('role-needed', 403, 'This needs the scope credentials:issue.');
}
