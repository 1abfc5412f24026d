import { Parser, type Quad } from 'n3';
import type { SourceFile } from '../../catalogue/import/answer.ts';
import { unusableFile } from '../../catalogue/import/codes.ts';
import { decodeText } from '../../catalogue/import/decode.ts';
import { textOf } from '../../catalogue/import/sources/canonical.ts';
import {
  conceptOf,
  type Link,
  type LinkKind,
  type NotTaken,
  pieces,
  type ReadScheme,
  type Replaced,
  type SchemeReader,
} from './concept.ts';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const DCTERMS = 'http://purl.org/dc/terms/';
const KEYWORDS = 'https://schema.org/keywords';
const LEVELS = /[#/]level$/u;

/**
 * A scheme in SKOS, as Turtle: concepts with their labels, definitions and links. Australia's draft National Skills Taxonomy is one; its
 * category and context (`dcterms:subject`, `dcterms:type`), level and keywords are read too; and what replaces what (`dcterms:isReplacedBy`,
 * `dcterms:replaces`), of concepts that the file no longer describes as well.
 */
export const readSkos: SchemeReader = (files) => {
  const nodes = new Map<string, { file: string; quads: Quad[] }[]>();
  const notTaken: NotTaken[] = [];
  const replaced: Replaced[] = [];
  let scheme: ReadScheme['about'] = { uri: null, name: null, version: null };
  for (const file of files) {
    const of = new Map<string, Quad[]>();
    for (const quad of quadsOf(file)) of.set(quad.subject.value, [...(of.get(quad.subject.value) ?? []), quad]);
    let concepts = 0;
    for (const [uri, quads] of of) {
      const types = values(quads, TYPE);
      for (const by of values(quads, `${DCTERMS}isReplacedBy`)) replaced.push({ uri, by });
      for (const was of values(quads, `${DCTERMS}replaces`)) replaced.push({ uri: was, by: uri });
      if (types.includes(`${SKOS}ConceptScheme`))
        scheme = {
          uri,
          name: text(quads, `${SKOS}prefLabel`) ?? text(quads, `${DCTERMS}title`),
          version: text(quads, 'http://www.w3.org/2002/07/owl#versionInfo'),
        };
      if (!types.includes(`${SKOS}Concept`)) continue;
      concepts += 1;
      nodes.set(uri, [...(nodes.get(uri) ?? []), { file: file.name, quads }]);
    }
    if (concepts === 0) throw unusableFile('not-this-format', file.name, 'It holds no skos:Concept.');
  }
  const concepts: ReadScheme['concepts'][number][] = [];
  let row = 0;
  for (const [uri, stated] of nodes)
    for (const { file, quads } of stated) {
      row += 1;
      const preferred = objects(quads, `${SKOS}prefLabel`);
      const main = preferred.find(({ language }) => /^en\b/iu.test(language)) ?? preferred[0];
      const label = textOf(main?.value);
      if (main === undefined || label === null) {
        notTaken.push({ file, row, code: 'label-missing', detail: uri });
        continue;
      }
      const others = preferred.filter((one) => one !== main && one.language !== '');
      concepts.push({
        file,
        row,
        concept: conceptOf({
          uri,
          label,
          lang: main.language === '' ? 'en' : main.language,
          mi: textOf(others.find(({ language }) => language === 'mi')?.value),
          labels: Object.fromEntries(
            others.filter(({ language }) => language !== 'mi').map(({ language, value }) => [language, value]),
          ),
          notation: text(quads, `${SKOS}notation`),
          altLabels: values(quads, `${SKOS}altLabel`).flatMap((one) => pieces(one, /;/u)),
          keywords: values(quads, KEYWORDS).flatMap((one) => pieces(one, /;/u)),
          description: text(quads, `${SKOS}definition`),
          sourceKind: [`${DCTERMS}subject`, `${DCTERMS}type`].flatMap((one) => values(quads, one).map(tail)).join(', ') || null,
          level: quads.filter(({ predicate }) => LEVELS.test(predicate.value)).map(({ object }) => tail(object.value))[0] ?? null,
          links: linksOf(uri, quads),
        }),
      });
    }
  return { about: scheme, rows: row, concepts, notTaken, replaced };
};

const LINKS: Readonly<Record<string, LinkKind>> = {
  broader: 'broader',
  broaderTransitive: 'broader',
  broadMatch: 'broader',
  narrower: 'narrower',
  narrowMatch: 'narrower',
  exactMatch: 'exact',
  related: 'related',
  closeMatch: 'related',
  relatedMatch: 'related',
};

const linksOf = (uri: string, quads: readonly Quad[]): readonly Link[] =>
  Object.entries(LINKS).flatMap(([word, kind]) =>
    values(quads, `${SKOS}${word}`)
      .filter((to) => to !== uri)
      .map((to) => ({ kind, to })),
  );

function quadsOf(file: SourceFile): readonly Quad[] {
  const turtle = decodeText(file);
  try {
    return new Parser({ format: 'text/turtle' }).parse(turtle);
  } catch (error) {
    throw unusableFile('not-this-format', file.name, error instanceof Error ? error.message.slice(0, 300) : 'It is not Turtle.');
  }
}

/** What a statement says, with its language where it is words in one. */
const objects = (quads: readonly Quad[], predicate: string): readonly { readonly value: string; readonly language: string }[] =>
  quads
    .filter((quad) => quad.predicate.value === predicate)
    .map(({ object }) => ({ value: object.value, language: object.termType === 'Literal' ? object.language : '' }));
const values = (quads: readonly Quad[], predicate: string): readonly string[] =>
  objects(quads, predicate).map(({ value }) => value);
const text = (quads: readonly Quad[], predicate: string): string | null => textOf(values(quads, predicate)[0]);
const tail = (address: string): string => /#?([^/#]+)$/u.exec(address)?.[1]?.replace(/^skill(?:cat|ctx)/u, '') ?? address;
