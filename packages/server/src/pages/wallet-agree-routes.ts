import { sayer } from '@recognition/web/language';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { csrfToken, isCsrfToken } from '../account/session.ts';
import { type App, requireAct } from '../http/route.ts';
import { problem } from '../http/problem.ts';
import { sentenceOf } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { answerRequest, type Asked, choicesFor, readRequest } from '../wallet/index.ts';
import { html, pageOptions } from './page.ts';
import { agreePage, backPage, walletSaysPage } from './wallet-check.ts';

const query = z.looseObject({ request_uri: z.string().max(500).optional(), client_id: z.string().max(2000).optional() });
const form = z.object({
  request_uri: z.string().max(500),
  csrf: z.string().max(200),
  item: z.string().max(64).optional(),
  answer: z.enum(['yes', 'no']),
});

/** Where a wallet sends its learner to agree (RFC 6749, section 4.1.1): who asks, where it goes, and what of theirs. Without JavaScript. */
export function walletAgreePages(app: App, services: Services): void {
  app.get('/wallet/authorize', { schema: { hide: true, querystring: query } }, async (request, reply) => {
    const { request_uri: requestUri = '', client_id: clientId } = request.query;
    const asked = await readRequest(services, requestUri);
    if (asked === null || asked.clientId !== clientId) return past(request, reply, services);
    return agree(request, reply, services, asked, requestUri);
  });

  app.post('/wallet/authorize', { schema: { hide: true, body: form }, config: { csrf: false } }, async (request, reply) => {
    const { request_uri: requestUri, csrf, item, answer } = request.body;
    const learner = requireAct(request, 'claim');
    if (!isCsrfToken(csrf, learner.acting.token)) throw problem('csrf-refused', 403, 'This request did not come from our pages.');
    const asked = await readRequest(services, requestUri);
    const back =
      asked === null ? null : await answerRequest(services, learner, requestUri, answer === 'yes' ? (item ?? null) : null);
    if (asked === null || back === null) return past(request, reply, services);
    return html(reply, backPage(await pageOptions(request, services), back, asked.goesTo));
  });
}

async function agree(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  asked: Asked,
  requestUri: string,
): Promise<FastifyReply> {
  const options = await pageOptions(request, services);
  const t = sayer(options.language);
  void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
  if (request.signedIn?.learnerId === null || request.signedIn === null) {
    const here = `/wallet/authorize?${new URLSearchParams({ request_uri: requestUri, client_id: asked.clientId }).toString()}`;
    const next = {
      href: `/sign-in?${new URLSearchParams({ return: here, lang: options.language }).toString()}`,
      label: t('nav.sign-in'),
    };
    return html(reply, walletSaysPage(options, t('wallet.sign-in-first'), next));
  }
  const learner = requireAct(request, 'claim');
  const choices = await choicesFor(services, learner, asked.what, options.language);
  const view = { goesTo: asked.goesTo, client: asked.clientId, requestUri, csrf: csrfToken(learner.acting.token) };
  return html(reply, agreePage(options, view, choices));
}

async function past(request: FastifyRequest, reply: FastifyReply, services: Services): Promise<FastifyReply> {
  const options = await pageOptions(request, services);
  const said = sentenceOf('wallet-request-past', 'This request is past its time.')[options.language];
  return html(reply.code(404), walletSaysPage(options, said, null));
}
