import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import { describe, expect, test } from 'vitest';
import { files, has, readText } from '../../test/shared.ts';
import { decodeBase58, encodeBase58 } from './base58.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { canonicalJson } from './jcs.ts';

describe('base 58 and base64url', () => {
  test('what is written is read again, leading zeros included', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(3), (bytes, zeros) => {
        const given = Uint8Array.from([...Array<number>(zeros).fill(0), ...bytes]);
        expect([...decodeBase58(encodeBase58(given))]).toEqual([...given]);
        expect([...fromBase64Url(toBase64Url(given))]).toEqual([...given]);
      }),
    );
  });

  test.each([
    ['', ''],
    ['00', '1'],
    ['61', '2g'],
    ['00000000000000000000', '1111111111'],
    ['516b6fcd0f', 'ABnLTmg'],
    ['73696d706c792061206c6f6e6720737472696e67', '2cFupjhnEsSn59qHXstmK2ffpLv2'],
  ])('%s is %s (Bitcoin’s own vectors)', (hex, text) => {
    expect(encodeBase58(Uint8Array.from(hex.match(/../gu) ?? [], (byte) => Number.parseInt(byte, 16)))).toBe(text);
  });
});

describe('canonical JSON (RFC 8785)', () => {
  const folder = 'standards/jcs';
  const inputs = files(folder).filter((name) => name.includes('input'));

  test.skipIf(!has(folder))('every published file', () => {
    expect(inputs.length).toBe(6);
    for (const name of inputs)
      expect(canonicalJson(JSON.parse(readText(`${folder}/${name}`)))).toBe(
        readText(`${folder}/${name.replace('input', 'output')}`).trimEnd(),
      );
  });

  test('the same as a library on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 500 },
    );
  });

  test('a member named toJSON is a member', () => {
    expect(canonicalJson(JSON.parse('{"toJSON":1,"a":{"toJSON":{"b":2,"a":1}}}'))).toBe(
      '{"a":{"toJSON":{"a":1,"b":2}},"toJSON":1}',
    );
  });

  test('what JSON does not have is refused', () => {
    for (const value of ['\uD800', { '\uDFFF': 1 }, Number.NaN, Number.POSITIVE_INFINITY, undefined, [undefined], 1n])
      expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: 'invalid-document' }));
  });
});
