import multipart from '@fastify/multipart';
import { z } from 'zod';
import { awardPage } from '../award/index.ts';
import { Problem } from '../http/problem.ts';
import { type App, requireActor, type Routes } from '../http/route.ts';
import { everySentence, sentenceOf } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { apiDocsPage, type OpenApiDocument, openApiDocument } from './api-docs.ts';
import { awardPrintPage } from './award-print.ts';
import { badgeAgreePages } from './badge-agree-routes.ts';
import { cataloguePages } from './catalogue-routes.ts';
import { errorPage } from './error-page.ts';
import { forPrograms } from './for-programs-routes.ts';
import { microCredentialPages } from './micro-credential-routes.ts';
import { html, pageOptions } from './page.ts';
import { sharePages } from './share-routes.ts';
import { recordPages } from './record-routes.ts';
import { MOST_BYTES, verifyPages } from './verify-routes.ts';
import { skillPages } from './skill-routes.ts';
import { walletAgreePages } from './wallet-agree-routes.ts';
import { walletCheckPages } from './wallet-check-routes.ts';

/** The pages that the server draws: verify, the catalogue and the API, which work without JavaScript and without an account, and the certificate on paper. */
export const pageRoutes: Routes = (app, services) => {
  void app.register(async (inner) => {
    await inner.register(multipart, { limits: { fileSize: MOST_BYTES, files: 1, fields: 4, fieldSize: MOST_BYTES } });
    const pages = inner as App;
    verifyPages(pages, services);
    walletCheckPages(pages, services);
    walletAgreePages(pages, services);
    badgeAgreePages(pages, services);
    printPage(pages, services);
    sharePages(pages, services);
    cataloguePages(pages, services);
    recordPages(pages, services);
    microCredentialPages(pages, services);
    skillPages(pages, services);
    docsPage(pages, services);
    forPrograms(pages, services);
  });
};

function printPage(app: App, services: Services): void {
  const schema = { hide: true, params: z.object({ id: z.string().max(64) }) };
  app.get('/awards/:id/print', { schema }, async (request, reply) => {
    try {
      const page = await awardPage(services, requireActor(request, 'learner', 'steward'), request.params.id);
      const outcomes = page.counted.map((one) => ({
        id: one.achievement,
        name: one.outcome.name,
        credits: one.outcome.credits,
        level: one.outcome.level === null ? null : String(one.outcome.level),
        field: one.outcome.field,
        date: one.date,
        provider: one.provider,
        skills: [],
      }));
      const printed = {
        ...page,
        stacked: page.definition === null,
        inForce: page.status === 'live',
        statusSentence: page.reason,
        outcomes,
      };
      return await html(reply.header('cache-control', 'no-store'), awardPrintPage(await pageOptions(request, services), printed));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const said = sentenceOf(error.code, error.message);
      return html(reply.code(error.status), errorPage(await pageOptions(request, services), said[request.language], error.code));
    }
  });
}

/** The API to read. What it is made from does not change while the service runs. */
function docsPage(app: App, services: Services): void {
  let document: OpenApiDocument | undefined;
  app.get('/api/docs', { schema: { hide: true } }, async (request, reply) => {
    document ??= openApiDocument.parse(app.swagger());
    return html(reply, apiDocsPage(await pageOptions(request, services), document, everySentence()));
  });
}
