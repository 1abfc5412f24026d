import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type Curve, multikeyOfJwk, type Signer } from '@recognition/credentials';

/** An issuer that exists while this process runs: a `did:key` whose credentials stand for nothing. */
export interface TestIssuer {
  readonly id: string;
  readonly curve: Curve;
  readonly signer: Signer;
}

/** One issuer for each curve, with keys made now and kept nowhere. */
export function makeTestIssuers(): readonly TestIssuer[] {
  return [
    issuer('Ed25519', generateKeyPairSync('ed25519')),
    issuer('P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' })),
    issuer('P-384', generateKeyPairSync('ec', { namedCurve: 'P-384' })),
  ];
}

function issuer(curve: Curve, { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }): TestIssuer {
  const multikey = multikeyOfJwk({ ...publicKey.export({ format: 'jwk' }) });
  if (multikey === null) throw new Error(`a fresh ${curve} key cannot be read`);
  const id = `did:key:${multikey}`;
  const hash = curve === 'Ed25519' ? null : curve === 'P-256' ? 'sha256' : 'sha384';
  return {
    id,
    curve,
    signer: {
      verificationMethod: `${id}#${multikey}`,
      curve,
      sign: async (data) => sign(hash, data, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
    },
  };
}
