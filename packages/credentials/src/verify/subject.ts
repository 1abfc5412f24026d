import { resolveController, type Resolution, type Resolver } from '../did/resolve.ts';
import type { JsonObject } from '../json.ts';
import type { Envelope } from './envelope.ts';

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
  /** What a presentation must answer, where it was asked for. */
  readonly expected?: ExpectedPresentation;
}

/** The question that a presentation answers. */
export interface ExpectedPresentation {
  /** Who asked: what `aud` must name. */
  readonly audience: string;
  /** True the first time that a nonce of ours is taken, false ever after and for one that is not ours. */
  readonly takeNonce: (nonce: string) => Promise<boolean>;
}

/** What every check is given: the document, and what was looked up for it. */
export interface Subject {
  readonly document: JsonObject;
  readonly kind: 'credential' | 'presentation';
  /** The token that it came in, where it is signed as a whole. */
  readonly envelope?: Envelope;
  readonly expected?: ExpectedPresentation;
  readonly now: string;
  readonly trusted: readonly TrustedIssuer[];
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
