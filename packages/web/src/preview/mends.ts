import {
  type CodeFacts,
  type Column,
  dateFault,
  isNsnText,
  isVersionText,
  newestInForce,
  resultOf,
  modeOf,
  actionOf,
  hasInnerControl,
} from '@recognition/recognition/results';
import { fromOrder, fromSerial, fromYearFirst } from './dates.ts';

/** A row while it is read: its cells by column, changed where a mend was accepted. */
export type MutableRow = Record<Column, string>;
export type Facts = ReadonlyMap<string, CodeFacts>;

export const MENDS = [
  'dates-year-first',
  'dates-dmy',
  'dates-mdy',
  'dates-serial',
  'nsn-plain',
  'nsn-zeros',
  'result-words',
  'mode-words',
  'status-words',
  'action-words',
  'version-whole',
  'version-newest',
  'inner-space',
] as const;
/** One way to put right what is written another way, in every row where it is. */
export type MendId = (typeof MENDS)[number];

const DATES: readonly Column[] = ['date_of_birth', 'date', 'original_date'];
const TEXTS: readonly Column[] = ['reference', 'family_name', 'given_names'];

interface Mend {
  readonly columns: readonly Column[];
  /** Whether the cell is at fault at all: what is right already is never touched. */
  readonly faulty: (text: string, row: MutableRow, facts: Facts) => boolean;
  /** What it becomes; null where this mend cannot help. */
  readonly become: (text: string, row: MutableRow, facts: Facts) => string | null;
}

const malformed = (text: string): boolean => dateFault(text) === 'malformed' && text !== '11/11/1918';

const TABLE: Readonly<Record<MendId, Mend>> = {
  'dates-year-first': { columns: DATES, faulty: malformed, become: fromYearFirst },
  'dates-dmy': { columns: DATES, faulty: malformed, become: (text) => fromOrder(text, 'dmy') },
  'dates-mdy': { columns: DATES, faulty: malformed, become: (text) => fromOrder(text, 'mdy') },
  'dates-serial': { columns: DATES, faulty: malformed, become: (text) => fromSerial(text) },
  'nsn-plain': {
    columns: ['nsn'],
    faulty: (text) => text !== '' && !isNsnText(text),
    become: (text) => {
      const plain = text.replace(/[.,]0+$/, '').replaceAll(/[\s\-.'’]/g, '');
      return isNsnText(plain) ? plain : null;
    },
  },
  'nsn-zeros': {
    columns: ['nsn'],
    faulty: (text) => text !== '' && !isNsnText(text),
    become: (text) => (/^[0-9]{1,8}$/.test(text) ? text.padStart(10, '0') : null),
  },
  'result-words': { columns: ['result'], faulty: (text) => resultOf(text) === undefined, become: word(resultWord) },
  'mode-words': { columns: ['mode'], faulty: (text) => modeOf(text) === undefined, become: word(modeWord) },
  'status-words': {
    columns: ['status'],
    faulty: (text) => text !== '' && text !== 'confirmed' && text !== 'provisional',
    become: word(statusWord),
  },
  'action-words': { columns: ['action'], faulty: (text) => actionOf(text) === undefined, become: word(actionWord) },
  'version-whole': {
    columns: ['version'],
    faulty: (text) => text !== '' && !isVersionText(text),
    become: (text) => /^v?(?:ersion)?\s*([1-9][0-9]{0,5})(?:[.,]0+)?$/i.exec(text)?.[1] ?? null,
  },
  'version-newest': {
    columns: ['version'],
    faulty: (text, row, facts) => {
      const known = facts.get(row.outcome);
      return known?.kind === 'outcome' && isVersionText(text) && !known.versions.some(({ version }) => version === Number(text));
    },
    become: (_text, row, facts) => {
      const known = facts.get(row.outcome);
      const newest = known === undefined ? null : newestInForce(known, row.date);
      return newest?.version == null ? null : String(newest.version);
    },
  },
  'inner-space': { columns: TEXTS, faulty: hasInnerControl, become: (text) => text.replaceAll(/[\t\r\n]+/g, ' ') },
};

/** Which mends may help against a reason, the likeliest first. */
export const MENDS_OF: Readonly<Record<string, readonly MendId[]>> = {
  'date-malformed': ['dates-year-first', 'dates-dmy', 'dates-mdy', 'dates-serial'],
  'birth-date-malformed': ['dates-year-first', 'dates-dmy', 'dates-mdy', 'dates-serial'],
  'original-date-malformed': ['dates-year-first', 'dates-dmy', 'dates-mdy', 'dates-serial'],
  'nsn-malformed': ['nsn-plain', 'nsn-zeros'],
  'result-unknown': ['result-words'],
  'mode-unknown': ['mode-words'],
  'status-unknown': ['status-words'],
  'unknown-action': ['action-words'],
  'version-malformed': ['version-whole'],
  'version-unknown': ['version-newest'],
  'forbidden-character': ['inner-space'],
};

/** What a mend would make of the cell that a reason is about; null where it does not help. */
export function wouldBecome(id: MendId, column: Column, row: MutableRow, facts: Facts): string | null {
  const { faulty, become } = TABLE[id];
  const text = row[column];
  return faulty(text, row, facts) ? become(text, row, facts) : null;
}

/** Changes the row's cells where accepted mends help. */
export function mendRow(accepted: readonly MendId[], row: MutableRow, facts: Facts): void {
  for (const id of accepted) {
    const { columns, faulty, become } = TABLE[id];
    for (const column of columns) {
      const text = row[column];
      if (text !== '' && faulty(text, row, facts)) row[column] = become(text, row, facts) ?? text;
    }
  }
}

function word(read: (folded: string) => string | null): (text: string) => string | null {
  return (text) =>
    read(
      text
        .toLowerCase()
        .replaceAll(/[^a-zāēīōū]+/g, ' ')
        .trim(),
    );
}

function resultWord(text: string): string | null {
  if (/^(not achieved|na|not yet achieved|nya|fail|failed|f|kāore i tutuki)$/.test(text)) return 'not-achieved';
  if (/^(achieved with excellence|ae|excellent|kairangi)$/.test(text)) return 'excellence';
  if (/^(achieved with merit|am|kaiaka)$/.test(text)) return 'merit';
  return /^(ach|pass|passed|p|competent|c|complete|completed|yes|y|tutuki|kua tutuki)$/.test(text) ? 'achieved' : null;
}

function modeWord(text: string): string | null {
  if (/^(assessment|assess|standard|aromatawai)$/.test(text)) return 'assessed';
  if (/^(recognition of prior learning|rcc|apl|recognition of current competency)$/.test(text)) return 'rpl';
  return /^(credit recognition and transfer|credit transfer|cross credit|transfer|ct)$/.test(text) ? 'crt' : null;
}

function statusWord(text: string): string | null {
  if (/^(confirmed|final|complete|completed|approved)$/.test(text)) return 'confirmed';
  return /^(provisional|draft|pending|interim)$/.test(text) ? 'provisional' : null;
}

function actionWord(text: string): string | null {
  if (/^(new|add|insert|create|report)$/.test(text)) return 'record';
  if (/^(update|change|amend|correction)$/.test(text)) return 'correct';
  return /^(delete|remove|cancel|withdrawal|withdrawn)$/.test(text) ? 'withdraw' : null;
}
