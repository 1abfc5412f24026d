import { requireAge } from '../delegation/authority.ts';
import { callerOf } from '../http/caller.ts';
import { requireAct, type App, type Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { consentRoutes } from './consent-routes.ts';
import { drawContent } from './content.ts';
import { openShare } from './open.ts';
import {
  changeBody,
  idParams,
  linkView,
  made,
  openedView,
  openingBody,
  previewBody,
  shareBody,
  sharedContent,
  shareDetail,
  shareList,
} from './schemas.ts';
import { SHARING_SENTENCES } from './sentences.ts';
import { changeShare, makeShare, renewLink, restoreShare, withdrawShare } from './share.ts';
import { listShares, seeShare } from './view.ts';

const tags = ['sharing'];

/** What a learner lets others see: links, consents to organisations, and who acts for them. */
export const sharingRoutes: Routes = (app, services) => {
  addSentences(SHARING_SENTENCES);
  shareRoutes(app, services);
  endingRoutes(app, services);
  openingRoutes(app, services);
  consentRoutes(app, services);
};

function shareRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/shares',
    { schema: { tags, summary: 'My links, the newest first', response: { 200: shareList } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return listShares(services, requireAct(request, 'share'));
    },
  );
  app.get(
    '/api/v1/shares/:id',
    { schema: { tags, summary: 'One link, and who opened it', params: idParams, response: { 200: shareDetail } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return seeShare(services, requireAct(request, 'share'), request.params.id);
    },
  );
  app.post(
    '/api/v1/shares',
    {
      schema: {
        tags,
        summary: 'Make a link to a part of my record; it is answered once',
        body: shareBody,
        response: { 201: linkView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store').code(201);
      const learner = requireAct(request, 'share');
      await requireAge(services, learner, 'share');
      return makeShare(services, learner, request.body);
    },
  );
  app.put(
    '/api/v1/shares/:id',
    {
      schema: {
        tags,
        summary: 'Change what a link shows; without `pin` its PIN stays, null takes it away',
        params: idParams,
        body: changeBody,
        response: { 200: made },
      },
    },
    async (request) => {
      const learner = requireAct(request, 'share');
      await requireAge(services, learner, 'share');
      return { id: await changeShare(services, learner, request.params.id, request.body) };
    },
  );
  app.post(
    '/api/v1/shares/preview',
    { schema: { tags, summary: 'What others would see', body: previewBody, response: { 200: sharedContent } } },
    async (request) => {
      const { learnerId } = requireAct(request, 'share');
      const { fields, ...chosen } = request.body;
      return drawContent(services, learnerId, chosen, fields);
    },
  );
}

function endingRoutes(app: App, services: Services): void {
  app.post(
    '/api/v1/shares/:id/link',
    {
      schema: {
        tags,
        summary: 'A new link; the one before opens nothing any more',
        params: idParams,
        response: { 201: linkView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store').code(201);
      const learner = requireAct(request, 'share');
      await requireAge(services, learner, 'share');
      return renewLink(services, learner, request.params.id);
    },
  );
  app.post(
    '/api/v1/shares/:id/withdrawal',
    { schema: { tags, summary: 'End a link at once', params: idParams, response: { 200: made } } },
    async (request) => ({ id: await withdrawShare(services, requireAct(request, 'share'), request.params.id) }),
  );
  app.post(
    '/api/v1/shares/:id/restoration',
    { schema: { tags, summary: 'Take a withdrawal back, within ten minutes', params: idParams, response: { 200: made } } },
    async (request) => {
      const learner = requireAct(request, 'share');
      await requireAge(services, learner, 'share');
      return { id: await restoreShare(services, learner, request.params.id) };
    },
  );
}

function openingRoutes(app: App, services: Services): void {
  app.post(
    '/api/v1/shares/opening',
    {
      config: { csrf: false },
      schema: {
        tags,
        summary: 'What a link shows, for whoever holds it; the learner sees that it was opened',
        body: openingBody,
        response: { 200: openedView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const { link, pin } = request.body;
      return openShare(services, { caller: callerOf(request), signedIn: request.signedIn }, link, pin ?? null);
    },
  );
}
