import { resolveController, type Resolution, type Resolver } from '../did/resolve.ts';
import type { JsonObject } from '../json.ts';
import type { Digest } from '../proof/digest.ts';
import type { ProofPurpose } from '../proof/statements.ts';
import type { EnvelopeReader } from './envelope.ts';
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
  readonly resolver: Resolver;
  readonly trusted: readonly TrustedIssuer[];
  /** What the verifier asked the holder for; a presentation made for another is refused. */
  readonly expected?: Expectation;
  /** A faster hash than our own. */
  readonly digest?: Digest;
  /** Opens envelopes (JWT, SD-JWT); without it they are `unsupported`. */
  readonly readEnvelope?: EnvelopeReader;
  /** The bytes at an address, for related resources; null if they cannot be had. Without it, none is fetched. */
  readonly resource?: (url: string) => Promise<Uint8Array | null>;
}

export interface Expectation {
  readonly challenge?: string;
  readonly domain?: string;
  /** Instead of `authentication` for a presentation and `assertionMethod` for a credential. */
  readonly purpose?: ProofPurpose;
}

/** What every check is given: the document, and what was looked up for it. */
export interface Subject {
  readonly document: JsonObject;
  readonly kind: 'credential' | 'presentation';
  readonly now: string;
  readonly trusted: readonly TrustedIssuer[];
  readonly expected: Expectation;
  readonly digest?: Digest;
  readonly readEnvelope?: EnvelopeReader;
  readonly resource?: (url: string) => Promise<Uint8Array | null>;
  /** Of the presentation that this credential is in: its holder, and its proofs if they fit. */
  readonly within?: { readonly holder: string; readonly proofs: readonly ExaminedProof[] };
  /** Of the envelope that this document came in: it takes the place of a proof inside. */
  readonly enveloped?: ExaminedProof;
  /** The controller document of a DID or address, asked for once. */
  readonly controller: (id: string) => Promise<Resolution>;
  /** Any JSON at an address, asked for once. */
  readonly fetch: Resolver['fetch'];
}

/** The look-ups of one verification, shared by all credentials inside, each asked once. */
export function lookups({ offline, resolver, trusted }: VerifyOptions): Pick<Subject, 'controller' | 'fetch'> {
  const fetched = new Map<string, ReturnType<Resolver['fetch']>>();
  const fetch: Resolver['fetch'] = (url) => {
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
  const controller: Subject['controller'] = async (id) => {
    const document = trusted.find((issuer) => issuer.id === id)?.document;
    if (document !== undefined && offline === true)
      return document['id'] === id ? { status: 'found', document } : { status: 'invalid' };
    return resolveController(id, fetch);
  };
  return { controller, fetch };
}

/** Addresses that one verification may ask, so that a document cannot make us knock on a thousand doors. */
const MAX_LOOKUPS = 64;
