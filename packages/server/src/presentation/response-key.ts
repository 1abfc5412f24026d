import { createECDH, createHash } from 'node:crypto';
import { secretFrom } from '../oauth/secrets.ts';
import type { Services } from '../services.ts';

/** A key of one question, as JSON Web Key. */
export interface ResponseKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/**
 * The key to which a wallet encrypts its answer to this question. It follows from the question's handle and a secret of ours, so that it is
 * nowhere kept and ends with the question.
 */
export function responseKey(
  services: Pick<Services, 'keys'>,
  handle: string,
): { readonly open: ResponseKey; readonly own: ResponseKey & { readonly d: string } } {
  const curve = createECDH('prime256v1');
  const d = createHash('sha256')
    .update(secretFrom(services, 'presentation-key', handle))
    .digest();
  curve.setPrivateKey(d);
  const point = curve.getPublicKey();
  const open = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  } as const;
  return { open, own: { ...open, d: d.toString('base64url') } };
}
