import { describe, expect, test } from 'vitest';
import { addProof, CredentialError, decodeMultikey, verifyCredential } from '../src/index.ts';
import { decodeBase58 } from '../src/proof/base58.ts';
import { canonicalise } from '../src/proof/canonicalise.ts';
import { sha256, signedData } from '../src/proof/signature.ts';
import { suiteOf } from '../src/proof/suites.ts';
import { verifyProof } from '../src/proof/verify-proof.ts';
import { NOW, web } from './scene.ts';
import { files, has, readObject, readText, rows } from './shared.ts';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const VECTORS = 'data/w3c-eddsa-vectors';

describe.skipIf(!has(VECTORS))('W3C vectors of vc-di-eddsa (shared/data/w3c-eddsa-vectors)', () => {
  const signed = (): Record<string, unknown> => readObject(`${VECTORS}/eddsa-rdfc-2022/signedDataInt.json`);
  const publicKeyMultibase = (): string => String(readObject(`${VECTORS}/keyPair.json`)['publicKeyMultibase']);
  const proofOf = (document: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(document['proof'] ?? {}));

  test('every step of eddsa-rdfc-2022 gives the published value', async () => {
    const { proof, ...unsecured } = signed();
    const config = readObject(`${VECTORS}/eddsa-rdfc-2022/proofConfigDataInt.json`);
    expect(await canonicalise(unsecured)).toBe(readText(`${VECTORS}/eddsa-rdfc-2022/canonDocDataInt.txt`));
    expect(await canonicalise(config)).toBe(readText(`${VECTORS}/eddsa-rdfc-2022/proofCanonDataInt.txt`));
    expect(hex(await sha256(await canonicalise(unsecured)))).toBe(
      readText(`${VECTORS}/eddsa-rdfc-2022/docHashDataInt.txt`).trim(),
    );
    const options = suiteOf({ ...proofOf(signed()) })?.options(proofOf({ proof }), unsecured['@context']) ?? {};
    expect(hex(await signedData(unsecured, options))).toBe(readText(`${VECTORS}/eddsa-rdfc-2022/combinedHashDataInt.txt`).trim());
  });

  test('signing with the published private key gives the published proof', async () => {
    const { proof, ...unsecured } = signed();
    const seed = decodeBase58(String(readObject(`${VECTORS}/keyPair.json`)['privateKeyMultibase']).slice(1)).slice(2, 34);
    const pkcs8 = Uint8Array.from([
      0x30,
      0x2e,
      0x02,
      0x01,
      0x00,
      0x30,
      0x05,
      0x06,
      0x03,
      0x2b,
      0x65,
      0x70,
      0x04,
      0x22,
      0x04,
      0x20,
      ...seed,
    ]);
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, false, ['sign']);
    const { verificationMethod, created } = proofOf({ proof });
    const sign = async (data: Uint8Array): Promise<Uint8Array> =>
      new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, key, Uint8Array.from(data)));
    expect(
      await addProof(unsecured, { signer: { verificationMethod: String(verificationMethod), sign }, created: String(created) }),
    ).toEqual(signed());
  });

  test.each(['eddsa-rdfc-2022/signedDataInt.json', 'Ed25519Signature2020/signedEdSig.json'])(
    '%s verifies, and not when a word is changed',
    async (file) => {
      const document = readObject(`${VECTORS}/${file}`);
      const options = { publicKeyMultibase: publicKeyMultibase(), now: NOW };
      expect(await verifyProof(document, proofOf(document), options)).toEqual({ outcome: 'pass', code: 'signature-fits' });
      expect(await verifyProof({ ...document, name: 'Changed' }, proofOf(document), options)).toEqual({
        outcome: 'fail',
        code: 'signature-does-not-fit',
      });
    },
  );

  test('eddsa-jcs-2022 is not read yet: unknown, not wrong', async () => {
    const document = readObject(`${VECTORS}/eddsa-jcs-2022/signedJCS.json`);
    expect(await verifyProof(document, proofOf(document), { publicKeyMultibase: publicKeyMultibase(), now: NOW })).toEqual({
      outcome: 'unknown',
      code: 'unknown-suite',
    });
  });
});

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

describe.skipIf(!has('standards/vc-data-model-2.0/test-suite/input'))(
  'inputs of the W3C suite for VC Data Model 2.0, to which its runner adds an issuer (shared/standards)',
  () => {
    // Two are templates that the suite's runner fills in first.
    const templates = ['credential-issuer-object-ok.json', 'credential-validUntil-validFrom-ok.json'];
    const inputs = files('standards/vc-data-model-2.0/test-suite/input').filter(
      (name) => /^credential-.*-ok\.json$/u.test(name) && !templates.includes(name),
    );
    test('no good credential is called incomplete', async () => {
      expect(inputs.length).toBeGreaterThan(20);
      const refused: string[] = [];
      for (const file of inputs) {
        const answer = await verifyCredential(
          { issuer: 'https://issuer.example', ...readObject(`standards/vc-data-model-2.0/test-suite/input/${file}`) },
          {
            now: NOW,
            resolver: web({}),
            trusted: [],
          },
        );
        if (answer.checks.find(({ check }) => check === 'schema')?.outcome === 'fail') refused.push(file);
      }
      expect(refused).toEqual([]);
    });
  },
);

test('a key that is none is said to be none', () => {
  for (const key of ['', 'z', 'uAAAA', 'z6Mk', 'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme', 'z0OIl'])
    expect(() => decodeMultikey(key)).toThrow(CredentialError);
});
