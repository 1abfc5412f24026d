import { isObject, type JsonObject } from '../json.ts';
import { type Disclosure, readDisclosure } from './disclosure.ts';
import { digestOf, isHash } from './hash.ts';

/** The claims with every disclosure put in its place, or what forbids to use them. */
export type Revealed =
  | { readonly claims: JsonObject; readonly byPath: ReadonlyMap<string, Disclosure> }
  | { readonly problem: 'malformed-disclosure' | 'repeated-digest' | 'disclosure-does-not-fit' | 'unknown-hash' };

/** Disclosures that one token may carry. */
const MAX_DISCLOSURES = 2000;

class Refused extends Error {
  readonly problem: Extract<Revealed, { problem: unknown }>['problem'];
  constructor(problem: Refused['problem']) {
    super(problem);
    this.problem = problem;
  }
}

interface Work {
  readonly byDigest: ReadonlyMap<string, Disclosure>;
  readonly seen: Set<string>;
  readonly used: Set<string>;
  readonly byPath: Map<string, Disclosure>;
}

/**
 * Puts disclosures into the payload that holds their digests (RFC 9901, section 7.1). Refused: a digest that stands twice, a disclosure that
 * no digest calls for or that comes twice, one of the wrong form for its place, and one that would write over a claim.
 */
export async function reveal(payload: JsonObject, encoded: readonly string[]): Promise<Revealed> {
  const algorithm = payload['_sd_alg'] ?? 'sha-256';
  if (!isHash(algorithm)) return { problem: 'unknown-hash' };
  if (encoded.length > MAX_DISCLOSURES) return { problem: 'malformed-disclosure' };
  const byDigest = new Map<string, Disclosure>();
  for (const one of encoded) {
    const disclosure = readDisclosure(one);
    if (disclosure === null) return { problem: 'malformed-disclosure' };
    const digest = await digestOf(one, algorithm);
    if (byDigest.has(digest)) return { problem: 'repeated-digest' };
    byDigest.set(digest, disclosure);
  }
  const work: Work = { byDigest, seen: new Set(), used: new Set(), byPath: new Map() };
  try {
    const { _sd_alg: _, ...claims } = revealObject(payload, '', work);
    if (work.used.size !== byDigest.size) return { problem: 'disclosure-does-not-fit' };
    return { claims, byPath: work.byPath };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem };
    throw error;
  }
}

function revealValue(value: unknown, path: string, work: Work): unknown {
  if (Array.isArray(value)) return revealArray(value, path, work);
  return isObject(value) ? revealObject(value, path, work) : value;
}

function revealObject(object: JsonObject, path: string, work: Work): JsonObject {
  const { _sd: digests = [], ...plain } = object;
  if ('...' in plain || !Array.isArray(digests)) throw new Refused('malformed-disclosure');
  const shown = Object.entries(plain).map(([name, value]) => [name, revealValue(value, `${path}/${name}`, work)] as const);
  const names = new Set(Object.keys(plain));
  const revealed = digests.flatMap((digest: unknown) => {
    const disclosure = take(digest, work);
    if (disclosure === null) return [];
    if (disclosure.name === null) throw new Refused('malformed-disclosure');
    if (names.has(disclosure.name)) throw new Refused('disclosure-does-not-fit');
    names.add(disclosure.name);
    const at = `${path}/${disclosure.name}`;
    work.byPath.set(at, disclosure);
    return [[disclosure.name, revealValue(disclosure.value, at, work)] as const];
  });
  return Object.fromEntries([...shown, ...revealed]);
}

function revealArray(items: readonly unknown[], path: string, work: Work): readonly unknown[] {
  return items.flatMap((item, index) => {
    const at = `${path}/${index}`;
    if (!isObject(item) || !('...' in item)) return [revealValue(item, at, work)];
    if (Object.keys(item).length !== 1) throw new Refused('malformed-disclosure');
    const disclosure = take(item['...'], work);
    if (disclosure === null) return [];
    if (disclosure.name !== null) throw new Refused('malformed-disclosure');
    work.byPath.set(at, disclosure);
    return [revealValue(disclosure.value, at, work)];
  });
}

/** The disclosure of a digest, or null for one that is kept back and for a decoy. */
function take(digest: unknown, { byDigest, seen, used }: Work): Disclosure | null {
  if (typeof digest !== 'string') throw new Refused('malformed-disclosure');
  if (seen.has(digest)) throw new Refused('repeated-digest');
  seen.add(digest);
  const disclosure = byDigest.get(digest) ?? null;
  if (disclosure !== null) used.add(digest);
  return disclosure;
}
