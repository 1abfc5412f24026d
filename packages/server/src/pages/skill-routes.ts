import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from '../http/problem.ts';
import type { App } from '../http/route.ts';
import { sentenceOf } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { showSkill, showSkillAt } from '../skill/detail.ts';
import { skillJsonLd } from '../skill/json-ld.ts';
import { listSchemes, listSkills } from '../skill/list.ts';
import { errorPage } from './error-page.ts';
import { html, pageOptions } from './page.ts';
import { skillPage, skillsPage } from './skills.ts';

const lang = z.string().max(8).optional();

/** The skills as pages and, for programs that ask, as JSON-LD at the same address. */
export function skillPages(app: App, services: Services): void {
  const search = z.object({
    q: z.string().max(200).catch(''),
    scheme: z.string().max(64).catch(''),
    after: z.string().max(500).catch(''),
    lang,
  });
  app.get('/skills', { schema: { hide: true, querystring: search } }, (request, reply) =>
    drawn(request, reply, services, async () => {
      const { q, after } = request.query;
      const scheme = request.query.scheme === '' ? null : request.query.scheme;
      const found = await listSkills(services, { q, scheme, after, limit: 50 });
      return skillsPage(await pageOptions(request, services), { q, scheme }, await listSchemes(services), found);
    }),
  );

  // From the address of a skill, as outcomes and credentials name it, to its page here.
  app.get(
    '/skills/at',
    { schema: { hide: true, querystring: z.object({ uri: z.string().min(1).max(500), lang }) } },
    (request, reply) =>
      drawn(request, reply, services, async () => {
        const { scheme, slug } = await showSkill(services, request.query.uri);
        return { to: `/skills/${encodeURIComponent(scheme)}/${encodeURIComponent(slug)}?lang=${request.language}` };
      }),
  );

  const params = z.object({ scheme: z.string().max(64), slug: z.string().max(120) });
  const format = z.object({ format: z.enum(['html', 'json-ld']).optional().catch(undefined), lang });
  app.get('/skills/:scheme/:slug', { schema: { hide: true, params, querystring: format } }, (request, reply) =>
    drawn(request, reply.header('vary', 'accept'), services, async () => {
      const { scheme, slug } = request.params;
      const skill = await showSkillAt(services, scheme, slug);
      const url = new URL(`/skills/${encodeURIComponent(scheme)}/${encodeURIComponent(slug)}`, services.settings.url).href;
      const wantsData = request.query.format === 'json-ld' || (request.query.format === undefined && asksForData(request));
      return wantsData ? { data: skillJsonLd(skill, url) } : skillPage(await pageOptions(request, services), skill, url);
    }),
  );
}

/** A program names JSON-LD or JSON and no page. */
function asksForData(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return /application\/(?:ld\+)?json/u.test(accept) && !/text\/html/u.test(accept);
}

type Drawn = string | { readonly to: string } | { readonly data: object };

async function drawn(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  draw: () => Promise<Drawn>,
): Promise<FastifyReply> {
  try {
    const page = await draw();
    if (typeof page === 'string') return html(reply.header('cache-control', 'no-cache'), page);
    if ('to' in page) return reply.redirect(page.to, 302);
    return reply
      .type('application/ld+json; charset=utf-8')
      .serializer((body: unknown) => String(body))
      .send(JSON.stringify(page.data));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const said = sentenceOf(error.code, error.message);
    return html(reply.code(error.status), errorPage(await pageOptions(request, services), said[request.language], error.code));
  }
}
