import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from '../http/problem.ts';
import type { App } from '../http/route.ts';
import { sentenceOf } from '../http/sentences.ts';
import { compareDevelopers } from '../micro-credential/developers.ts';
import { listChecks, listMicroCredentials, showMicroCredential } from '../micro-credential/list.ts';
import { standingOf } from '../micro-credential/standing.ts';
import type { Services } from '../services.ts';
import { errorPage } from './error-page.ts';
import { microCredentialChecksPage } from './micro-credential-checks.ts';
import { microCredentialComparePage } from './micro-credential-compare.ts';
import { microCredentialPage, microCredentialsPage } from './micro-credentials.ts';
import { html, pageOptions } from './page.ts';

const lang = z.string().max(8).optional();
const hide = true;
const code = z.string().max(64);

/** The public pages of micro-credentials: drawn here, without a script and without an account. */
export function microCredentialPages(app: App, services: Services): void {
  const asked = z.object({
    q: z.string().max(200).catch(''),
    developer: z.string().max(64).optional().catch(undefined),
    cursor: z.string().max(1000).optional().catch(undefined),
    lang,
  });
  app.get('/micro-credentials', { schema: { hide, querystring: asked } }, (request, reply) =>
    drawn(request, reply, services, async (options) => {
      const { q, developer, cursor } = request.query;
      const page = await listMicroCredentials(services, { q, developer, cursor, limit: 50 });
      return microCredentialsPage(options, q, page);
    }),
  );

  const version = z.object({ version: z.string().max(20).optional().catch(undefined), lang });
  app.get('/micro-credentials/checks', { schema: { hide, querystring: version } }, (request, reply) =>
    drawn(request, reply, services, async (options) =>
      microCredentialChecksPage(options, listChecks(services, request.query.version), await compareDevelopers(services)),
    ),
  );

  const two = z.object({ a: z.string().max(80).catch(''), b: z.string().max(80).catch(''), lang });
  app.get('/micro-credentials/compare', { schema: { hide, querystring: two } }, async (request, reply) => {
    const { a, b } = { a: request.query.a.trim(), b: request.query.b.trim() };
    const options = await pageOptions(request, services);
    try {
      const found =
        a === '' || b === '' ? null : ([await named(request, services, a), await named(request, services, b)] as const);
      return await html(reply.header('cache-control', 'no-cache'), microCredentialComparePage(options, { a, b }, found, null));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const said = sentenceOf(error.code, error.message)[request.language];
      return html(reply.code(error.status), microCredentialComparePage(options, { a, b }, null, said));
    }
  });

  const params = z.object({ code, version: z.string().max(20) });
  app.get('/micro-credentials/:code/:version', { schema: { hide, params } }, (request, reply) =>
    drawn(request, reply, services, async (options) => {
      const { code: name, version: number } = request.params;
      const one = await named(request, services, `${name}/${number}`);
      const { signedIn } = request;
      const standing =
        signedIn?.kind === 'learner' && signedIn.learnerId !== null && one.status === 'published'
          ? await standingOf(services, { ...signedIn, learnerId: signedIn.learnerId }, one.code, one.version)
          : null;
      const site = services.settings.url;
      const url = String(new URL(`/micro-credentials/${encodeURIComponent(one.code)}/${one.version}`, site));
      // What a learner holds is theirs alone: no copy of it is kept on the way.
      if (standing !== null) void reply.header('cache-control', 'no-store');
      return microCredentialPage({ ...options, url, site }, one, standing);
    }),
  );
}

/** The version that somebody named as `code/version`. Throws `micro-credential-not-found` (404). */
async function named(request: FastifyRequest, services: Services, typed: string) {
  const at = typed.lastIndexOf('/');
  const number = Number(/^[1-9][0-9]{0,5}$/.exec(typed.slice(at + 1))?.[0] ?? 0);
  return showMicroCredential(services, request.signedIn, typed.slice(0, Math.max(0, at)), number);
}

type Draw = (options: Awaited<ReturnType<typeof pageOptions>>) => Promise<string>;

async function drawn(request: FastifyRequest, reply: FastifyReply, services: Services, draw: Draw): Promise<FastifyReply> {
  const options = await pageOptions(request, services);
  try {
    const page = await draw(options);
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-cache');
    return await html(reply, page);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const said = sentenceOf(error.code, error.message);
    return html(reply.code(error.status), errorPage(options, said[request.language], error.code));
  }
}
