import type { FastifyRequest } from 'fastify';
import { problem } from '../http/problem.ts';
import { requireActor, requireRole, type Routes, type SignedIn } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import { act, propose } from './act.ts';
import type { Party } from './party.ts';
import {
  actBody,
  changeBody,
  courseList,
  coursePackageList,
  coursePackageView,
  courseQuery,
  draftBody,
  idParams,
  made,
  newPackage,
  proposalBody,
} from './schemas.ts';
import { coursesForPackage, listCoursePackages, seeCoursePackage } from './see.ts';
import { COURSE_PACKAGE_SENTENCES } from './sentences.ts';
import { openForRequest, openForRole, saveDraft } from './write.ts';

const tags = ['packages'];

function partyOf({ acting, actor, kind, organisationId }: SignedIn): Party {
  if (organisationId === null) throw problem('not-your-door', 403, 'Your sign-in does not open this.');
  return { side: kind === 'employer' ? 'employer' : 'provider', acting, actor, organisationId };
}

/** Whoever may read: the employer's people, and those of the provider who answer for what it teaches. */
function reader(request: FastifyRequest): Party {
  const signedIn = requireActor(request, 'employer', 'provider');
  return partyOf(signedIn.kind === 'employer' ? signedIn : requireRole(request, ['provider'], 'registrar', 'administrator'));
}

const provider = (request: FastifyRequest): Party => partyOf(requireRole(request, ['provider'], 'registrar', 'administrator'));
const employer = (request: FastifyRequest): Party => partyOf(requireRole(request, ['employer'], 'administrator', 'registrar'));

/** Packages of courses for one employer: composed and proposed by a provider, read and agreed by the employer. */
export const coursePackageRoutes: Routes = (app, services) => {
  addSentences(COURSE_PACKAGE_SENTENCES);
  app.get(
    '/api/v1/packages',
    {
      schema: {
        tags,
        summary: 'Packages of courses: those made for me as an employer, or by me as a provider',
        response: { 200: coursePackageList },
      },
    },
    async (request) => ({ items: await listCoursePackages(services, reader(request)) }),
  );
  app.post(
    '/api/v1/packages',
    {
      schema: {
        tags,
        summary: 'Open a package, for a request or for a job role of an employer; a request has one at a time',
        body: newPackage,
        response: { 201: made },
      },
    },
    async (request, reply) => {
      const by = provider(request);
      const { body } = request;
      return reply
        .code(201)
        .send('request' in body ? await openForRequest(services, by, body.request) : await openForRole(services, by, body));
    },
  );
  app.get(
    '/api/v1/packages/:id',
    {
      schema: {
        tags,
        summary: 'One package with its versions, what either party did, and its courses as they are today',
        params: idParams,
        response: { 200: coursePackageView },
      },
    },
    async (request) => seeCoursePackage(services, reader(request), request.params.id),
  );
  app.get(
    '/api/v1/packages/:id/courses',
    {
      schema: {
        tags,
        summary:
          'Courses that its provider may put in a package; without words, those that give the most of the skills asked for',
        params: idParams,
        querystring: courseQuery,
        response: { 200: courseList },
      },
    },
    async (request) => ({
      items: await coursesForPackage(services, provider(request), request.params.id, request.query.q),
    }),
  );
  app.put(
    '/api/v1/packages/:id/draft',
    {
      schema: {
        tags,
        summary: 'Keep what is written of a package; 409 with the newer text when a colleague has changed it',
        params: idParams,
        body: draftBody,
        response: { 200: coursePackageView },
      },
    },
    async (request) => saveDraft(services, provider(request), request.params.id, request.body),
  );
  app.post(
    '/api/v1/packages/:id/proposal',
    {
      schema: {
        tags,
        summary: 'Propose the draft as the next version; 422 with what stands in the way',
        params: idParams,
        body: proposalBody,
        response: { 200: coursePackageView },
      },
    },
    async (request) => propose(services, provider(request), request.params.id, request.body),
  );
  app.post(
    '/api/v1/packages/:id/change-request',
    {
      schema: {
        tags,
        summary: 'Ask the provider to change the version that was read',
        params: idParams,
        body: changeBody,
        response: { 200: coursePackageView },
      },
    },
    async (request) => act(services, employer(request), request.params.id, 'change-asked', request.body),
  );
  for (const [word, kind, summary] of [
    ['agreement', 'agreed', 'Agree to the version that was read; refused while a course of it is withdrawn'],
    ['refusal', 'declined', 'Decline the package'],
  ] as const) {
    app.post(
      `/api/v1/packages/:id/${word}`,
      { schema: { tags, summary, params: idParams, body: actBody, response: { 200: coursePackageView } } },
      async (request) => act(services, employer(request), request.params.id, kind, request.body),
    );
  }
  app.post(
    '/api/v1/packages/:id/withdrawal',
    {
      schema: {
        tags,
        summary: 'Withdraw a package that is not agreed, as its provider',
        params: idParams,
        body: actBody,
        response: { 200: coursePackageView },
      },
    },
    async (request) => act(services, provider(request), request.params.id, 'withdrawn', request.body),
  );
};
