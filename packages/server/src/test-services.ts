import { createCipheriv, createDecipheriv, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { TestDatabase } from './database/test-database.ts';
import type { KeyStore } from './keys/key-store.ts';
import type { Settings } from './operations/settings.ts';
import type { Clock, Services } from './services.ts';

/** Services over a test's own database, with keys made for the test and a clock that stands still until it is moved. */
export function testServices(at: TestDatabase, options: { readonly today?: string; readonly settings?: Partial<Settings> } = {}): Services & { readonly clock: Clock & { moveTo: (today: string) => void } } {
  let today = options.today ?? '2026-11-24';
  return {
    db: at.db,
    keys: testKeys(),
    settings: {
      url: 'http://127.0.0.1:8080',
      port: 8080,
      demonstration: true,
      newLearners: 'create',
      authority: { name: 'Invented Recognition Authority', nameMi: 'Te Mana Whakamana Tito', invented: true },
      dataFolder: '.data',
      databaseUrl: null,
      oidc: null,
      openTelemetryEndpoint: null,
      logLevel: 'silent',
      ...options.settings,
    },
    clock: {
      now: () => new Date(`${today}T00:00:00.000Z`),
      today: () => today,
      moveTo: (date) => {
        today = date;
      },
    },
  };
}

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function base58(bytes: Uint8Array): string {
  let value = BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
  let text = '';
  while (value > 0n) {
    text = ALPHABET[Number(value % 58n)] + text;
    value /= 58n;
  }
  for (const byte of bytes) {
    if (byte !== 0) break;
    text = `1${text}`;
  }
  return text;
}

function testKeys(): KeyStore {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
  const current = { id: 'test-1', publicKeyMultibase: `z${base58(Buffer.concat([Buffer.from([0xed, 0x01]), raw]))}`, createdAt: '2026-01-01T00:00:00Z', retiredAt: null };
  const secret = randomBytes(32);
  return {
    sign: async (data) => sign(null, data, privateKey),
    signingKeys: async () => [current],
    currentSigningKey: async () => current,
    blindIndex: (nsn) => ({ keyId: 'test-1', hash: createHmac('sha256', secret).update(nsn).digest() }),
    encrypt: (_purpose, plain) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce);
      return { keyId: 'test-1', cipher: Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]) };
    },
    decrypt: (_purpose, _keyId, cipher) => {
      const decipher = createDecipheriv('aes-256-gcm', secret, cipher.subarray(0, 12));
      decipher.setAuthTag(cipher.subarray(-16));
      return Buffer.concat([decipher.update(cipher.subarray(12, -16)), decipher.final()]);
    },
    rotate: async () => ({ keyId: 'test-1' }),
  };
}
