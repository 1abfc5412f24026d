import { checkWording, WORDING_RULES } from '@recognition/recognition/wording';
import { z } from 'zod';
import { paging } from '../http/paging.ts';
import { type App, requireRole } from '../http/route.ts';
import type { Services } from '../services.ts';
import { content, id } from './schema.ts';
import { wordingPage, wordingReport, wordingRule } from './wording-views.ts';
import { listWording } from './wording.ts';

const tags = ['catalogue'];
const READERS = [['developer', 'steward'], 'developer', 'steward'] as const;

/** How well people and machines can read definitions: the rules, one text, and all that are somebody's to mend. */
export function wordingRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/outcomes/wording/rules',
    {
      schema: {
        tags,
        summary: 'List the rules of wording, each with its source and its weight of 100',
        response: { 200: z.object({ items: z.array(wordingRule) }) },
      },
    },
    async () => ({ items: [...WORDING_RULES] }),
  );

  app.post(
    '/api/v1/outcomes/wording',
    {
      schema: {
        tags,
        summary: 'Say how readable a definition is, with every finding, without keeping it',
        body: content.extend({ name: z.string().max(500).default('') }).meta({ id: 'OutcomeToRead' }),
        response: { 200: wordingReport },
      },
    },
    async (request) => {
      const { score, grade, parts, findings } = checkWording(request.body);
      return { score, grade, parts: [...parts], findings: [...findings] };
    },
  );

  app.get(
    '/api/v1/outcomes/wording',
    {
      schema: {
        tags,
        summary: 'List how readable your definitions are, or for a steward all that everybody sees; lowest score first',
        querystring: z.object({ developer: id.optional(), ...paging }),
        response: { 200: wordingPage },
      },
    },
    async (request) => {
      const { developer, cursor, limit } = request.query;
      const page = await listWording(services, requireRole(request, ...READERS), {
        limit,
        ...(developer === undefined ? {} : { developer }),
        ...(cursor === undefined ? {} : { cursor }),
      });
      return {
        ...page,
        items: page.items.map((one) => ({ ...one, found: [...one.found] })),
        developers: page.developers.map((one) => ({ ...one, found: [...one.found] })),
      };
    },
  );
}
