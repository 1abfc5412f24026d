import type { Definition } from '@recognition/recognition/frameworks';
import type { OutcomeDocument } from '../document.ts';
import type { Reject, SourceFile } from './answer.ts';
import { REJECT_CODES, unusableFile } from './codes.ts';
import { decodeJson } from './decode.ts';
import { type CatalogueFile, parseCatalogue } from './parse-catalogue.ts';

/** A catalogue file, without the entries that break a rule. Rows are places in its lists, from 1, as they were in the file. */
export interface ReadCatalogue {
  readonly count: number;
  readonly organisations: CatalogueFile['organisations'];
  readonly outcomes: readonly {
    readonly row: number;
    readonly outcome: CatalogueFile['outcomes'][number];
    readonly unstated?: Unstated;
  }[];
  readonly rejected: readonly Reject[];
  /** Awards that the source makes of these outcomes, and whose framework they are of. */
  readonly definitions?: { readonly framework: string; readonly items: readonly Definition[] };
}

/** Parts of an outcome's identity on which a source is silent, so that they differ from nothing. */
export type Unstated = ReadonlySet<keyof OutcomeDocument>;

/** Organisations that the catalogue has and that a file may name without bringing them. */
export type Held = (ids: readonly string[]) => Promise<CatalogueFile['organisations']>;

const MOST_ROUNDS = 100;

/** Reads a file of contracts 2b: an entry that breaks a rule is rejected, and the rest is looked at again without it. */
export async function readCatalogue(source: SourceFile, held: Held): Promise<ReadCatalogue> {
  const json = decodeJson(source);
  if (!isObject(json) || json['type'] !== 'Catalogue')
    throw unusableFile('not-this-format', source.name, 'A catalogue file says "type": "Catalogue".');
  const given = { organisations: entriesOf(json['organisations']), outcomes: entriesOf(json['outcomes']) };
  if (given.organisations === null || given.outcomes === null)
    throw unusableFile('not-this-format', source.name, 'It needs "organisations" and "outcomes".');
  return readEntries(source.name, json, { organisations: given.organisations, outcomes: given.outcomes }, held);
}

/** The entries of a list, each checked by the rules of the catalogue file; those that break one are rejected, by their rows. */
export async function readEntries(
  name: string,
  json: Record<string, unknown>,
  given: { readonly organisations: readonly Given[]; readonly outcomes: readonly Given[] },
  held: Held,
): Promise<ReadCatalogue> {
  let organisations: readonly Given[] = given.organisations;
  let outcomes: readonly Given[] = given.outcomes;
  const count = outcomes.length;
  const own = new Set(organisations.flatMap(({ value }) => (isObject(value) ? [value['id']] : [])));
  const named = outcomes.flatMap(({ value }) =>
    isObject(value) && typeof value['developer'] === 'string' && !own.has(value['developer']) ? [value['developer']] : [],
  );
  const added = await held([...new Set(named)]);
  const rejected: Reject[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const answer = parseCatalogue({
      ...json,
      organisations: [...organisations.map(({ value }) => value), ...added],
      outcomes: outcomes.map(({ value }) => value),
    });
    if (answer.ok) {
      const kept = new Set(organisations.map(({ row }) => row));
      return {
        count,
        organisations: answer.catalogue.organisations.slice(0, kept.size),
        outcomes: answer.catalogue.outcomes.map((outcome, at) => ({
          row: outcomes[at]?.row ?? 0,
          outcome,
          ...(outcomes[at]?.unstated === undefined ? {} : { unstated: outcomes[at].unstated }),
        })),
        rejected,
      };
    }
    const faults = new Map<string, Reject>();
    for (const { path, code, message } of answer.problems) {
      const [, list, at] = /^(organisations|outcomes)\[(\d+)\]/.exec(path) ?? [];
      const entry = list === undefined ? undefined : (list === 'outcomes' ? outcomes : organisations)[Number(at)];
      if (entry === undefined || faults.has(`${list} ${entry.row}`)) continue;
      const detail = `${REJECT_CODES['entry-not-valid'].en} ${path}: ${message} (${code})`;
      faults.set(`${list} ${entry.row}`, {
        file: name,
        row: entry.row,
        code: codeFor(path, code),
        message: detail,
        path: path.replace(`[${at}]`, `[${entry.row - 1}]`),
      });
    }
    if (faults.size === 0)
      throw unusableFile(
        'not-this-format',
        name,
        answer.problems
          .map(({ path, message }) => `${path}: ${message}`)
          .slice(0, 3)
          .join(' '),
      );
    rejected.push(...faults.values());
    organisations = organisations.filter(({ row }) => !faults.has(`organisations ${row}`));
    outcomes = outcomes.filter(({ row }) => !faults.has(`outcomes ${row}`));
  }
  throw unusableFile('too-many-problems', name);
}

// The commonest faults keep the code that a listing's row would have.
function codeFor(path: string, code: string): Reject['code'] {
  if (path.endsWith('.level')) return 'unknown-level';
  if (path.endsWith('.credits')) return 'credits-not-valid';
  if (path.endsWith('.field')) return 'unknown-field';
  return code === 'dangling-reference' ? 'unknown-organisation' : 'entry-not-valid';
}

export interface Given {
  readonly row: number;
  readonly value: unknown;
  readonly unstated?: Unstated;
}

function entriesOf(value: unknown): readonly Given[] | null {
  if (!Array.isArray(value)) return null;
  const entries: readonly unknown[] = value;
  return entries.map((entry, at) => ({ row: at + 1, value: entry }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
