import { REGIONS, TOWNS } from '@recognition/recognition/places';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { paging } from '../http/paging.ts';
import { problem } from '../http/problem.ts';
import { type App, requireRole, type Routes, type SignedIn } from '../http/route.ts';
import { addSentences, sentenceOf } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { basketRoutes } from './basket/routes.ts';
import { findOfferings, listOwnOfferings, ownOf, showOffering, showOwnOffering } from './find.ts';
import {
  changeOffering,
  type ForProvider,
  publishOffering,
  publishOfferings,
  setPlacesLeft,
  withdrawOffering,
} from './publish.ts';
import {
  audience,
  batchAnswer,
  batchBody,
  delivery,
  idParams,
  offeringBody,
  offeringChange,
  offeringView,
  ownOffering,
  ownOfferings,
  placesBody,
  placesView,
  taughtIn,
  town,
} from './schemas.ts';
import { OFFERING_SENTENCES } from './sentences.ts';
import { searchCatalogue } from './shelf/page.ts';
import { searchQuery, shelfPage } from './shelf/schemas.ts';

const tags = ['offerings'];

/** What can be learnt, where, when and for how much; and baskets of it. */
export const offeringRoutes: Routes = (app, services) => {
  addSentences(OFFERING_SENTENCES);
  openRoutes(app, services);
  providerRoutes(app, services);
  basketRoutes(app, services);
};

/** Staff of a provider who answer for what it offers. */
export function staff(request: FastifyRequest): SignedIn & ForProvider {
  const signedIn = requireRole(request, ['provider'], 'registrar', 'administrator');
  if (signedIn.organisationId === null) throw problem('not-your-door', 403, 'Your sign-in does not open this.');
  return { ...signedIn, organisationId: signedIn.organisationId };
}

function openRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/catalogue/search',
    {
      schema: {
        tags,
        summary: 'Search what can be learnt, with every facet counted; open to everybody',
        querystring: searchQuery,
        response: { 200: shelfPage },
      },
    },
    async (request) => searchCatalogue(services, request.query),
  );
  app.get(
    '/api/v1/places',
    {
      schema: {
        tags,
        summary: 'The regions and towns of New Zealand in which learning is offered',
        response: { 200: placesView },
      },
    },
    async () => ({ regions: REGIONS.map((region) => ({ ...region })), towns: TOWNS.map((one) => ({ ...one })) }),
  );
  app.get(
    '/api/v1/offerings',
    {
      schema: {
        tags,
        summary: 'Open offerings, the nearest first where a town is named, else the soonest; open to everybody',
        querystring: z.object({
          outcome: z.string().max(64).optional().meta({ description: 'The id or lineage of an outcome.' }),
          provider: z.string().max(64).optional(),
          near: town.optional(),
          km: z.coerce.number().int().min(1).max(2000).default(30),
          from: z.iso.date().optional(),
          to: z.iso.date().optional(),
          delivery: delivery.optional(),
          language: taughtIn.optional(),
          audience: audience.optional(),
          mostCents: z.coerce.number().int().min(0).optional(),
          placesLeft: z.stringbool().default(false),
        }),
        response: { 200: z.object({ items: z.array(offeringView) }) },
      },
    },
    async (request) => {
      const { outcome, near, km, delivery: how, ...rest } = request.query;
      const items = await findOfferings(services, {
        ...rest,
        outcomes: outcome === undefined ? undefined : [outcome],
        near: near === undefined ? undefined : { town: near, km },
        delivery: how === undefined ? undefined : [how],
      });
      return { items: [...items] };
    },
  );
  app.get(
    '/api/v1/offerings/:id',
    { schema: { tags, summary: 'One open offering', params: idParams, response: { 200: offeringView } } },
    async (request) => showOffering(services, Number(request.params.id)),
  );
}

function providerRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/providers/me/offerings',
    {
      schema: {
        tags,
        summary: 'What my organisation offers and offered',
        querystring: z.object(paging),
        response: { 200: ownOfferings },
      },
    },
    async (request) => listOwnOfferings(services, staff(request), request.query),
  );
  app.post(
    '/api/v1/providers/me/offerings',
    {
      schema: {
        tags,
        summary: 'Publish an offering; the same reference again publishes nothing more',
        body: offeringBody,
        response: { 201: ownOffering },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await ownOf(services, await publishOffering(services, staff(request), request.body))),
  );
  app.post(
    '/api/v1/providers/me/offerings/batch',
    {
      schema: {
        tags,
        summary: 'Publish up to 500 offerings, with an answer for each',
        body: batchBody,
        response: { 200: batchAnswer },
      },
    },
    async (request) => {
      const answers = await publishOfferings(services, staff(request), request.body.items);
      return {
        items: answers.map((one) =>
          one.ok
            ? { reference: one.offering.reference, id: String(one.offering.id), code: null, message: null }
            : {
                reference: one.reference,
                id: null,
                code: one.code,
                message: sentenceOf(one.code, one.message)[request.language],
              },
        ),
      };
    },
  );
  app.get(
    '/api/v1/providers/me/offerings/:id',
    { schema: { tags, summary: 'One of my organisation’s offerings', params: idParams, response: { 200: ownOffering } } },
    async (request) => showOwnOffering(services, staff(request), Number(request.params.id)),
  );
  app.put(
    '/api/v1/providers/me/offerings/:id',
    {
      schema: {
        tags,
        summary: 'Change an offering; 409 when somebody else has meanwhile. One that was withdrawn is published again',
        params: idParams,
        body: offeringChange,
        response: { 200: ownOffering },
      },
    },
    async (request) => ownOf(services, await changeOffering(services, staff(request), Number(request.params.id), request.body)),
  );
  app.put(
    '/api/v1/providers/me/offerings/:id/places',
    {
      schema: {
        tags,
        summary: 'Say how many places are left',
        params: idParams,
        body: placesBody,
        response: { 200: ownOffering },
      },
    },
    async (request) =>
      ownOf(services, await setPlacesLeft(services, staff(request), Number(request.params.id), request.body.left)),
  );
  app.post(
    '/api/v1/providers/me/offerings/:id/withdrawal',
    { schema: { tags, summary: 'Take an offering from the catalogue', params: idParams, response: { 200: ownOffering } } },
    async (request) => ownOf(services, await withdrawOffering(services, staff(request), Number(request.params.id))),
  );
}
