import { fileURLToPath } from 'node:url';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actsFor } from '../account/acts-for.ts';
import { themeOfRequest } from '../account/theme.ts';
import type { Services } from '../services.ts';
import { type PageAssets, readPageAssets } from './assets.ts';

const MANIFEST = fileURLToPath(new URL('../../../web/dist/.vite/manifest.json', import.meta.url));

let assets: Promise<PageAssets> | undefined;

/** What every page of the server is drawn with: the built files, the language, the other language's address, and who awards here. */
export async function pageOptions(request: FastifyRequest, services: Services) {
  assets ??= readPageAssets(MANIFEST);
  const { authority } = services.settings;
  const { language } = request;
  const invented = { en: 'invented for this demonstration', mi: 'he mea tito mō tēnei whakaaturanga' };
  const name = language === 'mi' ? authority.nameMi : authority.name;
  const path = new URL(request.url, services.settings.url);
  path.searchParams.set('lang', language === 'en' ? 'mi' : 'en');
  return {
    assets: await assets,
    language,
    theme: themeOfRequest(request),
    otherLanguage:
      request.method === 'GET' ? `${path.pathname}${path.search}` : `/verify?lang=${language === 'en' ? 'mi' : 'en'}`,
    acting: request.signedIn === null ? null : await actsFor(services, request.signedIn),
    notice: authority.invented ? `${name}: ${invented[language]}.` : name,
  };
}

/** Sends a page. */
export function html(reply: FastifyReply, page: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .serializer((body: unknown) => String(body))
    .send(page);
}
