import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { App } from '../../http/route.ts';
import type { Services } from '../../services.ts';
import { type CaseProvider, caseProvider } from './case-provider.ts';
import type { Node } from './node.ts';
import { CASE_PATH } from './write-case.ts';

const tags = ['CASE'];
const MOST = 1000;

const query = z.object({
  limit: z.string().optional(),
  offset: z.string().optional(),
  sort: z.string().max(64).optional(),
  orderBy: z.string().max(8).optional(),
  filter: z.string().max(500).optional(),
  fields: z.string().max(500).optional(),
});
type Query = z.infer<typeof query>;

/** The CASE 1.1 provider: reading only, open to everybody, as the catalogue is. */
export function caseRoutes(app: App, services: Services): void {
  app.get(
    `${CASE_PATH}/CFDocuments`,
    { schema: { tags, summary: 'The frameworks of the catalogue, paged by limit and offset', querystring: query } },
    async (request, reply) => {
      const { documents } = await caseProvider(services);
      const asked = pageOf(request.query, documents);
      if ('fault' in asked) return refused(reply, 400, asked.fault, asked.value);
      const { page, offset, limit } = asked;
      void reply.header('x-total-count', String(documents.length));
      const links = linksOf(services.settings.url, request.query, documents.length, offset, limit);
      if (links !== '') void reply.header('link', links);
      return { CFDocuments: page };
    },
  );

  one('CFDocuments', 'A framework', async (provider, id) => provider.document(id));
  one('CFPackages', 'A framework with all its items and associations', (provider, id) => provider.package(id));
  one('CFItems', 'An outcome as an item', (provider, id) => provider.item(id));
  one('CFItemAssociations', 'An item with its associations', (provider, id) => provider.itemAssociations(id));
  one('CFAssociations', 'An association', (provider, id) => provider.association(id));
  one('CFItemTypes', 'A kind of outcome', async (provider, id) => inSet('CFItemTypes', provider.itemType(id)));
  one('CFSubjects', 'A field as a subject', async (provider, id) => inSet('CFSubjects', provider.subject(id)));
  // The catalogue has none of these, and the standard has an address for each.
  for (const kind of ['CFAssociationGroupings', 'CFConcepts', 'CFLicenses', 'CFRubrics'])
    one(kind, `${kind}: the catalogue has none`, async () => null);

  function one(kind: string, summary: string, find: (provider: CaseProvider, id: string) => Promise<Node | null>): void {
    app.get(
      `${CASE_PATH}/${kind}/:sourcedId`,
      { schema: { tags, summary, params: z.object({ sourcedId: z.string().max(100) }) } },
      async (request, reply) => {
        const found = await find(await caseProvider(services), request.params.sourcedId.toLowerCase());
        return found ?? refused(reply, 404, 'There is nothing with this identifier.', 'unknownobject');
      },
    );
  }
}

function inSet(name: string, found: Node | null): Node | null {
  return found === null ? null : { [name]: [found] };
}

type Page =
  | { readonly page: readonly Node[]; readonly offset: number; readonly limit: number }
  | { readonly fault: string; readonly value: string };

/** A page of a list by the parameters of CASE 1.1. What cannot be done is refused, never passed over. */
export function pageOf(asked: Query, list: readonly Node[]): Page {
  const limit = whole(asked.limit, 100);
  const offset = whole(asked.offset, 0);
  if (limit === null || limit < 1 || limit > MOST)
    return { fault: `A limit is a whole number from 1 to ${MOST}.`, value: 'invaliddata' };
  if (offset === null) return { fault: 'An offset is a whole number from 0.', value: 'invaliddata' };
  if (asked.filter !== undefined)
    return { fault: 'This provider does not filter. Page through the list instead.', value: 'invalid_filter_field' };
  const known = new Set(list.flatMap(Object.keys));
  const { sort = 'identifier', orderBy = 'asc' } = asked;
  if (!known.has(sort) && list.length > 0) return { fault: 'There is no such field to sort by.', value: 'invalid_sort_field' };
  if (orderBy !== 'asc' && orderBy !== 'desc') return { fault: 'orderBy is asc or desc.', value: 'invaliddata' };
  const fields = asked.fields?.split(',').map((field) => field.trim());
  if (list.length > 0 && fields?.some((field) => !known.has(field)) === true)
    return { fault: 'There is no such field to select.', value: 'invalid_selection_field' };
  const direction = orderBy === 'asc' ? 1 : -1;
  const text = (node: Node) => JSON.stringify(node[sort] ?? '');
  const page = [...list]
    .sort((a, b) => (text(a) < text(b) ? -direction : text(a) > text(b) ? direction : 0))
    .slice(offset, offset + limit)
    .map((node) =>
      fields === undefined ? node : Object.fromEntries(Object.entries(node).filter(([key]) => fields.includes(key))),
    );
  return { page, offset, limit };
}

function whole(text: string | undefined, otherwise: number): number | null {
  if (text === undefined) return otherwise;
  return /^[0-9]{1,9}$/u.test(text) ? Number(text) : null;
}

function linksOf(url: string, asked: Query, total: number, offset: number, limit: number): string {
  const to = (rel: string, place: number) => {
    const parameters = new URLSearchParams({ limit: String(limit), offset: String(place) });
    for (const key of ['sort', 'orderBy', 'fields'] as const) if (asked[key] !== undefined) parameters.set(key, asked[key]);
    return `<${url}${CASE_PATH}/CFDocuments?${parameters}>; rel="${rel}"`;
  };
  const last = total === 0 ? 0 : Math.floor((total - 1) / limit) * limit;
  return [
    ...(offset + limit < total ? [to('next', offset + limit)] : []),
    to('last', last),
    to('first', 0),
    ...(offset > 0 ? [to('prev', Math.max(0, offset - limit))] : []),
  ].join(', ');
}

/** An answer of failure in the form of 1EdTech: imsx_StatusInfo. */
function refused(reply: FastifyReply, status: number, sentence: string, minor: string): FastifyReply {
  return reply.code(status).send({
    imsx_codeMajor: 'failure',
    imsx_severity: 'error',
    imsx_description: sentence,
    imsx_CodeMinor: {
      imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: minor }],
    },
  });
}
