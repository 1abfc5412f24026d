import { describe, expect, test } from 'vitest';
import { decodeTokenList, encodeTokenList, issueSdJwt, jwkSigner, presentSdJwt, readToken } from '../src/index.ts';
import { type DisclosureFrame } from '../src/sd-jwt/conceal.ts';
import { reveal } from '../src/sd-jwt/reveal.ts';
import { readSdJwt } from '../src/sd-jwt/token.ts';
import { exportJWK, generateKeyPair } from 'jose';
import { files, has, readObject, readText } from './shared.ts';

/** Without objects in which nothing is left: the cases leave them out, RFC 9901 keeps them. */
function full(value: unknown): unknown {
  return JSON.parse(JSON.stringify({ value }), (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one) && Object.keys(one).length === 0 ? undefined : one,
  );
}

const VECTORS = 'standards/sd-jwt/vectors';

describe.skipIf(!has(VECTORS))('cases of sd-jwt-js (shared/standards/sd-jwt/vectors)', () => {
  test.each(files(VECTORS))('%s: what is presented is what the case says', async (file) => {
    const { claims, disclosureFrame, presentationFrames, presentedClaims } = readObject(`${VECTORS}/${file}`);
    const signer = await jwkSigner(await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey), 'ES256');
    const frame: DisclosureFrame = JSON.parse(JSON.stringify(disclosureFrame ?? {}));
    const token = await issueSdJwt(Object.fromEntries(Object.entries(claims ?? {})), { frame, signer, typ: 'dc+sd-jwt' });
    const whole = readSdJwt(token)!;
    expect(await reveal(whole.jwt.claims, whole.disclosures)).toMatchObject({ claims });
    const shown = readSdJwt(await presentSdJwt(token, JSON.parse(JSON.stringify(presentationFrames ?? {}))))!;
    const revealed = await reveal(shown.jwt.claims, shown.disclosures);
    expect(full('claims' in revealed ? revealed.claims : revealed.problem)).toEqual(full(presentedClaims));
  });
});

const LISTS = 'standards/token-status-list';

describe.skipIf(!has(LISTS))('examples of Token Status List (shared/standards/token-status-list)', () => {
  const lst = (file: string): string =>
    /"lst": "([^"]+)"/u.exec(readText(`${LISTS}/${file}`).replaceAll(/\s*\n\s*/gu, ''))?.[1] ?? '';
  test.each([
    ['status_list_encoding_json.md', 1, [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]],
    ['status_list_encoding2_json.md', 2, [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]],
  ] as const)('%s', async (file, bits, expected) => {
    const list = await decodeTokenList(lst(file));
    expect(expected.map((_, index) => readToken(list, index, bits))).toEqual(expected);
    expect(await decodeTokenList(await encodeTokenList(list))).toEqual(list);
  });

  /** The values that the specification lists for its test vectors, all else 0. */
  test.each([
    [
      'status_list_encoding1_long_json.md',
      1,
      { 0: 1, 1993: 1, 25460: 1, 159495: 1, 495669: 1, 554353: 1, 645645: 1, 723232: 1, 854545: 1, 934534: 1, 1000345: 1 },
    ],
    [
      'status_list_encoding2_long_json.md',
      2,
      { 0: 1, 1993: 2, 25460: 1, 159495: 3, 495669: 1, 554353: 1, 645645: 2, 723232: 1, 854545: 1, 934534: 2, 1000345: 3 },
    ],
    [
      'status_list_encoding4_json.md',
      4,
      {
        0: 1,
        1993: 2,
        35460: 3,
        459495: 4,
        595669: 5,
        754353: 6,
        845645: 7,
        923232: 8,
        924445: 9,
        934534: 10,
        1004534: 11,
        1000345: 12,
        1030203: 13,
        1030204: 14,
        1030205: 15,
      },
    ],
  ] as const)('%s: a million entries', async (file, bits, expected) => {
    const list = await decodeTokenList(lst(file));
    const found: Record<number, number> = {};
    for (let index = 0; index < (list.length * 8) / bits; index += 1) {
      const value = readToken(list, index, bits);
      if (value !== 0 && value !== null) found[index] = value;
    }
    expect(found).toEqual(expected);
  });
});
