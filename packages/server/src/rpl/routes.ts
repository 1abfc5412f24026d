import { z } from 'zod';
import { sendContent } from '../evidence/routes.ts';
import { readCursor } from '../http/paging.ts';
import { type App, requireAct, requireLearner, type Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { appealDecision } from './appeal.ts';
import { answerQuestion, endRplConsent, sendApplication, withdrawApplication } from './apply.ts';
import { askLearner, assessApplication } from './assess.ts';
import { assessor } from './assessor.ts';
import { confirmAssessment } from './confirm.ts';
import { keepDraft, startApplication } from './draft.ts';
import { reviewOutcome } from './review.ts';
import {
  answerBody,
  appealBody,
  assessmentBody,
  assessmentsBody,
  confirmationBody,
  consentBody,
  draftBody,
  evidenceParams,
  made,
  matchesView,
  ownDetail,
  ownList,
  params,
  sentDetail,
  sentList,
  sentQuery,
  settled,
  storyBody,
  wordsBody,
} from './schemas.ts';
import { RPL_SENTENCES } from './sentences.ts';
import { readSent, readSentFile } from './shown.ts';
import { outcomesForStory } from './story.ts';
import { listOwn, listSent, seeOwn } from './view.ts';

const tags = ['rpl'];
const OWN = '/api/v1/learners/me/rpl';
const SENT = '/api/v1/providers/me/rpl';

/** Recognition of prior learning: what a learner asks for, and what assessors decide. */
export const rplRoutes: Routes = (app, services) => {
  addSentences(RPL_SENTENCES);
  app.register(async (scope) => {
    scope.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));
    const own = scope as App;
    writingRoutes(own, services);
    sentRoutes(own, services);
    assessorRoutes(own, services);
  });
};

/** What a learner writes before it is sent. */
function writingRoutes(app: App, services: Services): void {
  app.get(OWN, { schema: { tags, summary: 'My applications', response: { 200: ownList } } }, async (request) =>
    listOwn(services, requireLearner(request)),
  );
  app.get(
    `${OWN}/:id`,
    { schema: { tags, summary: 'One of my applications', params, response: { 200: ownDetail } } },
    async (request) => seeOwn(services, requireLearner(request), request.params.id),
  );
  app.post(
    OWN,
    { schema: { tags, summary: 'Begin an application with my story', body: storyBody, response: { 201: made } } },
    async (request, reply) =>
      reply.code(201).send(await startApplication(services, requireAct(request, 'claim'), request.body.story)),
  );
  app.post(
    `${OWN}/matches`,
    {
      schema: {
        tags,
        summary: 'Outcomes that a story speaks for: why, what is lacking, and who may assess them',
        body: storyBody,
        response: { 200: matchesView },
      },
    },
    async (request) => outcomesForStory(services, requireLearner(request).learnerId, request.body.story),
  );
  app.put(
    `${OWN}/:id`,
    { schema: { tags, summary: 'Write my draft over', params, body: draftBody, response: { 200: made } } },
    async (request) => keepDraft(services, requireAct(request, 'claim'), request.params.id, request.body),
  );
}

/** What a learner does with an application. */
function sentRoutes(app: App, services: Services): void {
  app.post(
    `${OWN}/:id/application`,
    { schema: { tags, summary: 'Send it to the provider, with consent', params, body: consentBody, response: { 200: made } } },
    async (request) => {
      requireAct(request, 'share');
      return sendApplication(services, requireAct(request, 'claim'), request.params.id, request.body.consent);
    },
  );
  app.post(
    `${OWN}/:id/withdrawal`,
    { schema: { tags, summary: 'Take it back; the provider reads it no more', params, response: { 200: made } } },
    async (request) => withdrawApplication(services, requireAct(request, 'claim'), request.params.id),
  );
  app.post(
    `${OWN}/:id/consent-end`,
    { schema: { tags, summary: 'End the consent after the decision', params, response: { 200: made } } },
    async (request) => endRplConsent(services, requireAct(request, 'claim'), request.params.id),
  );
  app.post(
    `${OWN}/:id/answers`,
    {
      schema: {
        tags,
        summary: 'Answer a question, with more evidence or without',
        params,
        body: answerBody,
        response: { 200: made },
      },
    },
    async (request) => {
      requireAct(request, 'share');
      return answerQuestion(services, requireAct(request, 'claim'), request.params.id, request.body);
    },
  );
  app.post(
    `${OWN}/:id/appeals`,
    {
      schema: {
        tags,
        summary: 'Appeal against a declined outcome; the answer is a dispute',
        params,
        body: appealBody,
        response: { 201: made },
      },
    },
    async (request, reply) => {
      requireAct(request, 'dispute');
      return reply.code(201).send(await appealDecision(services, requireAct(request, 'claim'), request.params.id, request.body));
    },
  );
}

function assessorRoutes(app: App, services: Services): void {
  app.get(
    SENT,
    { schema: { tags, summary: 'Applications sent to us', querystring: sentQuery, response: { 200: sentList } } },
    async (request) => {
      const { cursor, limit, pile } = request.query;
      const after = readCursor(cursor, z.tuple([z.int()]))?.[0] ?? null;
      return listSent(services, assessor(request), { pile, after, limit });
    },
  );
  app.get(
    `${SENT}/:id`,
    { schema: { tags, summary: 'An application; the learner sees that it was read', params, response: { 200: sentDetail } } },
    async (request) => readSent(services, assessor(request), request.params.id),
  );
  app.get(
    `${SENT}/:id/evidence/:item`,
    { schema: { tags, summary: 'A file sent with an application; the learner sees that it was opened', params: evidenceParams } },
    async (request, reply) =>
      sendContent(reply, await readSentFile(services, assessor(request), request.params.id, request.params.item)),
  );
  app.post(
    `${SENT}/:id/questions`,
    { schema: { tags, summary: 'Ask the learner something', params, body: wordsBody, response: { 200: made } } },
    async (request) => askLearner(services, assessor(request), request.params.id, request.body.words),
  );
  app.put(
    `${SENT}/:id/assessment`,
    { schema: { tags, summary: 'Judge every outcome by its rubric', params, body: assessmentsBody, response: { 200: settled } } },
    async (request) => assessApplication(services, assessor(request), request.params.id, request.body.outcomes),
  );
  app.post(
    `${SENT}/:id/confirmation`,
    {
      schema: {
        tags,
        summary: 'Agree as the second assessor, or give it back',
        params,
        body: confirmationBody,
        response: { 200: settled },
      },
    },
    async (request) => confirmAssessment(services, assessor(request), request.params.id, request.body),
  );
  app.post(
    `${SENT}/:id/reviews`,
    {
      schema: {
        tags,
        summary: 'Look again at a declined outcome after an appeal',
        params,
        body: assessmentBody,
        response: { 200: made },
      },
    },
    async (request) => reviewOutcome(services, assessor(request), request.params.id, request.body),
  );
}
