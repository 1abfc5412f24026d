import { OPEN_BADGES, VC_V2 } from '../contexts/index.ts';
import { sha256 } from '../proof/signature.ts';
import type { CredentialInput } from './input.ts';
import type { IdentityObject, OpenBadgeCredential } from './open-badge.ts';

type Frame = Pick<
  OpenBadgeCredential,
  '@context' | 'id' | 'type' | 'issuer' | 'validFrom' | 'validUntil' | 'awardedDate' | 'credentialStatus'
>;

/** What every credential of ours has in common. */
export function frame({ id, issuer, validFrom, validUntil, status }: CredentialInput): Frame {
  const [only, ...more] = status;
  return {
    '@context': [VC_V2, OPEN_BADGES],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: {
      id: issuer.id,
      type: ['Profile'],
      name: issuer.name,
      ...(issuer.url === undefined ? {} : { url: issuer.url }),
      ...(issuer.description === undefined ? {} : { description: issuer.description }),
    },
    validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
    awardedDate: validFrom,
    ...(only === undefined ? {} : { credentialStatus: more.length === 0 ? only : status }),
  };
}

/** The learner's name as Open Badges carries it, or nothing when the learner did not choose to be named. */
export function identifier(name: string | null | undefined): { readonly identifier?: readonly IdentityObject[] } {
  if (name === null || name === undefined || name.trim() === '') return {};
  return { identifier: [{ type: 'IdentityObject', hashed: false, identityHash: name.normalize('NFC'), identityType: 'name' }] };
}

/** A digest as VC Data Model 2.0 writes it, `sha256-<base64>`, of these bytes or of the UTF-8 of this text. */
export async function digestSRI(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  return `sha256-${btoa(String.fromCharCode(...(await sha256(data))))}`;
}
