/** What a term of a context makes of its value: an IRI, a literal with a datatype (null: what JSON says), or a word of a short list. */
export type Term =
  | { readonly kind: 'id'; readonly predicate: string }
  | { readonly kind: 'literal'; readonly predicate: string; readonly datatype: string | null }
  | { readonly kind: 'word'; readonly predicate: string; readonly words: ReadonlyMap<string, string> };

/** A term that stands for a type: its IRI, and the terms that a node of this type may use besides. */
export interface TypeTerm {
  readonly iri: string;
  readonly terms: ReadonlyMap<string, Term>;
}

/** The terms of a list of contexts, worked out once. What is not in it is not known, and goes the long way. */
export interface Vocabulary {
  readonly terms: Pick<ReadonlyMap<string, Term>, 'get'>;
  readonly types: Pick<ReadonlyMap<string, TypeTerm>, 'get'>;
  /** Every name that the contexts use anywhere: of terms, within the contexts of types and properties, and as prefixes. */
  readonly names: ReadonlySet<string>;
}
