import type { Services } from '../services.ts';
import { problem } from '../http/problem.ts';
import { foldName } from './fold-name.ts';
import { birthDateQuery, insertName, namesOf, nsnOf } from './queries.ts';

export type NameKind = 'legal' | 'preferred' | 'former';

/** What the learner is called: given names, then family name; empty when the id is unknown. */
export async function learnerName(services: Services, learnerId: number): Promise<string> {
  return (await learnerNames(services, [learnerId])).get(learnerId) ?? '';
}

export async function learnerNames(services: Services, learnerIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await services.db.askIdentity<{ id: number; familyName: string; givenNames: string }>(namesOf(learnerIds));
  return new Map(rows.map(({ id, givenNames, familyName }) => [id, `${givenNames} ${familyName}`.trim()]));
}

/** The day on which a learner was born, `YYYY-MM-DD`; null when it is not known. For questions of age only: it is shown to nobody. */
export async function birthDateOf(services: Services, learnerId: number): Promise<string | null> {
  const { rows } = await services.db.asIdentity((tx) => tx.query<{ birthDate: string | null }>(birthDateQuery(learnerId)));
  return rows[0]?.birthDate ?? null;
}

/** Adds a name that the learner goes by or went by; reported results may use it from now on. */
export async function addName(
  services: Services,
  learnerId: number,
  kind: NameKind,
  familyName: string,
  givenNames: string,
): Promise<void> {
  const folded = foldName(familyName, givenNames);
  if (folded === '') throw problem('name-empty', 422, 'A name needs a letter.');
  await services.db.asIdentity((tx) =>
    tx.query(
      insertName(
        learnerId,
        kind,
        familyName.normalize('NFC').trim(),
        givenNames.normalize('NFC').trim(),
        folded,
        services.clock.now(),
      ),
    ),
  );
}

/** The learner's own NSN, for the learner only: the caller has checked that it is they who ask. 404 `learner-not-found`. */
export async function ownNsn(services: Services, learnerId: number): Promise<string> {
  const { rows } = await services.db.asIdentity((tx) => tx.query<{ cipher: Buffer; key: string }>(nsnOf(learnerId)));
  const [row] = rows;
  if (row === undefined) throw problem('learner-not-found', 404, 'There is no such learner.');
  return Buffer.from(services.keys.decrypt('nsn-encryption', row.key, row.cipher)).toString();
}
