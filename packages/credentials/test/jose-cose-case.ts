import { type JWK } from 'jose';
import {
  addProof,
  encodeMultikey,
  examineCredential,
  type Examination,
  issueCoseCredential,
  issueCosePresentation,
  issueJwtCredential,
  jwkSigner,
  type IssueAlgorithm,
  shapeProblems,
  signCompact,
} from '../src/index.ts';
import { toBase64 } from '../src/cose/base64.ts';
import { isSign1, readSign1, verifySign1 } from '../src/cose/sign1.ts';
import { fromBase64 } from '../src/cose/base64.ts';
import { readCompact } from '../src/jose/compact.ts';
import { verifyCompact } from '../src/jose/verify.ts';
import { issueSdJwt, readSdJwt } from '../src/sd-jwt/token.ts';
import type { DisclosureFrame } from '../src/sd-jwt/conceal.ts';
import { presentationProblems } from '../src/verify/vc-shape.ts';
import { web } from './scene.ts';

/** One case of the W3C suite for VC-JOSE-COSE: what its runner hands to a command. */
export interface JoseCoseCase {
  readonly fn: 'issue' | 'verify';
  readonly feature: string;
  /** The text of the input file. */
  readonly input: string;
  /** The verification method of the key file. */
  readonly key: Readonly<Record<string, unknown>>;
  /** Every verification method of the suite's one controller: what is inside a presentation may be signed with another key. */
  readonly methods: readonly Readonly<Record<string, unknown>>[];
  /** Paths such as `credentialSubject.phoneNumbers[0]` that a holder may keep back. */
  readonly disclosures: readonly string[];
  /** The moment to judge by, RFC 3339. */
  readonly now: string;
}

export interface CaseResult {
  readonly result: 'success' | 'failure';
  readonly data: string;
}

const CONTROLLER = 'https://example.issuer/vc-jose-cose';

/** Does what the suite asks for with this library. */
export async function runCase(given: JoseCoseCase): Promise<CaseResult> {
  try {
    return given.fn === 'issue' ? await issue(given) : await verify(given);
  } catch (error) {
    return failure(error instanceof Error ? error.message : 'unknown');
  }
}

async function issue({ feature, input, key, disclosures, now }: JoseCoseCase): Promise<CaseResult> {
  const document = object(JSON.parse(input));
  const presentation = feature.startsWith('presentation');
  const problems = presentation ? presentationProblems(document) : shapeProblems(document);
  if (problems.length > 0) return failure(`missing or malformed: ${problems.join(', ')}`);
  // What a presentation holds was signed before, and has its meaning there.
  const { verifiableCredential: _, ...own } = document;
  await hasMeaning(own);
  const jwk = jwkOf(key['secretKeyJwk']);
  const signer = await jwkSigner(jwk, algorithm(jwk), String(key['id']));
  if (feature.endsWith('_cose')) {
    const bytes = await (presentation ? issueCosePresentation : issueCoseCredential)(document, signer);
    return { result: 'success', data: toBase64(bytes) };
  }
  const kind = presentation ? 'vp' : 'vc';
  if (feature.endsWith('_sdjwt')) {
    const frame = disclosures.reduce<DisclosureFrame>((sum, path) => hiding(sum, path.split(/[.[\]]+/u).filter(Boolean)), {});
    return { result: 'success', data: await issueSdJwt(document, { frame, signer, typ: `${kind}+sd-jwt` }) };
  }
  const token = presentation
    ? await signCompact(document, { typ: 'vp+jwt', signer, extra: { cty: 'vp' } })
    : await issueJwtCredential(document, { signer, at: now });
  return { result: 'success', data: token };
}

async function verify({ feature, input, key, methods, now }: JoseCoseCase): Promise<CaseResult> {
  const text = input.trim();
  const form = feature.endsWith('_cose') ? 'cose' : feature.endsWith('_sdjwt') ? 'sd-jwt' : 'jwt';
  const signature = await outer(text, form, jwkOf(key['publicKeyJwk']));
  if (signature !== 'signature-fits') return failure(`proof: ${signature}`);
  const ids = methods.map(({ id }) => id);
  const published = methods.map(({ id, type, controller, publicKeyJwk }) => ({ id, type, controller, publicKeyJwk }));
  const document = { id: CONTROLLER, verificationMethod: published, assertionMethod: ids, authentication: ids };
  const examined = await examineCredential(text, { now, resolver: web({ [CONTROLLER]: document }), trusted: [] });
  const found = [...unread(examined), ...examined.credentials.flatMap((one) => [...unread(one), ...unproven(one)])];
  return found.length === 0 ? { result: 'success', data: '' } : failure(found.join(', '));
}

/** The signature of what was handed over, under the key that was handed over with it: the suite asks nothing of whose it is. */
async function outer(text: string, form: 'jwt' | 'sd-jwt' | 'cose', key: JWK): Promise<string> {
  if (form === 'cose') {
    const bytes = fromBase64(text);
    const cose = bytes === null || !isSign1(bytes) ? null : readSign1(bytes);
    return cose === null ? 'malformed' : verifySign1(cose, key);
  }
  const jwt = form === 'sd-jwt' ? readSdJwt(text)?.jwt : readCompact(text);
  return jwt === null || jwt === undefined ? 'malformed' : verifyCompact(jwt.text, jwt.header['alg'], key);
}

function unread({ checks }: Examination): readonly string[] {
  return checks
    .filter(({ check, outcome }) => (check === 'format' || check === 'schema') && outcome !== 'pass')
    .map(({ check, code }) => `${check}: ${code}`);
}

function unproven({ checks }: Examination): readonly string[] {
  return checks.filter(({ check, outcome }) => check === 'proof' && outcome !== 'pass').map(({ code }) => `inside: ${code}`);
}

/** A document of which a term is defined by no context is not signed: seen by signing its meaning with a key of nobody. */
async function hasMeaning(document: object): Promise<void> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const multikey = encodeMultikey(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const sign = async (data: Uint8Array): Promise<Uint8Array> =>
    new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, Uint8Array.from(data)));
  await addProof(document, {
    signer: { verificationMethod: `did:key:${multikey}#${multikey}`, sign },
    created: '2026-11-01T00:00:00Z',
  });
}

function hiding(frame: DisclosureFrame, [name = '', ...deeper]: readonly string[]): DisclosureFrame {
  if (deeper.length === 0) return { ...frame, _sd: [...(frame['_sd'] ?? []), /^\d+$/u.test(name) ? Number(name) : name] };
  const below = frame[name];
  return { ...frame, [name]: hiding(isFrame(below) ? below : {}, deeper) };
}

function isFrame(value: DisclosureFrame[string]): value is DisclosureFrame {
  return typeof value === 'object' && !Array.isArray(value);
}

function algorithm({ kty, crv }: JWK): IssueAlgorithm {
  if (kty === 'OKP') return 'EdDSA';
  return crv === 'P-521' ? 'ES512' : crv === 'P-384' ? 'ES384' : 'ES256';
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not an object');
  return Object.fromEntries(Object.entries(value));
}

function jwkOf(value: unknown): JWK {
  const { kty, ...members } = object(value);
  if (typeof kty !== 'string') throw new Error('not a key');
  return { ...members, kty };
}

function failure(data: string): CaseResult {
  return { result: 'failure', data };
}
