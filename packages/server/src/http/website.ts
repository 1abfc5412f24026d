import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { themeOfRequest } from '../account/theme.ts';
import { type PageAssets, readPageAssets } from '../pages/assets.ts';
import { appShell } from '../pages/shell.ts';
import { answer, notFound } from './errors.ts';
import { problem } from './problem.ts';
import type { App } from './route.ts';

const DIST = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

/** The built website: its files for ever (their names change with their content), and its shell at every other address. */
export async function useWebsite(app: App, dist: string = DIST): Promise<void> {
  const manifest = join(dist, '.vite', 'manifest.json');
  const assets: PageAssets | null = existsSync(manifest) ? await readPageAssets(manifest) : null;
  if (existsSync(join(dist, 'assets'))) {
    await app.register(fastifyStatic, {
      root: join(dist, 'assets'),
      prefix: '/assets/',
      // As the build packed them.
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
      // What never changes is never asked about again, nor in parts.
      etag: false,
      lastModified: false,
      acceptRanges: false,
      index: false,
      decorateReply: false,
      wildcard: true,
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const page =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !/^\/(api|assets|status|demonstration|\.well-known)(\/|$|\?)/.test(request.url);
    if (!page) return answer(notFound(), request, reply);
    if (assets === null)
      return answer(
        problem('website-not-built', 503, 'The website has not been built yet: npm start builds it.'),
        request,
        reply,
      );
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(appShell(assets, request.language, themeOfRequest(request)));
  });
}
