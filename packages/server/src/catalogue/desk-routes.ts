import { z } from 'zod';
import { type App, requireRole } from '../http/route.ts';
import { paging } from '../http/paging.ts';
import type { Services } from '../services.ts';
import { askForExpiry, declineExpiry } from './retire.ts';
import { comment } from './review.ts';
import { date, id, words } from './schema.ts';
import { legacyPage, moved, pastList, toView, waitingList, worklist, writingView } from './views.ts';
import { listLegacy, listPast, listWaiting, listWithoutSkills, showWorklist } from './worklist.ts';
import { showWriting } from './writing.ts';

const tags = ['catalogue'];
const params = z.object({ id });
const WRITERS = [['developer', 'steward'], 'developer', 'steward'] as const;

/** What lies on the desk of who writes and who approves: worklists, one definition with all that was said of it, comments. */
export function deskRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/outcomes/worklist',
    { schema: { tags, summary: 'List which definitions of yours need work, and what exactly', response: { 200: worklist } } },
    async (request) => {
      const { items, legacy } = await showWorklist(services, requireRole(request, ['developer'], 'developer'));
      return { items: items.map((one) => ({ ...one, outcome: toView(one.outcome) })), legacy };
    },
  );

  app.get(
    '/api/v1/outcomes/worklist/legacy',
    {
      schema: {
        tags,
        summary: 'List your legacy outcomes, those that most people hold first',
        querystring: z.object({ lacks: z.enum(['skills']).optional(), ...paging }),
        response: { 200: legacyPage },
      },
    },
    async (request) => {
      const { cursor, limit, lacks } = request.query;
      const actor = requireRole(request, ['developer'], 'developer');
      const asked = { limit, noSkills: lacks === 'skills', ...(cursor === undefined ? {} : { cursor }) };
      const page = await listLegacy(services, actor, asked);
      return { items: page.items.map((one) => ({ ...one, outcome: toView(one.outcome) })), next: page.next };
    },
  );

  app.get(
    '/api/v1/outcomes/without-skills',
    {
      schema: {
        tags,
        summary: 'List the outcomes in use that name no skill, those that most people hold first (stewards)',
        querystring: z.object(paging),
        response: { 200: legacyPage },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const actor = requireRole(request, ['steward'], 'steward', 'administrator', 'reader');
      const page = await listWithoutSkills(services, actor, { limit, ...(cursor === undefined ? {} : { cursor }) });
      return { items: page.items.map((one) => ({ ...one, outcome: toView(one.outcome) })), next: page.next };
    },
  );

  app.get(
    '/api/v1/outcomes/waiting',
    { schema: { tags, summary: 'List what waits for a steward', response: { 200: waitingList } } },
    async (request) => {
      const { items } = await listWaiting(services, requireRole(request, ['steward'], 'steward'));
      return { items: items.map((one) => ({ ...one, outcome: toView(one.outcome) })) };
    },
  );

  app.get(
    '/api/v1/outcomes/past-last-day',
    {
      schema: { tags, summary: 'List outcomes whose last day for assessment is over, to be closed', response: { 200: pastList } },
    },
    async (request) => {
      const { items } = await listPast(services, requireRole(request, ['steward'], 'steward'));
      return { items: items.map((one) => ({ ...one, outcome: toView(one.outcome) })) };
    },
  );

  app.get(
    '/api/v1/outcomes/:id/writing',
    {
      schema: { tags, summary: 'Show a definition as its writers and stewards see it', params, response: { 200: writingView } },
    },
    async (request) => {
      const found = await showWriting(services, requireRole(request, ...WRITERS), request.params.id);
      return {
        ...found,
        outcome: toView(found.outcome),
        previous: found.previous === null ? null : toView(found.previous),
      };
    },
  );

  app.post(
    '/api/v1/outcomes/:id/comments',
    {
      schema: {
        tags,
        summary: 'Say something about a definition, or a part of it; it is kept',
        params,
        body: z.object({ text: words.max(2000), path: words.max(100).nullable().default(null) }),
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await comment(services, requireRole(request, ...WRITERS), request.params.id, request.body)),
  );

  app.post(
    '/api/v1/outcomes/:id/expiry-request',
    {
      schema: {
        tags,
        summary: 'Ask the stewards to let a published outcome expire without a replacement (category D)',
        params,
        body: z.object({ lastAssessment: date, note: words.max(2000) }),
        response: { 200: moved },
      },
    },
    async (request) => askForExpiry(services, requireRole(request, ...WRITERS), request.params.id, request.body),
  );

  app.post(
    '/api/v1/outcomes/:id/expiry-request/refusal',
    {
      schema: {
        tags,
        summary: 'Leave an outcome as it is although its expiry was asked for, saying why',
        params,
        body: z.object({ note: words.max(2000) }),
        response: { 200: moved },
      },
    },
    async (request) =>
      declineExpiry(services, requireRole(request, ['steward'], 'steward'), request.params.id, request.body.note),
  );
}
