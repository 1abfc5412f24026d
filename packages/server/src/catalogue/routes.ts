import { Readable } from 'node:stream';
import { LISTING_RULES } from '@recognition/recognition';
import { z } from 'zod';
import { paging } from '../http/paging.ts';
import type { App, SignedIn } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { compareOutcomeDevelopers } from './developers.ts';
import { checkDraft, listFields, listOutcomes, showOutcome } from './list.ts';
import { exportCatalogue } from './export.ts';
import { exportRegister } from './registers/export-register.ts';
import { REGISTER_FORMATS } from './registers/formats.ts';
import { catalogueSentences } from './sentences.ts';
import { content, id } from './schema.ts';
import { developersView, finding, listingRule, outcomeDetail, outcomePage, toView } from './views.ts';
import { deskRoutes } from './desk-routes.ts';
import { wordingRoutes } from './wording-routes.ts';
import { writingRoutes } from './writing-routes.ts';

const tags = ['catalogue'];

/** Reading the catalogue, open to everybody; and by `writing-routes.ts`, changing it. */
export function catalogueRoutes(app: App, services: Services): void {
  addSentences(catalogueSentences);

  app.get(
    '/api/v1/outcomes',
    {
      schema: {
        tags,
        summary: 'Search outcomes by words, field, level and status',
        querystring: z.object({
          q: z
            .string()
            .max(200)
            .optional()
            .meta({ description: 'Words, all of which must fit; case and macrons do not matter.' }),
          field: z.string().max(64).optional(),
          level: z.coerce.number().int().min(1).max(10).optional(),
          status: z.enum(['draft', 'in-review', 'published', 'expiring', 'discontinued', 'legacy']).optional(),
          mine: z.stringbool().optional().meta({ description: 'Only what your own organisation answers for.' }),
          ...paging,
        }),
        response: { 200: outcomePage },
      },
    },
    async (request) => {
      const { q, field, level, status, mine, cursor, limit } = request.query;
      const page = await listOutcomes(services, request.signedIn, {
        limit,
        ...(q === undefined ? {} : { q }),
        ...(field === undefined ? {} : { field }),
        ...(level === undefined ? {} : { level }),
        ...(status === undefined ? {} : { status }),
        ...(mine === undefined ? {} : { mine }),
        ...(cursor === undefined ? {} : { cursor }),
      });
      return { ...page, items: page.items.map(toView) };
    },
  );

  app.get(
    '/api/v1/outcomes/:code/:version',
    {
      schema: {
        tags,
        summary: 'Show one version of an outcome, with the others of its lineage',
        params: z.object({ code: z.string().max(100), version: z.string().regex(/^([1-9][0-9]{0,6}|unstated)$/) }),
        response: { 200: outcomeDetail },
      },
    },
    async (request) => {
      const { code, version } = request.params;
      const { versions, ...outcome } = await showOutcome(
        services,
        request.signedIn,
        code,
        version === 'unstated' ? null : Number(version),
      );
      return { ...toView(outcome), versions };
    },
  );

  app.get(
    '/api/v1/fields',
    {
      schema: {
        tags,
        summary: 'List NZQA’s 17 fields',
        response: { 200: z.object({ items: z.array(z.object({ slug: z.string(), en: z.string(), mi: z.string() })) }) },
      },
    },
    async () => ({ items: [...(await listFields(services))] }),
  );

  app.get(
    '/api/v1/catalogue/export',
    {
      schema: {
        tags,
        summary: 'Download the catalogue as one file (contracts 2b), or in the form of another register',
        querystring: z.object({ format: z.enum(['json', ...REGISTER_FORMATS]).default('json') }),
        produces: ['application/json'],
      },
    },
    async (request, reply) => {
      const actor: SignedIn | 'public' = request.signedIn ?? 'public';
      const { format } = request.query;
      const pieces = format === 'json' ? exportCatalogue(services, actor) : exportRegister(services, actor, format);
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="catalogue${format === 'json' ? '' : `-${format}`}.json"`)
        .send(Readable.from(pieces));
    },
  );

  app.get(
    '/api/v1/outcomes/checks',
    {
      schema: {
        tags,
        summary: 'List the listing checks, the same for every developer, each with its rule',
        response: { 200: z.object({ items: z.array(listingRule) }) },
      },
    },
    async () => ({ items: [...LISTING_RULES] }),
  );

  app.get(
    '/api/v1/outcomes/checks/developers',
    {
      schema: {
        tags,
        summary: 'Compare developers: of the outcomes that each answers for, how many pass each check today',
        response: { 200: developersView },
      },
    },
    async () => {
      const { asOf, developers } = await compareOutcomeDevelopers(services);
      return { asOf, developers: developers.map((one) => ({ ...one, passes: [...one.passes] })) };
    },
  );

  app.post(
    '/api/v1/outcomes/check',
    {
      schema: {
        tags,
        summary: 'Run the listing checks on a definition without keeping it',
        body: content.extend({ name: z.string().max(500).default(''), code: id.default('draft') }).meta({ id: 'OutcomeToCheck' }),
        response: { 200: z.object({ ready: z.boolean(), findings: z.array(finding) }) },
      },
    },
    async (request) => {
      const { ready, findings } = checkDraft(services, {
        ...request.body,
        id: request.body.code,
        version: 1,
        lineage: request.body.code,
        accredited: true,
        lastAssessment: null,
        size: null,
        creditBearing: true,
        levelLabel: null,
        developer: 'yours',
        status: 'draft',
        registered: null,
        replaces: null,
      });
      return { ready, findings: [...findings] };
    },
  );

  writingRoutes(app, services);
  deskRoutes(app, services);
  wordingRoutes(app, services);
}
