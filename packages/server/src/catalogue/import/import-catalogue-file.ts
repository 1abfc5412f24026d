import type { Tx } from '../../database/connection.ts';
import { ORGANISATION_KINDS } from '../../organisation/add.ts';
import { insertAccreditation, insertOrganisation, readOrganisation } from '../../organisation/queries.ts';
import type { Services } from '../../services.ts';
import { type CatalogueActor, runAs } from '../actor.ts';
import { isSameGroup } from '../change.ts';
import { insertDefinitions } from '../definition-queries.ts';
import { readOutcomesNamed } from '../queries.ts';
import {
  fillOutcomes,
  insertEvents,
  insertExclusions,
  insertGroups,
  insertOutcomes,
  insertSkills,
  lockForImport,
  readGroups,
  readOrganisationKeys,
} from '../write-queries.ts';
import type { Conflict, ImportAnswer, Reject, SourceFile } from './answer.ts';
import { CONFLICT_CODES, REJECT_CODES } from './codes.ts';

import { type Entry, mergeCatalogue } from './merge-catalogue.ts';
import type { As } from './merge-listing.ts';
import type { CatalogueFile } from './parse-catalogue.ts';
import { type Held, type ReadCatalogue, readCatalogue } from './read-catalogue.ts';

/** How a file is read into entries of a catalogue. */
export type ReadFile = (file: SourceFile, held: Held) => Promise<ReadCatalogue>;

/**
 * Imports one file of contracts 2b, or of a source that is read into its form, in one transaction: its organisations first, then its
 * outcomes. With `match` "id" they are matched by id alone, as another register's have to be.
 */
export async function importCatalogueFile(
  services: Services,
  actor: CatalogueActor,
  file: SourceFile,
  as: As | undefined,
  readFile: ReadFile = readCatalogue,
  match: 'id-or-code' | 'id' = 'id-or-code',
): Promise<ImportAnswer> {
  const at = services.clock.now();
  return runAs(services, actor, async (tx) => {
    await lockForImport(tx);
    const read = await readFile(file, (ids) => heldOrganisations(tx, ids));
    const conflicts: Conflict[] = [];
    const rejected: Reject[] = [...read.rejected];
    for (const [at, organisation] of read.organisations.entries())
      await bringOrganisation(tx, file.name, at + 1, organisation, conflicts, rejected);
    const outcomes = read.outcomes.map((one) => ({ file: file.name, ...one }));
    const developers = await readOrganisationKeys(tx, [
      ...new Set(outcomes.flatMap(({ outcome }) => (outcome.developer === null ? [] : [outcome.developer]))),
    ]);
    const entries = outcomes.filter(({ row, outcome: { developer } }) => {
      const known = developer === null || developers.has(developer);
      if (!known)
        rejected.push({ file: file.name, row, code: 'unknown-organisation', message: REJECT_CODES['unknown-organisation'].en });
      return known;
    });
    const fitting = await withFittingGroups(tx, entries, rejected);
    const held = await readOutcomesNamed(
      tx,
      fitting.map(({ outcome }) => outcome.code),
      fitting.map(({ outcome }) => outcome.id),
    );
    const plan = mergeCatalogue(fitting, held, developers, as, match);
    await insertGroups(
      tx,
      fitting.flatMap(({ outcome: { group } }) => (group === null ? [] : [group])),
    );
    const keys = await insertOutcomes(tx, plan.creates);
    await fillOutcomes(tx, plan.fills, at);
    await insertSkills(tx, plan.skills);
    await insertExclusions(tx, plan.exclusions);
    await insertEvents(
      tx,
      [
        ...[...keys.values()].map((outcomeId) => ({ outcomeId, kind: 'imported' })),
        ...[...plan.completed].map((outcomeId) => ({ outcomeId, kind: 'completed', note: 'from a catalogue file' })),
      ],
      actor,
      at,
    );
    if (read.definitions !== undefined) await insertDefinitions(tx, read.definitions.framework, read.definitions.items, at);
    return {
      rows: read.count,
      outcomes: plan.creates.length + plan.completed.size + plan.unchanged,
      created: plan.creates.length,
      completed: plan.completed.size,
      unchanged: plan.unchanged,
      conflicts: [...conflicts, ...plan.conflicts],
      rejected: [...rejected, ...plan.rejected],
    };
  });
}

// An outcome may join a standard that is there only as the same standard, and while it has room.
async function withFittingGroups(tx: Tx, entries: readonly Entry[], rejected: Reject[]): Promise<readonly Entry[]> {
  const groups = await readGroups(tx, [
    ...new Set(entries.flatMap(({ outcome: { group } }) => (group === null ? [] : [group.id]))),
  ]);
  const held = new Map(groups.map((group) => [group.id, { group, members: new Set(group.held) }]));
  return entries.filter(({ file, row, outcome: { id, group } }) => {
    const there = group === null ? undefined : held.get(group.id);
    if (there === undefined || group === null) return true;
    const code = !isSameGroup(there.group, group)
      ? 'group-disagrees'
      : there.members.add(id).size > group.members
        ? 'group-full'
        : null;
    if (code !== null) rejected.push({ file, row, code, message: REJECT_CODES[code].en });
    return code === null;
  });
}

type FileOrganisation = CatalogueFile['organisations'][number];

async function heldOrganisations(tx: Tx, ids: readonly string[]): Promise<readonly FileOrganisation[]> {
  const held: FileOrganisation[] = [];
  for (const id of ids) {
    const organisation = await readOrganisation(tx, id);
    if (organisation?.id === id) held.push({ id, name: organisation.name, kind: organisation.kind, accreditations: [] });
  }
  return held;
}

const KINDS: ReadonlySet<string> = new Set(ORGANISATION_KINDS);

async function bringOrganisation(
  tx: Tx,
  file: string,
  row: number,
  { id, name, kind, accreditations }: FileOrganisation,
  conflicts: Conflict[],
  rejected: Reject[],
): Promise<void> {
  if (!KINDS.has(kind)) {
    rejected.push({
      file,
      row,
      code: 'value-not-valid',
      message: `${REJECT_CODES['value-not-valid'].en} "${kind.slice(0, 60)}" is not a kind of organisation.`,
    });
    return;
  }
  const held = await readOrganisation(tx, id);
  if (held === null || held.id !== id) {
    const key = await insertOrganisation(tx, { id, kind, name, providerNumber: null, opened: null });
    if (key !== null) for (const accreditation of accreditations) await insertAccreditation(tx, key, accreditation);
    return;
  }
  for (const [part, had, offered] of [
    ['name', held.name, name],
    ['kind', held.kind, kind],
  ] as const) {
    if (had !== offered)
      conflicts.push({
        file,
        row,
        code: 'value-differs',
        outcome: id,
        part,
        held: had,
        offered,
        message: CONFLICT_CODES['value-differs'].en,
      });
  }
  for (const accreditation of accreditations) await insertAccreditation(tx, held.organisationId, accreditation);
}
