import { resolveController, type Resolver } from '../did/resolve.ts';
import { readShallow } from '../jose/compact.ts';
import { seconds } from '../jose/credential.ts';
import { listedKeys } from '../jose/keys.ts';
import { type JwtSigner, signCompact } from '../jose/sign.ts';
import { verifyCompact } from '../jose/verify.ts';
import { asString, isIri, isObject } from '../json.ts';
import { CLOCK_SKEW } from '../proof/verify-proof.ts';
import { instant } from '../time.ts';
import type { TrustedIssuer } from './subject.ts';
import { parseTrustedIssuers, trustedIssuersFile } from './trusted-issuers.ts';

/** A register's list of the issuers that it recognises, and what a verifier needs of them to do without a network. */
export interface TrustBundle {
  readonly issuers: readonly TrustedIssuer[];
  /** What stood at an address when the bundle was made: status lists, each with its own signature and its own end. */
  readonly held: ReadonlyMap<string, unknown>;
}

/** A bundle that its register signed. */
export interface OpenedBundle extends TrustBundle {
  /** When its word ends, in seconds since 1970 (the claim `exp`). */
  readonly exp: number;
}

const TYPE = 'trusted-issuers+jwt';

/** The bundle as a JWT signed by its register, good from `at` until `until` (RFC 3339). */
export async function signTrustBundle(
  { issuers, held }: TrustBundle,
  {
    register,
    at,
    until,
    signer,
  }: { readonly register: string; readonly at: string; readonly until: string; readonly signer: JwtSigner },
): Promise<string> {
  const claims = {
    iss: register,
    iat: seconds(at),
    exp: seconds(until),
    ...trustedIssuersFile(issuers),
    held: [...held].map(([url, body]) => ({ url, body })),
  };
  return signCompact(claims, { typ: TYPE, signer });
}

export type TrustRefusal =
  | 'not-a-list'
  /** Signed by a register that the reader did not name. */
  | 'another-register'
  | 'register-unreachable'
  | 'signature-does-not-fit'
  /** Its time has passed, or it is from the future. */
  | 'out-of-date';

/**
 * Opens a signed bundle. `registers` are those whose word is taken; the document of one, where it is given, takes the place of asking for it.
 * Answers why it is not taken instead: a list that anybody could have written vouches for nobody.
 */
export async function openTrustBundle(
  text: string,
  {
    registers,
    now,
    fetch,
  }: {
    readonly registers: readonly Pick<TrustedIssuer, 'id' | 'document'>[];
    readonly now: string;
    readonly fetch: Resolver['fetch'];
  },
): Promise<OpenedBundle | TrustRefusal> {
  const jwt = readShallow(text.trim());
  const issuers = parseTrustedIssuers(jwt?.claims);
  if (jwt === null || jwt.header['typ'] !== TYPE || issuers === null) return 'not-a-list';
  const held = heldIn(jwt.claims['held']);
  if (held === null) return 'not-a-list';
  const register = registers.find(({ id }) => id === jwt.claims['iss']);
  if (register === undefined) return 'another-register';
  const resolved =
    register.document === undefined
      ? await resolveController(register.id, fetch)
      : ({ status: 'found', document: register.document } as const);
  if (resolved.status === 'unreachable') return 'register-unreachable';
  const keys = resolved.status === 'found' ? listedKeys(resolved.document, 'assertionMethod') : [];
  const fits = await Promise.all(
    keys
      .filter(({ methodId, revoked }) => revoked === null && methodId === jwt.header['kid'])
      .map(async ({ jwk }) => (await verifyCompact(jwt.text, jwt.header['alg'], jwk)) === 'signature-fits'),
  );
  if (!fits.includes(true)) return 'signature-does-not-fit';
  const { iat, exp } = jwt.claims;
  const at = instant(now) ?? Number.NaN;
  if (typeof iat !== 'number' || typeof exp !== 'number') return 'out-of-date';
  return iat * 1000 <= at + CLOCK_SKEW && exp * 1000 > at - CLOCK_SKEW ? { issuers, held, exp } : 'out-of-date';
}

function heldIn(value: unknown): ReadonlyMap<string, unknown> | null {
  if (value === undefined) return new Map();
  if (!Array.isArray(value)) return null;
  const held = new Map<string, unknown>();
  for (const one of value as readonly unknown[]) {
    const url = isObject(one) ? asString(one['url']) : null;
    if (!isObject(one) || url === null || !isIri(url)) return null;
    held.set(url, one['body']);
  }
  return held;
}
