import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type KeyPurpose, KeyStoreError, type SigningCurve } from './key-store.ts';
import { publicMultikey } from './multikey.ts';

export const PURPOSES = [
  'signing',
  'signing-p256',
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
      /** 32 bytes, base64: an Ed25519 seed, a private number of P-256 or a symmetric key. */
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
      keys: [...kept, { id: keyId, purpose, createdAt, retiredAt: null, secret: newSecret(purpose).toString('base64') }],
    },
  };
}

export function withoutRetired(ring: KeyRing, purpose: KeyPurpose): KeyRing {
  return { version: 1, keys: ring.keys.filter((key) => key.purpose !== purpose || key.retiredAt === null) };
}

function newSecret(purpose: KeyPurpose): Buffer {
  if (purpose !== 'signing-p256') return randomBytes(32);
  // Not any 32 bytes are a private number of the curve.
  const { d = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  return Buffer.from(d, 'base64url');
}

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const PKCS8_P256 = Buffer.from('3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420', 'hex');

/** The curve of a key that signs; null for any other. */
export function curveOf(purpose: KeyPurpose): SigningCurve | null {
  return purpose === 'signing' ? 'Ed25519' : purpose === 'signing-p256' ? 'P-256' : null;
}

export function signingKeyOf(key: Key): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([key.purpose === 'signing-p256' ? PKCS8_P256 : PKCS8_ED25519, Buffer.from(key.secret, 'base64')]),
    format: 'der',
    type: 'pkcs8',
  });
}

/** The public half: 32 bytes of Ed25519, or a compressed point of P-256 (SEC 1, 2.3.3). */
export function multikeyOf(key: Key): string {
  const { x = '', y = '' } = createPublicKey(signingKeyOf(key)).export({ format: 'jwk' });
  const first = Buffer.from(x, 'base64url');
  if (key.purpose === 'signing') return publicMultikey(first, 'Ed25519');
  const odd = (Buffer.from(y, 'base64url').at(-1) ?? 0) % 2;
  return publicMultikey(Buffer.concat([Buffer.from([2 + odd]), first]), 'P-256');
}
