import type { Reject } from '../import/answer.ts';
import { REJECT_CODES, type RejectCode } from '../import/codes.ts';
import type { As } from '../import/merge-listing.ts';
import { type Given, type Held, type ReadCatalogue, readEntries, type Unstated } from '../import/read-catalogue.ts';
import type { OutcomeDocument } from '../document.ts';

/** What an entry of another register says of an outcome. What it does not say is left out. */
export type Said = { readonly id: string; readonly code: string; readonly name: string } & {
  readonly [Part in keyof OutcomeDocument]?: unknown;
};

/** An entry that was read, or why it cannot be. */
export type Entry = Said | RejectCode;

/**
 * Makes entries of another register into outcomes of the catalogue: what is not said stays missing. Only an import as legacy, which the
 * importer orders for a listing of recognised outcomes, takes a complete outcome as accredited (contracts 5). A developer that the
 * catalogue does not have stays missing too: its kind would have to be invented.
 */
export async function entriesOf(file: string, entries: readonly Entry[], held: Held, as: As | undefined): Promise<ReadCatalogue> {
  const developers = entries.flatMap((entry) =>
    typeof entry === 'object' && typeof entry.developer === 'string' ? [entry.developer] : [],
  );
  const known = new Set((await held([...new Set(developers)])).map(({ id }) => id));
  const rejected: Reject[] = [];
  const outcomes: Given[] = [];
  for (const [at, entry] of entries.entries()) {
    if (typeof entry === 'string') rejected.push({ file, row: at + 1, code: entry, message: REJECT_CODES[entry].en });
    else outcomes.push({ row: at + 1, value: outcomeOf(entry, known, as), unstated: silentOn(entry) });
  }
  const read = await readEntries(file, { type: 'Catalogue', version: 1 }, { organisations: [], outcomes }, held);
  return { ...read, count: entries.length, rejected: [...rejected, ...read.rejected].sort((a, b) => a.row - b.row) };
}

function outcomeOf(said: Said, known: ReadonlySet<string>, as: As | undefined): Readonly<Record<string, unknown>> {
  const complete = typeof said.credits === 'number' && typeof said.level === 'number';
  const outcome = {
    version: null,
    credits: null,
    level: null,
    field: null,
    subfield: null,
    domain: null,
    lineage: said.id,
    accredited: as === 'legacy' && complete,
    excludes: [],
    group: null,
    lastAssessment: null,
    size: null,
    kind: null,
    creditBearing: true,
    levelLabel: null,
    developer: null,
    assessments: [],
    theory: [],
    practice: [],
    skills: [],
    registered: null,
    replaces: null,
    gradesAvailable: [],
    ...said,
    status: 'draft',
  };
  const { developer } = outcome;
  return typeof developer === 'string' && !known.has(developer) ? { ...outcome, developer: null } : outcome;
}

// The state of a definition belongs to the catalogue that keeps it, so no register's counts as said.
function silentOn(said: Said): Unstated {
  const unstated = new Set<keyof OutcomeDocument>(['status']);
  if (said.version === undefined || said.version === null) unstated.add('version');
  if (said.lineage === undefined) unstated.add('lineage');
  if (said.accredited === undefined) unstated.add('accredited');
  if (said.creditBearing === undefined) unstated.add('creditBearing');
  return unstated;
}
