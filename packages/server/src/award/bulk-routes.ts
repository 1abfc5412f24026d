import { z } from 'zod';
import { type App, requireRole } from '../http/route.ts';
import type { Services } from '../services.ts';
import { askBulkRevocation, MOST_REVOKED, settleBulkRevocation, viewBulkRevocation } from './bulk-revocation.ts';
import { agreement, made } from './schemas.ts';

const tags = ['Awards'];
const params = z.object({ id: z.uuid() });
const body = z.object({
  credentials: z
    .array(z.string().regex(/^[\w:.-]{1,100}$/u))
    .min(1)
    .max(MOST_REVOKED),
  reason: z.string().trim().min(1).max(2000),
});
const view = z.object({
  id: z.string(),
  state: z.enum(['asked', 'declined', 'running', 'ended']),
  reason: z.string(),
  total: z.int(),
  done: z.int(),
  revoked: z.int(),
  notLive: z.int(),
  unknown: z.int(),
  unknownIds: z.array(z.string()).readonly(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
/** 100,000 ids of 45 characters, and as much again. */
const MOST_BYTES = 10_000_000;

/** The revocation of many credentials at once, which takes two stewards. */
export function bulkRoutes(app: App, services: Services): void {
  app.post(
    '/api/v1/credentials/revocations',
    {
      bodyLimit: MOST_BYTES,
      schema: {
        tags,
        summary: 'Ask for up to 100,000 credentials to be revoked, by id or by the code of an award',
        body,
        response: { 202: made.extend({ total: z.int() }) },
      },
    },
    async (request, reply) => {
      const steward = requireRole(request, ['steward'], 'steward', 'administrator');
      const { credentials, reason } = request.body;
      return reply.code(202).send(await askBulkRevocation(services, steward, credentials, reason));
    },
  );

  app.get(
    '/api/v1/credentials/revocations/:id',
    { schema: { tags, summary: 'How far a revocation of many has got', params, response: { 200: view } } },
    async (request) => {
      const steward = requireRole(request, ['steward'], 'steward', 'administrator', 'reader');
      const found = await viewBulkRevocation(services, steward, request.params.id);
      return { ...found, startedAt: found.startedAt?.toISOString() ?? null, endedAt: found.endedAt?.toISOString() ?? null };
    },
  );

  app.post(
    '/api/v1/credentials/revocations/:id/agreement',
    {
      schema: {
        tags,
        summary: 'Settle a revocation of many, as another person',
        params,
        body: agreement,
        response: { 202: made },
      },
    },
    async (request, reply) => {
      const steward = requireRole(request, ['steward'], 'steward', 'administrator');
      const { id } = request.params;
      await settleBulkRevocation(services, steward, id, request.body.agreed, (error) => request.log.error(error));
      return reply.code(202).send({ id });
    },
  );
}
