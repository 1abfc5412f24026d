import { z } from 'zod';
import { type App, requireRole } from '../http/route.ts';
import type { Services } from '../services.ts';
import { assignDeveloper, changeDraft, mendDraft } from './change.ts';
import { createDraft } from './create.ts';
import { findingsOf } from './list.ts';
import { newVersion } from './new-version.ts';
import { publish } from './publish.ts';
import { discontinue, expire } from './retire.ts';
import { returnToDeveloper, submit } from './review.ts';
import { content, date, id, parts, words } from './schema.ts';
import { finding, moved } from './views.ts';

const tags = ['catalogue'];
const params = z.object({ id });
const DEVELOPERS = [['developer', 'steward'], 'developer', 'steward'] as const;
const draft = content
  .extend({ code: id.max(56) })
  .meta({ id: 'OutcomeDraft', description: 'A new definition: its code and what is known of it so far.' });

/** Taking a definition from draft to discontinued: its developer writes, a steward approves. */
export function writingRoutes(app: App, services: Services): void {
  app.post(
    '/api/v1/outcomes',
    { schema: { tags, summary: 'Begin a definition', body: draft, response: { 201: moved } } },
    async (request, reply) => {
      const actor = requireRole(request, ...DEVELOPERS);
      return reply.code(201).send(await createDraft(services, actor, request.body));
    },
  );

  app.put(
    '/api/v1/outcomes/:id',
    {
      schema: {
        tags,
        summary: 'Change a draft, or complete a legacy outcome',
        params,
        body: content.extend({
          previousUntil: date
            .nullable()
            .exactOptional()
            .meta({ description: 'Until when what it replaces may still be assessed, proposed.' }),
          revision: z
            .int()
            .exactOptional()
            .meta({ description: 'The revision that you saw; when another is there, the answer is 409 with what it says.' }),
        }),
        response: { 200: moved },
      },
    },
    async (request) => {
      const { previousUntil, revision, ...written } = request.body;
      return changeDraft(services, requireRole(request, ...DEVELOPERS), request.params.id, {
        content: written,
        ...(previousUntil === undefined ? {} : { previousUntil }),
        ...(revision === undefined ? {} : { revision }),
      });
    },
  );

  app.patch(
    '/api/v1/outcomes/:id',
    {
      schema: {
        tags,
        summary: 'Change some parts of a draft or a legacy outcome, and leave the others',
        params,
        body: z.strictObject({ parts, revision: z.int().exactOptional() }),
        response: { 200: moved },
      },
    },
    async (request) => {
      const { parts: given, revision } = request.body;
      return mendDraft(services, requireRole(request, ...DEVELOPERS), request.params.id, {
        parts: given,
        ...(revision === undefined ? {} : { revision }),
      });
    },
  );

  app.post(
    '/api/v1/outcomes/:id/submission',
    {
      schema: {
        tags,
        summary: 'Hand a draft, or a legacy outcome that is complete, to the stewards',
        params,
        body: z.object({ note: words.max(2000).optional() }).nullish(),
        response: { 200: moved },
      },
    },
    async (request) => submit(services, requireRole(request, ...DEVELOPERS), request.params.id, request.body?.note),
  );

  app.put(
    '/api/v1/outcomes/:id/developer',
    {
      schema: {
        tags,
        summary: 'Say which organisation answers for a definition that has not been published',
        params,
        body: z.object({ developer: id }),
        response: { 200: moved },
      },
    },
    async (request) =>
      assignDeveloper(services, requireRole(request, ['steward'], 'steward'), request.params.id, request.body.developer),
  );

  app.post(
    '/api/v1/outcomes/:id/return',
    {
      schema: {
        tags,
        summary: 'Send a definition back to its developer, saying why',
        params,
        body: z.object({ note: words.max(2000) }),
        response: { 200: moved },
      },
    },
    async (request) =>
      returnToDeveloper(services, requireRole(request, ['steward'], 'steward'), request.params.id, request.body.note),
  );

  app.post(
    '/api/v1/outcomes/:id/publication',
    {
      schema: {
        tags,
        summary: 'Publish a definition; what it replaces begins to expire',
        params,
        body: z
          .object({
            from: date.optional().meta({ description: 'First day on which it may be assessed; today when left out.' }),
            previousUntil: date.optional().meta({
              description: 'Last day for assessment of what it replaces; when left out, as proposed, else two years on.',
            }),
            note: words.max(2000).optional(),
            revision: z
              .int()
              .optional()
              .meta({ description: 'The revision that you read; another one is not published unseen.' }),
          })
          .nullish(),
        response: { 200: moved },
      },
    },
    async (request) => {
      const { from, previousUntil, note, revision } = request.body ?? {};
      return publish(services, requireRole(request, ['steward'], 'steward'), request.params.id, {
        ...(from === undefined ? {} : { from }),
        ...(previousUntil === undefined ? {} : { previousUntil }),
        ...(note === undefined ? {} : { note }),
        ...(revision === undefined ? {} : { revision }),
      });
    },
  );

  app.post(
    '/api/v1/outcomes/:id/expiry',
    {
      schema: {
        tags,
        summary: 'Set the last date for assessment of an outcome that is not replaced',
        params,
        body: z.object({ lastAssessment: date, note: words.max(2000).optional() }),
        response: { 200: moved },
      },
    },
    async (request) =>
      expire(
        services,
        requireRole(request, ['steward'], 'steward'),
        request.params.id,
        request.body.lastAssessment,
        request.body.note,
      ),
  );

  app.post(
    '/api/v1/outcomes/:id/discontinuation',
    { schema: { tags, summary: 'Close an outcome whose last date for assessment has passed', params, response: { 200: moved } } },
    async (request) => discontinue(services, requireRole(request, ['steward'], 'steward'), request.params.id),
  );

  app.post(
    '/api/v1/outcomes/:id/versions',
    {
      schema: {
        tags,
        summary: 'Begin the next version after a review (A, B), or a replacement under a new code (C)',
        params,
        body: z.discriminatedUnion('category', [
          z.object({ category: z.enum(['A', 'B']), version: z.int().min(1).max(1_000_000).exactOptional() }),
          z.object({ category: z.literal('C'), code: id.max(56) }),
        ]),
        response: { 201: moved },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await newVersion(services, requireRole(request, ...DEVELOPERS), request.params.id, request.body)),
  );

  app.get(
    '/api/v1/outcomes/:id/findings',
    {
      schema: {
        tags,
        summary: 'Say what the listing checks find in a definition, and what happened to it',
        params,
        response: {
          200: z.object({
            id: z.string(),
            ready: z.boolean(),
            findings: z.array(finding),
            events: z.array(z.object({ kind: z.string(), at: z.string(), note: z.string().nullable() })),
          }),
        },
      },
    },
    async (request) => {
      const answer = await findingsOf(services, requireRole(request, ...DEVELOPERS), request.params.id);
      return { ...answer, findings: [...answer.findings] };
    },
  );
}
