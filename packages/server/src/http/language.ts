import type { FastifyRequest } from 'fastify';
import type { App } from './route.ts';

const YEAR_SECONDS = 365 * 24 * 3600;

/** The language of each request: `?lang=`, then the `lang` cookie, then Accept-Language, else English. `?lang=` is remembered. */
export function useLanguage(app: App, secure: boolean): void {
  app.decorateRequest('language', 'en');
  app.addHook('onRequest', async (request, reply) => {
    const asked = fromQuery(request);
    request.language = asked ?? chosen(request.cookies['lang']) ?? accepted(request.headers['accept-language']);
    if (asked !== null) void reply.setCookie('lang', asked, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', secure });
  });
}

function fromQuery(request: FastifyRequest): 'en' | 'mi' | null {
  const at = request.url.indexOf('?');
  return at < 0 ? null : chosen(new URLSearchParams(request.url.slice(at)).get('lang'));
}

function chosen(word: string | null | undefined): 'en' | 'mi' | null {
  return word === 'en' || word === 'mi' ? word : null;
}

/** The better liked of the two in an Accept-Language header (RFC 9110, 12.5.4). */
export function accepted(header: string | undefined): 'en' | 'mi' {
  const liked = { en: 0, mi: 0 };
  for (const part of (header ?? '').split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = Number(
      parameters.map((parameter) => /^\s*q=([01](\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined) ??
        1,
    );
    const language = range.split('-')[0] === 'mri' ? 'mi' : chosen(range.split('-')[0]);
    if (language !== null) liked[language] = Math.max(liked[language], quality);
  }
  return liked.mi > liked.en ? 'mi' : 'en';
}
