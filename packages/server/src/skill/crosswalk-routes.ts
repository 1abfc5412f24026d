import { z } from 'zod';
import { paging } from '../http/paging.ts';
import { problem } from '../http/problem.ts';
import { type App, requireActor, requireRole } from '../http/route.ts';
import type { Services } from '../services.ts';
import { countAnswers, keepAnswer, readRefused } from './answer-queries.ts';
import { decideCrosswalk, listCrosswalk, proposeCrosswalk } from './crosswalk.ts';

const tags = ['skills'];
const scheme = z.string().max(64);
const uri = z.string().min(1).max(500);
const relation = z.enum(['exact', 'close', 'broader', 'narrower']);
const status = z.enum(['proposed', 'confirmed', 'refused']);
const side = z.object({
  uri: z.string(),
  scheme: z.string(),
  slug: z.string(),
  en: z.string(),
  description: z.string().nullable(),
});
const pair = z
  .object({
    from: side,
    to: side,
    relation,
    score: z.number().meta({ description: 'From 0 to 1: how much of what either label tells, both tell.' }),
    source: z.enum(['labels', 'scheme', 'steward']),
    words: z.array(z.string()).meta({ description: 'The stems that both labels have.' }),
    status,
    decidedAt: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'SkillPair' });

/** Which skills of two schemes are the same, and what writers said to suggestions. */
export function crosswalkRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/skills/crosswalks',
    {
      schema: {
        tags,
        summary: 'Pairs of skills of two schemes, those most alike first; what is not confirmed is for stewards',
        querystring: z.object({ from: scheme.optional(), to: scheme.optional(), status: status.optional(), ...paging }),
        response: { 200: z.object({ items: z.array(pair), next: z.string().nullable() }) },
      },
    },
    async (request) => {
      const { items, next } = await listCrosswalk(services, request.signedIn, request.query);
      return { items: [...items], next };
    },
  );

  app.post(
    '/api/v1/skills/crosswalks/propose',
    {
      schema: {
        tags,
        summary: 'Propose which skills of two schemes are the same (stewards)',
        body: z.object({ from: scheme, to: scheme, least: z.number().min(0.3).max(1).default(0.6) }),
        response: { 200: z.object({ proposed: z.int(), found: z.int() }) },
      },
    },
    async (request) => proposeCrosswalk(services, requireRole(request, ['steward'], 'steward'), request.body),
  );

  app.post(
    '/api/v1/skills/crosswalks/decide',
    {
      schema: {
        tags,
        summary: 'Confirm or refuse a pair; the last decision stands (stewards)',
        body: z.object({
          from: uri,
          to: uri,
          status: z.enum(['confirmed', 'refused']),
          relation: relation.optional(),
          note: z.string().trim().max(1000).optional(),
        }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await decideCrosswalk(services, requireRole(request, ['steward'], 'steward'), request.body);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/skills/answers',
    {
      schema: {
        tags,
        summary: 'Say that a suggested skill was taken or is not one of this outcome; the last word stands (its developer)',
        body: z.object({
          outcome: z.string().max(64),
          uri,
          matcher: z.string().min(1).max(60),
          answer: z.enum(['accepted', 'refused']),
          place: z.int().min(1).max(100),
        }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { acting } = requireActor(request, 'developer');
      const kept = await services.db.as(acting, (tx) => keepAnswer(tx, request.body, services.clock.now()));
      if (!kept) throw problem('answer-not-yours', 404, 'There is no such outcome of yours, or no such skill.');
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/skills/answers',
    {
      schema: {
        tags,
        summary: 'The skills that were refused for an outcome (its developer)',
        querystring: z.object({ outcome: z.string().max(64) }),
        response: { 200: z.object({ refused: z.array(z.string()) }) },
      },
    },
    async (request) => {
      const { acting } = requireActor(request, 'developer');
      return { refused: [...(await services.db.as(acting, (tx) => readRefused(tx, request.query.outcome)))] };
    },
  );

  app.get(
    '/api/v1/skills/acceptance',
    {
      schema: {
        tags,
        summary: 'How many suggested skills were accepted and refused, by scheme and matcher (stewards)',
        response: {
          200: z.object({
            items: z.array(
              z
                .object({
                  scheme: z.string(),
                  matcher: z.string(),
                  accepted: z.int(),
                  refused: z.int(),
                  first: z.int().meta({ description: 'Of those accepted, how many stood first.' }),
                })
                .meta({ id: 'SkillAcceptance' }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const { acting } = requireRole(request, ['steward'], 'steward', 'administrator', 'reader');
      return { items: (await services.db.as(acting, countAnswers)).map((one) => ({ ...one })) };
    },
  );
}
