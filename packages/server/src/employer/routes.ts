import type { FastifyRequest } from 'fastify';
import { problem } from '../http/problem.ts';
import { type App, requireActor, requireRole, type Routes, type SignedIn } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { answerPackage, askForPackage, listPackages } from './packages.ts';
import { addRole, changeRole, type Employer, listRoles, putAway, seeRole } from './roles.ts';
import {
  idParams,
  made,
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

const tags = ['employers'];

/** An employer's workspace: roles described by skills, and packages asked of providers. */
export const employerRoutes: Routes = (app, services) => {
  addSentences(EMPLOYER_SENTENCES);
  roleRoutes(app, services);
  packageRoutes(app, services);
};

function employer(request: FastifyRequest): Employer {
  const signedIn = requireActor(request, 'employer');
  if (signedIn.organisationId === null) throw problem('not-your-door', 403, 'Your sign-in does not open this.');
  return { ...signedIn, organisationId: signedIn.organisationId };
}

/** Staff of the provider who answer for what it teaches, or the employer who asked. */
function party(request: FastifyRequest): SignedIn {
  const signedIn = requireActor(request, 'employer', 'provider');
  return signedIn.kind === 'employer' ? employer(request) : requireRole(request, ['provider'], 'registrar', 'administrator');
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
    async (request, reply) => reply.code(201).send(await addRole(services, employer(request), request.body)),
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
    async (request) => changeRole(services, employer(request), request.params.id, request.body),
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
      async (request) => putAway(services, employer(request), request.params.id, away),
    );
  }
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
    async (request, reply) => reply.code(201).send(await askForPackage(services, employer(request), request.body)),
  );
  app.post(
    '/api/v1/packages/requests/:id/words',
    {
      schema: { tags, summary: 'Say something of a request', params: idParams, body: wordsBody, response: { 200: packageView } },
    },
    async (request) => answerPackage(services, party(request), request.params.id, 'said', request.body.words),
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
    async (request) => answerPackage(services, employer(request), request.params.id, 'taken-back', request.body.words),
  );
}
