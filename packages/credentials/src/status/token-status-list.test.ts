import { createHeaderAndPayload, getListFromStatusListJWT, getStatusListFromJWT, StatusList } from '@sd-jwt/jwt-status-list';
import fc from 'fast-check';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { type EntryBits, examineCredential, issueSdJwt, jwkSigner, signTokenList, tokenStatus, withToken } from '../index.ts';
import { DID_URL, ISSUER, NOW, web } from '../../test/scene.ts';

const URL_OF_LIST = 'https://recognition.example/status/tokens';
const AT = '2026-11-01T00:00:00Z';

async function issuer() {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const kid = `${ISSUER}#es`;
  const method = { id: kid, type: 'JsonWebKey', controller: ISSUER, publicKeyJwk: await exportJWK(pair.publicKey) };
  return {
    pair,
    kid,
    signer: await jwkSigner(await exportJWK(pair.privateKey), 'ES256', kid),
    document: { id: ISSUER, assertionMethod: [method] },
  };
}

describe('a second implementation of Token Status List, @sd-jwt', () => {
  test('reads every value of a list that we signed', async () => {
    const { signer } = await issuer();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<EntryBits>(1, 2, 4, 8),
        fc.array(fc.tuple(fc.nat(63), fc.nat(255)), { maxLength: 20 }),
        async (bits, entries) => {
          let list: Uint8Array = new Uint8Array(64);
          const values = new Map<number, number>();
          for (const [index, value] of entries) {
            list = withToken(list, index, bits, value % 2 ** bits);
            values.set(index, value % 2 ** bits);
          }
          const jwt = await signTokenList(
            { id: URL_OF_LIST, issuer: ISSUER, bits, list, at: AT, until: '2026-12-01T00:00:00Z', ttl: 300 },
            signer,
          );
          const read = getListFromStatusListJWT(jwt);
          for (let index = 0; index < 64; index += 1) expect(read.getStatus(index)).toBe(values.get(index) ?? 0);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('writes a list that we read, and finds the place that a token of ours names', async () => {
    const { pair, kid, signer, document } = await issuer();
    const values = Array.from({ length: 64 }, (_, at) => (at === 7 ? 1 : at === 8 ? 2 : 0));
    const { header, payload } = createHeaderAndPayload(
      new StatusList(values, 2),
      { iss: ISSUER, sub: URL_OF_LIST, iat: Math.floor(Date.parse(AT) / 1000) },
      { alg: 'ES256', typ: 'statuslist+jwt', kid },
    );
    const list = await new SignJWT({ ...payload }).setProtectedHeader({ ...header }).sign(pair.privateKey);
    const found: (string | undefined)[] = [];
    for (const index of [6, 7, 8]) {
      const claims = { iss: ISSUER, vct: 'https://a.example/vct', status: tokenStatus(URL_OF_LIST, index) };
      const token = await issueSdJwt(claims, { frame: {}, signer, typ: 'dc+sd-jwt' });
      expect(getStatusListFromJWT(token.slice(0, -1))).toEqual({ idx: index, uri: URL_OF_LIST });
      const examined = await examineCredential(token, {
        now: NOW,
        trusted: [],
        resolver: web({ [DID_URL]: document, [URL_OF_LIST]: list }),
      });
      found.push(examined.checks.find(({ check }) => check === 'status')?.code);
    }
    expect(found).toEqual(['in-force', 'revoked', 'suspended']);
  });
});
