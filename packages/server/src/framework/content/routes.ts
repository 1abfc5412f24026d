import { FRAMEWORK_IDS, programmesFor } from '@recognition/recognition/frameworks';
import { z } from 'zod';
import { pageOf, readCursor } from '../../http/paging.ts';
import { problem } from '../../http/problem.ts';
import { type App, requireLearner, requireRole } from '../../http/route.ts';
import type { Services } from '../../services.ts';
import { frameworkOr404 } from '../assess.ts';
import { casesOf } from '../cases.ts';
import { params } from '../schemas.ts';
import { bringContent } from './bring.ts';
import { around, keptDefinitions, namesOf } from './definitions.ts';
import { jobRoleForm, programmeForm, unitForm } from './form.ts';
import { ownPathways } from './own-pathways.ts';
import { type EntryKind, type EntryRow, listEntries, readEntry } from './queries.ts';
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

const tags = ['Frameworks'];
const PLACE = z.tuple([z.string(), z.string()]);
const placeOf = (row: EntryRow): readonly [string, string] => [row.title, row.entry_id];
const from = ({ origin, invented }: EntryRow) => ({ origin, invented });

/** What a framework is filled with, open to everybody; a learner's own way through it; and filling it, for stewards. */
export function contentRoutes(app: App, services: Services): void {
  const list = (
    framework: string,
    kind: EntryKind,
    query: {
      readonly sector?: string | undefined;
      readonly q?: string | undefined;
      readonly cursor?: string | undefined;
      readonly limit: number;
    },
    place?: string,
  ): Promise<EntryRow[]> => {
    frameworkOr404(framework);
    const { sector, q, cursor, limit } = query;
    return services.db.asPublic((tx) =>
      listEntries(tx, framework, { kind, sector, place, q, after: readCursor(cursor, PLACE), limit }),
    );
  };
  const entryOr404 = async (framework: string, kind: EntryKind, id: string): Promise<EntryRow> => {
    frameworkOr404(framework);
    const found = await services.db.asPublic((tx) => readEntry(tx, framework, kind, id));
    if (found === null) throw problem('unknown-entry', 404, 'The framework has nothing of this name.');
    return found;
  };

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
      const rows = await list(framework, 'definition', query, query.award);
      const parts = z.object({ parts: z.array(z.unknown()) });
      const item = (row: EntryRow) => ({
        id: row.entry_id,
        title: row.title,
        award: row.place ?? '',
        sector: row.sector,
        parts: parts.parse(row.document).parts.length,
        ...from(row),
      });
      const page = pageOf(rows, query.limit, item, placeOf);
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
    async ({ params: { framework, id } }) => {
      const row = await entryOr404(framework, 'definition', id);
      const kept = (await keptDefinitions(services))(framework);
      const definitions = around(kept.definitions, new Set([id]));
      return { id, definitions: [...definitions], names: await namesOf(services, kept, definitions), ...from(row) };
    },
  );

  app.get(
    '/api/v1/frameworks/:framework/units',
    { schema: { tags, summary: 'Units and skills', params, querystring: unitsQuery, response: { 200: unitPage } } },
    async ({ params: { framework }, query }) => {
      const rows = await list(framework, 'unit', query, query.kind);
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
      const rows = await list(framework, 'job-role', query, query.track);
      const item = (row: EntryRow) => ({ id: row.entry_id, title: row.title, sector: row.sector ?? '', track: row.place ?? '' });
      const page = pageOf(rows, query.limit, item, placeOf);
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
    async ({ params: { framework, id } }) => {
      const row = await entryOr404(framework, 'job-role', id);
      return { ...jobRoleForm.parse(row.document), ...from(row) };
    },
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
    async ({ params: { framework }, query: { sector, audience } }) => {
      const rows = await list(framework, 'programme', { sector, limit: 1000 });
      const all = rows.map((row) => ({ ...programmeForm.parse(row.document), ...from(row) }));
      if (audience === undefined) return { items: all };
      const shown = new Set(programmesFor(all, sector, audience).map(({ id }) => id));
      return { items: all.filter(({ id }) => shown.has(id)) };
    },
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
      return ownPathwayList.parse({ asOf: services.clock.today(), items: await ownPathways(services, acting) });
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
