import { concatenate, digest } from '../digest.ts';

/** What the base signature is over: the options, the key of the single statements, and the statements that are always shown. */
export function baseData(proofConfig: string, publicKey: Uint8Array, mandatory: readonly string[]): Uint8Array<ArrayBuffer> {
  return concatenate(digest('SHA-256', proofConfig), publicKey, digest('SHA-256', mandatory.join('')));
}
