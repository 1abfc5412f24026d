import type { Tx } from '../../database/connection.ts';
import { OUTCOME_DOCUMENT, OUTCOME_FROM } from '../queries.ts';
import type { CaseOutcome } from './write-case.ts';

type Row = { [Key in keyof CaseOutcome]: CaseOutcome[Key] };

const CHANGED = `${OUTCOME_DOCUMENT}, to_char(o.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"`;

/** Every outcome that the asker may see, with the moment of its last change, by code point of its id, a page at a time. */
export async function readChangedOutcomesAfter(tx: Tx, after: string, limit: number): Promise<readonly CaseOutcome[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${CHANGED} ${OUTCOME_FROM} where o.public_id collate "C" > $1 order by o.public_id collate "C" limit $2`,
    values: [after, limit],
  });
  return rows;
}

/** These outcomes, as far as the asker may see them, by code point of their ids. */
export async function readChangedOutcomes(tx: Tx, ids: readonly string[]): Promise<readonly CaseOutcome[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${CHANGED} ${OUTCOME_FROM} where o.public_id = any($1) order by o.public_id collate "C"`,
    values: [ids],
  });
  return rows;
}
