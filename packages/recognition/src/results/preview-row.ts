import {
  actionOf,
  dateFault,
  hasInnerControl,
  isNsnText,
  isUnknownBirthDate,
  isVersionText,
  LONGEST_CELL,
  modeOf,
  resultOf,
} from './cells.ts';
import type { ReportedRow } from './columns.ts';

/** What the catalogue knows of a code, as far as it concerns one provider. */
export interface CodeFacts {
  readonly code: string;
  readonly kind: 'outcome' | 'standard' | 'unknown';
  readonly versions: readonly VersionFacts[];
}

export interface VersionFacts {
  readonly version: number | null;
  readonly from: string | null;
  readonly to: string | null;
  /** When the provider may assess it; open when `to` is null. */
  readonly consent: readonly { readonly from: string; readonly to: string | null }[];
}

export interface PreviewContext {
  readonly today: string;
  /** Of the codes that were asked about; a code that is not here is not judged. */
  readonly facts: ReadonlyMap<string, CodeFacts>;
}

/**
 * The first reason why a row cannot be recorded, as far as it can be told without the record: what importing would answer, in the same
 * order, but for who the learner is, whose provider it is, and what is recorded already. Null: nothing found. Pure.
 */
export function previewRow(row: ReportedRow, { today, facts }: PreviewContext): string | null {
  const action = actionOf(row.action);
  if (action === undefined) return 'unknown-action';
  if (row.reference === '') return 'reference-missing';
  if (row.reference.length > LONGEST_CELL) return 'reference-too-long';
  if (hasInnerControl(row.reference) || hasInnerControl(row.family_name) || hasInnerControl(row.given_names))
    return 'forbidden-character';
  const ofLearner = action === 'withdraw' && row.nsn === '' ? null : learnerFault(row);
  if (ofLearner !== null || action === 'withdraw') return ofLearner;
  const ofResult = resultFault(row, today, facts);
  if (ofResult !== null) return ofResult;
  const countingOn = modeOf(row.mode) === 'crt' ? row.original_date : row.date;
  return !isUnknownBirthDate(row.date_of_birth) && row.date_of_birth > countingOn ? 'birth-date-impossible' : null;
}

function learnerFault(row: ReportedRow): string | null {
  if (!isNsnText(row.nsn)) return 'nsn-malformed';
  if (row.family_name === '' && row.given_names === '') return 'name-missing';
  if (row.family_name.length > LONGEST_CELL || row.given_names.length > LONGEST_CELL) return 'name-too-long';
  if (isUnknownBirthDate(row.date_of_birth)) return null;
  const fault = dateFault(row.date_of_birth);
  return fault === null ? null : `birth-date-${fault}`;
}

function resultFault(row: ReportedRow, today: string, facts: PreviewContext['facts']): string | null {
  const fault = dateFault(row.date);
  if (fault !== null) return `date-${fault}`;
  if (row.date > today) return 'date-in-future';
  const mode = modeOf(row.mode);
  if (mode === undefined) return 'mode-unknown';
  if (mode !== 'crt' && (row.original_date !== '' || row.original_provider !== '')) return 'original-not-allowed';
  if (mode === 'crt') {
    const original = dateFault(row.original_date);
    if (original !== null) return `original-date-${original}`;
    if (row.original_date > row.date) return 'original-date-after-date';
  }
  if (row.outcome === '') return 'outcome-missing';
  if (row.version !== '' && !isVersionText(row.version)) return 'version-malformed';
  const known = facts.get(row.outcome);
  const chosen = known === undefined ? null : versionOf(known, row);
  if (typeof chosen === 'string') return chosen;
  if (resultOf(row.result) === undefined) return 'result-unknown';
  if (row.status !== '' && row.status !== 'confirmed' && row.status !== 'provisional') return 'status-unknown';
  // Another provider's consent is not known here.
  if (chosen === null || row.provider !== '') return null;
  return chosen.consent.some(({ from, to }) => from <= row.date && (to === null || row.date <= to))
    ? null
    : 'no-consent-to-assess';
}

/** The version that a row means, why there is none, or null where this cannot be told here. */
function versionOf(known: CodeFacts, row: ReportedRow): VersionFacts | string | null {
  if (known.kind === 'unknown') return 'outcome-unknown';
  if (known.kind === 'standard') return null;
  if (row.version !== '') return known.versions.find(({ version }) => version === Number(row.version)) ?? 'version-unknown';
  return known.versions.length === 1 ? (known.versions[0] ?? null) : newestInForce(known, row.date);
}

/** The newest version of an outcome that is in force on a day; null when none is. */
export function newestInForce({ versions }: CodeFacts, date: string): VersionFacts | null {
  let newest: VersionFacts | null = null;
  for (const one of versions) {
    const inForce = (one.from === null || one.from <= date) && (one.to === null || date <= one.to);
    if (inForce && (newest === null || (one.version ?? 0) > (newest.version ?? 0))) newest = one;
  }
  return newest;
}
