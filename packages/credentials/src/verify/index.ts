/**
 * Verification: the list of checks, in the order in which an answer lists them (contracts 4). Pure but for `resolver`, which the caller
 * lends; runs in a browser unchanged.
 */
import { asList, idOf, isObject, type JsonObject } from '../json.ts';
import { type Answer, CHECKS, conclude, type CheckName, type VerificationAnswer, worst } from './answer.ts';
import { finding, type Finding, type FindingCode } from './findings.ts';
import { envelopeOf } from './envelope.ts';
import { checkFormat } from './format.ts';
import { checkHolder } from './holder.ts';
import { checkIssuer } from './issuer.ts';
import { checkLog } from './log.ts';
import type { ExaminedProof } from './examined-proof.ts';
import { checkProof } from './proof.ts';
import { classify, read, type Read } from './read.ts';
import { checkRecognised } from './recognised.ts';
import { checkSchema } from './schema.ts';
import { checkStatus } from './status.ts';
import { lookups, type Subject, type VerifyOptions } from './subject.ts';
import { envelopeProblems } from './vc-shape.ts';
import { checkValidity } from './validity.ts';

/** An answer with the codes that sentences are made from, and the document that it is about. */
export interface Examination {
  readonly answer: Answer;
  readonly checks: readonly Finding[];
  readonly credentials: readonly Examination[];
  /** The credential or presentation that was read; null if there was none. */
  readonly document: JsonObject | null;
}

/**
 * Verifies a credential or a presentation: JSON text, bytes, or a parsed document. The answer is exactly that of contracts 4.
 * Throws CredentialError `unreadable`, `too-large`, `too-deep` or `too-complex` when there is nothing to answer about.
 */
export async function verifyCredential(input: unknown, options: VerifyOptions): Promise<VerificationAnswer> {
  return answerOf(await examineCredential(input, options));
}

/** The same with the codes and facts behind each check, for pages that say it in words. */
export async function examineCredential(input: unknown, options: VerifyOptions): Promise<Examination> {
  const { now, trusted, expected = {}, digest, readEnvelope, resource, offline } = options;
  const shared = {
    now,
    trusted,
    expected,
    ...(digest === undefined ? {} : { digest }),
    ...(readEnvelope === undefined ? {} : { readEnvelope }),
    ...(resource === undefined || offline === true ? {} : { resource }),
    ...lookups(options),
  };
  return examine(read(input), shared, { depth: 0, left: MAX_INSIDE });
}

/** Cuts an examination down to the answer of contracts 4. */
export function answerOf({ answer, checks, credentials }: Examination): VerificationAnswer {
  return {
    answer,
    checks: checks.map(({ check, outcome, detail }) => ({ check, outcome, detail })),
    credentials: credentials.map(answerOf),
  };
}

/** Credentials that are examined inside one document, at most, and how deep they may be nested. */
const MAX_INSIDE = 500;
const MAX_DEPTH = 3;

interface Budget {
  readonly depth: number;
  left: number;
}

type Shared = Omit<Subject, 'document' | 'kind'>;

async function examine(given: Read, shared: Shared, budget: Budget): Promise<Examination> {
  if (given.kind === 'unsupported') return unread('unsupported');
  if (given.kind === 'other') return unread('not-a-credential');
  if (given.kind === 'envelope') return open(given.document, shared, budget);
  const subject: Subject = { ...shared, document: given.document, kind: given.kind };
  const held = inside(subject);
  const { checks, proofs } = await runChecks(subject, held.length);
  const within = withinOf(subject, checks, proofs);
  const credentials: Examination[] = [];
  for (const one of held) {
    budget.left -= 1;
    if (budget.left < 0 || budget.depth >= MAX_DEPTH) {
      checks[0] = finding('format', 'too-many-inside');
      break;
    }
    const deeper = { depth: budget.depth + 1, left: budget.left };
    credentials.push(await examine(classify(one), forInside(shared, within), deeper));
    budget.left = deeper.left;
  }
  const own = conclude(checks.map(({ outcome }) => outcome));
  return { answer: worst([own, ...credentials.map(({ answer }) => answer)]), checks, credentials, document: given.document };
}

/** For what is inside: what vouches for the outside, and the purpose that was expected of it, do not go along. */
function forInside(shared: Shared, within: Subject['within'] | null): Shared {
  const { within: _, enveloped: __, expected, ...rest } = shared;
  const { purpose: ___, ...expectedInside } = expected;
  const inside = { ...rest, expected: expectedInside };
  return within === null || within === undefined ? inside : { ...inside, within };
}

/** What is in an envelope, examined like any other, with the signature of the envelope for its proof. */
async function open(document: JsonObject, shared: Shared, budget: Budget): Promise<Examination> {
  const { readEnvelope, now, controller } = shared;
  if (readEnvelope === undefined) return unread('unsupported');
  const [problem] = envelopeProblems(document);
  const envelope = envelopeOf(document);
  if (problem !== undefined || envelope === null) return unread('bad-envelope');
  const reading = await readEnvelope(envelope, { now, controller });
  if (reading.status === 'unsupported') return unread('unsupported');
  const { code, methodId, created } = reading.proof;
  const { outcome } = finding('proof', code);
  const enveloped: ExaminedProof = {
    proof: created === undefined ? {} : { created },
    methodId,
    code,
    outcome: outcome === 'not-applicable' ? 'unknown' : outcome,
  };
  const read = classify(reading.document);
  return read.kind === envelope.kind ? examine(read, { ...shared, enveloped }, budget) : unread('bad-envelope');
}

async function runChecks(
  subject: Subject,
  held: number,
): Promise<{ readonly checks: Finding[]; readonly proofs: readonly ExaminedProof[] }> {
  const signed = subject.enveloped !== undefined || asList(subject.document['proof']).length > 0;
  const empty = subject.kind === 'presentation' && held === 0 && !signed;
  const proof = await checkProof(subject);
  const checks = [
    empty ? finding('format', 'nothing-inside') : checkFormat(subject),
    await checkSchema(subject),
    proof.finding,
    await (subject.kind === 'presentation' ? checkHolder(subject, proof.proofs) : checkIssuer(subject, proof.proofs)),
    checkRecognised(subject),
    await checkStatus(subject),
    checkValidity(subject),
    checkLog(),
  ];
  return { checks, proofs: proof.proofs };
}

/** What a presentation lends to the credentials inside: its holder, if the holder's own signature fits. */
function withinOf(
  subject: Subject,
  checks: readonly Finding[],
  proofs: readonly ExaminedProof[],
): NonNullable<Subject['within']> | null {
  const holder = subject.kind === 'presentation' ? idOf(subject.document['holder']) : null;
  const whole = checks.some(({ code }) => code === 'key-of-holder') && checks.some(({ code }) => code === 'signature-fits');
  return holder !== null && whole ? { holder, proofs } : null;
}

/** The credentials that a presentation holds, or that a CLR carries in its subject. */
function inside({ document, kind }: Subject): readonly unknown[] {
  if (kind === 'presentation') return asList(document['verifiableCredential']);
  return asList(document['credentialSubject']).flatMap((subject) =>
    isObject(subject) ? asList(subject['verifiableCredential']) : [],
  );
}

/** Nothing that can be read: `format` fails, and nothing else can be decided. */
function unread(code: FindingCode<'format'>): Examination {
  const rest: readonly Exclude<CheckName, 'format' | 'log'>[] = CHECKS.filter((check) => check !== 'format' && check !== 'log');
  const checks = [finding('format', code), ...rest.map((check) => finding(check, 'not-read')), checkLog()];
  return { answer: 'not-verified', checks, credentials: [], document: null };
}
