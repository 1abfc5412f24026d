import { FRAMEWORK_IDS } from '@recognition/recognition/frameworks';
import { z } from 'zod';
import { pageOf } from '../../http/paging.ts';
import { type App, requireLearner, requireRole } from '../../http/route.ts';
import { takeRecord } from '../../record/see-record.ts';
import type { Services } from '../../services.ts';
import { frameworkOr404 } from '../assess.ts';
import { casesOf } from '../cases.ts';
import { params } from '../schemas.ts';
import { bringContent } from './bring.ts';
import { unitForm } from './form.ts';
import { ownPathways } from './own-pathways.ts';
import {
  broughtView,
  caseList,
  definitionPage,
  definitionsQuery,
  definitionView,
  entryParams,
  ownPathwayList,
  programmeList,
  programmesQuery,
  rolePage,
  rolesQuery,
  roleView,
  sectorList,
  unitPage,
  unitsQuery,
} from './schemas.ts';
import { sectorsOf } from './sectors.ts';
import { entriesOf, from, placeOf, seeDefinition, seeDefinitions, seeJobRole, seeJobRoles, seeProgrammes } from './see.ts';

const tags = ['Frameworks'];

/** What a framework is filled with, open to everybody; a learner's own way through it; and filling it, for stewards. */
export function contentRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/frameworks/:framework/sectors',
    { schema: { tags, summary: 'What a framework is filled with, by sector', params, response: { 200: sectorList } } },
    async ({ params: { framework } }) => {
      frameworkOr404(framework);
      return { items: [...(await sectorsOf(services, framework))] };
    },
  );

  app.get(
    '/api/v1/frameworks/:framework/definitions',
    {
      schema: {
        tags,
        summary: 'Awards that are made of named parts',
        params,
        querystring: definitionsQuery,
        response: { 200: definitionPage },
      },
    },
    async ({ params: { framework }, query }) => {
      const page = await seeDefinitions(services, framework, query);
      return { items: [...page.items], next: page.next };
    },
  );

  app.get(
    '/api/v1/frameworks/:framework/definitions/:id',
    {
      schema: {
        tags,
        summary: 'One award, all that it leads to and is made of',
        params: entryParams,
        response: { 200: definitionView },
      },
    },
    async ({ params: { framework, id } }) => seeDefinition(services, framework, id),
  );

  app.get(
    '/api/v1/frameworks/:framework/units',
    { schema: { tags, summary: 'Units and skills', params, querystring: unitsQuery, response: { 200: unitPage } } },
    async ({ params: { framework }, query }) => {
      const rows = await entriesOf(services, framework, 'unit', query, query.kind);
      const page = pageOf(rows, query.limit, (row) => ({ ...unitForm.parse(row.document), ...from(row) }), placeOf);
      return { items: [...page.items], next: page.next };
    },
  );

  app.get(
    '/api/v1/frameworks/:framework/job-roles',
    {
      schema: { tags, summary: 'Job roles of a sector and track', params, querystring: rolesQuery, response: { 200: rolePage } },
    },
    async ({ params: { framework }, query }) => {
      const page = await seeJobRoles(services, framework, query);
      return { items: [...page.items], next: page.next };
    },
  );

  app.get(
    '/api/v1/frameworks/:framework/job-roles/:id',
    {
      schema: {
        tags,
        summary: 'One job role: its work functions, tasks and skills',
        params: entryParams,
        response: { 200: roleView },
      },
    },
    async ({ params: { framework, id } }) => seeJobRole(services, framework, id),
  );

  app.get(
    '/api/v1/frameworks/:framework/programmes',
    {
      schema: {
        tags,
        summary: 'Programmes of a sector, for one audience',
        params,
        querystring: programmesQuery,
        response: { 200: programmeList },
      },
    },
    async ({ params: { framework }, query }) => ({ items: [...(await seeProgrammes(services, framework, query))] }),
  );

  app.get(
    '/api/v1/frameworks/:framework/cases',
    { schema: { tags, summary: 'Worked cases, each with the rule that it tests', params, response: { 200: caseList } } },
    async ({ params: { framework } }) => {
      const { id } = frameworkOr404(framework);
      const known = FRAMEWORK_IDS.find((one) => one === id);
      return { items: known === undefined ? [] : (await casesOf(known)).map((one) => ({ ...one })) };
    },
  );

  app.get(
    '/api/v1/learners/me/frameworks',
    {
      schema: {
        tags,
        summary: 'My way through each framework: what I hold, what it already gives me, what is missing',
        response: { 200: ownPathwayList },
      },
    },
    async (request, reply) => {
      const { acting } = requireLearner(request);
      void reply.header('cache-control', 'no-store');
      const items = await ownPathways(services, await takeRecord(services, acting));
      return ownPathwayList.parse({ asOf: services.clock.today(), items });
    },
  );

  app.post(
    '/api/v1/frameworks/:framework/content',
    {
      schema: {
        tags,
        summary: 'Fill a framework with units, definitions, job roles and programmes (stewards)',
        params,
        body: z.record(z.string(), z.unknown()).meta({ description: 'FrameworkContent: `docs/reference/framework-content.md`.' }),
        response: { 200: broughtView },
      },
    },
    async (request) => {
      const actor = requireRole(request, ['steward'], 'steward');
      return bringContent(services, actor, { ...request.body, framework: request.params.framework });
    },
  );
}
