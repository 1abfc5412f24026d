import type { Acting, Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';
import type { Side } from './queries.ts';

/** Who works on a package: staff of one of its two organisations, or the operator for them where `acting` is null. */
export interface Party {
  readonly side: Side;
  readonly acting: Acting | null;
  readonly actor: string;
  readonly organisationId: number;
}

/** Runs in one transaction under the party's own database role. */
export const runFor = <T>({ db }: Pick<Services, 'db'>, { acting }: Party, work: (tx: Tx) => Promise<T>): Promise<T> =>
  acting === null ? db.asBatch(work) : db.as(acting, work);
