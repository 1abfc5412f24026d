import { LISTING_RULES } from '@recognition/recognition';
import { askedOf, type CatalogueSearch, keyOf, readSearch } from '@recognition/web/catalogue-search';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { showOutcome } from '../catalogue/list.ts';
import { compareOutcomeDevelopers } from '../catalogue/developers.ts';
import { outcomeAddress } from '../catalogue/address.ts';
import { outcomeMarkdown } from '../catalogue/markdown.ts';
import type { KeptOutcome } from '../catalogue/document.ts';
import { toView } from '../catalogue/views.ts';
import { Problem } from '../http/problem.ts';
import { madeOf, partOf } from '../micro-credential/list.ts';
import type { App } from '../http/route.ts';
import { sentenceOf } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { findOfferings } from '../offering/find.ts';
import { searchCatalogue, type SearchQuery } from '../offering/shelf/page.ts';
import { searchQuery } from '../offering/shelf/schemas.ts';
import { checksPage, kindsPage, outcomePage } from './catalogue.ts';
import { comparePage } from './compare.ts';
import { errorPage } from './error-page.ts';
import { KINDS, kindsIn } from './kinds.ts';
import { outcomeDevelopersPage } from './outcome-developers.ts';
import { html, pageOptions } from './page.ts';
import { shelfPage } from './shelf.ts';

const lang = z.string().max(8).optional();
const asked = z.looseObject({ cursor: z.string().max(1000).nullable().catch(null), lang });

const kindList = z
  .object({
    title: z.string(),
    short: z.string(),
    kinds: z.array(z.object({ kind: z.enum(KINDS), name: z.string(), says: z.string() })),
    together: z.string(),
  })
  .meta({
    id: 'Kinds',
    description: 'What each kind of thing in the catalogue is, in the order in which they build on each other.',
  });

/** The public catalogue, drawn here so that it reads without JavaScript; where there is some, the website takes over in place. */
export function cataloguePages(app: App, services: Services): void {
  app.get('/catalogue', { schema: { hide: true, querystring: asked } }, (request, reply) =>
    drawn(request, reply, services, async (options) => {
      const { cursor } = request.query;
      const { search, query } = readAddress(request.query);
      const page = await searchCatalogue(services, { ...query, ...(cursor === null || cursor === '' ? {} : { cursor }) });
      // The website begins at the first page; a later one is read without it.
      const known = cursor === null ? [{ queryKey: ['shelf', keyOf(search)], data: { pages: [page], pageParams: [null] } }] : [];
      return shelfPage(options, search, page, known);
    }),
  );

  app.get('/catalogue/checks', { schema: { hide: true } }, (request, reply) =>
    drawn(request, reply, services, async (options) =>
      checksPage(options, LISTING_RULES, [{ queryKey: ['checks'], data: { items: LISTING_RULES } }]),
    ),
  );

  app.get('/catalogue/checks/developers', { schema: { hide: true } }, (request, reply) =>
    drawn(request, reply, services, async (options) => outcomeDevelopersPage(options, await compareOutcomeDevelopers(services))),
  );

  app.get(
    '/api/v1/outcomes/kinds',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Say what outcomes, standards and micro-credentials are to each other, with the words of the page',
        response: { 200: kindList },
      },
    },
    async (request) => {
      const said = kindsIn(request.language);
      return { ...said, kinds: [...said.kinds] };
    },
  );

  app.get('/catalogue/kinds', { schema: { hide: true } }, (request, reply) =>
    drawn(request, reply, services, async (options) => kindsPage(options)),
  );

  const two = z.object({ a: z.string().max(140).catch(''), b: z.string().max(140).catch(''), lang });
  app.get('/catalogue/compare', { schema: { hide: true, querystring: two } }, async (request, reply) => {
    const asked = { a: request.query.a.trim(), b: request.query.b.trim() };
    const options = await pageOptions(request, services);
    try {
      const found =
        asked.a === '' || asked.b === ''
          ? null
          : ([await named(request, services, asked.a), await named(request, services, asked.b)] as const);
      return await html(reply.header('cache-control', 'no-cache'), comparePage(options, asked, found, null));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const said = sentenceOf(error.code, error.message)[request.language];
      return html(reply.code(error.status), comparePage(options, asked, null, said));
    }
  });

  const params = z.object({ code: z.string().max(100), version: z.string().max(20) });
  app.get('/catalogue/:code/:version', { schema: { hide: true, params } }, (request, reply) => {
    const { code } = request.params;
    const version = request.params.version.replace(/\.md$/u, '');
    const markdown = request.params.version.endsWith('.md') || wantsMarkdown(request.headers.accept);
    void reply
      .header('vary', 'accept')
      .header(
        'link',
        `<${outcomeAddress('', { code, version: null }).replace(/unstated$/u, version)}.md>; rel="alternate"; type="text/markdown"`,
      );
    if (markdown) return sendMarkdown(request, reply, services, code, version);
    return drawn(request, reply, services, async (options) => {
      const number = numberOf(version);
      const outcome = await showOutcome(services, request.signedIn, code, number);
      const data = { ...toView(outcome), versions: outcome.versions };
      const url = new URL(`/catalogue/${encodeURIComponent(code)}/${version}`, services.settings.url);
      const taught = await findOfferings(services, { outcomes: [outcome.id] });
      // What it is part of: an outcome names the micro-credentials that are made of it, or of its standard.
      const made = await madeOf(services, outcome);
      return outcomePage(
        { ...options, url: String(url) },
        outcome,
        made.items,
        [
          { queryKey: ['outcome', code, version], data },
          { queryKey: ['part-of', partOf(outcome)], data: made },
          { queryKey: ['offerings-of', outcome.id], data: { items: taught } },
        ],
        taught,
      );
    });
  });
}

/** Whether a program asks for Markdown before HTML (RFC 9110, section 12.5.1). A browser never names it. */
function wantsMarkdown(accept: string | undefined): boolean {
  const named = (accept ?? '').split(',').map((one) => one.split(';')[0]?.trim());
  const [markdown, page] = [named.indexOf('text/markdown'), named.indexOf('text/html')];
  return markdown !== -1 && (page === -1 || markdown < page);
}

async function sendMarkdown(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  code: string,
  version: string,
): Promise<FastifyReply> {
  const outcome = await showOutcome(services, request.signedIn, code, numberOf(version));
  return reply
    .header('cache-control', 'no-cache')
    .type('text/markdown; charset=utf-8')
    .serializer((body: unknown) => String(body))
    .send(outcomeMarkdown(outcome, services.settings.url));
}

/** The version that an address names; null for one that its source did not state, 0 for none. */
function numberOf(version: string): number | null {
  return version === 'unstated' ? null : Number(/^[1-9][0-9]{0,6}$/.exec(version)?.[0] ?? 0);
}

/** What an address asks for; a word that is wrong is as if it were not there, so that a link never ends in an error. */
function readAddress(given: Readonly<Record<string, unknown>>): {
  readonly search: CatalogueSearch;
  readonly query: SearchQuery;
} {
  const search = readSearch(given);
  const read = searchQuery.safeParse(askedOf(search));
  if (read.success) return { search, query: read.data };
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
  const rest = readSearch(Object.fromEntries(Object.entries(search).filter(([word]) => !wrong.has(word))));
  return { search: rest, query: searchQuery.parse(askedOf(rest)) };
}

/** The definition that somebody named as `code/version`. Throws `outcome-not-found` (404). */
async function named(request: FastifyRequest, services: Services, typed: string): Promise<KeptOutcome> {
  const at = typed.lastIndexOf('/');
  const version = typed.slice(at + 1);
  const number = numberOf(version);
  return showOutcome(services, request.signedIn, typed.slice(0, Math.max(0, at)), number);
}

type Draw = (options: Awaited<ReturnType<typeof pageOptions>>) => Promise<string>;

async function drawn(request: FastifyRequest, reply: FastifyReply, services: Services, draw: Draw): Promise<FastifyReply> {
  const options = await pageOptions(request, services);
  try {
    return html(reply.header('cache-control', 'no-cache'), await draw(options));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const said = sentenceOf(error.code, error.message);
    return html(reply.code(error.status), errorPage(options, said[request.language], error.code));
  }
}
