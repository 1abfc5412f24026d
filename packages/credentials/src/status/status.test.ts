import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildStatusListCredential,
  CredentialError,
  decodeStatusList,
  encodeStatusList,
  MIN_ENTRIES,
  readStatus,
  statusEntry,
  withStatus,
} from '../index.ts';
import { storedGzip } from './gzip.ts';

const empty = new Uint8Array(MIN_ENTRIES / 8);

describe('a status list', () => {
  test('the first entry is the leftmost bit', () => {
    expect(withStatus(empty, 0, true)[0]).toBe(0b1000_0000);
    expect(withStatus(empty, 7, true)[0]).toBe(1);
    expect(withStatus(withStatus(empty, 7, true), 7, false)[0]).toBe(0);
    expect(empty[0]).toBe(0);
    expect(() => withStatus(empty, MIN_ENTRIES, true)).toThrow(CredentialError);
    expect(readStatus(empty, MIN_ENTRIES)).toBeNull();
  });

  test('what is raised is read back, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: MIN_ENTRIES - 1 }), { maxLength: 20 }), async (raised) => {
        const bits = raised.reduce<Uint8Array>((list, index) => withStatus(list, index, true), empty);
        const read = await decodeStatusList(encodeStatusList(bits));
        expect(read).toEqual(Uint8Array.from(bits));
        for (const index of raised) expect(readStatus(read, index)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('is refused when it is shorter than 131,072 entries', () => {
    expect(() => encodeStatusList(new Uint8Array(MIN_ENTRIES / 8 - 1))).toThrow(CredentialError);
  });

  test('is not unpacked beyond the limit', async () => {
    const encoded = encodeStatusList(new Uint8Array(1_000_000));
    await expect(decodeStatusList(encoded, 999_999)).rejects.toHaveProperty('code', 'status-list-too-large');
    expect((await decodeStatusList(encoded, 1_000_000)).length).toBe(1_000_000);
  });

  test('where nothing packs, GZIP with stored blocks says the same', () => {
    for (const size of [0, 1, 65_535, 65_536, 200_000]) {
      const data = Uint8Array.from({ length: size }, (_, at) => at * 7);
      expect(Uint8Array.from(gunzipSync(storedGzip(data)))).toEqual(data);
    }
  });

  test('is named by entries with a decimal index as text', () => {
    expect(statusEntry({ list: 'https://a.example/s', index: 94_567, purpose: 'revocation' })).toEqual({
      id: 'https://a.example/s#94567',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '94567',
      statusListCredential: 'https://a.example/s',
    });
    for (const index of [-1, 1.5, Number.NaN])
      expect(() => statusEntry({ list: 'https://a.example/s', index, purpose: 'revocation' })).toThrow(CredentialError);
  });

  test('travels as a credential with its purpose and how long it may be kept', () => {
    const list = buildStatusListCredential({
      id: 'https://a.example/s',
      issuer: 'did:web:a.example',
      purpose: 'suspension',
      bits: empty,
      validFrom: '2026-01-01T00:00:00Z',
      ttl: 300_000,
    });
    expect(list).toMatchObject({
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      credentialSubject: { statusPurpose: 'suspension', ttl: 300_000 },
    });
    expect(list).not.toHaveProperty('validUntil');
  });
});
