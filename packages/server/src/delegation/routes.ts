import type { FastifyRequest } from 'fastify';
import { deviceOf } from '../account/device.ts';
import { accountOf } from '../account/own.ts';
import { giveSession } from '../account/session.ts';
import { SERVICE_POLICY } from '../dispute/policy.ts';
import { paging } from '../http/paging.ts';
import { problem } from '../http/problem.ts';
import { type App, requireActor, requireInPerson, requireRole, type Routes, type SignedIn } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { z } from 'zod';
import { takeAuthority } from './accept.ts';
import { endAuthority, giveUp } from './end.ts';
import { giveOnEvidence, giveOwn } from './grant.ts';
import {
  codeBody,
  evidenceBody,
  givenView,
  heldView,
  idParams,
  made,
  ownBody,
  ownView,
  policyView,
  stewardView,
} from './schemas.ts';
import { DELEGATION_SENTENCES } from './sentences.ts';
import { stepBack, stepIn } from './step.ts';
import { listGiven, listHeld, listOwn } from './view.ts';

const tags = ['delegation'];
const OWN = '/api/v1/learners/me/delegations';
const HELD = '/api/v1/delegations';

/** Who acts for a learner: given by the learner or by a steward, taken by a code, ended at once. */
export const delegationRoutes: Routes = (app, services) => {
  addSentences(DELEGATION_SENTENCES);
  learnerRoutes(app, services);
  holderRoutes(app, services);
  stewardRoutes(app, services);
  stepRoutes(app, services);
};

/** A person as themself: not in a session that acts for somebody. */
function person(request: FastifyRequest): SignedIn & { readonly accountId: number } {
  const signedIn = requireActor(request, 'learner', 'provider', 'developer', 'employer', 'steward');
  if (signedIn.delegation !== undefined) throw problem('only-yourself', 403, 'Step back to yourself first.');
  return { ...signedIn, accountId: accountOf(signedIn) };
}

function learnerRoutes(app: App, services: Services): void {
  app.get(OWN, { schema: { tags, summary: 'Who may act for me', response: { 200: ownView } } }, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    return listOwn(services, requireInPerson(request));
  });
  app.post(
    OWN,
    {
      schema: {
        tags,
        summary: 'Name somebody who may act for me; their code is answered once',
        body: ownBody,
        response: { 201: givenView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store').code(201);
      return giveOwn(services, requireInPerson(request), request.body);
    },
  );
  app.post(
    `${OWN}/:id/ending`,
    { schema: { tags, summary: 'End an authority over me, at once', params: idParams, response: { 200: made } } },
    async (request) => endAuthority(services, requireInPerson(request), request.params.id),
  );
  app.get(
    '/api/v1/authorities',
    {
      schema: { tags, summary: 'Which authorities there are, and what a guardian is needed for', response: { 200: policyView } },
    },
    async () => ({
      age: SERVICE_POLICY.parameters.guardianAge.value,
      acts: SERVICE_POLICY.guardianActs.acts,
      agentDays: SERVICE_POLICY.parameters.agentDays.value,
      authorities: SERVICE_POLICY.authorities,
    }),
  );
}

function holderRoutes(app: App, services: Services): void {
  app.get(HELD, { schema: { tags, summary: 'For whom I may act', response: { 200: heldView } } }, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    return listHeld(services, person(request));
  });
  app.post(
    `${HELD}/acceptance`,
    { schema: { tags, summary: 'Take an authority by its code', body: codeBody, response: { 201: made } } },
    async (request, reply) => reply.code(201).send(await takeAuthority(services, person(request), request.body.code)),
  );
  app.post(
    `${HELD}/:id/giving-up`,
    { schema: { tags, summary: 'Give an authority up that I hold', params: idParams, response: { 200: made } } },
    async (request) => giveUp(services, person(request), request.params.id),
  );
}

function stewardRoutes(app: App, services: Services): void {
  app.get(
    `${HELD}/given`,
    {
      schema: {
        tags,
        summary: 'What stewards have given on evidence, the newest first',
        querystring: z.object(paging),
        response: { 200: stewardView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const { cursor, limit } = request.query;
      return listGiven(services, requireRole(request, ['steward'], 'steward'), cursor, limit);
    },
  );
  app.post(
    HELD,
    {
      schema: {
        tags,
        summary: 'Let a guardian, attorney or welfare guardian act for a learner, on evidence',
        body: evidenceBody,
        response: { 201: givenView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store').code(201);
      const { nsn, dateOfBirth, ...terms } = request.body;
      return giveOnEvidence(services, requireRole(request, ['steward'], 'steward'), { nsn, dateOfBirth }, terms);
    },
  );
  app.post(
    `${HELD}/:id/ending`,
    { schema: { tags, summary: 'End what a steward has given', params: idParams, response: { 200: made } } },
    async (request) => endAuthority(services, requireRole(request, ['steward'], 'steward'), request.params.id),
  );
}

function stepRoutes(app: App, services: Services): void {
  const secure = services.settings.url.startsWith('https:');
  const origin = new URL(services.settings.url).origin;
  app.post(
    `${HELD}/:id/session`,
    {
      schema: {
        tags,
        summary: 'Step in for a learner: this session acts for them from now on',
        params: idParams,
        response: { 200: made },
      },
    },
    async (request, reply) => {
      const token = await stepIn(services, person(request), request.params.id, deviceOf(request.headers['user-agent']));
      giveSession(reply, token, secure);
      return { id: request.params.id };
    },
  );
  app.post(
    '/api/v1/session/step-back',
    { schema: { tags, summary: 'Be myself again, at once', response: { 204: z.null() } } },
    async (request, reply) => {
      const delegate = requireActor(request, 'learner');
      giveSession(reply, await stepBack(services, delegate, deviceOf(request.headers['user-agent'])), secure);
      return reply.code(204).send(null);
    },
  );
  // The button of pages without JavaScript. It can only end a session's acting, and another site's form carries its own origin.
  app.post('/acting/end', { schema: { hide: true }, config: { csrf: false } }, async (request, reply) => {
    // A page that hands no address on sends no origin either; the browser still says that it is our own.
    const own = request.headers.origin === origin || request.headers['sec-fetch-site'] === 'same-origin';
    if (!own) throw problem('csrf-refused', 403, 'This request did not come from our pages.');
    if (request.signedIn?.delegation !== undefined)
      giveSession(reply, await stepBack(services, request.signedIn, deviceOf(request.headers['user-agent'])), secure);
    return reply.redirect('/account/acting', 303);
  });
}
