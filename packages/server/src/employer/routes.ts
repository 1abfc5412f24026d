import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type App, requireActor, requireRole, type Routes, type SignedIn } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { openedView } from '../sharing/index.ts';
import { answerPackage, askForPackage, listPackages } from './packages.ts';
import { forgetLink, keepLink, listLinks, openLink } from './links.ts';
import { addRole, changeRole, listRoles, putAway, seeRole } from './roles.ts';
import {
  idParams,
  linkBody,
  linkList,
  made,
  openingBody,
  packageBody,
  packageList,
  packages,
  packageView,
  roleBody,
  roleChange,
  roleList,
  roleView,
  wordsBody,
} from './schemas.ts';
import { EMPLOYER_SENTENCES } from './sentences.ts';
import { employer, writer } from './who.ts';

const tags = ['employers'];

/** An employer's workspace: roles described by skills, and packages asked of providers. */
export const employerRoutes: Routes = (app, services) => {
  addSentences(EMPLOYER_SENTENCES);
  roleRoutes(app, services);
  linkRoutes(app, services);
  packageRoutes(app, services);
};

/** Staff of the provider who answer for what it teaches, or the employer who asked. */
function party(request: FastifyRequest): SignedIn {
  const signedIn = requireActor(request, 'employer', 'provider');
  return signedIn.kind === 'employer' ? employer(request) : requireRole(request, ['provider'], 'registrar', 'administrator');
}

/** The same, who may also write in the name of their side. */
function speaker(request: FastifyRequest): SignedIn {
  const signedIn = party(request);
  return signedIn.kind === 'employer' ? writer(request) : signedIn;
}

function roleRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/employers/me/roles',
    { schema: { tags, summary: 'My roles, each described by its skills', response: { 200: roleList } } },
    async (request) => ({ items: await listRoles(services, employer(request)) }),
  );
  app.post(
    '/api/v1/employers/me/roles',
    { schema: { tags, summary: 'Describe a role by its skills', body: roleBody, response: { 201: made } } },
    async (request, reply) => reply.code(201).send(await addRole(services, writer(request), request.body)),
  );
  app.get(
    '/api/v1/employers/me/roles/:id',
    { schema: { tags, summary: 'One of my roles', params: idParams, response: { 200: roleView } } },
    async (request) => seeRole(services, employer(request), request.params.id),
  );
  app.put(
    '/api/v1/employers/me/roles/:id',
    {
      schema: {
        tags,
        summary: 'Change a role; 409 with the newer text when somebody else has',
        params: idParams,
        body: roleChange,
        response: { 200: roleView },
      },
    },
    async (request) => changeRole(services, writer(request), request.params.id, request.body),
  );
  for (const [word, away] of [
    ['archive', true],
    ['restoration', false],
  ] as const) {
    app.post(
      `/api/v1/employers/me/roles/:id/${word}`,
      {
        schema: { tags, summary: away ? 'Put a role away' : 'Bring a role back', params: idParams, response: { 200: roleView } },
      },
      async (request) => putAway(services, writer(request), request.params.id, away),
    );
  }
}

function linkRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/employers/me/links',
    { schema: { tags, summary: 'The links that people gave to us', response: { 200: linkList } } },
    async (request) => ({ items: await listLinks(services, employer(request)) }),
  );
  app.post(
    '/api/v1/employers/me/links',
    { schema: { tags, summary: 'Keep a link that somebody gave to us', body: linkBody, response: { 201: made } } },
    async (request, reply) => reply.code(201).send(await keepLink(services, writer(request), request.body)),
  );
  app.post(
    '/api/v1/employers/me/links/:id/opening',
    {
      schema: {
        tags,
        summary: 'What a kept link shows now; whoever gave it sees that it was opened',
        params: idParams,
        body: openingBody,
        response: { 200: openedView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return openLink(services, employer(request), request.params.id, request.body.pin);
    },
  );
  app.delete(
    '/api/v1/employers/me/links/:id',
    { schema: { tags, summary: 'Let go of a link', params: idParams, response: { 204: z.null() } } },
    async (request, reply) => {
      await forgetLink(services, writer(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}

function packageRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/packages/requests',
    {
      schema: {
        tags,
        summary: 'Packages that I asked for as an employer, or am asked for as a provider',
        querystring: packageList,
        response: { 200: packages },
      },
    },
    async (request) => ({ items: await listPackages(services, party(request), request.query.state) }),
  );
  app.post(
    '/api/v1/packages/requests',
    { schema: { tags, summary: 'Ask a provider for a package made for a need', body: packageBody, response: { 201: made } } },
    async (request, reply) => reply.code(201).send(await askForPackage(services, writer(request), request.body)),
  );
  app.post(
    '/api/v1/packages/requests/:id/words',
    {
      schema: { tags, summary: 'Say something of a request', params: idParams, body: wordsBody, response: { 200: packageView } },
    },
    async (request) => answerPackage(services, speaker(request), request.params.id, 'said', request.body.words),
  );
  for (const [word, kind, summary] of [
    ['offer', 'offered', 'Offer a package, as the provider who was asked'],
    ['refusal', 'declined', 'Decline a request, as the provider who was asked'],
  ] as const) {
    app.post(
      `/api/v1/packages/requests/:id/${word}`,
      { schema: { tags, summary, params: idParams, body: wordsBody, response: { 200: packageView } } },
      async (request) => {
        const by = requireRole(request, ['provider'], 'registrar', 'administrator');
        return answerPackage(services, by, request.params.id, kind, request.body.words);
      },
    );
  }
  app.post(
    '/api/v1/packages/requests/:id/withdrawal',
    { schema: { tags, summary: 'Take a request back', params: idParams, body: wordsBody, response: { 200: packageView } } },
    async (request) => answerPackage(services, writer(request), request.params.id, 'taken-back', request.body.words),
  );
}
