import { sign } from 'node:crypto';
import { curveOf, type Key, type KeyRing, multikeyOf, rotated, signingKeyOf, withoutRetired } from './key-ring.ts';
import { type KeyStore, KeyStoreError, type PublicSigningKey, type SigningCurve } from './key-store.ts';
import { symmetric, type SymmetricKey } from './symmetric.ts';

/** Where a ring is kept. `read` answers the same object for as long as nothing has changed. */
export interface RingPlace {
  readonly read: (afresh: boolean) => KeyRing;
  /** Replaces the ring by what `change` makes of the newest. */
  readonly change: (change: (ring: KeyRing) => KeyRing) => void;
  readonly now: () => Date;
}

/** A key store over a ring of keys that this process may read. */
export function ringStore({ read, change, now }: RingPlace): KeyStore {
  const symmetricKeys = once((ring): readonly SymmetricKey[] =>
    ring.keys
      .filter(({ purpose }) => curveOf(purpose) === null)
      .map(({ id, purpose, retiredAt, secret }) => ({
        id,
        purpose,
        retired: retiredAt !== null,
        secret: Buffer.from(secret, 'base64'),
      })),
  );
  const signing = once((ring) =>
    ring.keys
      .filter(({ purpose }) => curveOf(purpose) !== null)
      .map((key) => ({ key, secret: signingKeyOf(key), shown: shown(key) })),
  );
  const current = (curve: SigningCurve = 'Ed25519') => {
    const found = signing(read(false)).findLast(({ key, shown: { curve: its } }) => key.retiredAt === null && its === curve);
    if (found === undefined) throw new KeyStoreError('key-unknown', 'There is no signing key of this kind in the key store.');
    return found;
  };
  return {
    ...symmetric(
      () => symmetricKeys(read(false)),
      () => read(true),
    ),
    sign: async (data, keyId) => {
      const found = keyId === undefined ? current() : signing(read(false)).find(({ key }) => key.id === keyId);
      if (found === undefined) throw new KeyStoreError('key-unknown', `There is no signing key ${keyId} in the key store.`);
      if (found.key.retiredAt !== null)
        throw new KeyStoreError('key-retired', `The signing key ${found.key.id} is retired: it verifies, and signs no more.`);
      return found.shown.curve === 'Ed25519'
        ? sign(null, data, found.secret)
        : sign('sha256', data, { key: found.secret, dsaEncoding: 'ieee-p1363' });
    },
    signingKeys: async () => signing(read(false)).map((entry) => entry.shown),
    currentSigningKey: async (curve) => current(curve).shown,
    rotate: async (purpose) => {
      let keyId = '';
      change((ring) => {
        const next = rotated(ring, purpose, now());
        keyId = next.keyId;
        return next.ring;
      });
      return { keyId };
    },
    forgetRetired: async (purpose) => change((ring) => withoutRetired(ring, purpose)),
  };
}

function shown(key: Key): PublicSigningKey {
  const curve = curveOf(key.purpose) ?? 'Ed25519';
  return { id: key.id, curve, publicKeyMultibase: multikeyOf(key), createdAt: key.createdAt, retiredAt: key.retiredAt };
}

/** Keeps what was made of the last ring, until there is another. */
function once<T>(make: (ring: KeyRing) => T): (ring: KeyRing) => T {
  let made: { readonly of: KeyRing; readonly value: T } | null = null;
  return (ring) => {
    if (made === null || made.of !== ring) made = { of: ring, value: make(ring) };
    return made.value;
  };
}
