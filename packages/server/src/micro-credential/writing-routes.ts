import { z } from 'zod';
import { id, words } from '../catalogue/schema.ts';
import { type App, requireRole } from '../http/route.ts';
import type { Services } from '../services.ts';
import { begin, beginVersion } from './begin.ts';
import { change } from './change.ts';
import { comment, discontinue, publish, returnToDeveloper, submit } from './review.ts';
import { content, moved, waiting, worklist, writing } from './schemas.ts';
import { listWaiting, showWorklist, showWriting } from './worklist.ts';

const tags = ['micro-credentials'];
const params = z.object({ id });
/** A board's people, those of a provider's who are developers, and stewards. */
const WRITERS = [['developer', 'provider', 'steward'], 'developer', 'steward'] as const;
const STEWARDS = [['steward'], 'steward'] as const;
const note = words.max(2000);

/** Taking a micro-credential from draft to discontinued: its developer writes, a steward lists. */
export function writingRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/micro-credentials/worklist',
    { schema: { tags, summary: 'List your micro-credentials and what each needs', response: { 200: worklist } } },
    async (request) => showWorklist(services, requireRole(request, ['developer', 'provider'], 'developer')),
  );

  app.get(
    '/api/v1/micro-credentials/waiting',
    { schema: { tags, summary: 'List what waits for a steward', response: { 200: waiting } } },
    async (request) => listWaiting(services, requireRole(request, ...STEWARDS)),
  );

  app.post(
    '/api/v1/micro-credentials',
    {
      schema: {
        tags,
        summary: 'Begin a micro-credential',
        body: z.object({ code: id.max(56), title: words.max(200) }).meta({ id: 'MicroCredentialDraft' }),
        response: { 201: moved },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await begin(services, requireRole(request, ['developer', 'provider'], 'developer'), request.body)),
  );

  app.get(
    '/api/v1/micro-credentials/:id/writing',
    { schema: { tags, summary: 'Show a version as its writers and stewards see it', params, response: { 200: writing } } },
    async (request) => showWriting(services, requireRole(request, ...WRITERS), request.params.id),
  );

  app.put(
    '/api/v1/micro-credentials/:id',
    {
      schema: {
        tags,
        summary: 'Change a draft',
        params,
        body: content.extend({
          revision: z
            .int()
            .exactOptional()
            .meta({ description: 'The revision that you saw; when another is there, the answer is 409 with what it says.' }),
        }),
        response: { 200: moved },
      },
    },
    async (request) => {
      const { revision, ...written } = request.body;
      return change(services, requireRole(request, ...WRITERS), request.params.id, {
        content: written,
        ...(revision === undefined ? {} : { revision }),
      });
    },
  );

  app.post(
    '/api/v1/micro-credentials/:id/submission',
    {
      schema: {
        tags,
        summary: 'Hand a draft to the stewards',
        params,
        body: z.object({ note: note.exactOptional() }).default({}),
        response: { 200: moved },
      },
    },
    async (request) => submit(services, requireRole(request, ...WRITERS), request.params.id, request.body.note),
  );

  app.post(
    '/api/v1/micro-credentials/:id/return',
    {
      schema: {
        tags,
        summary: 'Send it back to its developer, saying why',
        params,
        body: z.object({ note }),
        response: { 200: moved },
      },
    },
    async (request) => returnToDeveloper(services, requireRole(request, ...STEWARDS), request.params.id, request.body.note),
  );

  app.post(
    '/api/v1/micro-credentials/:id/publication',
    {
      schema: {
        tags,
        summary: 'List it: from then on this version does not change',
        params,
        body: z.object({ note: note.exactOptional(), revision: z.int().exactOptional() }).default({}),
        response: { 200: moved },
      },
    },
    async (request) => publish(services, requireRole(request, ...STEWARDS), request.params.id, request.body),
  );

  app.post(
    '/api/v1/micro-credentials/:id/comments',
    {
      schema: {
        tags,
        summary: 'Say something about it, or a part of it; it is kept',
        params,
        body: z.object({ text: note, path: words.max(100).nullable().default(null) }),
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await comment(services, requireRole(request, ...WRITERS), request.params.id, request.body)),
  );

  app.post(
    '/api/v1/micro-credentials/:id/versions',
    { schema: { tags, summary: 'Begin the next version of a listed one', params, response: { 201: moved } } },
    async (request, reply) =>
      reply.code(201).send(await beginVersion(services, requireRole(request, ...WRITERS), request.params.id)),
  );

  app.post(
    '/api/v1/micro-credentials/:id/discontinuation',
    {
      schema: {
        tags,
        summary: 'Take a listed one out of use, saying why',
        params,
        body: z.object({ note }),
        response: { 200: moved },
      },
    },
    async (request) => discontinue(services, requireRole(request, ...WRITERS), request.params.id, request.body.note),
  );
}
