import type { Tx } from '../database/connection.ts';
import { nextId } from './queries.ts';

export type About = 'share' | 'consent' | 'delegation' | 'application' | 'rpl' | 'transfer';
export type LogKind =
  | 'made'
  | 'changed'
  | 'link-made'
  | 'opened'
  | 'pin-missed'
  | 'locked'
  | 'withdrawn'
  | 'restored'
  | 'granted'
  | 'read'
  | 'refused'
  | 'accepted'
  | 'entered'
  | 'left'
  | 'ended';

/** What was shown at an opening: the names of the outcomes, how many skills and awards, which fields. */
export interface Shown {
  readonly outcomes: readonly string[];
  /** Was not written down at first. */
  readonly skills?: number;
  readonly awards: number;
  readonly fields: readonly string[];
}

export interface NewLogLine {
  readonly learnerId: number;
  readonly about: About;
  readonly aboutId: number;
  readonly kind: LogKind;
  readonly at: Date;
  readonly actor: string;
  readonly organisationId?: number | null;
  readonly detail?: Shown | Readonly<Record<string, unknown>>;
}

/** Writes a line of the log, in the transaction of what happened. */
export async function writeLog(tx: Tx, line: NewLogLine): Promise<void> {
  await tx.query({
    name: 'sharing-log',
    text: `insert into sharing.log (learner_id, log_id, about, about_id, kind, at, actor, organisation_id, detail) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      line.learnerId,
      await nextId(tx, line.learnerId),
      line.about,
      line.aboutId,
      line.kind,
      line.at,
      line.actor,
      line.organisationId ?? null,
      JSON.stringify(line.detail ?? {}),
    ],
  });
}

/** A reading by somebody else stands in the record's own list of who looked, too. */
export async function writeAccess(
  tx: Tx,
  access: {
    readonly learnerId: number;
    readonly at: Date;
    readonly actor: string;
    readonly organisationId: number | null;
    readonly purpose: string;
    readonly what: string;
  },
): Promise<void> {
  const { learnerId, at, actor, organisationId, purpose, what } = access;
  await tx.query({
    name: 'sharing-access',
    text: 'insert into record.access_log (learner_id, at, actor, organisation_id, purpose, what) values ($1, $2, $3, $4, $5, $6)',
    values: [learnerId, at, actor, organisationId, purpose, what],
  });
}

export interface LogRow {
  readonly aboutId: number;
  readonly kind: LogKind;
  readonly at: Date;
  readonly actor: string;
  readonly organisationId: number | null;
  readonly detail: Partial<Shown>;
}

/** The lines about these, the newest first, as far as the actor may see them. */
export async function logOf(tx: Tx, about: About, ids: readonly number[]): Promise<readonly LogRow[]> {
  const { rows } = await tx.query<LogRow & Record<string, unknown>>({
    name: 'sharing-log-of',
    text: `select about_id as "aboutId", kind, at, actor, organisation_id as "organisationId", detail from sharing.log
            where about = $1 and about_id = any($2::bigint[]) order by log_id desc limit 500`,
    values: [about, ids],
  });
  return rows;
}
