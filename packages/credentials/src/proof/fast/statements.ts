import { isObject, type JsonObject } from '../../json.ts';
import { MAX_QUADS } from '../limits.ts';
import type { Term, TypeTerm, Vocabulary } from './vocabulary.ts';

/** A statement as N-Quads: the line, where blank nodes are marked, and which blank nodes it is about. */
export interface Statements {
  /** Lines about named things only. */
  readonly plain: Set<string>;
  /** For each blank node in the order of the document: what is said of it, with itself as `BLANK`. */
  readonly blank: Set<string>[];
}

/** Stands for the blank node that a line is about; no IRI or literal holds it. */
export const BLANK = '\u0000';

const RDF_TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
const XSD_BOOLEAN = 'http://www.w3.org/2001/XMLSchema#boolean';
const XSD_INTEGER = 'http://www.w3.org/2001/XMLSchema#integer';

/** Thrown inside this folder when a document is not of a shape that is known for certain; nobody outside sees it. */
export class NotKnown extends Error {}

/**
 * What a document states, or `NotKnown`. It must say nothing that could be read in two ways: every key is a term of the vocabulary, every
 * IRI is absolute and plain, every number is whole, nothing is null or empty or nested twice, no blank node points to another.
 */
export function statementsOf(document: JsonObject, vocabulary: Vocabulary): Statements {
  const statements: Statements = { plain: new Set(), blank: [] };
  const { '@context': _, ...root } = document;
  writeNode(root, vocabulary, statements, null);
  if (statements.blank.reduce((sum, { size }) => sum + size, statements.plain.size) > MAX_QUADS) throw new NotKnown();
  return statements;
}

/**
 * How many values a document itself has for each predicate, as far as its plain names say for certain; else `NotKnown`. What is deeper
 * inside is not looked at.
 */
export function rootValuesOf(document: JsonObject, vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const { '@context': _, id, type, ...properties } = document;
  if (id !== undefined) iri(id);
  const types = typesOf(type, vocabulary);
  const counts = new Map<string, number>();
  for (const [key, value] of Object.entries(properties)) {
    const { predicate } = termFor(key, types, vocabulary);
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    // Nothing, an array within an array and a keyword may be more or fewer values than they look.
    const plain = (one: unknown): boolean =>
      one !== null && !Array.isArray(one) && !(isObject(one) && Object.keys(one).some((name) => name.startsWith('@')));
    if (values.length === 0 || !values.every(plain)) throw new NotKnown();
    counts.set(predicate, (counts.get(predicate) ?? 0) + values.length);
  }
  if (counts.size === 0) throw new NotKnown();
  return counts;
}

/** Writes what is said of a node, and answers how others name it. `parent`: how the node that points here is named, and by which predicate. */
function writeNode(
  node: JsonObject,
  vocabulary: Vocabulary,
  statements: Statements,
  parent: { readonly subject: string; readonly predicate: string; readonly lines: Set<string> } | null,
): void {
  const { id, type, ...properties } = node;
  const lines = id === undefined ? new Set<string>() : statements.plain;
  const subject = id === undefined ? BLANK : iri(id);
  if (parent !== null) {
    // Two blank nodes in one line need the whole of RDFC-1.0.
    if (parent.subject === BLANK && subject === BLANK) throw new NotKnown();
    // A line about one blank node is kept with that node.
    (subject === BLANK ? lines : parent.lines).add(`${parent.subject} ${parent.predicate} ${subject} .\n`);
  }
  if (subject === BLANK) statements.blank.push(lines);
  const types = typesOf(type, vocabulary);
  for (const { iri: typeIri } of types) lines.add(`${subject} ${RDF_TYPE} <${typeIri}> .\n`);
  const keys = Object.keys(properties);
  if (keys.length === 0 && id === undefined) throw new NotKnown();
  for (const key of keys) {
    const term = termFor(key, types, vocabulary);
    const predicate = `<${term.predicate}>`;
    const value = properties[key];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (values.length === 0) throw new NotKnown();
    for (const one of values) {
      if (isObject(one) && term.kind === 'word') throw new NotKnown();
      if (isObject(one)) writeNode(one, vocabulary, statements, { subject, predicate, lines });
      else lines.add(`${subject} ${predicate} ${objectOf(one, term)} .\n`);
    }
  }
}

function typesOf(type: unknown, { types }: Vocabulary): readonly TypeTerm[] {
  if (type === undefined) return [];
  const names: readonly unknown[] = Array.isArray(type) ? type : [type];
  if (names.length === 0) throw new NotKnown();
  return names.map((name) => {
    const known = typeof name === 'string' ? types.get(name) : undefined;
    if (known === undefined) throw new NotKnown();
    return known;
  });
}

/** The term as this node knows it: from its types, which must agree, or from outside. */
function termFor(key: string, types: readonly TypeTerm[], vocabulary: Vocabulary): Term {
  let found: Term | undefined;
  for (const { terms } of types) {
    const own = terms.get(key);
    if (own === undefined) continue;
    if (found !== undefined && !same(found, own)) throw new NotKnown();
    found = own;
  }
  const term = found ?? vocabulary.terms.get(key);
  if (term === undefined) throw new NotKnown();
  return term;
}

function same(one: Term, other: Term): boolean {
  if (one.kind === 'word' || other.kind === 'word' || one.kind !== other.kind || one.predicate !== other.predicate) return false;
  return one.kind === 'id' || (other.kind === 'literal' && one.datatype === other.datatype);
}

function objectOf(value: unknown, term: Term): string {
  if (term.kind === 'word') {
    const word = typeof value === 'string' ? term.words.get(value) : undefined;
    if (word === undefined) throw new NotKnown();
    return `<${word}>`;
  }
  if (term.kind === 'id') return iri(value);
  if (typeof value === 'string') return literal(value, term.datatype);
  if (typeof value === 'boolean') return literal(String(value), term.datatype ?? XSD_BOOLEAN);
  if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0))
    return literal(String(value), term.datatype ?? XSD_INTEGER);
  throw new NotKnown();
}

/** An IRI that means itself under every context: no prefix, no base, nothing that N-Quads would escape. */
const PLAIN_IRI = /^(?:https?:\/\/|urn:|did:)[\w.~:/?#[\]@!$&'()*+,;=%-]+$/u;

function iri(value: unknown): string {
  if (typeof value !== 'string' || !PLAIN_IRI.test(value)) throw new NotKnown();
  return `<${value}>`;
}

// eslint-disable-next-line no-control-regex -- the control characters are what RDFC-1.0 (section 5.2) escapes
const ESCAPED = /[\u0000-\u001F\u007F"\\]/u;
// eslint-disable-next-line no-control-regex
const EACH_ESCAPED = /[\u0000-\u001F\u007F"\\]/gu;
const SHORT: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

function literal(value: string, datatype: string | null): string {
  if (!value.isWellFormed()) throw new NotKnown();
  const text = ESCAPED.test(value) ? value.replaceAll(EACH_ESCAPED, escape) : value;
  return datatype === null ? `"${text}"` : `"${text}"^^<${datatype}>`;
}

function escape(character: string): string {
  return SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
