declare module '@digitalbazaar/vc' {
  export function derive(options: {
    readonly verifiableCredential: object;
    readonly suite: object;
    readonly documentLoader: (url: string) => Promise<object>;
  }): Promise<object>;
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
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): object;
  export function createVerifyCryptosuite(): object;
}
declare module '@digitalbazaar/ecdsa-jcs-2019-cryptosuite' {
  export function createSignCryptosuite(): object;
  export function createVerifyCryptosuite(): object;
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { readonly mandatoryPointers: readonly string[] }): object;
  export function createDiscloseCryptosuite(options: { readonly selectivePointers: readonly string[] }): object;
  export function createVerifyCryptosuite(): object;
}
declare module '@digitalbazaar/ecdsa-multikey' {
  export function generate(options: {
    readonly curve: string;
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
