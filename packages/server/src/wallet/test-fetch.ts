import type { App } from '../http/route.ts';

/** What a wallet's own `fetch` would do, without a socket: our addresses only. */
export function fetchFrom(app: App): typeof fetch {
  return async (input, init) => {
    const request = input instanceof Request ? input : new Request(String(input), init);
    const { host, pathname, search } = new URL(request.url);
    const answer = await app.inject({
      method: request.method === 'POST' ? 'POST' : 'GET',
      url: `${pathname}${search}`,
      headers: { host, ...Object.fromEntries(request.headers) },
      ...(request.method === 'POST' ? { payload: await request.text() } : {}),
    });
    return new Response(answer.statusCode === 204 ? null : answer.body, {
      status: answer.statusCode,
      headers: { 'content-type': answer.headers['content-type'] ?? 'application/json' },
    });
  };
}

/** The first address in a page that begins so, as a browser reads it; '' if there is none. */
export function hrefIn(page: string, beginning: string): string {
  const found = [...page.matchAll(/href="([^"]*)"/gu)].map(([, href = '']) =>
    href.replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
  );
  return found.find((href) => href.startsWith(beginning)) ?? '';
}
