import type { SourceFile } from '../import/answer.ts';
import { unusableFile } from '../import/codes.ts';
import { decodeJson } from '../import/decode.ts';
import type { As } from '../import/merge-listing.ts';
import type { Held, ReadCatalogue } from '../import/read-catalogue.ts';
import { idOfPublished } from './address.ts';
import { entriesOf, type Entry } from './entries.ts';
import { clean, dayOf, isNode, stringOf } from './node.ts';
import { EXTENDED, EXTENSION } from './write-case.ts';

/**
 * Reads the items of a CFPackage (CASE 1.0 or 1.1) as outcomes. Levels of schooling are not levels of the NZQCF and are not read; what our
 * own packages say under `extensions` is.
 */
export async function readCase(source: SourceFile, held: Held, as: As | undefined): Promise<ReadCatalogue> {
  const json = decodeJson(source);
  const items = isNode(json) ? json['CFItems'] : undefined;
  if (!Array.isArray(items)) throw unusableFile('not-this-format', source.name, 'A CASE package has "CFItems".');
  const list: readonly unknown[] = items;
  return entriesOf(source.name, list.map(entryOf), held, as);
}

function entryOf(item: unknown): Entry {
  if (!isNode(item)) return 'not-an-object';
  const extensions = item['extensions'];
  const extension = isNode(extensions) ? extensions[EXTENSION] : undefined;
  const said = isNode(extension) ? extension : {};
  const address = stringOf(item['identifier']) ?? stringOf(item['uri']);
  const id = stringOf(said['id']) ?? idOfPublished(null, address?.includes(':') === false ? `urn:uuid:${address}` : address);
  if (id === null) return 'no-address';
  const statement = item['fullStatement'];
  const name = typeof statement === 'string' ? clean(statement) : '';
  if (name === '') return 'title-missing';
  if (name.length > 500) return 'title-too-long';
  return {
    ...Object.fromEntries(EXTENDED.filter((part) => said[part] !== undefined).map((part) => [part, said[part]])),
    id,
    code: stringOf(item['humanCodingScheme']) ?? id,
    name,
    kind: stringOf(item['CFItemType']),
    registered: dayOf(item['statusStartDate']),
    lastAssessment: dayOf(item['statusEndDate']),
  };
}
