import { describe, expect, test } from 'vitest';
import { type CheckName, examineCredential } from '../src/index.ts';
import { web } from './scene.ts';
import { has, readObject, readText } from './shared.ts';

const INPUT = 'standards/vc-jose-cose/input';
const ISSUER = 'https://example.issuer/vc-jose-cose';

/** The controller document that the suite's keys make up. */
function controller(): Record<string, unknown> {
  const methods = ['vm-p256', 'vm-p384', 'vm-p521', 'vm-ed25519'].map((name) => {
    const { secretKeyJwk: _, ...method } = readObject(`${INPUT}/${name}.json`);
    return method;
  });
  return {
    id: ISSUER,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
    authentication: methods.map(({ id }) => id),
  };
}

/** While the presentations of the suite were in date. */
const AT = '2024-12-16T01:10:00Z';

async function codes(
  file: string,
  at = AT,
): Promise<Readonly<Partial<Record<CheckName, string>>> & { readonly inside: readonly (string | undefined)[] }> {
  const examined = await examineCredential(readText(`${INPUT}/${file}`).trim(), {
    now: at,
    resolver: web({ [ISSUER]: controller() }),
    trusted: [],
  });
  const of = ({ checks }: typeof examined): Partial<Record<CheckName, string>> =>
    Object.fromEntries(checks.map(({ check, code }) => [check, code]));
  return { ...of(examined), inside: examined.credentials.map((one) => of(one).proof ?? of(one).format) };
}

describe.skipIf(!has(INPUT))('inputs of the W3C suite for VC-JOSE-COSE (shared/standards/vc-jose-cose)', () => {
  test.each(['credential-jose-minimal.txt', 'credential-jose-unknown-extensions.txt', 'credential-issuer-match-signed.txt'])(
    '%s: the signature fits, with a key of the issuer',
    async (file) => {
      expect(await codes(file)).toMatchObject({
        format: 'readable-jwt-credential',
        schema: 'complete',
        proof: 'signature-fits',
        issuer: 'key-of-issuer',
      });
    },
  );

  test.each(['credential-sdjwt-nested.txt', 'credential-sdjwt-selective.txt'])('%s: the same with disclosures', async (file) => {
    expect(await codes(file)).toMatchObject({ format: 'readable-sd-jwt', proof: 'signature-fits', issuer: 'key-of-issuer' });
  });

  test.each([
    ['credential-jose-bad-signature.txt', 'proof', 'signature-does-not-fit'],
    ['credential-jose-bad-media-type.txt', 'format', 'wrong-media-type'],
    ['credential-jose-vc-vp-claims.txt', 'format', 'claim-not-allowed'],
    ['credential-sdjwt-bad-signature.txt', 'proof', 'signature-does-not-fit'],
    ['credential-sdjwt-bad-media-type.txt', 'format', 'wrong-media-type'],
    ['presentation-jose-bad-media-type.txt', 'format', 'wrong-media-type'],
    ['presentation-sdjwt-bad-media-type.txt', 'format', 'wrong-media-type'],
    ['presentation-sdjwt-bad-credential.txt', 'format', 'wrong-media-type'],
  ] as const)('%s is refused at %s: %s', async (file, check, code) => {
    expect((await codes(file))[check]).toBe(code);
  });

  test('presentation-jose-multiple.txt: it and each credential in it', async () => {
    const found = await codes('presentation-jose-multiple.txt');
    expect(found).toMatchObject({ format: 'readable-jwt-presentation', proof: 'signature-fits', validity: 'in-date' });
    expect(found.inside).toEqual(['signature-fits', 'signature-fits', 'signature-fits']);
    expect((await codes('presentation-jose-multiple.txt', '2026-11-24T09:00:00Z')).validity).toBe('expired');
  });

  test('presentation-sdjwt-selective.txt: it and the credential in it', async () => {
    expect(await codes('presentation-sdjwt-selective.txt')).toMatchObject({
      proof: 'signature-fits',
      inside: ['signature-fits'],
    });
  });

  test('presentation-jose-bad-credential.txt: what is in its envelope is none', async () => {
    const examined = await examineCredential(readText(`${INPUT}/presentation-jose-bad-credential.txt`).trim(), {
      now: AT,
      resolver: web({ [ISSUER]: controller() }),
      trusted: [],
    });
    expect(examined.answer).toBe('not-verified');
    expect(examined.credentials[0]?.checks[0]?.code).toBe('malformed-envelope');
  });
});
