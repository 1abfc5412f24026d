import { z } from 'zod';
import { id } from '../catalogue/schema.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { paging } from '../http/paging.ts';
import { requireLearner, type Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import { compareDevelopers } from './developers.ts';
import { factsOf, findParts } from './facts.ts';
import { checkDocument, listChecks, listDefinitions, listMicroCredentials, showMicroCredential } from './list.ts';
import { checkBody, checked, checks, definitions, detail, developers, page, partFacts, standing } from './schemas.ts';
import { microCredentialSentences } from './sentences.ts';
import { standingOf } from './standing.ts';
import { writingRoutes } from './writing-routes.ts';

const tags = ['micro-credentials'];
const params = z.object({ code: id.max(56), version: z.coerce.number().int().min(1).max(1_000_000) });

/** Reading micro-credentials and checking them, open to everybody; and by `writing-routes.ts`, writing and listing them. */
export const microCredentialRoutes: Routes = (app, services) => {
  addSentences(microCredentialSentences);

  app.get(
    '/api/v1/micro-credentials',
    {
      schema: {
        tags,
        summary: 'Search listed micro-credentials by words, part and developer',
        querystring: z.object({
          q: z.string().max(200).optional(),
          part: id.optional().meta({ description: 'The lineage of an outcome or a standard that it is made of.' }),
          developer: id.optional(),
          ...paging,
        }),
        response: { 200: page },
      },
    },
    async (request) => {
      const { items, next } = await listMicroCredentials(services, request.query);
      return { items: [...items], next };
    },
  );

  app.get(
    '/api/v1/micro-credentials/:code/:version',
    { schema: { tags, summary: 'Show one version of a micro-credential', params, response: { 200: detail } } },
    async (request) => showMicroCredential(services, request.signedIn, request.params.code, request.params.version),
  );

  app.get(
    '/api/v1/micro-credentials/:code/:version/standing',
    {
      schema: { tags, summary: 'Show which of its parts you hold, as a learner, and why', params, response: { 200: standing } },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return standingOf(services, requireLearner(request), request.params.code, request.params.version);
    },
  );

  app.get(
    '/api/v1/micro-credentials/checks',
    {
      schema: {
        tags,
        summary: 'List the checks of a micro-credential, the same for every developer, each with its rule',
        querystring: z.object({
          version: z
            .string()
            .max(20)
            .optional()
            .meta({ description: 'Of the rule, such as 2018.1; the one in force today when left out.' }),
        }),
        response: { 200: checks },
      },
    },
    async (request) => listChecks(services, request.query.version),
  );

  app.get(
    '/api/v1/micro-credentials/checks/developers',
    {
      schema: {
        tags,
        summary: 'Compare developers: of what each has listed, how many pass each check today',
        response: { 200: developers },
      },
    },
    async () => compareDevelopers(services),
  );

  app.post(
    '/api/v1/micro-credentials/check',
    {
      schema: {
        tags,
        summary: 'Run the checks on a micro-credential without keeping it, under the rule of today or of another day',
        body: checkBody,
        response: { 200: checked },
      },
    },
    async (request) => {
      const { code, developer, asOf, version, ...written } = request.body;
      return checkDocument(services, {
        code,
        developer,
        content: written,
        ...(asOf === undefined ? {} : { asOf }),
        ...(version === undefined ? {} : { version }),
      });
    },
  );

  app.get(
    '/api/v1/micro-credentials/parts',
    {
      schema: {
        tags,
        summary: 'Find outcomes and standards that a micro-credential may be made of, by words or by lineage',
        querystring: z.object({
          q: z.string().max(200).default(''),
          ref: id.optional(),
          limit: z.coerce.number().int().min(1).max(50).default(20),
        }),
        response: { 200: z.object({ items: z.array(partFacts) }) },
      },
    },
    async (request) => {
      const { q, ref, limit } = request.query;
      const found =
        ref === undefined
          ? await findParts(services, q, limit)
          : factsOf(await loadSnapshot(services), [ref], services.clock.today());
      return { items: found.map((one) => ({ ...one, excludes: [...one.excludes], within: [...one.within] })) };
    },
  );

  app.get(
    '/api/v1/micro-credentials/definitions',
    {
      schema: {
        tags,
        summary: 'List every listed micro-credential in the engine’s form: what overlaps are measured against',
        querystring: z.object({ except: id.optional().meta({ description: 'A code whose versions are left out.' }) }),
        response: { 200: definitions },
      },
    },
    async (request) => ({ items: await listDefinitions(services, request.query.except ?? null) }),
  );

  writingRoutes(app, services);
};
