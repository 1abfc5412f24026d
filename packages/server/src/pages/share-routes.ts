import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { callerOf } from '../http/caller.ts';
import { Problem } from '../http/problem.ts';
import type { App } from '../http/route.ts';
import { sentenceOf } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { openShare } from '../sharing/index.ts';
import { html, pageOptions } from './page.ts';
import { closedPage, pinPage, sharedPage } from './shared.ts';

/**
 * The page of a link that a learner made: `/s/<token>`. Nothing of it is kept by a browser or a search engine, the address is given to
 * no other site, and the log has the route's pattern only. A PIN is asked for by a form and never stands in an address.
 */
export function sharePages(app: App, services: Services): void {
  const schema = { hide: true, params: z.object({ token: z.string().max(200) }) };
  app.get('/s/:token', { schema, exposeHeadRoute: false }, async (request, reply) =>
    shown(request, reply, services, request.params.token, null),
  );
  app.post(
    '/s/:token',
    { schema: { ...schema, body: z.object({ pin: z.string().max(20).default('') }) }, config: { csrf: false } },
    async (request, reply) => shown(request, reply, services, request.params.token, request.body.pin),
  );
}

async function shown(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  token: string,
  pin: string | null,
): Promise<FastifyReply> {
  const options = await pageOptions(request, services);
  const address = `/s/${encodeURIComponent(token)}?lang=${options.language}`;
  const here = {
    ...options,
    otherLanguage: `/s/${encodeURIComponent(token)}?lang=${options.language === 'en' ? 'mi' : 'en'}`,
    hidden: true,
  };
  void reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex, nofollow, noarchive');
  try {
    const opened = await openShare(services, { caller: callerOf(request), signedIn: request.signedIn }, token, pin);
    return html(reply, sharedPage(here, opened));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const said = sentenceOf(error.code, error.message)[request.language];
    const seconds = typeof error.extra['retryAfter'] === 'number' ? error.extra['retryAfter'] : 0;
    if (error.status === 429) void reply.header('retry-after', seconds);
    void reply.code(error.status);
    if (error.code === 'share-pin-needed') return html(reply, pinPage(here, address, null, 0));
    if (error.code === 'share-pin-wrong' || error.code === 'share-pin-wait')
      return html(reply, pinPage(here, address, said, seconds));
    return html(reply, closedPage(here, said));
  }
}
