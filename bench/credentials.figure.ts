import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  addProof,
  buildAwardCredential,
  buildOutcomeCredential,
  encodeMultikey,
  type OpenBadgeCredential,
  type Signer,
  verifyCredential,
} from '../packages/credentials/src/index.ts';
import { canonicalJson } from '../packages/credentials/src/proof/jcs.ts';
import { theirKey, theyAccept, theyIssue } from '../packages/credentials/test/digital-bazaar.ts';
import { awardInput, outcome } from '../packages/credentials/test/scene.ts';
import { serverDigest as digest } from '../packages/server/src/keys/digest.ts';
import { type Figure, percentile } from './figure.ts';

const ROUNDS = 9;
const TURNS = 12;
const CREATED = '2026-11-01T00:00:00Z';

/** Signing and verifying against @digitalbazaar/vc and against bare Ed25519: one thread, turn by turn in one run, the median of the rounds' ratios. */
export async function run(): Promise<readonly Figure[]> {
  const pair = await theirKey('Ed25519');
  const theirSigner: { sign: (options: { data: Uint8Array }) => Promise<Uint8Array> } & object = Object.assign(
    { sign: async () => new Uint8Array() },
    pair.signer(),
  );
  const signer: Signer = { verificationMethod: pair.id, sign: (data) => theirSigner.sign({ data }) };
  const input = awardInput({ issuer: { id: pair.controller, name: 'Issuer' } });
  const counted = Array.from({ length: 8 }, (_, n) => outcome(n + 1));
  const shapes: readonly (readonly [string, OpenBadgeCredential])[] = [
    ['an outcome', buildOutcomeCredential({ ...input, outcome: outcome(3) })],
    ['an award of eight outcomes', buildAwardCredential({ ...input, counted })],
  ];
  const figures: Figure[] = [];
  for (const [name, unsigned] of shapes) figures.push(...(await against(name, unsigned, signer, pair.signer(), pair.controller)));
  figures.push(await canonicalJsonAgainstRaw(shapes[0]![1]));
  return figures;
}

async function against(
  name: string,
  unsigned: OpenBadgeCredential,
  signer: Signer,
  theirSigner: object,
  issuer: string,
): Promise<readonly Figure[]> {
  const ours = () => addProof(unsigned, { signer, created: CREATED, digest });
  const theirs = () => theyIssue(unsigned, { signer: theirSigner, date: CREATED });
  const [made, reference] = [await ours(), await theirs()];
  const equal = canonicalJson(made) === canonicalJson(reference);
  if (!equal || !(await theyAccept(made))) throw new Error(`${name}: the two do not sign alike`);
  const options = {
    now: '2026-11-24T09:00:00Z',
    resolver: { fetch: async () => ({ status: 'unreachable' as const, detail: 'bench' }) },
    trusted: [{ id: issuer, name: 'Issuer' }],
    digest,
  };
  if ((await verifyCredential(made, options)).answer !== 'verified') throw new Error(`${name}: we do not verify what we sign`);
  // Each is another document, since the last few are remembered: one shape with a term of its own, and one that goes the long way.
  const own = await many((number) => ({
    ...unsigned,
    '@context': [...unsigned['@context'], { remark: 'https://example.nz/terms#remark' }],
    remark: `remark ${number}`,
  }));
  const long = await many((number) => ({
    ...unsigned,
    credentialSubject: { ...unsigned.credentialSubject, creditsEarned: number + 0.5 },
  }));
  async function many(shape: (number: number) => object): Promise<() => object> {
    const made: object[] = [];
    for (let number = 0; number < 40; number += 1)
      made.push(await addProof({ ...shape(number) }, { signer, created: CREATED, digest }));
    let turn = 0;
    const next = (): object => {
      turn += 1;
      return made[turn % made.length] ?? {};
    };
    if ((await verifyCredential(next(), options)).answer !== 'verified')
      throw new Error(`${name}: we do not verify another shape`);
    return next;
  }
  const issued = await compare(ours, theirs, 12, 1);
  const verified = await compare(
    () => verifyCredential(made, options),
    () => theyAccept(made),
    12,
    1,
  );
  const owned = await compare(
    () => verifyCredential(own(), options),
    () => theyAccept(own()),
    6,
    1,
  );
  const slow = await compare(
    () => verifyCredential(long(), options),
    () => theyAccept(long()),
    1,
    1,
  );
  const bytes = JSON.stringify(made).length;
  const how = `one thread, ${ROUNDS} rounds turn by turn, the median of their ratios; ${bytes} bytes signed; the output byte-equal (as canonical JSON) and accepted by @digitalbazaar/vc 7.3`;
  return [
    figureOf(`issue eddsa-rdfc-2022, ${name}, against @digitalbazaar/vc`, issued, 10, how),
    figureOf(`verify eddsa-rdfc-2022, ${name}, against @digitalbazaar/vc`, verified, 5, `${how}; all of our checks`),
    figureOf(`verify ${name} with a term of its own`, owned, 1, `${how}; all of our checks`),
    figureOf(
      `verify any other shape, ${name} with half a credit, expanded by jsonld.js on both sides`,
      slow,
      1,
      `${how}; all of our checks`,
    ),
  ];
}

/** The smaller document, where the signature is most of the work. */
async function canonicalJsonAgainstRaw(unsigned: OpenBadgeCredential): Promise<Figure> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  const did = `did:key:${encodeMultikey(raw)}`;
  const signer: Signer = {
    verificationMethod: `${did}#${encodeMultikey(raw)}`,
    sign: async (data) => sign(null, data, privateKey),
  };
  const data = new Uint8Array(64);
  const compared = await compare(
    () => addProof(unsigned, { signer, created: CREATED, cryptosuite: 'eddsa-jcs-2022', digest }),
    async () => sign(null, data, privateKey),
    160,
    160,
  );
  const bytes = JSON.stringify(unsigned).length;
  const how = `one thread, ${ROUNDS} rounds turn by turn, the median of their ratios; an outcome of ${bytes} bytes; node:crypto signs 64 bytes`;
  return figureOf('issue eddsa-jcs-2022 against bare Ed25519', compared, 0.35, how);
}

interface Compared {
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
}

/** How often each can be done in a second, and how many times as often ours: both in short turns, since a busy machine slows whichever runs just then. */
async function compare(ours: () => Promise<unknown>, theirs: () => Promise<unknown>, n: number, m: number): Promise<Compared> {
  const rounds: Compared[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const took = { ours: 0, theirs: 0 };
    for (let turn = 0; turn < TURNS; turn += 1) {
      took.ours += await milliseconds(ours, n);
      took.theirs += await milliseconds(theirs, m);
    }
    const [one, other] = [(n * TURNS * 1000) / took.ours, (m * TURNS * 1000) / took.theirs];
    if (round >= 0) rounds.push({ ours: one, theirs: other, ratio: one / other });
  }
  const middle = (values: readonly number[]): number => percentile(values, 0.5);
  return {
    ours: middle(rounds.map((round) => round.ours)),
    theirs: middle(rounds.map((round) => round.theirs)),
    ratio: middle(rounds.map((round) => round.ratio)),
  };
}

/** Each ends with a turn of the event loop. Memory is collected then, and theirs never turns by itself: ours would collect for both. */
async function milliseconds(work: () => Promise<unknown>, times: number): Promise<number> {
  const began = performance.now();
  for (let time = 0; time < times; time += 1) await work();
  await setImmediate();
  return performance.now() - began;
}

function figureOf(name: string, { ours, theirs, ratio }: Compared, target: number, how: string): Figure {
  const value = `${ours.toFixed(0)}/s (${theirs.toFixed(0)}/s)`;
  return { name, value, ratio, target: `>= ${target}`, reached: ratio >= target, how };
}
