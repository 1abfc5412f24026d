import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { CredentialError } from '../../errors/codes.ts';
import { toBase64Url } from '../base64url.ts';
import type { Labels } from './group.ts';

/** Labels that tell nothing of what is not shown: each canonical label under the key of this one proof (vc-di-ecdsa 1.0, 3.4.5). */
export function secretLabels(hmacKey: Uint8Array): Labels {
  return (canonical) =>
    new Map(Array.from(canonical, ([before, label]) => [before, `u${toBase64Url(hmac(sha256, hmacKey, utf8ToBytes(label)))}`]));
}

/** Labels that a derived proof gives for the canonical ones of the shown document. Throws `invalid-proof` if it gives none for one. */
export function givenLabels(given: ReadonlyMap<string, string>): Labels {
  return (canonical) =>
    new Map(
      Array.from(canonical, ([before, label]) => {
        const signed = given.get(label);
        if (signed === undefined) throw new CredentialError('invalid-proof', 'the proof gives no label for a node');
        return [before, signed];
      }),
    );
}
