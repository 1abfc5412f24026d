import { z } from 'zod';
import { unusableFile } from '../../catalogue/import/codes.ts';
import { decodeJson } from '../../catalogue/import/decode.ts';
import { readCaseItems } from './read-case-items.ts';
import { conceptOf, type Link, type NotTaken, type ReadScheme, type Replaced, type SchemeReader } from './concept.ts';

const node = z.looseObject({ identifier: z.string(), uri: z.string().optional() });
/** A CFPackage of CASE 1.0 or 1.1 (1EdTech). */
const packageForm = z.looseObject({
  CFDocument: z.looseObject({ uri: z.string(), title: z.string(), version: z.string().nullish() }),
  CFItems: z.array(z.unknown()),
  CFAssociations: z.array(z.unknown()).default([]),
});
const itemForm = z.looseObject({
  uri: z.string(),
  fullStatement: z.string().nullish(),
  abbreviatedStatement: z.string().nullish(),
  humanCodingScheme: z.string().nullish(),
  CFItemType: z.string().nullish(),
  language: z.string().nullish(),
  notes: z.string().nullish(),
  conceptKeywords: z.union([z.string(), z.array(z.string())]).nullish(),
  lastChangeDateTime: z.string().nullish(),
});
const associationForm = z.looseObject({ associationType: z.string(), originNodeURI: node, destinationNodeURI: node });
const KINDS: Readonly<Record<string, Link['kind']>> = {
  isChildOf: 'broader',
  isPartOf: 'broader',
  exactMatchOf: 'exact',
  isRelatedTo: 'related',
  isPeerOf: 'related',
};

/**
 * Packages of CASE: each item is a skill; the document is the scheme. Of an item that stands twice the one that changed last comes last.
 * A file of items as CSV, as tools for CASE export them, is read too.
 */
export const readCase: SchemeReader = (files, base) => {
  const concepts: ReadScheme['concepts'][number][] = [];
  const notTaken: NotTaken[] = [];
  const replaced: Replaced[] = [];
  let about: ReadScheme['about'] = { uri: null, name: null, version: null };
  let rows = 0;
  for (const file of files) {
    if (/\.csv$/iu.test(file.name)) {
      const items = readCaseItems(file, base);
      rows += items.rows;
      concepts.push(...items.concepts);
      notTaken.push(...items.notTaken);
      continue;
    }
    const read = packageForm.safeParse(decodeJson(file));
    if (!read.success) throw unusableFile('not-this-format', file.name, z.prettifyError(read.error).slice(0, 300));
    const { CFDocument: document, CFItems: items, CFAssociations: associations } = read.data;
    about = about.uri === null ? { uri: document.uri, name: document.title, version: document.version ?? null } : about;
    const { links, broken, replacements } = linksOf(associations, document.uri);
    replaced.push(...replacements);
    for (const at of broken) notTaken.push({ file: file.name, row: at, code: 'entry-not-valid', detail: 'CFAssociations' });
    const entries = items.map((one) => itemForm.safeParse(one));
    rows += items.length;
    const order = [...entries.entries()].sort(([, a], [, b]) => changed(a) - changed(b));
    for (const [at, item] of order) {
      const where = { file: file.name, row: at + 1 };
      if (!item.success) {
        notTaken.push({ ...where, code: 'entry-not-valid', detail: z.prettifyError(item.error).slice(0, 300) });
        continue;
      }
      const { uri, fullStatement, abbreviatedStatement, humanCodingScheme, CFItemType, language, notes, conceptKeywords } =
        item.data;
      const label = abbreviatedStatement?.trim() || fullStatement?.trim() || '';
      if (label === '') notTaken.push({ ...where, code: 'label-missing', detail: uri });
      else
        concepts.push({
          ...where,
          concept: conceptOf({
            uri,
            label,
            lang: language ?? 'en',
            notation: humanCodingScheme ?? null,
            description:
              [abbreviatedStatement == null ? null : fullStatement, notes]
                .filter((one) => one != null && one !== '')
                .join('\n') || null,
            keywords: [conceptKeywords ?? []].flat(),
            sourceKind: CFItemType ?? null,
            links: links.get(uri) ?? [],
          }),
        });
    }
  }
  return { about, rows, concepts, notTaken, replaced };
};

const changed = (item: z.ZodSafeParseResult<z.infer<typeof itemForm>>): number =>
  item.success ? Date.parse(item.data.lastChangeDateTime ?? '') || 0 : 0;

/** Links by the item that they begin at; the document itself is no skill. */
function linksOf(associations: readonly unknown[], document: string) {
  const links = new Map<string, Link[]>();
  const broken: number[] = [];
  const replacements: Replaced[] = [];
  for (const [at, one] of associations.entries()) {
    const read = associationForm.safeParse(one);
    if (!read.success) {
      broken.push(at + 1);
      continue;
    }
    const kind = KINDS[read.data.associationType];
    const [from, to] = [read.data.originNodeURI.uri, read.data.destinationNodeURI.uri];
    if (read.data.associationType === 'replacedBy' && from !== undefined && to !== undefined)
      replacements.push({ uri: from, by: to });
    if (kind === undefined || from === undefined || to === undefined || from === to || isDocument(to, document)) continue;
    links.set(from, [...(links.get(from) ?? []), { kind, to }]);
  }
  return { links, broken, replacements };
}

const isDocument = (to: string, document: string): boolean =>
  to === document || to.split('/').at(-1) === document.split('/').at(-1);
