import type { JWK } from 'jose';
import type { Resolution } from '../did/resolve.ts';
import { verifySign1 } from '../cose/sign1.ts';
import { asString, idOf, isObject, type JsonObject } from '../json.ts';
import { type FoundJwk, listedKeys, publicJwk, sameKey } from '../jose/keys.ts';
import { READ_ALGORITHMS, verifyCompact } from '../jose/verify.ts';
import { CLOCK_SKEW } from '../proof/verify-proof.ts';
import { instant } from '../time.ts';
import { type Envelope, rfc3339 } from './envelope.ts';
import { finding, type Finding, type FindingCode } from './findings.ts';
import { checkKeyBinding } from './key-binding.ts';
import type { ExaminedProof } from './examined-proof.ts';
import { purposeOf, type Subject } from './subject.ts';

/** Has it been changed? For what is signed as a whole: one signature, over all of it. */
export async function checkEnvelope(
  subject: Subject,
  envelope: Envelope,
): Promise<{ readonly finding: Finding; readonly proofs: readonly ExaminedProof[] }> {
  const { header, claims } = envelope.jwt;
  const made = rfc3339(claims['iat'] ?? header['iat']);
  const proof: JsonObject = made === null ? {} : { created: made };
  const found = await examine(subject, envelope);
  const code = found.code === 'signature-fits' ? (late(envelope, made, subject.now) ?? found.code) : found.code;
  const { outcome } = finding('proof', code);
  const one: ExaminedProof = {
    proof,
    methodId: found.methodId,
    code,
    outcome: outcome === 'not-applicable' ? 'unknown' : outcome,
    issuerCode: await whose(subject, found, made),
  };
  return { finding: finding('proof', code, { key: found.methodId }), proofs: [one] };
}

interface Examined {
  readonly code: FindingCode<'proof'>;
  readonly methodId: string;
  readonly key: (FoundJwk & { readonly from: 'issuer' | 'header' | 'other' }) | null;
}

async function examine(subject: Subject, envelope: Envelope): Promise<Examined> {
  const { header, text } = envelope.jwt;
  const methodId = asString(header['kid']) ?? '';
  const failed = (code: FindingCode<'proof'>): Examined => ({ code, methodId, key: null });
  // Asked before any key is looked up: what is not signed with a public key needs none.
  if (!READ_ALGORITHMS.some((alg) => alg === header['alg'])) return failed('algorithm-refused');
  if (envelope.problem !== null) return failed(envelope.problem);
  const keys = await keysFor(subject, envelope);
  if (typeof keys === 'string') return failed(keys);
  let best: Examined | null = null;
  for (const key of keys) {
    const code = await (envelope.cose === undefined
      ? verifyCompact(text, header['alg'], key.jwk)
      : verifySign1(envelope.cose, key.jwk));
    if (code === 'signature-fits') {
      const bound = await checkKeyBinding(subject, envelope);
      const alien = subject.kind === 'presentation' && key.from !== 'issuer' && idOf(subject.document['holder']) !== null;
      return { code: bound ?? (alien ? 'binding-does-not-fit' : code), methodId: key.methodId, key };
    }
    if (best === null || best.code === 'algorithm-refused') best = { code, methodId: key.methodId, key };
  }
  return best ?? failed('key-not-found');
}

/** Made in the future by more than clocks may differ. An `iat` that is no date is not well formed. */
function late({ jwt }: Envelope, made: string | null, now: string): FindingCode<'proof'> | null {
  if (made === null) return jwt.claims['iat'] === undefined ? null : 'malformed-proof';
  return (instant(made) ?? 0) > (instant(now) ?? Number.NaN) + CLOCK_SKEW ? 'proof-not-yet' : null;
}

type Key = FoundJwk & { readonly from: 'issuer' | 'header' | 'other' };

/** Keys of one controller that are tried when none is named. */
const MAX_TRIED = 16;

/**
 * The keys that a token may be signed with. `kid` names one, in the issuer's document or, as an address, in anyone's; without it a key that
 * is shown in the header (`jwk`, as Open Badges has it) is taken at its word: whose it is, is asked afterwards.
 */
async function keysFor(subject: Subject, { profile, jwt }: Envelope): Promise<readonly Key[] | FindingCode<'proof'>> {
  const kid = asString(jwt.header['kid']);
  const owner = ownerOf(subject, jwt.claims);
  const elsewhere = kid !== null && /^[a-z][a-z0-9+.-]*:/iu.test(kid) && kid.includes('#') ? (kid.split('#')[0] ?? '') : null;
  const controller = elsewhere ?? (kid?.startsWith('did:key:') === true ? kid : owner);
  if (kid === null && jwt.header['jwk'] !== undefined) {
    const jwk = publicJwk(jwt.header['jwk']);
    return jwk === null ? 'malformed-proof' : [{ jwk, methodId: '', revoked: null, from: 'header' }];
  }
  if (kid === null && jwt.header['x5c'] !== undefined) return 'key-unreadable';
  if (controller === null) return 'malformed-proof';
  const resolved = await documentOf(subject, controller, profile);
  if (resolved.status === 'unreachable') return 'key-unreachable';
  if (resolved.status === 'unsupported') return 'key-unreadable';
  if (resolved.status === 'invalid') return 'key-not-found';
  const purpose = purposeOf(subject);
  const from = controller === owner ? 'issuer' : 'other';
  const keys = listedKeys(resolved.document, purpose).map((key) => ({ ...key, from }) as const);
  if (kid === null || kid === controller) return keys.length === 0 ? 'key-not-found' : keys.slice(0, MAX_TRIED);
  const named = keys.filter(({ methodId, jwk }) => methodId === kid || methodId === `${controller}#${kid}` || jwk.kid === kid);
  if (named.length > 0) return named;
  return resolved.document[purpose] !== undefined && namesUnread(resolved.document, purpose, kid)
    ? 'key-unreadable'
    : 'key-not-found';
}

function namesUnread(document: JsonObject, purpose: string, kid: string): boolean {
  const listed = [document[purpose]].flat().map((entry) => idOf(entry) ?? '');
  return listed.some((id) => id === kid || (id.startsWith('#') && kid.endsWith(id)));
}

/** Who must have signed: the issuer, or of a presentation its holder. */
function ownerOf({ kind, document }: Subject, claims: JsonObject): string | null {
  return kind === 'presentation' ? (idOf(document['holder']) ?? asString(claims['iss'])) : idOf(document['issuer']);
}

async function documentOf(subject: Subject, id: string, profile: Envelope['profile']): Promise<Resolution> {
  return profile === 'sd-jwt-vc' && id.startsWith('https:') ? issuerMetadata(subject, id) : subject.controller(id);
}

/** The keys of an SD-JWT VC issuer that is named by an address: JWT VC Issuer Metadata (SD-JWT VC, section 4), in the form of a controller document. */
async function issuerMetadata(subject: Subject, issuer: string): Promise<Resolution> {
  if (!URL.canParse(issuer)) return { status: 'invalid' };
  const { origin, pathname } = new URL(issuer);
  const answer = await subject.fetch(`${origin}/.well-known/jwt-vc-issuer${pathname === '/' ? '' : pathname}`);
  // Issuers that publish a controller document instead are as good.
  if (answer.status === 'unreachable') return subject.controller(issuer);
  if (!isObject(answer.body) || answer.body['issuer'] !== issuer) return { status: 'invalid' };
  const address = asString(answer.body['jwks_uri']);
  const fetched = address === null ? null : await subject.fetch(address);
  if (fetched?.status === 'unreachable') return { status: 'unreachable' };
  const set = fetched === null ? answer.body['jwks'] : fetched.body;
  const keys: readonly unknown[] = isObject(set) && Array.isArray(set['keys']) ? set['keys'] : [];
  const methods = keys.flatMap((key, at) => {
    const jwk = publicJwk(key);
    return jwk === null ? [] : [{ id: `${issuer}#${jwk.kid ?? at}`, controller: issuer, publicKeyJwk: jwk }];
  });
  return { status: 'found', document: { id: issuer, verificationMethod: methods, assertionMethod: methods } };
}

/** Does the key belong to the issuer? Also asked of a key in the header, by the key itself. */
async function whose(subject: Subject, { code, key }: Examined, made: string | null): Promise<FindingCode<'issuer'>> {
  if (code === 'algorithm-refused' || key === null) return code === 'key-not-found' ? 'key-of-another' : 'no-proof';
  if (key.from === 'issuer') return revokedBefore(key, made) ? 'key-revoked' : 'key-of-issuer';
  const issuer = idOf(subject.document['issuer']);
  if (issuer === null) return 'no-issuer';
  const resolved = await subject.controller(issuer);
  if (resolved.status === 'unreachable') return 'issuer-unreachable';
  if (resolved.status === 'unsupported') return 'issuer-unsupported';
  if (resolved.status === 'invalid') return 'issuer-document-invalid';
  const same = await findSame(listedKeys(resolved.document, 'assertionMethod'), key.jwk);
  if (same === null) return 'key-of-another';
  return revokedBefore(same, made) ? 'key-revoked' : 'key-of-issuer';
}

async function findSame(keys: readonly FoundJwk[], jwk: JWK): Promise<FoundJwk | null> {
  for (const key of keys) if (await sameKey(key.jwk, jwk)) return key;
  return null;
}

function revokedBefore({ revoked }: FoundJwk, made: string | null): boolean {
  if (revoked === null) return false;
  const [signed, withdrawn] = [instant(made), instant(revoked)];
  return signed === null || withdrawn === null || signed >= withdrawn;
}
