import fc from 'fast-check';
import { base64url } from 'jose';
import { expect, test } from 'vitest';
import { base64UrlBytes, toBase64Url } from './base64url.ts';

test('any bytes are written as jose writes them, as text and as bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(toBase64Url(bytes)).toBe(base64url.encode(bytes));
      expect(new TextDecoder().decode(base64UrlBytes(bytes))).toBe(base64url.encode(bytes));
    }),
  );
});
