import { generateKeyPairSync, sign } from 'node:crypto';
import { issueJwtCredential, issueSdJwtVc, type JwtSigner } from '../packages/credentials/src/index.ts';
import { awardInput, outcome } from '../packages/credentials/test/scene.ts';
import { buildOutcomeCredential } from '../packages/credentials/src/index.ts';
import type { Figure } from './figure.ts';

const ROUNDS = Math.max(200, Math.round(4000 * Number(process.env['BENCH_SCALE'] ?? '1')));

/** A credential of an outcome as a JWT and as an SD-JWT, one thread, against the bare signature over the same number of bytes. */
export async function run(): Promise<Figure[]> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signer: JwtSigner = {
    alg: 'EdDSA',
    kid: 'did:web:recognition.example#key-1',
    sign: async (data) => sign(null, data, privateKey),
  };
  const { id, issuer, subject, validFrom } = awardInput();
  const credential = buildOutcomeCredential({ id, issuer, subject, validFrom, status: [], outcome: outcome(1) });
  const at = '2026-11-01T00:00:00Z';
  const bytes = Buffer.from(await issueJwtCredential(credential, { signer, at }));
  const vct = 'https://recognition.example/credentials/types/outcome';
  const perSecond = async (work: () => Promise<unknown>): Promise<number> => {
    for (let n = 0; n < ROUNDS / 10; n += 1) await work();
    const begun = performance.now();
    for (let n = 0; n < ROUNDS; n += 1) await work();
    return (ROUNDS * 1000) / (performance.now() - begun);
  };
  const raw = await perSecond(async () => sign(null, bytes, privateKey));
  const jwt = await perSecond(() => issueJwtCredential(credential, { signer, at }));
  const sdJwt = await perSecond(() => issueSdJwtVc(credential, { vct, signer, at }));
  const how = (what: string): string =>
    `${what} of an outcome (${bytes.length} bytes as a JWT), Ed25519 by node:crypto, one thread, ${ROUNDS} rounds, against the bare signature in the same run (${raw.toFixed(0)} a second)`;
  return [
    {
      name: 'issue a credential as vc+jwt',
      value: `${jwt.toFixed(0)} a second`,
      ratio: jwt / raw,
      target: '>= 0.3 of raw signing',
      reached: jwt / raw >= 0.3,
      how: how('the credential'),
    },
    {
      name: 'issue a credential as dc+sd-jwt',
      value: `${sdJwt.toFixed(0)} a second`,
      ratio: sdJwt / raw,
      target: 'published',
      reached: null,
      how: how('the credential, with its disclosures and decoys,'),
    },
  ];
}
