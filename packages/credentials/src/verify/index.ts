/**
 * Verification: the list of checks, in the order in which an answer lists them (contracts 4). Pure but for `resolver`, which the caller
 * lends; runs in a browser unchanged.
 */
import { asList, idOf, isObject, type JsonObject } from '../json.ts';
import { type Answer, CHECKS, conclude, type CheckName, type VerificationAnswer, worst } from './answer.ts';
import type { ExaminedProof } from './examined-proof.ts';
import { finding, type Finding, type FindingCode } from './findings.ts';
import { checkFormat } from './format.ts';
import { checkHolder } from './holder.ts';
import { checkIssuer } from './issuer.ts';
import { checkLog } from './log.ts';
import { checkProof } from './proof.ts';
import { classify, read, type Read } from './read.ts';
import { checkRecognised } from './recognised.ts';
import { checkSchema } from './schema.ts';
import { checkStatus } from './status.ts';
import { lookups, type Subject, type VerifyOptions } from './subject.ts';
import { checkValidity } from './validity.ts';

/** An answer with the codes that sentences are made from, and the document that it is about. */
export interface Examination {
  readonly answer: Answer;
  readonly checks: readonly Finding[];
  readonly credentials: readonly Examination[];
  /** The credential or presentation that was read, or an Open Badge 2.0; null if there was none. */
  readonly document: JsonObject | null;
  /** What it was read as; null if as neither. */
  readonly kind: Subject['kind'] | null;
}

/**
 * Verifies a credential or a presentation: JSON text, bytes (a PDF of ours too), or a parsed document. The answer is exactly that of contracts 4.
 * Throws CredentialError `unreadable`, `pdf-unreadable`, `pdf-without-credential`, `too-large`, `too-deep` or `too-complex` when there is nothing to answer about.
 */
export async function verifyCredential(input: unknown, options: VerifyOptions): Promise<VerificationAnswer> {
  return answerOf(await examineCredential(input, options));
}

/** The same with the codes and facts behind each check, for pages that say it in words. */
export async function examineCredential(input: unknown, options: VerifyOptions): Promise<Examination> {
  const { now, trusted, expected, digest, resource, offline } = options;
  const shared = {
    now,
    trusted,
    ...(expected === undefined ? {} : { expected }),
    ...(digest === undefined ? {} : { digest }),
    ...(resource === undefined || offline === true ? {} : { resource }),
    ...lookups(options),
  };
  return examine(await read(input), shared, { depth: 0, left: MAX_INSIDE });
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

async function examine(
  given: Read,
  shared: Omit<Subject, 'document' | 'kind' | 'envelope'>,
  budget: Budget,
): Promise<Examination> {
  if (given.kind === 'refused') return unread(given.code, given.document ?? null);
  const { kind, document, envelope } = given;
  const subject: Subject = { ...shared, document, kind, ...(envelope === undefined ? {} : { envelope }) };
  const held = inside(subject);
  const { checks, proofs } = await runChecks(subject, held.length);
  const within = withinOf(subject, checks, proofs);
  // Only what was presented answers a question; what is inside it does not.
  const { expected: _, within: __, ...own } = shared;
  const credentials: Examination[] = [];
  for (const one of held) {
    budget.left -= 1;
    if (budget.left < 0 || budget.depth >= MAX_DEPTH) {
      checks[0] = finding('format', 'too-many-inside');
      break;
    }
    const deeper = { depth: budget.depth + 1, left: budget.left };
    credentials.push(await examine(await classify(one), within === null ? own : { ...own, within }, deeper));
    budget.left = deeper.left;
  }
  if (checks[PROOF]?.outcome === 'pass' && !isOfHolder(subject, credentials)) checks[PROOF] = finding('proof', 'not-bound');
  const answer = worst([conclude(checks.map(({ outcome }) => outcome)), ...credentials.map((one) => one.answer)]);
  return { answer, checks, credentials, document, kind };
}

async function runChecks(
  subject: Subject,
  held: number,
): Promise<{ readonly checks: Finding[]; readonly proofs: readonly ExaminedProof[] }> {
  const signed = subject.envelope !== undefined || asList(subject.document['proof']).length > 0;
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

const PROOF = CHECKS.indexOf('proof');

/** Whether whoever presents may: each credential inside is about them, where that was asked for. */
function isOfHolder({ kind, document, expected }: Subject, credentials: readonly Examination[]): boolean {
  if (expected?.ofHolder !== true || kind !== 'presentation') return true;
  const holder = idOf(document['holder']);
  const subjects = credentials.map((one) => asList(one.document?.['credentialSubject']).map(idOf));
  return holder !== null && subjects.every((ids) => ids.length > 0 && ids.every((id) => id === holder));
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
function inside({ document, kind, envelope }: Subject): readonly unknown[] {
  if (envelope?.profile === 'sd-jwt-vc') return [];
  if (kind === 'presentation') return asList(document['verifiableCredential']);
  return asList(document['credentialSubject']).flatMap((subject) =>
    isObject(subject) ? asList(subject['verifiableCredential']) : [],
  );
}

/** Nothing that can be read: `format` fails, and nothing else can be decided. */
function unread(code: FindingCode<'format'>, document: JsonObject | null): Examination {
  const rest: readonly Exclude<CheckName, 'format' | 'log'>[] = CHECKS.filter((check) => check !== 'format' && check !== 'log');
  const checks = [finding('format', code), ...rest.map((check) => finding(check, 'not-read')), checkLog()];
  return { answer: 'not-verified', checks, credentials: [], document, kind: null };
}
