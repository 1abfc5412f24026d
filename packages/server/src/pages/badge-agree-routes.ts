import { sayer } from '@recognition/web/language';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { csrfToken, isCsrfToken } from '../account/session.ts';
import {
  answerAuthorization,
  type AuthorizationQuery,
  authorizationQuery,
  endVisit,
  readAuthorization,
  returnQuery,
} from '../exchange/badges/index.ts';
import { Problem, problem } from '../http/problem.ts';
import { type App, requireAct } from '../http/route.ts';
import { sentenceOf } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { badgeSaysPage, goBackPage, letInPage } from './badge-agree.ts';
import { html, pageOptions } from './page.ts';

const form = authorizationQuery.extend({ csrf: z.string().max(200), answer: z.enum(['yes', 'no']) });

/** Where an application sends its user to let it in, and where our own learners come back to from other hosts. Without JavaScript. */
export function badgeAgreePages(app: App, services: Services): void {
  app.get('/badges/authorize', { schema: { hide: true, querystring: authorizationQuery } }, (request, reply) =>
    ask(request, reply, services, request.query),
  );

  app.post('/badges/authorize', { schema: { hide: true, body: form }, config: { csrf: false } }, async (request, reply) => {
    const { csrf, answer, ...query } = request.body;
    const learner = requireAct(request, 'share');
    if (!isCsrfToken(csrf, learner.acting.token)) throw problem('csrf-refused', 403, 'This request did not come from our pages.');
    const read = await readAuthorization(services, query);
    if (read === null) return unknown(request, reply, services);
    if ('back' in read) return back(request, reply, services, read);
    const address = await answerAuthorization(services, learner, read.asked, answer === 'yes');
    return back(request, reply, services, { back: address, goesTo: read.asked.goesTo });
  });

  app.get('/badges/return', { schema: { hide: true, querystring: returnQuery } }, async (request, reply) => {
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    const to = new URLSearchParams();
    try {
      const brought = await endVisit(services, requireAct(request, 'share'), request.query);
      for (const [came, count] of Object.entries(brought)) if (count > 0) to.set(came, String(count));
      if (to.size === 0) to.set('none', '1');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      to.set('trouble', error.code);
    }
    return reply.redirect(`/record/badges?${to.toString()}`, 303);
  });
}

async function ask(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  query: AuthorizationQuery,
): Promise<FastifyReply> {
  const read = await readAuthorization(services, query);
  if (read === null) return unknown(request, reply, services);
  // Anybody may register, so nobody is sent on without having seen a page of ours (RFC 9700, section 4.11.2).
  if ('back' in read) return back(request, reply, services, read);
  const options = await pageOptions(request, services);
  void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
  const { asked } = read;
  const repeated = {
    response_type: 'code',
    client_id: asked.clientId,
    redirect_uri: asked.redirectUri,
    scope: asked.scopes.join(' '),
    ...(asked.state === null ? {} : { state: asked.state }),
    code_challenge: asked.codeChallenge,
    code_challenge_method: 'S256',
  };
  if (request.signedIn?.learnerId === null || request.signedIn === null) {
    const t = sayer(options.language);
    const here = `/badges/authorize?${new URLSearchParams(repeated).toString()}`;
    const href = `/sign-in?${new URLSearchParams({ return: here, lang: options.language }).toString()}`;
    return html(
      reply,
      badgeSaysPage(options, t('badges.sign-in-first', { client: asked.name }), { href, label: t('nav.sign-in') }),
    );
  }
  const learner = requireAct(request, 'share');
  return html(reply, letInPage(options, asked, { query: repeated, csrf: csrfToken(learner.acting.token) }));
}

async function back(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  to: { readonly back: string; readonly goesTo: string },
): Promise<FastifyReply> {
  void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
  return html(reply, goBackPage(await pageOptions(request, services), to.back, to.goesTo));
}

async function unknown(request: FastifyRequest, reply: FastifyReply, services: Services): Promise<FastifyReply> {
  const options = await pageOptions(request, services);
  const said = sentenceOf('application-request-unknown', 'Nobody known asks.')[options.language];
  return html(reply.code(400), badgeSaysPage(options, said, null));
}
