import { hash } from 'node:crypto';
import {
  actionOf,
  dateFault,
  hasInnerControl,
  isNsnText,
  isUnknownBirthDate,
  isVersionText,
  LONGEST_CELL,
  type Mode,
  modeOf,
  type Result,
  resultOf as readResult,
} from '@recognition/recognition/results';
import { type CatalogueIndex, mayReportFor, type OutcomeFacts, within } from './catalogue-index.ts';
import type { ReportedRow } from './read/columns.ts';
import type { RejectCode } from './reject-codes.ts';

export { dateFault, type Mode, type Result } from '@recognition/recognition/results';

/** Who is asked about at the identity door. */
export interface ReportedLearner {
  readonly nsn: string;
  readonly familyName: string;
  readonly givenNames: string;
  /** Null: not known (the proxy 1918-11-11, domain 2.5). */
  readonly birthDate: string | null;
}

/** What a row says was achieved, resolved against the catalogue. */
export interface CheckedResult {
  /** One outcome, or every member of the standard that was reported, by code and version. */
  readonly outcomes: readonly OutcomeFacts[];
  readonly achievedOn: string;
  /** The date that counts for the window: the original date of a credit transfer, else the date (domain A8). */
  readonly countingOn: string;
  readonly result: Result;
  readonly mode: Mode;
  readonly originalOn: string | null;
  readonly originalProviderId: number | null;
  /** Of a transfer of what is on the same record: the result that it stands on, beside which it never counts. */
  readonly sourceId?: number | null;
  readonly status: 'confirmed' | 'provisional';
  /** Passed, confirmed: with an accredited outcome it counts, since consent and last date are checked before. */
  readonly passed: boolean;
}

export interface CheckedRow {
  readonly action: 'record' | 'correct' | 'withdraw';
  readonly providerId: number;
  readonly reference: string;
  /** Null only where a withdrawal names no learner. */
  readonly learner: ReportedLearner | null;
  /** Null for a withdrawal. */
  readonly result: CheckedResult | null;
  /** Of what the row says of the result: 32 hexadecimal digits, the first half of a SHA-256. Same reference and same content: a duplicate. */
  readonly contentHash: string;
}

export interface CheckContext {
  readonly catalogue: CatalogueIndex;
  readonly today: string;
  /** Whose staff reports; null for an operator, who may report for every provider. */
  readonly organisationId: number | null;
  /** The provider of rows that name none. */
  readonly defaultProvider: string | null;
}

/** Checks one row against the catalogue: what it asks for, or the first reason why it cannot be recorded. Pure. */
export function checkRow(row: ReportedRow, context: CheckContext): CheckedRow | RejectCode {
  const action = actionOf(row.action);
  if (action === undefined) return 'unknown-action';
  if (row.reference === '') return 'reference-missing';
  if (row.reference.length > LONGEST_CELL) return 'reference-too-long';
  if (hasInnerControl(row.reference) || hasInnerControl(row.family_name) || hasInnerControl(row.given_names))
    return 'forbidden-character';
  const providerId = provider(row.provider, context);
  if (typeof providerId === 'string') return providerId;
  const learner = action === 'withdraw' && row.nsn === '' ? null : learnerOf(row);
  if (typeof learner === 'string') return learner;
  if (action === 'withdraw') return { action, providerId, reference: row.reference, learner, result: null, contentHash: '' };
  const result = resultOf(row, providerId, context);
  if (typeof result === 'string') return result;
  if (learner?.birthDate != null && learner.birthDate > result.countingOn) return 'birth-date-impossible';
  return { action, providerId, reference: row.reference, learner, result, contentHash: contentHash(row, result) };
}

/**
 * The same of a learner whom we know by number already: recognition and transfer are decided here, on their own record, and need no NSN.
 * `birthDate` is null where it is not known. Pure.
 */
export function checkKnown(row: ReportedRow, birthDate: string | null, context: CheckContext): CheckedRow | RejectCode {
  const providerId = provider(row.provider, context);
  if (typeof providerId === 'string') return providerId;
  const result = resultOf(row, providerId, context);
  if (typeof result === 'string') return result;
  if (birthDate !== null && birthDate > result.countingOn) return 'birth-date-impossible';
  return { action: 'record', providerId, reference: row.reference, learner: null, result, contentHash: contentHash(row, result) };
}

function provider(text: string, { catalogue, organisationId, defaultProvider }: CheckContext): number | RejectCode {
  if (text === '' && defaultProvider === null) return organisationId ?? 'provider-missing';
  const found = catalogue.organisation(text === '' ? (defaultProvider ?? '') : text);
  if (found === undefined) return 'provider-unknown';
  return organisationId === null || mayReportFor(catalogue, organisationId, found.id) ? found.id : 'provider-not-yours';
}

function learnerOf(row: ReportedRow): ReportedLearner | RejectCode {
  if (!isNsnText(row.nsn)) return 'nsn-malformed';
  if (row.family_name === '' && row.given_names === '') return 'name-missing';
  if (row.family_name.length > LONGEST_CELL || row.given_names.length > LONGEST_CELL) return 'name-too-long';
  let birthDate: string | null = null;
  if (!isUnknownBirthDate(row.date_of_birth)) {
    const fault = dateFault(row.date_of_birth);
    if (fault !== null) return `birth-date-${fault}`;
    birthDate = row.date_of_birth;
  }
  return { nsn: row.nsn, familyName: row.family_name, givenNames: row.given_names, birthDate };
}

function resultOf(row: ReportedRow, providerId: number, context: CheckContext): CheckedResult | RejectCode {
  const fault = dateFault(row.date);
  if (fault !== null) return `date-${fault}`;
  if (row.date > context.today) return 'date-in-future';
  const mode = modeOf(row.mode);
  if (mode === undefined) return 'mode-unknown';
  const original = originalOf(row, mode, context.catalogue);
  if (typeof original === 'string') return original;
  const outcomes = outcomesOf(row, context.catalogue);
  if (typeof outcomes === 'string') return outcomes;
  const result = readResult(row.result);
  if (result === undefined) return 'result-unknown';
  if (row.status !== '' && row.status !== 'confirmed' && row.status !== 'provisional') return 'status-unknown';
  const status = row.status === '' ? 'confirmed' : row.status;
  const countingOn = original.on ?? row.date;
  for (const outcome of outcomes) {
    if (outcome.status === 'draft' || outcome.status === 'in-review') return 'outcome-not-published';
    if (!within(context.catalogue.consent(providerId, outcome.id), row.date)) return 'no-consent-to-assess';
    if (outcome.lastAssessment !== null && outcome.lastAssessment < countingOn) return 'assessed-too-late';
  }
  return {
    outcomes,
    achievedOn: row.date,
    countingOn,
    result,
    mode,
    originalOn: original.on,
    originalProviderId: original.providerId,
    status,
    passed: result !== 'not-achieved' && status === 'confirmed',
  };
}

function originalOf(
  row: ReportedRow,
  mode: Mode,
  catalogue: CatalogueIndex,
): { on: string | null; providerId: number | null } | RejectCode {
  if (mode !== 'crt')
    return row.original_date === '' && row.original_provider === '' ? { on: null, providerId: null } : 'original-not-allowed';
  const fault = dateFault(row.original_date);
  if (fault !== null) return `original-date-${fault}`;
  if (row.original_date > row.date) return 'original-date-after-date';
  if (row.original_provider === '') return { on: row.original_date, providerId: null };
  const original = catalogue.organisation(row.original_provider);
  return original === undefined ? 'original-provider-unknown' : { on: row.original_date, providerId: original.id };
}

function outcomesOf(
  { outcome: code, version, date }: ReportedRow,
  catalogue: CatalogueIndex,
): readonly OutcomeFacts[] | RejectCode {
  if (code === '') return 'outcome-missing';
  if (version !== '' && !isVersionText(version)) return 'version-malformed';
  const versions = catalogue.outcomes(code);
  if (versions.length > 0) {
    const chosen = chooseVersion(versions, version, date);
    return typeof chosen === 'string' ? chosen : [chosen];
  }
  const standards = catalogue.standards(code);
  if (standards.length === 0) return 'outcome-unknown';
  const fitting = standards.filter(({ members }) =>
    version === ''
      ? standards.length === 1 || members.every((member) => inForce(member, date))
      : members.every((member) => member.version === Number(version)),
  );
  const [standard] = fitting;
  if (standard === undefined) return version === '' ? 'version-needed' : 'version-unknown';
  if (fitting.length > 1) return 'version-needed';
  return standard.members.length === standard.size ? standard.members : 'standard-incomplete';
}

function chooseVersion(versions: readonly OutcomeFacts[], version: string, date: string): OutcomeFacts | RejectCode {
  if (version !== '') return versions.find((outcome) => outcome.version === Number(version)) ?? 'version-unknown';
  const [only] = versions;
  if (versions.length === 1 && only !== undefined) return only;
  let newest: OutcomeFacts | undefined;
  for (const outcome of versions) {
    if (inForce(outcome, date) && (newest === undefined || (outcome.version ?? 0) > (newest.version ?? 0))) newest = outcome;
  }
  if (newest !== undefined) return newest;
  const shown = versions.filter((outcome) => outcome.status !== 'draft' && outcome.status !== 'in-review');
  return shown.length === 1 && shown[0] !== undefined ? shown[0] : 'version-needed';
}

function inForce(outcome: OutcomeFacts, date: string): boolean {
  return (
    outcome.status !== 'draft' &&
    outcome.status !== 'in-review' &&
    (outcome.inForceFrom === null || outcome.inForceFrom <= date) &&
    (outcome.inForceTo === null || date <= outcome.inForceTo)
  );
}

// JSON keeps the parts apart whatever is in them.
function contentHash(row: ReportedRow, { result, mode, status }: CheckedResult): string {
  const said = JSON.stringify([
    row.outcome,
    row.version,
    row.date,
    result,
    mode,
    row.original_date,
    row.original_provider,
    status,
  ]);
  return hash('sha256', said, 'hex').slice(0, 32);
}
