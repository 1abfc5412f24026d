import type { FastifyRequest } from 'fastify';
import { type App, requireRole, type SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { askBatchWithdrawal, previewBatchWithdrawal, settleBatchWithdrawal } from './batch-withdrawal.ts';
import { agreement, importParams, made, reasonBody, withdrawalPreview, withdrawalSettled } from './schemas.ts';

const tags = ['results'];
const ADDRESS = '/api/v1/results/imports/:id/withdrawal';

/** The withdrawal of all results of an import, which takes two people. */
export function batchRoutes(app: App, services: Services): void {
  app.get(
    ADDRESS,
    {
      schema: {
        tags,
        summary: 'What the withdrawal of an import would touch, and whether it is asked',
        params: importParams,
        response: { 200: withdrawalPreview },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const { request: asked, ...reach } = await previewBatchWithdrawal(services, withdrawer(request), request.params.id);
      return { ...reach, request: asked === null ? null : { ...asked, askedAt: asked.askedAt.toISOString() } };
    },
  );

  app.post(
    ADDRESS,
    {
      schema: {
        tags,
        summary: 'Ask for all results of an import to be withdrawn',
        params: importParams,
        body: reasonBody,
        response: { 202: made },
      },
    },
    async (request, reply) =>
      reply.code(202).send(await askBatchWithdrawal(services, withdrawer(request), request.params.id, request.body.reason)),
  );

  app.post(
    `${ADDRESS}/agreement`,
    {
      schema: {
        tags,
        summary: 'Settle the withdrawal of an import, as another person',
        params: importParams,
        body: agreement,
        response: { 200: withdrawalSettled },
      },
    },
    async (request) => settleBatchWithdrawal(services, withdrawer(request), request.params.id, request.body.agreed),
  );
}

/** A provider's registrar or administrator, or a steward: people, not systems. */
function withdrawer(request: FastifyRequest): SignedIn {
  return requireRole(request, ['provider', 'steward'], 'registrar', 'administrator', 'steward');
}
