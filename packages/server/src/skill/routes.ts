import { z } from 'zod';
import { cursorOf, paging, readCursor } from '../http/paging.ts';
import type { App } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { closingRoutes } from './closing-routes.ts';
import { crosswalkRoutes } from './crosswalk-routes.ts';
import { showSkill } from './detail.ts';
import { listSchemes, listSkills } from './list.ts';
import { replacementRoutes } from './replacement-routes.ts';
import { detail, detailView, kind, skill, suggestion, suggestionView } from './schemas.ts';
import { schemeRoutes } from './scheme-routes.ts';
import { SKILL_SENTENCES } from './sentences.ts';
import { MATCHER, suggestSkills } from './suggest.ts';

/** The skills that definitions may name, open to everybody. */
export function skillRoutes(app: App, services: Services): void {
  addSentences(SKILL_SENTENCES);
  schemeRoutes(app, services);
  crosswalkRoutes(app, services);
  closingRoutes(app, services);
  replacementRoutes(app, services);
  app.get(
    '/api/v1/skills/one',
    {
      schema: {
        tags: ['skills'],
        summary: 'One skill by its address: its labels, neighbours, and the outcomes that name it',
        querystring: z.object({ uri: z.string().min(1).max(500) }),
        response: { 200: detail },
      },
    },
    async (request) => detailView(await showSkill(services, request.query.uri)),
  );

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
              items: z.array(skill),
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

  app.get(
    '/api/v1/skills/closest',
    {
      schema: {
        tags: ['skills'],
        summary: 'Suggest the skills that fit some words or a piece of a definition, best first, each with why',
        querystring: z.object({
          q: z
            .string()
            .min(1)
            .max(8000)
            .meta({ description: 'A few letters, or a piece of a definition; case and macrons do not matter.' }),
          scheme: z.string().max(64).optional(),
          limit: z.coerce.number().int().min(1).max(50).default(12),
        }),
        response: { 200: z.object({ items: z.array(suggestion) }) },
      },
    },
    async (request) => {
      const { q, scheme, limit } = request.query;
      const found = await suggestSkills(services, { said: q, scheme: scheme ?? null, limit });
      return { items: found.map((one) => suggestionView(one, MATCHER)) };
    },
  );

  app.get(
    '/api/v1/skills/schemes',
    {
      schema: {
        tags: ['skills'],
        summary: 'List the skill schemes that are loaded',
        response: {
          200: z.object({
            items: z.array(
              z
                .object({
                  scheme: z.string(),
                  uri: z.string(),
                  version: z.string(),
                  nameEn: z.string(),
                  nameMi: z.string(),
                  source: z.string(),
                  skills: z.int(),
                  retired: z.int(),
                })
                .meta({ id: 'SkillScheme' }),
            ),
          }),
        },
      },
    },
    async () => ({ items: [...(await listSchemes(services))] }),
  );
}
