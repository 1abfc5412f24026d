import type { SourceFile } from '../import/answer.ts';
import { unusableFile } from '../import/codes.ts';
import { decodeJson } from '../import/decode.ts';
import type { Text } from '../document.ts';

/** A node of a JSON-LD graph in the compact form in which CTDL is published. */
export type Node = Readonly<Record<string, unknown>>;

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function hasType(node: Node, ...types: readonly string[]): boolean {
  return listOf(node['@type']).some((type) => typeof type === 'string' && types.includes(type));
}

/**
 * The nodes of a CTDL file: those of `@graph`, of a list, of the resource inside a registry's envelope, or the file itself. Throws
 * `not-this-format` when none has a type of CTDL or CTDL-ASN, `file-not-json` and the other codes of a file.
 */
export function nodesOf(source: SourceFile): readonly Node[] {
  const json = decodeJson(source);
  const inside = isNode(json) && isNode(json['decoded_resource']) ? json['decoded_resource'] : json;
  const list = Array.isArray(inside) ? inside : isNode(inside) ? (inside['@graph'] ?? [inside]) : [];
  const nodes = listOf(list).filter(isNode);
  const known = nodes.some((node) => listOf(node['@type']).some((type) => /^(?:ceterms|ceasn|asn|skos):/u.test(String(type))));
  if (!known) throw unusableFile('not-this-format', source.name, 'A CTDL file is JSON-LD with types of ceterms: or ceasn:.');
  return nodes;
}

/** Words as the catalogue can keep them: normal form C, lines and pages ended by a line feed, no blanks around. Nothing else is changed. */
export function clean(words: string): string {
  return words
    .normalize('NFC')
    .replaceAll(/\r\n?|[\f\v]/gu, '\n')
    .trim();
}

/** The texts of a value: a language map, a value with a language, or a bare string, which counts as English as in CTDL's own examples. */
export function textsOf(value: unknown): readonly Text[] {
  return listOf(value).flatMap((one): readonly Text[] => {
    if (typeof one === 'string') return one.trim() === '' ? [] : [{ text: clean(one), lang: 'en' }];
    if (!isNode(one)) return [];
    const { '@value': inner, '@language': language } = one;
    if (typeof inner === 'string') return [{ text: clean(inner), lang: typeof language === 'string' ? language : 'en' }];
    return Object.entries(one).flatMap(([lang, words]) =>
      lang.startsWith('@')
        ? []
        : listOf(words).flatMap((word) => (typeof word === 'string' && word.trim() !== '' ? [{ text: clean(word), lang }] : [])),
    );
  });
}

/** The words of a value in English where it has them, else in its first language; null when it has none. */
export function wordsOf(value: unknown): string | null {
  const texts = textsOf(value);
  return (texts.find(({ lang }) => /^en\b/iu.test(lang)) ?? texts[0])?.text ?? null;
}

export function stringOf(value: unknown): string | null {
  const [first] = listOf(value);
  if (typeof first === 'number') return String(first);
  if (isNode(first)) return stringOf(first['@value']);
  return typeof first === 'string' && first.trim() !== '' ? clean(first) : null;
}

/** The addresses that a value refers to, as strings or as nodes with an `@id`. */
export function referencesOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((one) => {
    const address = isNode(one) ? one['@id'] : one;
    return typeof address === 'string' ? [address] : [];
  });
}

/** The day of a date or of a moment; null when it begins with none. */
export function dayOf(value: unknown): string | null {
  const [, day] = /^(\d{4}-\d\d-\d\d)(?:T|$)/u.exec(stringOf(value) ?? '') ?? [];
  return day ?? null;
}

/** A whole number that is written as one; null for anything else. */
export function wholeOf(value: unknown): number | null {
  const text = stringOf(value);
  return text !== null && /^[0-9]{1,7}$/u.test(text) ? Number(text) : null;
}
