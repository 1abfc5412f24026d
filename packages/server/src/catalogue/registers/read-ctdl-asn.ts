import { FIELDS } from '@recognition/recognition';
import type { Text } from '../document.ts';
import type { SourceFile } from '../import/answer.ts';
import type { As } from '../import/merge-listing.ts';
import type { Held, ReadCatalogue } from '../import/read-catalogue.ts';
import { idOfPublished, organisationOfAddress } from './address.ts';
import { entriesOf, type Entry } from './entries.ts';
import { hasType, type Node, nodesOf, referencesOf, stringOf, textsOf, wholeOf, wordsOf } from './node.ts';
import { FIELD, LEVEL, OURS } from './write-ctdl-asn.ts';

/**
 * Reads the competencies of a CTDL-ASN file as outcomes. A competency without a code of its own that another one of the file embodies
 * as knowledge or skill is a text of that other one; a node without a text only refers to a competency elsewhere and is no entry.
 */
export async function readCtdlAsn(source: SourceFile, held: Held, as: As | undefined): Promise<ReadCatalogue> {
  const competencies = nodesOf(source).filter(
    (node) =>
      hasType(node, 'ceasn:Competency') &&
      (node['ceasn:competencyText'] !== undefined || node['ceasn:competencyLabel'] !== undefined),
  );
  const byAddress = new Map(competencies.map((node) => [node['@id'], node]));
  const texts = new Map<string, Node>();
  for (const node of competencies) {
    for (const address of [node['ceasn:knowledgeEmbodied'], node['ceasn:skillEmbodied']].flatMap(referencesOf)) {
      const target = byAddress.get(address);
      if (target !== undefined && target !== node && target['ceasn:codedNotation'] === undefined) texts.set(address, target);
    }
  }
  const entries = competencies.filter((node) => !texts.has(String(node['@id']))).map((node) => entryOf(node, texts));
  return entriesOf(source.name, entries, held, as);
}

function entryOf(node: Node, texts: ReadonlyMap<string, Node>): Entry {
  const said = referencesOf(node['ceasn:identifier']);
  const ours = (prefix: string) => decoded(said.find((one) => one.startsWith(prefix))?.slice(prefix.length));
  const id = ours(OURS.id) ?? idOfPublished(stringOf(node['ceterms:ctid']), stringOf(node['@id']));
  if (id === null) return 'no-address';
  const name = wordsOf(node['ceasn:competencyText']) ?? wordsOf(node['ceasn:competencyLabel']);
  if (name === null) return 'title-missing';
  if (name.length > 500) return 'title-too-long';
  const lineage = ours(OURS.lineage);
  const [creator] = referencesOf(node['ceasn:creator']).map(organisationOfAddress);
  const levels = referencesOf(node['ceasn:educationLevelType']).filter((one) => one.startsWith(LEVEL));
  const concepts = referencesOf(node['ceasn:conceptTerm']);
  return {
    id,
    code: stringOf(node['ceasn:codedNotation']) ?? id,
    name,
    version: wholeOf(ours(OURS.version)),
    level: wholeOf(levels[0]?.slice(LEVEL.length)),
    field: FIELDS.find((field) => concepts.includes(`${FIELD}${field}`)) ?? null,
    ...(lineage === null ? {} : { lineage }),
    kind: wordsOf(node['ceasn:competencyCategory']),
    developer: creator ?? null,
    theory: embodied(node['ceasn:knowledgeEmbodied'], texts),
    practice: embodied(node['ceasn:skillEmbodied'], texts),
  };
}

function embodied(value: unknown, texts: ReadonlyMap<string, Node>): readonly Text[] {
  return referencesOf(value).flatMap((address) => textsOf(texts.get(address)?.['ceasn:competencyText']));
}

function decoded(text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
