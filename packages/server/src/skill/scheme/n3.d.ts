/** What is used of the library, which brings no types of its own. */
declare module 'n3' {
  export interface Term {
    readonly termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph' | 'Variable' | 'Quad';
    readonly value: string;
    readonly language?: string;
  }
  export interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
  }
  export class Parser {
    constructor(options?: { readonly baseIRI?: string; readonly format?: string });
    parse(text: string): Quad[];
  }
}
