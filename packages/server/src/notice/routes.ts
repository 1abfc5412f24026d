import { paging } from '../http/paging.ts';
import { type App, requireInPerson } from '../http/route.ts';
import type { Services } from '../services.ts';
import { collectionRoutes } from './collection/routes.ts';
import { listNotices, seeNotices } from './list.ts';
import { mailRoutes } from './mail/routes.ts';
import { noticesQuery, noticesView, seenBody, unseenView } from './schemas.ts';

/** What the signed-in learner is told. */
export function noticeRoutes(app: App, services: Services): void {
  mailRoutes(app, services);
  collectionRoutes(app, services);
  app.get(
    '/api/v1/learners/me/notices',
    {
      schema: {
        tags: ['notice'],
        summary: 'What I was told, the newest first',
        querystring: noticesQuery.extend(paging),
        response: { 200: noticesView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return listNotices(services, requireInPerson(request), request.query);
    },
  );
  app.post(
    '/api/v1/learners/me/notices/seen',
    {
      schema: {
        tags: ['notice'],
        summary: 'I have seen these, or all when none are named',
        body: seenBody,
        response: { 200: unseenView },
      },
    },
    async (request) => seeNotices(services, requireInPerson(request), request.body.ids ?? null),
  );
}
