import type { Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';
import { problem } from '../http/problem.ts';
import { aliasBetween, aliasSetOf, endAlias, findByHash, insertAlias, lockAliases, mergedIds, mergedSets } from './queries.ts';
import { isNsn } from './question.ts';

/** Every id that stands for the same person, the given one included, in order. Reads ask for all of them (domain A28). */
export async function aliasSet(services: Services, learnerId: number): Promise<readonly number[]> {
  return idsIn(await services.db.askIdentity<AliasRow>(aliasSetOf(learnerId)), learnerId);
}

/** Every id that is merged with another. */
export async function mergedLearners(services: Services): Promise<readonly number[]> {
  const { rows } = await services.db.asIdentity((tx) => tx.query<{ id: number }>(mergedIds));
  return rows.map(({ id }) => id);
}

/** An id that is merged with another, and the first id of the same person. */
export interface OnePerson {
  readonly id: number;
  readonly person: number;
}

/** Every id that is merged with another, with one id for the person: for counts in which a person counts once. */
export async function mergedPeople(services: Pick<Services, 'db'>): Promise<readonly OnePerson[]> {
  const rows = await services.db.askIdentity<AliasRow & { readonly id: number | string }>(mergedSets);
  return rows.map(({ id, ids }) => ({ id: Number(id), person: Number(ids[0] ?? id) }));
}

/** Whether two ids stand for one person. */
export async function samePerson(services: Services, a: number, b: number): Promise<boolean> {
  return a === b || (await aliasSet(services, a)).includes(b);
}

export type MergeAnswer = 'merged' | 'unchanged' | 'undone' | 'nsn-unknown' | 'nsn-already-merged' | 'same-person';

/** Takes the first NSN as another of the person with the second: a row, and nothing is re-keyed. */
export async function mergeLearners(services: Services, invalidNsn: string, masterNsn: string): Promise<MergeAnswer> {
  return services.db.asIdentity(async (tx) => {
    await tx.query(lockAliases);
    const [invalid, master] = [await idOf(tx, services, invalidNsn), await idOf(tx, services, masterNsn)];
    if (invalid === null || master === null) return 'nsn-unknown';
    if (invalid === master) return 'same-person';
    const { rowCount } = await tx.query(aliasBetween(invalid, master));
    if (rowCount > 0) return 'unchanged';
    if ((await idsOf(tx, invalid)).includes(master)) return 'same-person';
    const made = await tx.query(insertAlias(invalid, master, services.clock.now()));
    return made.rowCount === 1 ? 'merged' : 'nsn-already-merged';
  });
}

/** Takes a merge back; each NSN has again what was reported under it. */
export async function undoMerge(services: Services, invalidNsn: string, masterNsn: string): Promise<MergeAnswer> {
  return services.db.asIdentity(async (tx) => {
    await tx.query(lockAliases);
    const [invalid, master] = [await idOf(tx, services, invalidNsn), await idOf(tx, services, masterNsn)];
    if (invalid === null || master === null) return 'nsn-unknown';
    const ended = await tx.query(endAlias(invalid, master, services.clock.now()));
    return ended.rowCount === 1 ? 'undone' : 'unchanged';
  });
}

async function idsOf(tx: Tx, learnerId: number): Promise<readonly number[]> {
  return idsIn((await tx.query<AliasRow>(aliasSetOf(learnerId))).rows, learnerId);
}

interface AliasRow {
  readonly ids: readonly (number | string)[];
}

function idsIn([row]: readonly AliasRow[], learnerId: number): readonly number[] {
  return (row?.ids ?? [learnerId]).map(Number);
}

async function idOf(tx: Tx, services: Services, nsn: string): Promise<number | null> {
  if (!isNsn(nsn)) throw problem('nsn-malformed', 422, 'An NSN has nine or ten digits.');
  for (const keyId of services.keys.indexKeys()) {
    const { rows } = await tx.query<{ id: number }>(findByHash(services.keys.blindIndex(nsn, keyId).hash, [''], ['0001-01-01']));
    if (rows[0] !== undefined) return rows[0].id;
  }
  return null;
}
