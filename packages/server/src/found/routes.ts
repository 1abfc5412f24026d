import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireAge } from '../delegation/authority.ts';
import { employer, writer } from '../employer/who.ts';
import { type App, requireInPerson, type Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { acceptApproach, declineApproach } from './answer.ts';
import { approachPeople, listApproaches } from './approach.ts';
import { beFound, endFound, type Learner, previewFound, seeFound } from './profile.ts';
import {
  acceptanceBody,
  accepted,
  approachBody,
  approachList,
  foundGroups,
  idParams,
  made,
  ownFound,
  preview,
  previewBody,
  profileBody,
  searchBody,
} from './schemas.ts';
import { searchPeople } from './search.ts';
import { FOUND_SENTENCES } from './sentences.ts';

/** Being found by skills and region: anonymous until one accepts. */
export const foundRoutes: Routes = (app, services) => {
  addSentences(FOUND_SENTENCES);
  learnerRoutes(app, services);
  answerRoutes(app, services);
  employerRoutes(app, services);
};

/** Only a learner themself, and of an age to share, may be found. */
async function ofAge(services: Services, request: FastifyRequest): Promise<Learner> {
  const learner = requireInPerson(request);
  await requireAge(services, learner, 'share');
  return learner;
}

function learnerRoutes(app: App, services: Services): void {
  const tags = ['sharing'];
  app.get(
    '/api/v1/learners/me/found',
    {
      schema: {
        tags,
        summary: 'How I may be found, who searched for people like me, and who approached me',
        response: { 200: ownFound },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return seeFound(services, requireInPerson(request));
    },
  );
  app.put(
    '/api/v1/learners/me/found',
    {
      schema: {
        tags,
        summary: 'Let employers find me by skills and region, or change how',
        body: profileBody,
        response: { 200: ownFound },
      },
    },
    async (request) => {
      const learner = await ofAge(services, request);
      await beFound(services, learner, request.body);
      return seeFound(services, learner);
    },
  );
  app.delete(
    '/api/v1/learners/me/found',
    { schema: { tags, summary: 'Be found no more, at once', response: { 204: z.null() } } },
    async (request, reply) => {
      await endFound(services, requireInPerson(request));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/learners/me/found/preview',
    { schema: { tags, summary: 'What an employer would see', body: previewBody, response: { 200: preview } } },
    async (request) => previewFound(services, await ofAge(services, request), request.body),
  );
}

function answerRoutes(app: App, services: Services): void {
  const tags = ['sharing'];
  app.post(
    '/api/v1/learners/me/found/approaches/:id/acceptance',
    {
      schema: {
        tags,
        summary: 'Accept an approach: a link is made for this employer',
        params: idParams,
        body: acceptanceBody,
        response: { 200: accepted },
      },
    },
    async (request) => acceptApproach(services, await ofAge(services, request), request.params.id, request.body),
  );
  app.post(
    '/api/v1/learners/me/found/approaches/:id/refusal',
    {
      schema: {
        tags,
        summary: 'Decline an approach; the employer is told nothing',
        params: idParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await declineApproach(services, requireInPerson(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}

function employerRoutes(app: App, services: Services): void {
  const tags = ['employers'];
  app.post(
    '/api/v1/employers/me/people',
    {
      schema: {
        tags,
        summary: 'Search among people who chose to be found: groups of people who look the same, none of fewer than five',
        body: searchBody,
        response: { 200: foundGroups },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return { groups: await searchPeople(services, employer(request), request.body) };
    },
  );
  app.get(
    '/api/v1/employers/me/approaches',
    { schema: { tags, summary: 'Whom we asked, and who accepted', response: { 200: approachList } } },
    async (request) => ({ items: await listApproaches(services, employer(request)) }),
  );
  app.post(
    '/api/v1/employers/me/approaches',
    { schema: { tags, summary: 'Ask people of a group whether they would talk', body: approachBody, response: { 201: made } } },
    async (request, reply) => reply.code(201).send(await approachPeople(services, writer(request), request.body)),
  );
}
