import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { type KeyPurpose, type KeyStore, KeyStoreError } from './key-store.ts';

/** A key of a purpose other than signing, ready for use. */
export interface SymmetricKey {
  readonly id: string;
  readonly purpose: KeyPurpose;
  readonly retired: boolean;
  readonly secret: Buffer;
}

const NONCE = 12;
const TAG = 16;

/** The part of a key store that works in memory, over the keys of the moment. `reload` is asked once for a key that is not there. */
export function symmetric(
  keys: () => readonly SymmetricKey[],
  reload: () => void,
): Pick<KeyStore, 'blindIndex' | 'indexKeys' | 'sharingHash' | 'sharingKeys' | 'encrypt' | 'decrypt'> {
  const find = (purpose: KeyPurpose, id: string | undefined): SymmetricKey => {
    const fits = (key: SymmetricKey): boolean => key.purpose === purpose && (id === undefined ? !key.retired : key.id === id);
    let found = keys().findLast(fits);
    if (found === undefined) {
      reload();
      found = keys().findLast(fits);
    }
    if (found === undefined)
      throw new KeyStoreError('key-unknown', `There is no key ${id ?? ''} for ${purpose} in the key store.`);
    return found;
  };
  const hashUnder = (purpose: KeyPurpose, text: string, keyId: string | undefined) => {
    const key = find(purpose, keyId);
    return { keyId: key.id, hash: createHmac('sha256', key.secret).update(text).digest() };
  };
  const currentFirst = (purpose: KeyPurpose): readonly string[] => {
    const current = find(purpose, undefined).id;
    return [
      current,
      ...keys()
        .filter((key) => key.purpose === purpose && key.id !== current)
        .map(({ id }) => id)
        .toReversed(),
    ];
  };
  return {
    blindIndex: (nsn, keyId) => hashUnder('nsn-index', nsn, keyId),
    indexKeys: () => currentFirst('nsn-index'),
    sharingHash: (text, keyId) => hashUnder('sharing', text, keyId),
    sharingKeys: () => currentFirst('sharing'),
    encrypt: (purpose, plain) => {
      const key = find(purpose, undefined);
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key.secret, nonce);
      return { keyId: key.id, cipher: Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]) };
    },
    decrypt: (purpose, keyId, sealed) => {
      const key = find(purpose, keyId);
      try {
        const decipher = createDecipheriv('aes-256-gcm', key.secret, sealed.subarray(0, NONCE));
        decipher.setAuthTag(sealed.subarray(-TAG));
        return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
      } catch {
        throw new KeyStoreError('key-cipher-unusable', `What was encrypted under ${keyId} is damaged, or that is not its key.`);
      }
    },
  };
}
