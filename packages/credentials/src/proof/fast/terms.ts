import { bundledContext } from '../../contexts/index.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { withOwnTerms } from './own-terms.ts';
import type { Term, TypeTerm, Vocabulary } from './vocabulary.ts';

interface Compiled extends Vocabulary {
  readonly terms: ReadonlyMap<string, Term>;
  readonly types: ReadonlyMap<string, TypeTerm>;
}

const compiled = new Map<string, Compiled | null>();
const MAX_COMPILED = 64;

/**
 * The vocabulary of a document's `@context`, or null when it is not a list of bundled contexts of the simple kind: terms, and types that
 * bring terms of their own for one node. Terms of the document's own may follow, where they touch nothing of that. `@vocab`, `@base`,
 * languages and prefixes are not simple.
 */
export function vocabularyOf(context: unknown): Vocabulary | null {
  if (!Array.isArray(context)) return null;
  const urls: string[] = [];
  const own: JsonObject[] = [];
  for (const one of context) {
    if (typeof one === 'string' && own.length === 0) urls.push(one);
    else if (isObject(one) && urls.length > 0) own.push(one);
    else return null;
  }
  const bundled = bundledVocabulary(urls);
  return bundled === null || own.length === 0 ? bundled : withOwnTerms(bundled, own);
}

function bundledVocabulary(urls: readonly string[]): Compiled | null {
  const key = urls.join(' ');
  const before = compiled.get(key);
  if (before !== undefined) return before;
  const vocabulary = compile(urls);
  if (compiled.size < MAX_COMPILED) compiled.set(key, vocabulary);
  return vocabulary;
}

function compile(urls: readonly string[]): Compiled | null {
  const names = new Set<string>();
  const definitions = new Map<string, unknown>();
  for (const url of urls) {
    const context = bundledContext(url)?.['@context'];
    if (!isObject(context) || !isSimple(context)) return null;
    collectNames(context, names);
    for (const [term, definition] of Object.entries(context)) {
      // A term that two contexts define must be defined alike; whether it may be redefined is for jsonld.js to judge.
      if (term.startsWith('@')) continue;
      if (definitions.has(term) && meaning(definitions.get(term)) !== meaning(definition)) return null;
      definitions.set(term, definition);
    }
  }
  const terms = termsOf(definitions, definitions);
  const types = new Map<string, TypeTerm>();
  for (const [term, definition] of definitions) {
    const iri = iriOf(definition);
    if (iri === null || (isObject(definition) && definition['@type'] !== undefined)) continue;
    const own = isObject(definition) ? definition['@context'] : {};
    const scoped = own === undefined ? new Map<string, unknown>() : scopedDefinitions(own, definitions);
    if (scoped !== null) types.set(term, { iri, terms: termsOf(scoped, definitions) });
  }
  return { terms, types, names };
}

/** Every key, however deep, and whatever a text has before its colon. */
function collectNames(value: unknown, names: Set<string>): void {
  if (typeof value === 'string') names.add(value.split(':')[0] ?? '');
  if (Array.isArray(value)) for (const one of value) collectNames(one, names);
  if (!isObject(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    names.add(name);
    collectNames(inner, names);
  }
}

/** The terms that a type brings, or null where they are not simple, or where one means something else without the type. */
function scopedDefinitions(context: unknown, outside: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> | null {
  if (!isObject(context) || !isSimple(context)) return null;
  const own = Object.entries(context).filter(([term]) => !term.startsWith('@'));
  if (own.some(([term, definition]) => outside.has(term) && meaning(outside.get(term)) !== meaning(definition))) return null;
  return new Map(own);
}

/** `@protected` is the only keyword at the top, and `id` and `type` are the only other names of keywords. */
function isSimple(context: JsonObject): boolean {
  return Object.entries(context).every(([term, definition]) => {
    if (term.startsWith('@')) return term === '@protected';
    const keyword = isObject(definition) ? definition['@id'] : definition;
    if (typeof keyword !== 'string') return false;
    if (term === 'id') return keyword === '@id';
    if (term === 'type') return keyword === '@type';
    return !keyword.startsWith('@') && !['urn', 'did', 'http', 'https'].includes(term);
  });
}

function termsOf(definitions: ReadonlyMap<string, unknown>, outside: ReadonlyMap<string, unknown>): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>();
  const isName = (word: string): boolean => definitions.has(word) || outside.has(word);
  for (const [name, definition] of definitions) {
    const term = termOf(definition, isName);
    if (term !== null && name !== 'id' && name !== 'type') terms.set(name, term);
  }
  return terms;
}

const UNDERSTOOD = ['@id', '@type', '@container', '@protected', '@context'];

function termOf(definition: unknown, isName: (word: string) => boolean): Term | null {
  const predicate = iriOf(definition);
  if (predicate === null) return null;
  if (!isObject(definition)) return { kind: 'literal', predicate, datatype: null };
  if (Object.keys(definition).some((key) => !UNDERSTOOD.includes(key))) return null;
  const { '@type': type = null, '@container': container = '@set', '@context': context } = definition;
  if (container !== '@set') return null;
  if (type === '@vocab') {
    const words = isObject(context) && isSimple(context) ? wordsOf(context) : null;
    return words === null ? null : { kind: 'word', predicate, words };
  }
  // A context of the property's own changes what is inside it.
  if (context !== undefined) return null;
  if (type === '@id') return { kind: 'id', predicate };
  if (type === null) return { kind: 'literal', predicate, datatype: null };
  if (typeof type !== 'string' || type === XSD_DOUBLE) return null;
  // Open Badges writes `xsd:dateTime` without saying what `xsd` is: then it stands as it is.
  const full = /^https?:\/\//u.test(type) || (/^[a-z]+:[A-Za-z]+$/u.test(type) && !isName(type.split(':')[0] ?? ''));
  return full ? { kind: 'literal', predicate, datatype: type } : null;
}

const XSD_DOUBLE = 'http://www.w3.org/2001/XMLSchema#double';

function wordsOf(context: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(context).flatMap(([word, definition]) => {
      const iri = iriOf(definition);
      return iri === null ? [] : [[word, iri] as const];
    }),
  );
}

/** The IRI of a definition that is written out in full. */
function iriOf(definition: unknown): string | null {
  const iri = isObject(definition) ? definition['@id'] : definition;
  return typeof iri === 'string' && /^https?:\/\//u.test(iri) ? iri : null;
}

/** Definitions that mean the same are the same text here. */
function meaning(definition: unknown): string {
  return JSON.stringify(typeof definition === 'string' ? { '@id': definition } : definition);
}
