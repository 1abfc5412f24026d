import type { Tx } from '../database/connection.ts';
import { statementsBeside } from './queries.ts';

/** A learner's own words beside a line of the record, by the line's id in the portable record. */
export interface Statement {
  readonly achievement: string;
  readonly statement: string;
  /** When it was made, in Pacific/Auckland. */
  readonly on: string;
}

/** What goes beside the portable record, whose form is closed (contracts 2): a file of its own that names the lines by their ids there. */
export interface StatementsOfCorrection {
  readonly type: 'StatementsOfCorrection';
  readonly version: 1;
  readonly statements: readonly Statement[];
}

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland', year: 'numeric', month: '2-digit', day: '2-digit' });

/**
 * The statements of correction beside a learner's lines. Whoever shows a line to another shows its statement too (Privacy Act 2020,
 * section 64). `learnerIds` are all that stand for the person; null: the learner who is signed in.
 */
export async function statementsOf(tx: Tx, learnerIds: readonly number[] | null): Promise<readonly Statement[]> {
  const rows = await statementsBeside(tx, learnerIds);
  return rows.map(({ achievementId, statement, statedAt }) => ({
    achievement: String(achievementId),
    statement,
    on: DAY.format(statedAt),
  }));
}

/** The same as a file. */
export async function statementsFileOf(tx: Tx, learnerIds: readonly number[] | null): Promise<StatementsOfCorrection> {
  return { type: 'StatementsOfCorrection', version: 1, statements: await statementsOf(tx, learnerIds) };
}
