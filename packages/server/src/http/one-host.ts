import type { Settings } from '../operations/settings.ts';
import { problem } from './problem.ts';
import type { App } from './route.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * A machine has several names for itself, and a browser keeps cookies and origins apart by name: a sign-in begun under one does not
 * end under another. A page asked for under another of them leads to the address of the settings; what a browser would change there is
 * refused with `other-address` (421), which names it. Systems with a token, and any other host (a proxy's), are left alone.
 */
export function useOneHost(app: App, { url }: Pick<Settings, 'url'>): void {
  const own = new URL(url);
  if (!LOOPBACK.has(own.hostname)) return;
  app.addHook('onRequest', async (request, reply) => {
    const asked = hostOf(request.headers.host, own.protocol);
    if (asked === null || asked.host === own.host || asked.port !== own.port || !LOOPBACK.has(asked.hostname)) return;
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads && /\btext\/html\b/.test(request.headers.accept ?? '') && request.url.startsWith('/')) {
      void reply.header('cache-control', 'no-store');
      return reply.redirect(`${own.origin}${request.url}`, 302);
    }
    if (!reads && request.headers.origin !== undefined && request.headers.authorization === undefined)
      throw problem('other-address', 421, `This service is at ${own.origin}. Open it there, then do this again.`);
    return undefined;
  });
}

function hostOf(host: string | undefined, protocol: string): URL | null {
  return host !== undefined && URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`) : null;
}
