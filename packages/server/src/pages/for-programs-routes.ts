import { z } from 'zod';
import { outcomeAddress } from '../catalogue/address.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { notFound } from '../http/errors.ts';
import type { App } from '../http/route.ts';
import { listMicroCredentials } from '../micro-credential/list.ts';
import type { Services } from '../services.ts';
import { llmsText, robotsText, sitemapAddresses, sitemapIndex, sitemapPart } from './for-programs.ts';

/** What programs look for at addresses that everybody knows: robots.txt, the sitemap, llms.txt. */
export function forPrograms(app: App, services: Services): void {
  const { settings } = services;
  const hide = { schema: { hide: true } };
  app.get('/robots.txt', hide, (_request, reply) => reply.type('text/plain; charset=utf-8').send(robotsText(settings.url)));
  app.get('/llms.txt', hide, (_request, reply) => reply.type('text/markdown; charset=utf-8').send(llmsText(settings)));
  app.get('/sitemap.xml', hide, async (_request, reply) => {
    const addresses = await addressesOf(services);
    return reply.type('application/xml; charset=utf-8').send(sitemapIndex(settings.url, addresses.length));
  });
  const schema = { hide: true, params: z.object({ part: z.string().regex(/^[1-9]\d{0,4}\.xml$/u) }) };
  app.get('/sitemap/:part', { schema }, async (request, reply) => {
    const page = sitemapPart(await addressesOf(services), Number.parseInt(request.params.part, 10));
    if (page === null) throw notFound();
    return reply.type('application/xml; charset=utf-8').send(page);
  });
}

async function addressesOf(services: Services): Promise<readonly string[]> {
  const { url } = services.settings;
  const { outcomes } = await loadSnapshot(services);
  const listed = outcomes
    .filter(({ status }) => status !== 'draft' && status !== 'in-review')
    .map((one) => outcomeAddress(url, one));
  const documents: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof listMicroCredentials>> = await listMicroCredentials(services, {
      limit: 200,
      ...(cursor === '' ? {} : { cursor }),
    });
    documents.push(...page.items.map(({ code, version }) => `${url}/micro-credentials/${encodeURIComponent(code)}/${version}`));
    cursor = page.next;
  }
  return sitemapAddresses(url, [...listed, ...documents]);
}
