import { z } from 'zod';
import { accreditation, date, id, words } from '../catalogue/schema.ts';
import { cursorOf, paging, readCursor } from '../http/paging.ts';
import { type App, requireRole } from '../http/route.ts';
import type { Services } from '../services.ts';
import { addOrganisation, ORGANISATION_KINDS } from './add.ts';
import { accredit, close, endAccreditation, findOrganisation, rename } from './change.ts';
import { listOrganisations } from './list.ts';
import type { KeptOrganisation } from './queries.ts';

const tags = ['organisations'];
const params = z.object({ id });
const kind = z.enum(ORGANISATION_KINDS);
const done = z.object({ id: z.string() }).meta({ id: 'OrganisationChanged' });

const view = z
  .object({
    id: z.string(),
    kind: z.string(),
    name: z.string(),
    names: z.array(z.object({ name: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    providerNumber: z.string().nullable(),
    opened: z.string().nullable(),
    closed: z.string().nullable(),
    successor: z.string().nullable(),
    accreditations: z.array(accreditation),
  })
  .meta({ id: 'OrganisationView', description: 'An organisation with its names, its dated accreditations and who follows it.' });

function toView({ organisationId: _key, names, accreditations, ...rest }: KeptOrganisation) {
  return {
    ...rest,
    names: [...names],
    accreditations: accreditations.map(({ from, to, scope }) => ({ from, to, scope: [...scope] })),
  };
}

/** Reading organisations, open to everybody; and, for stewards, adding, naming, closing and accrediting them. */
export function organisationRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/organisations',
    {
      schema: {
        tags,
        summary: 'Search organisations by present or former name, id or provider number',
        querystring: z.object({ q: z.string().max(200).default(''), kind: kind.optional(), ...paging }),
        response: { 200: z.object({ items: z.array(view), next: z.string().nullable() }).meta({ id: 'OrganisationPage' }) },
      },
    },
    async (request) => {
      const { q, kind: asked, cursor, limit } = request.query;
      const [after] = readCursor(cursor, z.tuple([z.string()])) ?? [''];
      const { items, next } = await listOrganisations(services, { q, kind: asked ?? null, after, limit });
      return { items: items.map(toView), next: next === null ? null : cursorOf([next]) };
    },
  );

  app.get(
    '/api/v1/organisations/:id',
    {
      schema: {
        tags,
        summary: 'Show an organisation, under its name on a date',
        params,
        querystring: z.object({ on: date.optional() }),
        response: { 200: view },
      },
    },
    async (request) =>
      toView(
        await services.db.asPublic((tx) => findOrganisation(tx, request.params.id, request.query.on ?? services.clock.today())),
      ),
  );

  app.post(
    '/api/v1/organisations',
    {
      schema: {
        tags,
        summary: 'Add an organisation',
        body: z
          .object({
            id,
            kind,
            name: words.max(300),
            providerNumber: z
              .string()
              .regex(/^[0-9]{1,5}$/)
              .nullable()
              .default(null),
            opened: date.nullable().default(null),
          })
          .meta({ id: 'NewOrganisation' }),
        response: { 201: done },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await addOrganisation(services, requireRole(request, ['steward'], 'steward'), request.body)),
  );

  app.post(
    '/api/v1/organisations/:id/names',
    {
      schema: {
        tags,
        summary: 'Give an organisation another name from a date',
        params,
        body: z.object({ name: words.max(300), from: date }),
        response: { 200: done },
      },
    },
    async (request) =>
      rename(services, requireRole(request, ['steward'], 'steward'), request.params.id, request.body.name, request.body.from),
  );

  app.post(
    '/api/v1/organisations/:id/closure',
    {
      schema: {
        tags,
        summary: 'Close an organisation, naming who follows it',
        params,
        body: z.object({ closed: date, successor: id.nullable().default(null) }),
        response: { 200: done },
      },
    },
    async (request) =>
      close(
        services,
        requireRole(request, ['steward'], 'steward'),
        request.params.id,
        request.body.closed,
        request.body.successor,
      ),
  );

  app.post(
    '/api/v1/organisations/:id/accreditations',
    {
      schema: {
        tags,
        summary: 'Accredit an organisation, with consent to assess',
        params,
        body: accreditation.meta({ id: 'AccreditationToAdd' }),
        response: { 200: z.object({ id: z.string(), added: z.int() }) },
      },
    },
    async (request) => accredit(services, requireRole(request, ['steward'], 'steward'), request.params.id, request.body),
  );

  app.post(
    '/api/v1/organisations/:id/accreditations/end',
    {
      schema: {
        tags,
        summary: 'Put a last day on accreditations; they stay on record',
        params,
        body: z.object({ from: date, to: date }),
        response: { 200: z.object({ id: z.string(), ended: z.int() }) },
      },
    },
    async (request) =>
      endAccreditation(
        services,
        requireRole(request, ['steward'], 'steward'),
        request.params.id,
        request.body.from,
        request.body.to,
      ),
  );
}
