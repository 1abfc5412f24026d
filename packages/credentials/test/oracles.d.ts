declare module '@digitalbazaar/vc' {
  interface Verified {
    readonly verified: boolean;
    readonly error?: unknown;
  }
  export function verifyCredential(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: (url: string) => Promise<object>;
    readonly checkStatus?: () => Promise<Verified>;
  }): Promise<Verified>;
  export function issue(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: (url: string) => Promise<object>;
  }): Promise<object>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    readonly type: string;
    constructor(options: { readonly cryptosuite: object; readonly signer?: object; readonly date?: string });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ed25519-multikey' {
  export function generate(options: {
    readonly controller?: string;
  }): Promise<{ id: string; controller: string; readonly publicKeyMultibase: string; readonly signer: () => object }>;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function decodeList(options: {
    readonly encodedList: string;
  }): Promise<{ readonly length: number; readonly getStatus: (index: number) => boolean }>;
  export function createList(options: {
    readonly length: number;
  }): Promise<{ readonly setStatus: (index: number, status: boolean) => void; readonly encode: () => Promise<string> }>;
}
