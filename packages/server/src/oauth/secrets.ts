import { randomInt } from 'node:crypto';
import type { Services } from '../services.ts';
import { hashesOf, isToken, keep, type KeptSecret, newToken } from '../sharing/secret.ts';

/** What a wallet or another client is given; each kind is hashed apart, so that none is ever taken for another. */
export type SecretKind =
  | 'offer'
  | 'code'
  | 'request'
  | 'token'
  | 'nonce'
  | 'notification'
  | 'transaction'
  | 'presentation'
  | 'badge-client'
  | 'badge-code'
  | 'badge-token'
  | 'badge-visit';

/** A new secret, and what is kept of it. */
export function newSecret({ keys }: Services, kind: SecretKind): { readonly secret: string; readonly kept: KeptSecret } {
  const secret = newToken();
  return { secret, kept: keep(keys, `wallet-${kind}`, secret) };
}

/** The hashes under which a secret may lie; none for what cannot be one of ours. */
export function hashesFor({ keys }: Services, kind: SecretKind, secret: string): readonly Uint8Array[] {
  return isToken(secret) ? hashesOf(keys, `wallet-${kind}`, secret) : [];
}

/** Six digits that the learner types into their wallet, so that whoever only sees the QR code gets nothing. */
export function newPin(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

export const PIN = 'wallet-pin';

/** The moment so many minutes from now. */
export function inMinutes({ clock }: Services, minutes: number): Date {
  return new Date(clock.now().getTime() + minutes * 60_000);
}

/**
 * A secret that follows from another, so that it is nowhere kept: under the oldest key, so that a change of keys meanwhile changes nothing.
 */
export function secretFrom({ keys }: Pick<Services, 'keys'>, what: string, from: string): string {
  const { hash } = keys.sharingHash(`${what}\n${from}`, keys.sharingKeys().at(-1));
  return Buffer.from(hash).subarray(0, 24).toString('base64url');
}
