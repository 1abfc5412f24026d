import { z } from 'zod';
import { cursorOf, paging, readCursor } from '../http/paging.ts';
import { type App, requireRole } from '../http/route.ts';
import type { Services } from '../services.ts';
import { listRetired } from './list.ts';
import { replaceSkill } from './replace.ts';
import { skill } from './schemas.ts';

const tags = ['skills'];
const uri = z.string().min(1).max(500);
const retired = skill
  .extend({
    retiredIn: z.string().nullable().meta({ description: 'The version of its scheme that no longer has it.' }),
    outcomes: z.int().meta({ description: 'How many outcomes in use still name it.' }),
    replacedBy: z
      .object({ uri: z.string(), scheme: z.string(), slug: z.string(), en: z.string(), by: z.enum(['scheme', 'steward']) })
      .nullable(),
  })
  .meta({ id: 'RetiredSkill' });

/** Skills that their schemes no longer have, and what takes their place. */
export function replacementRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/skills/retired',
    {
      schema: {
        tags,
        summary: 'Skills that their schemes no longer have, and what takes the place of each; open to everybody',
        querystring: z.object({ scheme: z.string().max(64).optional(), ...paging }),
        response: { 200: z.object({ items: z.array(retired).readonly(), next: z.string().nullable() }) },
      },
    },
    async (request) => {
      const { scheme, cursor, limit } = request.query;
      const [after] = readCursor(cursor, z.tuple([z.string()])) ?? [''];
      const { items, next } = await listRetired(services, { scheme: scheme ?? null, after, limit });
      return { items, next: next === null ? null : cursorOf([next]) };
    },
  );
  app.post(
    '/api/v1/skills/replacements',
    {
      schema: {
        tags,
        summary: 'Say which skill takes the place of a retired one, or take that back with null; the last word stands (stewards)',
        body: z.strictObject({ uri, by: uri.nullable() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await replaceSkill(services, requireRole(request, ['steward'], 'steward'), request.body);
      return reply.code(204).send(null);
    },
  );
}
