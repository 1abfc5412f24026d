import type { Judged } from '@recognition/recognition/prior-learning';
import type { Tx } from '../database/connection.ts';
import type { Leaf } from '../log/leaf.ts';
import { type EventKind, type Status, STEPS } from './steps.ts';

/** An application as it stands. Ids are bigint within safe integers; dates `YYYY-MM-DD`. */
export interface ApplicationRow {
  readonly learnerId: number;
  readonly applicationId: number;
  readonly story: string;
  readonly providerId: number | null;
  readonly status: Status;
  readonly startedAt: Date;
  readonly appliedAt: Date | null;
  readonly consentedAt: Date | null;
  readonly consentEndedAt: Date | null;
  readonly decidedOn: string | null;
  readonly changedAt: Date;
}

/** A piece of evidence as it was shown: what it was called and, of a file, its hash, even when it is removed later. */
export interface ShownEvidence {
  readonly item: string;
  readonly kind: 'file' | 'link' | 'credential';
  readonly title: string;
  readonly proof: boolean;
  readonly hash: string | null;
}

export interface AskedRow {
  readonly applicationId: number;
  readonly outcomeId: number;
  readonly words: string;
  readonly evidence: readonly ShownEvidence[];
  readonly rubric: readonly Judged[];
  readonly decision: 'granted' | 'declined' | null;
  readonly result: 'achieved' | 'merit' | 'excellence' | null;
  readonly reason: string | null;
  readonly assessedBy: number | null;
  readonly confirmedBy: number | null;
  readonly recordedOn: string | null;
  readonly disputeId: number | null;
  readonly reviewedBy: number | null;
}

type Row<T> = { [Key in keyof T]: T[Key] };

const STATE = `s.learner_id as "learnerId", s.application_id as "applicationId", s.story, s.provider_id as "providerId", s.status,
  s.started_at as "startedAt", s.applied_at as "appliedAt", s.consented_at as "consentedAt", s.consent_ended_at as "consentEndedAt",
  s.decided_on as "decidedOn", s.changed_at as "changedAt"`;
const ASKED = `application_id as "applicationId", outcome_id as "outcomeId", words, evidence, rubric, decision, result, reason,
  assessed_by as "assessedBy", confirmed_by as "confirmedBy", recorded_on as "recordedOn", dispute_id as "disputeId", reviewed_by as "reviewedBy"`;

export interface NewRplEvent {
  readonly learnerId: number;
  readonly applicationId: number;
  readonly kind: EventKind;
  readonly at: string;
  readonly actor: string;
  readonly words: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly leaf: Leaf;
}

const EVENT = `insert into rpl.application_event (learner_id, event_id, application_id, kind, at, actor, words, detail, leaf_salt, leaf_hash)
  select learner_id, nextval('rpl.event_sequence'), application_id, $3, $4::timestamptz, $5, $6, $7::jsonb, $8, $9 from state`;

function eventValues({ learnerId, applicationId, kind, at, actor, words, detail, leaf }: NewRplEvent): unknown[] {
  return [learnerId, applicationId, kind, at, actor, words, JSON.stringify(detail), leaf.salt, leaf.hash];
}

export async function nextApplicationId(tx: Tx, learnerId: number): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({
    text: `select nextval('rpl.application_sequence') * 1024 + $1::bigint % 1024 as id`,
    values: [learnerId],
  });
  return rows[0]!.id;
}

/** The draft and its first event in one statement. */
export async function insertApplication(tx: Tx, event: NewRplEvent, story: string): Promise<void> {
  await tx.query({
    text: `with state as (
        insert into rpl.application_state (learner_id, application_id, story, status, started_at, changed_at)
        values ($1, $2, $10, 'draft', $4::timestamptz, $4::timestamptz) returning learner_id, application_id
      ) ${EVENT}`,
    values: [...eventValues(event), story],
  });
}

/** What an event may change beside the status. */
export interface ApplicationChange {
  readonly appliedAt?: string;
  readonly consentedAt?: string;
  readonly consentEndedAt?: string;
  readonly decidedOn?: string;
}

const CHANGED = {
  appliedAt: 'applied_at',
  consentedAt: 'consented_at',
  consentEndedAt: 'consent_ended_at',
  decidedOn: 'decided_on',
} as const satisfies Record<keyof ApplicationChange, string>;

/** The step and its event in one statement. False when the application no longer stands where the step begins. */
export async function takeStep(tx: Tx, event: NewRplEvent, change: ApplicationChange = {}): Promise<boolean> {
  const { from, to } = STEPS[event.kind];
  const values: unknown[] = [...eventValues(event), from];
  const sets = Object.entries(CHANGED).flatMap(([key, column]) => {
    const value: unknown = Reflect.get(change, key);
    return value === undefined ? [] : [`${column} = $${values.push(value)}`];
  });
  if (to !== null) sets.push(`status = $${values.push(to)}`);
  const { rowCount } = await tx.query({
    text: `with state as (
        update rpl.application_state set ${[...sets, 'changed_at = $4::timestamptz'].join(', ')}
         where learner_id = $1 and application_id = $2 and status = any($10::text[]) returning learner_id, application_id
      ) ${EVENT}`,
    values,
  });
  return rowCount === 1;
}

/** A draft is written over as often as the learner likes; its events say when it began, not each word. */
export async function writeDraft(
  tx: Tx,
  { learnerId, applicationId }: Pick<ApplicationRow, 'learnerId' | 'applicationId'>,
  draft: { readonly story: string; readonly providerId: number | null; readonly at: Date },
): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update rpl.application_state set story = $3, provider_id = $4, changed_at = $5
      where learner_id = $1 and application_id = $2 and status = 'draft'`,
    values: [learnerId, applicationId, draft.story, draft.providerId, draft.at],
  });
  return rowCount === 1;
}

export async function replaceAsked(
  tx: Tx,
  { learnerId, applicationId }: Pick<ApplicationRow, 'learnerId' | 'applicationId'>,
  asked: readonly Pick<AskedRow, 'outcomeId' | 'words' | 'evidence'>[],
): Promise<void> {
  await tx.query({
    text: 'delete from rpl.application_outcome where learner_id = $1 and application_id = $2',
    values: [learnerId, applicationId],
  });
  await tx.query({
    text: `insert into rpl.application_outcome (learner_id, application_id, outcome_id, words, evidence)
      select $1, $2, x."outcomeId", x.words, x.evidence from jsonb_to_recordset($3) as x ("outcomeId" integer, words text, evidence jsonb)`,
    values: [learnerId, applicationId, JSON.stringify(asked)],
  });
}

/** More evidence for an outcome, with an answer to a question. */
export async function showMore(
  tx: Tx,
  { learnerId, applicationId }: Pick<ApplicationRow, 'learnerId' | 'applicationId'>,
  outcomeId: number,
  evidence: readonly ShownEvidence[],
): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update rpl.application_outcome set evidence = $4::jsonb where learner_id = $1 and application_id = $2 and outcome_id = $3`,
    values: [learnerId, applicationId, outcomeId, JSON.stringify(evidence)],
  });
  return rowCount === 1;
}

/** One application as far as the actor may see it; `locked` keeps others from changing it until the transaction ends. */
export async function findApplication(tx: Tx, applicationId: number, locked = false): Promise<ApplicationRow | null> {
  const { rows } = await tx.query<Row<ApplicationRow>>({
    text: `select ${STATE} from rpl.application_state s where s.application_id = $1${locked ? ' for update' : ''}`,
    values: [applicationId],
  });
  return rows[0] ?? null;
}

/** The learner's own, the newest first. */
export async function ownApplications(tx: Tx): Promise<readonly ApplicationRow[]> {
  const { rows } = await tx.query<Row<ApplicationRow>>({
    text: `select ${STATE} from rpl.application_state s where s.learner_id = any((select access.own_learners())::bigint[])
      order by s.application_id desc limit 200`,
  });
  return rows;
}

export type Pile = 'waiting' | 'second' | 'appealed' | 'settled' | 'all';

const PILES: Readonly<Record<Pile, string>> = {
  waiting: `s.status in ('applied', 'asked', 'assessed') or ${appealed()}`,
  second: `s.status = 'assessed'`,
  appealed: appealed(),
  settled: `s.status in ('decided', 'recorded')`,
  all: `s.status not in ('draft', 'withdrawn')`,
};

function appealed(): string {
  return `exists (select from rpl.application_outcome o where o.learner_id = s.learner_id and o.application_id = s.application_id
    and o.dispute_id is not null and o.reviewed_by is null)`;
}

/** A page of what was sent to an organisation: those that wait with the oldest first, all others with the newest first. */
export async function applicationsTo(
  tx: Tx,
  organisationIds: readonly number[] | null,
  pile: Pile,
  after: number | null,
  limit: number,
): Promise<readonly ApplicationRow[]> {
  const oldest = pile !== 'settled' && pile !== 'all';
  const { rows } = await tx.query<Row<ApplicationRow>>({
    text: `select ${STATE} from rpl.application_state s
      where (${PILES[pile]}) and s.status <> 'draft' and ($1::integer[] is null or s.provider_id = any($1))
        and ($2::bigint is null or s.application_id ${oldest ? '>' : '<'} $2)
      order by s.application_id ${oldest ? '' : 'desc'} limit $3`,
    values: [organisationIds, after, limit],
  });
  return rows;
}

/** What is asked for in these applications. */
export async function askedIn(
  tx: Tx,
  learnerIds: readonly number[],
  applicationIds: readonly number[],
): Promise<readonly AskedRow[]> {
  const { rows } = await tx.query<Row<AskedRow>>({
    text: `select ${ASKED} from rpl.application_outcome where learner_id = any($1) and application_id = any($2) order by application_id, outcome_id`,
    values: [learnerIds, applicationIds],
  });
  return rows;
}

export interface RplEventRow {
  readonly kind: EventKind;
  readonly at: Date;
  readonly actor: string;
  readonly words: string | null;
}

export async function applicationEvents(tx: Tx, learnerId: number, applicationId: number): Promise<readonly RplEventRow[]> {
  const { rows } = await tx.query<Row<RplEventRow>>({
    text: `select kind, at, actor, words from rpl.application_event where learner_id = $1 and application_id = $2 order by event_id`,
    values: [learnerId, applicationId],
  });
  return rows;
}

/** Whether a learner has ever begun an application. */
export async function hasApplied(tx: Tx, learnerId: number): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>({
    text: 'select exists (select from rpl.application_state where learner_id = $1) as found',
    values: [learnerId],
  });
  return rows[0]?.found ?? false;
}
