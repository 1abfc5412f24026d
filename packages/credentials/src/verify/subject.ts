import { resolveController, type Resolution, type Resolver } from '../did/resolve.ts';
import type { JsonObject } from '../json.ts';
import type { Digest } from '../proof/digest.ts';
import type { ProofPurpose } from '../proof/statements.ts';
import type { Envelope } from './envelope.ts';
import type { ExaminedProof } from './examined-proof.ts';

/** An issuer whose credentials we recognise. */
export interface TrustedIssuer {
  /** The issuer's DID or address, exactly as credentials name it. */
  readonly id: string;
  readonly name: string;
  /** Its controller document, so that its credentials can be checked without asking it. */
  readonly document?: JsonObject;
}

export interface VerifyOptions {
  /** The moment to judge by, RFC 3339. */
  readonly now: string;
  /** Opens no socket: what would need one is `unknown`. */
  readonly offline?: boolean;
  /** What stood at an address when it was downloaded, such as a status list: taken where the address cannot be asked now. Never whose keys are whose. */
  readonly held?: ReadonlyMap<string, unknown>;
  readonly resolver: Resolver;
  readonly trusted: readonly TrustedIssuer[];
  /** What was asked of whoever presents; a presentation that was made for another is refused. */
  readonly expected?: ExpectedPresentation;
  /** A faster hash than our own. */
  readonly digest?: Digest;
  /** The bytes at an address, for related resources; null if they cannot be had. Without it, none is fetched. */
  readonly resource?: (url: string) => Promise<Uint8Array | null>;
}

/**
 * The question that a presentation answers. An embedded proof answers it with `domain` and `challenge` (Data Integrity 1.0, section 2.1), a
 * token with `aud` and `nonce` (RFC 9901, section 4.3; OpenID4VP 1.0, appendix B).
 */
export interface ExpectedPresentation {
  /** Who asked. */
  readonly domain?: string;
  /** What was asked, where the caller knows it and sees to it that it is answered once. */
  readonly challenge?: string;
  /** True the first time that a challenge or nonce of ours is taken, false ever after and for one that is not ours. */
  readonly takeNonce?: (nonce: string) => Promise<boolean>;
  /** Whether each credential inside must be about whoever presents it, as one is that was bound to a wallet's key. */
  readonly ofHolder?: boolean;
  /** Instead of `authentication` for a presentation and `assertionMethod` for a credential. */
  readonly purpose?: ProofPurpose;
}

/** What every check is given: the document, and what was looked up for it. */
export interface Subject {
  readonly document: JsonObject;
  readonly kind: 'credential' | 'presentation';
  /** The token that it came in, where it is signed as a whole: it takes the place of a proof inside. */
  readonly envelope?: Envelope;
  readonly now: string;
  readonly trusted: readonly TrustedIssuer[];
  /** Only of what was presented itself: what is inside it was signed before anybody asked. */
  readonly expected?: ExpectedPresentation;
  readonly digest?: Digest;
  readonly resource?: (url: string) => Promise<Uint8Array | null>;
  /** Of the presentation that this credential is in: its holder, and its proofs if they fit. */
  readonly within?: { readonly holder: string; readonly proofs: readonly ExaminedProof[] };
  /** The controller document of a DID or address, asked for once. */
  readonly controller: (id: string) => Promise<Resolution>;
  /** Any JSON at an address, asked for once. */
  readonly fetch: Resolver['fetch'];
}

/** A document that another one leads to, in the light of the same look-ups: nothing that vouches for the one vouches for the other. */
export function besides(subject: Subject, document: JsonObject, envelope?: Envelope): Subject {
  const { envelope: _, within: __, expected: ___, ...shared } = subject;
  return { ...shared, document, kind: 'credential', ...(envelope === undefined ? {} : { envelope }) };
}

/** What a signature must be for: the relationship under which the signer's document lists the key. */
export function purposeOf({ kind, expected }: Pick<Subject, 'kind' | 'expected'>): ProofPurpose {
  return expected?.purpose ?? (kind === 'presentation' ? 'authentication' : 'assertionMethod');
}

/** The look-ups of one verification, shared by all credentials inside, each asked once. */
export function lookups({ offline, held, resolver, trusted }: VerifyOptions): Pick<Subject, 'controller' | 'fetch'> {
  const fetched = new Map<string, ReturnType<Resolver['fetch']>>();
  const ask: Resolver['fetch'] = (url) => {
    const key = url.split('#')[0] ?? url;
    if (offline === true) return Promise.resolve({ status: 'unreachable', detail: 'offline' });
    const before = fetched.get(key);
    if (before !== undefined) return before;
    if (fetched.size >= MAX_LOOKUPS) return Promise.resolve({ status: 'unreachable', detail: 'too many addresses' });
    const asked = Promise.resolve()
      .then(() => resolver.fetch(key))
      .catch((error: unknown) => ({ status: 'unreachable' as const, detail: String(error) }));
    fetched.set(key, asked);
    return asked;
  };
  const fetch: Resolver['fetch'] = async (url) => {
    const answer = await ask(url);
    const key = url.split('#')[0] ?? url;
    return answer.status === 'unreachable' && held?.has(key) === true ? { status: 'found', body: held.get(key) } : answer;
  };
  const controller: Subject['controller'] = async (id) => {
    const document = trusted.find((issuer) => issuer.id === id)?.document;
    if (document !== undefined && offline === true)
      return document['id'] === id ? { status: 'found', document } : { status: 'invalid' };
    return resolveController(id, ask);
  };
  return { controller, fetch };
}

/** Addresses that one verification may ask, so that a document cannot make us knock on a thousand doors. */
const MAX_LOOKUPS = 64;
