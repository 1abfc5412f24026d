import { hasType, nodesOf, referencesOf, stringOf, textsOf, wordsOf } from '../../catalogue/registers/node.ts';
import { unusableFile } from '../../catalogue/import/codes.ts';
import { conceptOf, type Link, type NotTaken, type ReadScheme, type SchemeReader } from './concept.ts';

/** Competency frameworks of CTDL-ASN, or concept schemes of SKOS inside CTDL, as JSON-LD. */
export const readCtdlAsnScheme: SchemeReader = (files) => {
  const concepts: ReadScheme['concepts'][number][] = [];
  const notTaken: NotTaken[] = [];
  let about: ReadScheme['about'] = { uri: null, name: null, version: null };
  let rows = 0;
  for (const file of files) {
    const nodes = nodesOf(file);
    let skills = 0;
    for (const [at, node] of nodes.entries()) {
      const where = { file: file.name, row: at + 1 };
      const [uri = null] = referencesOf(node);
      if (hasType(node, 'ceasn:CompetencyFramework', 'asn:StandardDocument', 'skos:ConceptScheme')) {
        if (about.uri === null)
          about = {
            uri,
            name: wordsOf(node['ceasn:name'] ?? node['skos:prefLabel'] ?? node['ceterms:name']),
            version: stringOf(node['ceterms:versionIdentifier'] ?? node['schema:version']),
          };
        continue;
      }
      if (!hasType(node, 'ceasn:Competency', 'asn:Statement', 'skos:Concept')) continue;
      rows += 1;
      skills += 1;
      const texts = textsOf(node['ceasn:competencyText'] ?? node['skos:prefLabel'] ?? node['ceasn:competencyLabel']);
      const main = texts.find(({ lang }) => /^en\b/iu.test(lang)) ?? texts[0];
      if (uri === null) notTaken.push({ ...where, code: 'address-missing', detail: '' });
      else if (main === undefined) notTaken.push({ ...where, code: 'label-missing', detail: uri });
      else
        concepts.push({
          ...where,
          concept: conceptOf({
            uri,
            label: main.text,
            lang: main.lang.toLowerCase().split('-')[0] ?? 'en',
            mi: texts.find(({ lang }) => lang === 'mi')?.text ?? null,
            labels: Object.fromEntries(
              texts.filter((one) => one !== main && one.lang !== 'mi').map(({ lang, text }) => [lang, text]),
            ),
            notation: stringOf(node['ceasn:codedNotation']) ?? stringOf(node['skos:notation']),
            description: wordsOf(node['ceasn:comment'] ?? node['skos:definition']),
            keywords: textsOf(node['ceasn:conceptKeyword']).map(({ text }) => text),
            sourceKind: wordsOf(node['ceasn:competencyCategory']),
            links: linksOf(node, uri),
          }),
        });
    }
    if (skills === 0) throw unusableFile('not-this-format', file.name, 'It holds no competency.');
  }
  return { about, rows, concepts, notTaken };
};

const LINKS: Readonly<Record<string, Link['kind']>> = {
  'ceasn:isChildOf': 'broader',
  'skos:broader': 'broader',
  'ceasn:hasChild': 'narrower',
  'skos:narrower': 'narrower',
  'ceasn:exactAlignment': 'exact',
  'ceasn:majorAlignment': 'related',
  'ceasn:minorAlignment': 'related',
};

const linksOf = (node: Readonly<Record<string, unknown>>, uri: string): readonly Link[] =>
  Object.entries(LINKS).flatMap(([word, kind]) =>
    referencesOf(node[word])
      .filter((to) => to !== uri)
      .map((to) => ({ kind, to })),
  );
