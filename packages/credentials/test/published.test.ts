import { describe, expect, test } from 'vitest';
import { CredentialError, decodeMultikey, verifyCredential } from '../src/index.ts';
import { verifyProof } from '../src/proof/verify-proof.ts';
import { NOW, web } from './scene.ts';
import { has, readObject, readText, rows } from './shared.ts';

/** What an independent script found of each proof, beside what we find. `not decided` where we do not know a context or suite. */
async function findings(path: string): Promise<readonly string[]> {
  const document = readObject(path);
  const proofs = [document['proof'] ?? []].flat().map((proof: unknown) => Object.fromEntries(Object.entries(proof ?? {})));
  const found: string[] = [];
  for (const proof of proofs) {
    const publicKeyMultibase = /z6Mk\w+$/u.exec(String(proof['verificationMethod']))?.[0] ?? '';
    const { outcome } = await verifyProof(document, proof, { publicKeyMultibase, now: '2027-01-01T00:00:00Z' });
    found.push(outcome === 'pass' ? 'true' : outcome === 'fail' ? 'false' : 'not decided');
  }
  return found;
}

for (const folder of ['dcc-signed-credentials', '1edtech-badges-clr']) {
  const table = `data/${folder}/signature_check.csv`;
  describe.skipIf(!has(table))(`published credentials (shared/data/${folder})`, () => {
    const published = has(table)
      ? rows(table).filter(({ ed25519_signature_valid }) =>
          /^(?:true|false)(?:\+(?:true|false))*$/u.test(ed25519_signature_valid ?? ''),
        )
      : [];
    const decided: string[] = [];
    test.each(published)('$file: $ed25519_signature_valid', async ({ file, ed25519_signature_valid }) => {
      const found = await findings(`data/${folder}/${file}`);
      for (const [at, expected] of (ed25519_signature_valid ?? '').split('+').entries()) {
        if (found[at] !== 'not decided') {
          expect(found[at]).toBe(expected);
          decided.push(file ?? '');
        }
      }
    });
    test('nearly all of them can be decided', () => {
      expect(new Set(decided).size).toBeGreaterThanOrEqual(published.length - 3);
    });
  });
}

describe.skipIf(!has('data/1edtech-badges-clr/ob30'))(
  'samples that are bad on purpose (shared/data/1edtech-badges-clr/ob30)',
  () => {
    test.each([
      ['simple-err-context.json', 'schema'],
      ['simple-err-expired.json', 'validity'],
      ['simple-err-issued.json', 'validity'],
      ['simple-err-issuer.json', 'issuer'],
      ['simple-err-issuer-type.json', 'schema'],
      ['simple-err-issuer-otheridentifier-type.json', 'schema'],
      ['simple-noproof.json', 'proof'],
    ])('%s fails at %s', async (file, check) => {
      const answer = await verifyCredential(readText(`data/1edtech-badges-clr/ob30/${file}`), {
        now: NOW,
        resolver: web({}),
        trusted: [],
      });
      expect(answer.answer).toBe('not-verified');
      expect(answer.checks.find((one) => one.check === check)?.outcome).toBe('fail');
    });
  },
);

test('a key that is none is said to be none', () => {
  for (const key of ['', 'z', 'uAAAA', 'z6Mk', 'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme', 'z0OIl'])
    expect(() => decodeMultikey(key)).toThrow(CredentialError);
});
