import multipart from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { awardPage, publicAward, readAwardId, verifyForPublic } from '../award/index.ts';
import { Problem } from '../http/problem.ts';
import { type App, requireActor, type Routes } from '../http/route.ts';
import { everySentence, sentenceOf } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { apiDocsPage, type OpenApiDocument, openApiDocument } from './api-docs.ts';
import { awardPrintPage } from './award-print.ts';
import { cataloguePages } from './catalogue-routes.ts';
import { errorPage } from './error-page.ts';
import { html, pageOptions } from './page.ts';
import { sharePages } from './share-routes.ts';
import { verifyAnswerPage, verifyFormPage } from './verify.ts';

/** A credential as a file is refused above this: 10 MB, as the verifier itself does. */
const MOST_BYTES = 10_000_000;

/** The pages that the server draws: verify, the catalogue and the API, which work without JavaScript and without an account, and the certificate on paper. */
export const pageRoutes: Routes = (app, services) => {
  void app.register(async (inner) => {
    await inner.register(multipart, { limits: { fileSize: MOST_BYTES, files: 1, fields: 4, fieldSize: MOST_BYTES } });
    const pages = inner as App;
    verifyPages(pages, services);
    printPage(pages, services);
    sharePages(pages, services);
    cataloguePages(pages, services);
    docsPage(pages, services);
  });
};

const verifyQuery = z.object({ award: z.string().max(64).optional(), lang: z.enum(['en', 'mi']).optional() });

function verifyPages(app: App, services: Services): void {
  app.get('/verify', { schema: { hide: true, querystring: verifyQuery } }, async (request, reply) => {
    const typed = request.query.award?.trim();
    if (typed === undefined || typed === '') return html(reply, verifyFormPage(await pageOptions(request, services)));
    const id = readAwardId(typed);
    const credential = id === null ? null : await publicAward(services, id);
    if (credential === null) {
      const trouble =
        request.language === 'mi'
          ? 'Kāore he tohu me tēnei waehere.'
          : 'There is no award with this code. Check it against the certificate.';
      return html(reply.code(404), verifyFormPage(await pageOptions(request, services), { text: '', trouble }));
    }
    return answered(request, reply, services, credential, request.url);
  });

  app.post('/verify', { schema: { hide: true }, bodyLimit: 2 * MOST_BYTES + 65_536 }, async (request, reply) => {
    const sent = await readSent(request);
    if (sent.trim() === '') {
      const trouble =
        request.language === 'mi'
          ? 'Tīkina he kōnae, whakapirihia rānei te tuhinga o te tohu.'
          : 'Choose a file, or paste the text of a credential.';
      return html(reply.code(422), verifyFormPage(await pageOptions(request, services), { text: sent, trouble }));
    }
    return answered(request, reply, services, sent, null);
  });
}

async function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  credential: unknown,
  again: string | null,
): Promise<FastifyReply> {
  const answer = await verifyForPublic(services, credential);
  const shown = typeof credential === 'string' ? parsed(credential) : credential;
  return html(
    reply,
    verifyAnswerPage({ ...(await pageOptions(request, services)), at: services.clock.now().toISOString(), again }, answer, shown),
  );
}

/** The text of a form's file, or what was pasted; the file wins. */
async function readSent(request: FastifyRequest): Promise<string> {
  if (!request.isMultipart()) {
    const form = z.object({ text: z.string() }).safeParse(request.body);
    return form.success ? form.data.text : '';
  }
  let file = '';
  let text = '';
  for await (const part of request.parts()) {
    if (part.type === 'file') file = (await part.toBuffer()).toString('utf8');
    else if (part.fieldname === 'text' && typeof part.value === 'string') text = part.value;
  }
  return file === '' ? text : file;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

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
      const printed = { ...page, inForce: page.status === 'live', statusSentence: page.reason, outcomes };
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
