import { createPrivateKey, createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type KeyPurpose, KeyStoreError } from './key-store.ts';
import { publicMultikey } from './multikey.ts';

export const PURPOSES = [
  'signing',
  'nsn-encryption',
  'nsn-index',
  'evidence',
  'sharing',
] as const satisfies readonly KeyPurpose[];

const ringSchema = z.strictObject({
  version: z.literal(1),
  keys: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]{1,64}$/),
      purpose: z.enum(PURPOSES),
      createdAt: z.iso.datetime(),
      retiredAt: z.iso.datetime().nullable(),
      /** 32 bytes, base64: an Ed25519 seed or a symmetric key. */
      secret: z.string().length(44),
    }),
  ),
});

/** Every key of a file store, the oldest of each purpose first. */
export type KeyRing = z.infer<typeof ringSchema>;
export type Key = KeyRing['keys'][number];

/** A ring from a file's text. Throws `key-file-unusable`; the message says nothing of the keys. */
export function parseRing(text: string): KeyRing {
  try {
    return ringSchema.parse(JSON.parse(text));
  } catch {
    throw new KeyStoreError(
      'key-file-unusable',
      'The key file is not one of ours, or it is damaged: restore it from your copy of the keys.',
    );
  }
}

/** A ring with a first key for each purpose. */
export function newRing(at: Date): KeyRing {
  return withEveryPurpose({ version: 1, keys: [] }, at);
}

/** The ring with a first key for each purpose that it lacks: a file from before a purpose was known. */
export function withEveryPurpose(ring: KeyRing, at: Date): KeyRing {
  return PURPOSES.filter((purpose) => !ring.keys.some((key) => key.purpose === purpose)).reduce<KeyRing>(
    (whole, purpose) => rotated(whole, purpose, at).ring,
    ring,
  );
}

/** The ring with a new key of this purpose, and the one before retired. */
export function rotated(ring: KeyRing, purpose: KeyPurpose, at: Date): { readonly ring: KeyRing; readonly keyId: string } {
  const createdAt = at.toISOString();
  const number = ring.keys.filter((key) => key.purpose === purpose).length + 1;
  const keyId = `${purpose}-${createdAt.slice(0, 10)}-${number}-${randomBytes(3).toString('hex')}`;
  const kept = ring.keys.map((key) =>
    key.purpose === purpose && key.retiredAt === null ? { ...key, retiredAt: createdAt } : key,
  );
  return {
    keyId,
    ring: {
      version: 1,
      keys: [...kept, { id: keyId, purpose, createdAt, retiredAt: null, secret: randomBytes(32).toString('base64') }],
    },
  };
}

export function withoutRetired(ring: KeyRing, purpose: KeyPurpose): KeyRing {
  return { version: 1, keys: ring.keys.filter((key) => key.purpose !== purpose || key.retiredAt === null) };
}

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function signingKeyOf(key: Key): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, Buffer.from(key.secret, 'base64')]),
    format: 'der',
    type: 'pkcs8',
  });
}

export function multikeyOf(key: Key): string {
  return publicMultikey(createPublicKey(signingKeyOf(key)).export({ format: 'der', type: 'spki' }).subarray(-32));
}
