import { z } from 'zod';
import { cursorOf, paging, readCursor } from '../http/paging.ts';
import type { App } from '../http/route.ts';
import type { Services } from '../services.ts';
import { listSkills } from './list.ts';

const kind = z.enum(['core-transferable', 'core-technical', 'industry-specific', 'body-of-knowledge']);

/** The skills that definitions may name, open to everybody. */
export function skillRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/skills',
    {
      schema: {
        tags: ['skills'],
        summary: 'Search the skills of every scheme that is loaded',
        querystring: z.object({
          q: z.string().max(200).default(''),
          kind: kind.optional(),
          scheme: z.string().max(64).optional(),
          ...paging,
        }),
        response: {
          200: z
            .object({
              items: z.array(
                z
                  .object({ uri: z.string(), scheme: z.string(), kind, en: z.string(), mi: z.string().nullable() })
                  .meta({ id: 'SkillView' }),
              ),
              next: z.string().nullable(),
            })
            .meta({ id: 'SkillPage' }),
        },
      },
    },
    async (request) => {
      const { q, kind: asked, scheme, cursor, limit } = request.query;
      const [after] = readCursor(cursor, z.tuple([z.string()])) ?? [''];
      const { items, next } = await listSkills(services, { q, kind: asked ?? null, scheme: scheme ?? null, after, limit });
      return { items: [...items], next: next === null ? null : cursorOf([next]) };
    },
  );
}
