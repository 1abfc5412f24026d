import type { App } from './route.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

export interface Browser {
  readonly ask: (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    options?: { readonly body?: object | string; readonly headers?: Record<string, string>; readonly csrf?: boolean },
  ) => Promise<Answer>;
  /** Follows every redirect, as a browser would, and answers where it ended. */
  readonly follow: (url: string) => Promise<Answer & { readonly url: string }>;
  readonly cookies: Map<string, string>;
}

/** A cookie jar over the app: what a browser keeps and sends. It sends the session's CSRF token with what changes something. */
export function browser(app: App, origin = 'http://127.0.0.1:8080'): Browser {
  const cookies = new Map<string, string>();
  let csrf: string | null = null;
  const ask: Browser['ask'] = async (method, url, options = {}) => {
    if (method !== 'GET' && options.csrf !== false && csrf === null && cookies.has('session'))
      csrf = String((await ask('GET', '/api/v1/session')).body['csrfToken']);
    const reply = await app.inject({
      method,
      url,
      headers: {
        host: new URL(origin).host,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'GET' || options.csrf === false || csrf === null ? {} : { 'x-csrf-token': csrf }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { payload: options.body }),
    });
    for (const cookie of reply.cookies) {
      if (cookie.name === 'session') csrf = null;
      if (cookie.value === '' || (cookie.expires !== undefined && cookie.expires.getTime() < Date.now()))
        cookies.delete(cookie.name);
      else cookies.set(cookie.name, cookie.value);
    }
    const json = /json/.test(String(reply.headers['content-type'])) && reply.body !== '';
    return { status: reply.statusCode, headers: reply.headers, text: reply.body, body: json ? reply.json() : {} };
  };
  return {
    ask,
    cookies,
    follow: async (from) => {
      let url = from;
      for (let hop = 0; hop < 12; hop += 1) {
        const answer = await ask('GET', url);
        const location = answer.headers['location'];
        if (typeof location !== 'string') return { ...answer, url };
        const next = new URL(location, origin + url);
        url = next.pathname + next.search;
        if (!url.startsWith('/sign-in') && !url.startsWith('/demonstration')) return { ...answer, url };
      }
      throw new RangeError('redirects without end');
    },
  };
}
