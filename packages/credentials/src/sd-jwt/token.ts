import { CredentialError } from '../errors/codes.ts';
import { asString, type JsonObject } from '../json.ts';
import { type CompactJwt, readCompact } from '../jose/compact.ts';
import { type JwtSigner, signCompact } from '../jose/sign.ts';
import { conceal, type DisclosureFrame } from './conceal.ts';
import { digestOf } from './hash.ts';
import { reveal } from './reveal.ts';

/** An SD-JWT as it is written: `<JWT>~<disclosure>~…~[<key binding JWT>]` (RFC 9901, section 4). */
export interface SdJwt {
  readonly jwt: CompactJwt;
  readonly disclosures: readonly string[];
  /** The holder's signature over this presentation, if there is one. */
  readonly keyBinding: CompactJwt | null;
  /** All before the key binding: what it is bound to. */
  readonly presented: string;
}

/** Reads the parts; null if it is no SD-JWT. Throws `too-deep` or `too-complex`. */
export function readSdJwt(text: string): SdJwt | null {
  const last = text.lastIndexOf('~');
  if (last < 0) return null;
  const [issued = '', ...disclosures] = text.slice(0, last).split('~');
  const jwt = readCompact(issued);
  const binding = text.slice(last + 1);
  const keyBinding = binding === '' ? null : readCompact(binding);
  if (jwt === null || (binding !== '' && keyBinding === null)) return null;
  return { jwt, disclosures, keyBinding, presented: text.slice(0, last + 1) };
}

/** Signs claims of which a holder may keep back what `frame` names. `typ` is `dc+sd-jwt` for SD-JWT VC. */
export async function issueSdJwt(
  claims: JsonObject,
  { frame, signer, typ }: { readonly frame: DisclosureFrame; readonly signer: JwtSigner; readonly typ: string },
): Promise<string> {
  const { payload, disclosures } = await conceal(claims, frame);
  const jwt = await signCompact(payload, { typ, signer });
  return [jwt, ...disclosures.map(({ encoded }) => encoded), ''].join('~');
}

/** Which claims to show: true for a claim and all of it that its own disclosures leave open, deeper keys for parts. */
export interface PresentationFrame {
  readonly [key: string]: PresentationFrame | boolean;
}

/**
 * The same token with the disclosures of these claims only, what stands above each of them included. What can't be kept back is always
 * shown. Throws `unreadable` if it is no SD-JWT, or its disclosures do not fit.
 */
export async function presentSdJwt(token: string, frame: PresentationFrame): Promise<string> {
  const read = readSdJwt(token);
  const revealed = read === null ? null : await reveal(read.jwt.claims, read.disclosures);
  if (read === null || revealed === null || 'problem' in revealed) throw new CredentialError('unreadable');
  const wanted = new Set(paths(frame, ''));
  const chosen = new Set<string>();
  for (const [path, { encoded }] of revealed.byPath)
    if ([...wanted].some((want) => want === path || want.startsWith(`${path}/`))) chosen.add(encoded);
  return [read.jwt.text, ...read.disclosures.filter((one) => chosen.has(one)), ''].join('~');
}

function paths(frame: PresentationFrame, above: string): readonly string[] {
  return Object.entries(frame).flatMap(([key, value]) => {
    const path = `${above}/${key}`;
    return value === false ? [] : value === true ? [path] : [path, ...paths(value, path)];
  });
}

/** The hash that a token's digests are made with. */
export function hashOf(claims: JsonObject): string {
  return asString(claims['_sd_alg']) ?? 'sha-256';
}

/** The presentation with the holder's signature (RFC 9901, section 4.3): for this audience, on this nonce, at this moment, over exactly these disclosures. */
export async function bindSdJwt(
  presented: string,
  {
    signer,
    audience,
    nonce,
    at,
  }: { readonly signer: JwtSigner; readonly audience: string; readonly nonce: string; readonly at: string },
): Promise<string> {
  const claims = {
    iat: Math.floor(Date.parse(at) / 1000),
    aud: audience,
    nonce,
    sd_hash: await digestOf(presented, hashOf(readSdJwt(presented)?.jwt.claims ?? {})),
  };
  return presented + (await signCompact(claims, { typ: 'kb+jwt', signer }));
}
