import { escapeHtml } from '@recognition/web/stack-still';
import { sayer } from '@recognition/web/language';
import { z } from 'zod';
import { type PageOptions, serverPage } from './shell.ts';

const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string(), z.object({ schema: schema.optional() }));
const operation = z.object({
  summary: z.string().optional(),
  tags: z.array(z.string()).optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema: schema.optional(),
      }),
    )
    .optional(),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })).optional(),
});
type Operation = z.infer<typeof operation>;
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** What is shown of an OpenAPI 3.1 document. */
export const openApiDocument = z.object({
  paths: z.record(z.string(), z.partialRecord(z.enum(METHODS), operation)),
  components: z.object({ schemas: z.record(z.string(), schema).optional() }).optional(),
});
export type OpenApiDocument = z.infer<typeof openApiDocument>;

export type Codes = readonly { readonly code: string; readonly en: string; readonly mi: string }[];

/** The API to read: each address with what goes in and out, the shapes that have a name, and what each code of a problem means. */
export function apiDocsPage(options: Omit<PageOptions, 'title'>, document: OpenApiDocument, codes: Codes): string {
  const t = sayer(options.language);
  const title = t('api.title');
  const groups = byTag(document);
  const body = `<h1 class="display">${escapeHtml(title)}</h1>
<p class="lead top-2">${escapeHtml(t('api.lead'))} <a href="/api/openapi.json">/api/openapi.json</a></p>
<nav aria-label="${escapeHtml(t('api.parts'))}"><ul class="tags top-2">${groups.map(([tag]) => `<li><a href="#${anchor(tag)}">${escapeHtml(tag)}</a></li>`).join('')}<li><a href="#shapes">${escapeHtml(t('api.shapes'))}</a></li><li><a href="#codes">${escapeHtml(t('api.codes'))}</a></li></ul></nav>
${groups.map(([tag, calls]) => section(anchor(tag), tag, calls.map((call) => callBlock(call, t)).join(''))).join('')}
${section('shapes', t('api.shapes'), shapes(document))}
${section('codes', t('api.codes'), codeList(codes, options.language))}`;
  return serverPage({ ...options, title }, body);
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

function byTag({ paths }: OpenApiDocument): readonly (readonly [string, readonly Call[]])[] {
  const groups = new Map<string, Call[]>();
  for (const [path, item] of Object.entries(paths)) {
    for (const method of METHODS) {
      const found = item[method];
      if (found === undefined) continue;
      const tag = (found.tags?.[0] ?? 'other').toLowerCase();
      groups.set(tag, [...(groups.get(tag) ?? []), { method: method.toUpperCase(), path, operation: found }]);
    }
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function callBlock({ method, path, operation }: Call, t: ReturnType<typeof sayer>): string {
  const parameters = operation.parameters ?? [];
  const given =
    parameters.length === 0
      ? ''
      : `<table class="tbl"><thead><tr><th scope="col">${escapeHtml(t('api.name'))}</th><th scope="col">${escapeHtml(t('api.where'))}</th><th scope="col">${escapeHtml(t('api.what'))}</th></tr></thead><tbody>${parameters
          .map(
            (one) =>
              `<tr><th scope="row"><code>${escapeHtml(one.name)}</code>${one.required === true ? ' *' : ''}</th><td>${escapeHtml(one.in)}</td><td lang="en">${escapeHtml(one.description ?? '')} ${one.schema === undefined ? '' : shapeOf(one.schema)}</td></tr>`,
          )
          .join('')}</tbody></table>`;
  const sent = Object.entries(operation.requestBody?.content ?? {}).map(([type, body]) =>
    detail(`${t('api.sent')}: ${type}`, body.schema),
  );
  const answered = Object.entries(operation.responses ?? {}).flatMap(([status, { content }]) =>
    content === undefined
      ? [`<p class="small muted">${escapeHtml(t('api.answered'))}: ${escapeHtml(status)}</p>`]
      : Object.entries(content).map(([type, body]) => detail(`${t('api.answered')}: ${status}, ${type}`, body.schema)),
  );
  return `<article class="call"><h3 class="h3"><code>${method} ${escapeHtml(path)}</code></h3><p lang="en">${escapeHtml(operation.summary ?? '')}</p>${given}${sent.join('')}${answered.join('')}</article>`;
}

function shapes({ components }: OpenApiDocument): string {
  return Object.entries(components?.schemas ?? {})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, shape]) => `<div id="shape-${anchor(name)}">${detail(name, shape)}</div>`)
    .join('');
}

function codeList(codes: Codes, language: 'en' | 'mi'): string {
  return `<dl class="codes">${codes
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(
      (one) =>
        `<div id="${escapeHtml(one.code)}"><dt><code>${escapeHtml(one.code)}</code></dt><dd>${escapeHtml(one[language])}</dd></div>`,
    )
    .join('')}</dl>`;
}

function section(id: string, title: string, inner: string): string {
  return `<section class="sec" aria-labelledby="${id}"><header><h2 class="h2" id="${id}">${escapeHtml(title)}</h2></header>${inner}</section>`;
}

function detail(title: string, shape: Readonly<Record<string, unknown>> | undefined): string {
  const name = shape === undefined ? null : nameOf(shape);
  if (name !== null) return `<p class="small">${escapeHtml(title)}: <a href="#shape-${anchor(name)}">${escapeHtml(name)}</a></p>`;
  return `<details><summary>${escapeHtml(title)}</summary><pre tabindex="0">${escapeHtml(JSON.stringify(shape ?? {}, null, 2))}</pre></details>`;
}

/** A short shape on one line: its type, its values, its limits. */
function shapeOf(shape: Readonly<Record<string, unknown>>): string {
  return `<code>${escapeHtml(JSON.stringify(shape))}</code>`;
}

function nameOf(shape: Readonly<Record<string, unknown>>): string | null {
  const reference = shape['$ref'];
  return typeof reference === 'string' ? (reference.split('/').at(-1) ?? null) : null;
}

function anchor(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
