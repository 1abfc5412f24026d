import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../services.ts';
import { type Application, applicationOf, noteRefusal, RECORD } from '../badges/index.ts';
import { RESOURCE_METADATA } from './discovery.ts';
import { OWN_TOOLS } from './own-tools.ts';

/** Whether a page of somewhere else sends this: a browser names its origin, an agent has none (MCP, transports, security warning). */
export function isForeign({ settings }: Pick<Services, 'settings'>, origin: string | undefined): boolean {
  return origin !== undefined && origin !== new URL(settings.url).origin;
}

/**
 * Who asks: null for anybody, for what is open to anybody. Answers `refused` where it sent a challenge itself: 401 for a token that opens nothing,
 * or for a learner's own record without one (RFC 9728, section 5.1); 403 for more than the learner agreed to, which is written down where she
 * sees it (RFC 6750, section 3.1).
 */
export async function whoAsks(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ readonly application: Application | null } | 'refused'> {
  const tools = calledTools(request.body);
  const own = tools.find((name) => OWN_TOOLS.includes(name));
  const application = request.headers.authorization === undefined ? null : await applicationOf(services, request);
  if (application === null) {
    if (own === undefined && request.headers.authorization === undefined) return { application };
    await challenge(services, reply, 401, request.headers.authorization === undefined ? null : 'invalid_token');
    return 'refused';
  }
  if (own !== undefined && !application.scopes.includes(RECORD)) {
    await noteRefusal(services, application, own);
    await challenge(services, reply, 403, 'insufficient_scope');
    return 'refused';
  }
  return { application };
}

function challenge(
  { settings }: Services,
  reply: FastifyReply,
  status: 401 | 403,
  error: 'invalid_token' | 'insufficient_scope' | null,
): FastifyReply {
  const parts = [
    ...(error === null ? [] : [`error="${error}"`]),
    `resource_metadata="${settings.url}${RESOURCE_METADATA}"`,
    `scope="${RECORD}"`,
  ];
  return reply
    .code(status)
    .header('www-authenticate', `Bearer ${parts.join(', ')}`)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(
      JSON.stringify({
        error: error ?? 'unauthorized',
        error_description: `a learner lets an agent in with the scope ${RECORD}`,
      }),
    );
}

/** The tools that a message calls, or each message of a list. */
function calledTools(body: unknown): readonly string[] {
  return (Array.isArray(body) ? body : [body]).flatMap((message: unknown) => {
    if (typeof message !== 'object' || message === null || Reflect.get(message, 'method') !== 'tools/call') return [];
    const params: unknown = Reflect.get(message, 'params');
    const name: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, 'name') : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}
