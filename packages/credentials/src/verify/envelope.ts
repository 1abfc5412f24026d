import { asList, asString, hasType, idOf, isObject, type JsonObject } from '../json.ts';
import { readSign1, type Sign1 } from '../cose/sign1.ts';
import { fromBase64 } from '../cose/base64.ts';
import { type CompactJwt, mediaType, readCompact, readJsonBytes } from '../jose/compact.ts';
import { REGISTERED } from '../jose/credential.ts';
import { VC_V1 } from '../contexts/index.ts';
import { reveal } from '../sd-jwt/reveal.ts';
import { readSdJwt, type SdJwt } from '../sd-jwt/token.ts';
import { instant } from '../time.ts';
import type { FindingCode } from './findings.ts';

/** How a credential or presentation came that is signed as a whole: a JWT, a JWT of which parts may be kept back, or COSE. */
export interface Envelope {
  readonly form: 'jwt' | 'sd-jwt' | 'cose';
  /** Which rules its content follows. */
  readonly profile: 'vc' | 'vc-1.1' | 'sd-jwt-vc';
  /** Header and claims; of COSE its headers under the names that they have in a JWT, and no claims: it has none beside the document. */
  readonly jwt: CompactJwt;
  readonly sdJwt: SdJwt | null;
  readonly cose?: Sign1;
  /** Why its disclosures can't be used; null if they can. */
  readonly problem: FindingCode<'proof'> | null;
}

export type Opened =
  | { readonly kind: 'credential' | 'presentation'; readonly document: JsonObject; readonly envelope: Envelope }
  | { readonly kind: 'refused'; readonly code: FindingCode<'format'> };

const SD_TYPES = ['vc+sd-jwt', 'vp+sd-jwt', 'dc+sd-jwt'];
const TYPES = ['vc+jwt', 'vp+jwt', 'vc+ld+jwt', 'vp+ld+jwt', 'jwt', ...SD_TYPES];

/** Opens a JWT or SD-JWT, its signature not looked at. Throws `too-deep` or `too-complex`. */
export async function open(text: string): Promise<Opened> {
  const sdJwt = text.includes('~') ? readSdJwt(text) : null;
  const jwt = sdJwt?.jwt ?? (text.includes('~') ? null : readCompact(text));
  if (jwt === null) return refused('malformed-jwt');
  const typ = mediaType(jwt.header['typ']) ?? 'jwt';
  const cty = mediaType(jwt.header['cty']);
  if (!TYPES.includes(typ) || (sdJwt !== null && typ !== 'jwt' && !SD_TYPES.includes(typ))) return refused('wrong-media-type');
  if (cty !== null && !['vc', 'vp', 'vc+ld+json', 'vp+ld+json'].includes(cty)) return refused('wrong-media-type');
  if (cty !== null && typ !== 'jwt' && cty.slice(0, 2) !== typ.slice(0, 2)) return refused('wrong-media-type');
  const revealed = sdJwt === null ? { claims: jwt.claims } : await reveal(jwt.claims, sdJwt.disclosures);
  const claims = 'claims' in revealed ? revealed.claims : jwt.claims;
  const problem = 'claims' in revealed ? null : revealed.problem;
  const envelope: Envelope = { form: sdJwt === null ? 'jwt' : 'sd-jwt', profile: 'vc', jwt, sdJwt, problem };
  return content(claims, typ, envelope);
}

/** Opens a COSE_Sign1 in the same way (VC-JOSE-COSE 1.0, section 3.3): the payload is the document, and nothing stands beside it. */
export function openCose(bytes: Uint8Array): Opened {
  const cose = readSign1(bytes);
  if (cose === null) return refused('malformed-cose');
  const [typ, cty] = [mediaType(cose.typ), mediaType(cose.contentType)];
  if (typ !== 'vc+cose' && typ !== 'vp+cose') return refused('wrong-media-type');
  if (cty !== null && cty !== typ.slice(0, 2)) return refused('wrong-media-type');
  const document = readJsonBytes(cose.payload);
  if (!isObject(document)) return refused('malformed-cose');
  if ('vc' in document || 'vp' in document) return refused('claim-not-allowed');
  const kind = hasType(document, 'VerifiablePresentation') ? 'presentation' : 'credential';
  if (kind === 'credential' && !hasType(document, 'VerifiableCredential')) return refused('not-a-credential');
  if (typ !== (kind === 'presentation' ? 'vp+cose' : 'vc+cose')) return refused('wrong-media-type');
  const header = { alg: cose.alg, ...(cose.kid === null ? {} : { kid: cose.kid }) };
  const jwt: CompactJwt = { text: '', header, claims: {} };
  return { kind, document, envelope: { form: 'cose', profile: 'vc', jwt, sdJwt: null, problem: null, cose } };
}

function content(claims: JsonObject, typ: string, envelope: Envelope): Opened {
  if (typeof claims['vct'] === 'string' && claims['@context'] === undefined)
    return envelope.form === 'sd-jwt' || SD_TYPES.includes(typ) ? sdJwtVc(claims, envelope) : refused('wrong-media-type');
  if ('vc' in claims || 'vp' in claims) {
    const old = claims['vc'];
    const readable = typ === 'jwt' && isObject(old) && !('vp' in claims) && asList(old['@context'])[0] === VC_V1;
    return readable ? version11(claims, old, envelope) : refused('claim-not-allowed');
  }
  const document = Object.fromEntries(Object.entries(claims).filter(([name]) => !isRegistered(name)));
  const kind = hasType(document, 'VerifiablePresentation') ? 'presentation' : 'credential';
  if (kind === 'credential' && !hasType(document, 'VerifiableCredential')) return refused('not-a-credential');
  if (typ !== 'jwt' && !typ.startsWith(kind === 'presentation' ? 'vp' : 'vc')) return refused('wrong-media-type');
  return agrees(claims, document, kind) ? { kind, document, envelope } : refused('claims-disagree');
}

/** Claims that repeat what the document says must say the same (VC-JOSE-COSE 1.0, section 3.1.3). */
function agrees(claims: JsonObject, document: JsonObject, kind: 'credential' | 'presentation'): boolean {
  const same = (claim: string, said: string | null): boolean =>
    claims[claim] === undefined || said === null || claims[claim] === said;
  if (kind === 'presentation') return same('iss', idOf(document['holder'])) && same('jti', asString(document['id']));
  const [subject] = asList(document['credentialSubject']);
  return (
    same('iss', idOf(document['issuer'])) &&
    same('jti', asString(document['id'])) &&
    same('sub', isObject(subject) ? idOf(subject) : null)
  );
}

/** VC Data Model 1.1, section 6.3.1: the credential stands in the claim `vc`, and the claims beside it fill in or repeat its parts. */
function version11(claims: JsonObject, vc: JsonObject, envelope: Envelope): Opened {
  const filled: JsonObject = {
    ...(typeof claims['iss'] === 'string' ? { issuer: claims['iss'] } : {}),
    ...(typeof claims['jti'] === 'string' ? { id: claims['jti'] } : {}),
    ...(rfc3339(claims['nbf']) === null ? {} : { issuanceDate: rfc3339(claims['nbf']) }),
    ...(rfc3339(claims['exp']) === null ? {} : { expirationDate: rfc3339(claims['exp']) }),
    ...vc,
  };
  if (!hasType(filled, 'VerifiableCredential')) return refused('not-a-credential');
  return agrees(claims, filled, 'credential')
    ? { kind: 'credential', document: filled, envelope: { ...envelope, profile: 'vc-1.1' } }
    : refused('claims-disagree');
}

/** Claims that no holder may keep back (SD-JWT VC, section 3.2.2.2). */
const ALWAYS_SHOWN = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status'];

/** An SD-JWT VC under the names by which the checks read: `issuer`, `validFrom`, `validUntil`. */
function sdJwtVc(claims: JsonObject, envelope: Envelope): Opened {
  const kept = ALWAYS_SHOWN.some((name) => name in claims && !(name in envelope.jwt.claims));
  const { issuer, ...rest } = claims;
  const document: JsonObject = {
    ...rest,
    ...(typeof claims['iss'] === 'string' ? { issuer: isObject(issuer) ? { ...issuer, id: claims['iss'] } : claims['iss'] } : {}),
    ...(claims['nbf'] === undefined ? {} : { validFrom: rfc3339(claims['nbf']) ?? 'not a date' }),
    ...(claims['exp'] === undefined ? {} : { validUntil: rfc3339(claims['exp']) ?? 'not a date' }),
  };
  const problem = envelope.problem ?? (kept ? 'disclosure-does-not-fit' : null);
  return { kind: 'credential', document, envelope: { ...envelope, profile: 'sd-jwt-vc', problem } };
}

function isRegistered(name: string): boolean {
  return REGISTERED.some((one) => one === name);
}

/** A NumericDate (RFC 7519, section 2) as RFC 3339; the date in words that some issuers write is taken as it is. Null if it is neither. */
export function rfc3339(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 8.64e12)
    return new Date(value * 1000).toISOString();
  return instant(value) === null ? null : asString(value);
}

function refused(code: FindingCode<'format'>): Opened {
  return { kind: 'refused', code };
}

/** The token in the `data:` address of an enveloped credential or presentation (VC Data Model 2.0, section 4.12), with what it says it is. */
export function tokenOf(value: JsonObject): { readonly token: string; readonly type: string } | null {
  const found = /^data:application\/((?:vc|vp|dc)\+(?:ld\+)?(?:sd-)?jwt)(?:;[^,]*)?,([A-Za-z0-9_.~-]+)$/u.exec(
    asString(value['id']) ?? '',
  );
  return found === null ? null : { type: found[1] ?? '', token: found[2] ?? '' };
}

/** The COSE_Sign1 in such an address; null where it is of another kind, empty bytes where it is none that can be read. */
export function coseOf(value: JsonObject): { readonly type: 'vc' | 'vp'; readonly bytes: Uint8Array } | null {
  const found = /^data:application\/(vc|vp)\+cose(;base64)?,(.*)$/su.exec(asString(value['id']) ?? '');
  if (found === null) return null;
  const bytes = found[2] === undefined ? null : fromBase64(found[3] ?? '');
  return { type: found[1] === 'vp' ? 'vp' : 'vc', bytes: bytes ?? new Uint8Array(0) };
}
