import type { Tx } from '../database/connection.ts';
import type { KeptOutcome, Status } from './document.ts';
import { OUTCOME_DOCUMENT, OUTCOME_FROM } from './queries.ts';

/** A definition with what its writers and stewards need to know beside it. */
export interface WorkOutcome extends KeptOutcome {
  readonly changedAt: Date;
  /** Why a steward sent it back, when that was the last word. */
  readonly returnedNote: string | null;
  readonly returnedAt: Date | null;
  /** How many people hold it, in steps of five; null for one to nine, and where nobody has counted yet (`countedOn` is null too). */
  readonly people: number | null;
  readonly countedOn: string | null;
  /** What follows it: a newer version of its lineage, or what replaces it, begun or published. */
  readonly successor: {
    readonly id: string;
    readonly code: string;
    readonly version: number | null;
    readonly status: Status;
  } | null;
}

type Row = { [Key in keyof WorkOutcome]: WorkOutcome[Key] };

const WORK = `${OUTCOME_DOCUMENT}, o.changed_at as "changedAt", back.note as "returnedNote", back.at as "returnedAt", h.people, h.counted_on as "countedOn",
  (select jsonb_build_object('id', s.public_id, 'code', s.code, 'version', s.version, 'status', s.status) from catalogue.outcome s
    where s.outcome_id <> o.outcome_id and ((s.lineage = o.lineage and coalesce(s.version, 0) > coalesce(o.version, 0))
      or (s.replaces_lineage = o.lineage and s.lineage <> o.lineage))
    order by s.version desc nulls last limit 1) as successor`;
const WORK_FROM = `${OUTCOME_FROM}
  left join catalogue.outcome_holders h on h.outcome_id = o.outcome_id
  left join lateral (select last.note, last.at from (select e.kind, e.note, e.at from catalogue.outcome_event e
      where e.outcome_id = o.outcome_id and e.kind in ('submitted', 'returned') order by e.event_id desc limit 1) last
    where last.kind = 'returned') back on o.submitted_at is null`;
const MINE = `o.developer_id = any ((select access.own_organisations('developer'))::integer[])`;

/** The definitions of the developer who asks that are being written, are with a steward or expire; newest change first. */
export async function readWork(tx: Tx, limit: number): Promise<readonly WorkOutcome[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${WORK} ${WORK_FROM} where ${MINE}
        and (o.status in ('draft', 'in-review', 'expiring') or o.submitted_at is not null or o.expiry_asked is not null)
      order by o.changed_at desc, o.outcome_id limit $1`,
    values: [limit],
  });
  return rows;
}

/** Every definition of the developer who asks, by code point of its id, a page at a time. */
export async function readOwnAfter(tx: Tx, after: string, limit: number): Promise<readonly KeptOutcome[]> {
  const { rows } = await tx.query<{ [Key in keyof KeptOutcome]: KeptOutcome[Key] }>({
    text: `select ${OUTCOME_DOCUMENT} ${OUTCOME_FROM} where ${MINE} and o.public_id collate "C" > $1 order by o.public_id collate "C" limit $2`,
    values: [after, limit],
  });
  return rows;
}

const RANK = 'coalesce(h.people, case when h.counted_on is null then 0 else 1 end)';

const NO_SKILLS = 'not exists (select from catalogue.outcome_skill u where u.outcome_id = o.outcome_id)';

/**
 * The legacy outcomes of the developer who asks, those that most people hold first; with `noSkills` those alone that name no skill.
 * `after` is the rank and key of the last one seen.
 */
export async function readLegacy(
  tx: Tx,
  after: { readonly rank: number; readonly outcomeId: number } | null,
  limit: number,
  noSkills: boolean,
): Promise<readonly (WorkOutcome & { readonly rank: number })[]> {
  const { rows } = await tx.query<Row & { rank: number }>({
    text: `select ${WORK}, ${RANK} as rank ${WORK_FROM} where ${MINE} and o.status = 'legacy' and o.submitted_at is null
        and ($1::integer is null or (-(${RANK}), o.outcome_id) > (-($1::integer), $2::integer)) and (not $4::boolean or ${NO_SKILLS})
      order by ${RANK} desc, o.outcome_id limit $3`,
    values: [after?.rank ?? null, after?.outcomeId ?? null, limit, noSkills],
  });
  return rows;
}

/** The outcomes in use that somebody here answers for and that name no skill: those that most people hold first. For stewards. */
export async function readWithoutSkills(
  tx: Tx,
  after: { readonly rank: number; readonly outcomeId: number } | null,
  limit: number,
): Promise<readonly (WorkOutcome & { readonly rank: number })[]> {
  const { rows } = await tx.query<Row & { rank: number }>({
    text: `select ${WORK}, ${RANK} as rank ${WORK_FROM} where o.status in ('legacy', 'published', 'expiring') and o.developer_id is not null and ${NO_SKILLS}
        and ($1::integer is null or (-(${RANK}), o.outcome_id) > (-($1::integer), $2::integer))
      order by ${RANK} desc, o.outcome_id limit $3`,
    values: [after?.rank ?? null, after?.outcomeId ?? null, limit],
  });
  return rows;
}

/** How many legacy outcomes the developer who asks answers for. */
export async function countLegacy(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ count: number }>({
    text: `select count(*)::integer as count from catalogue.outcome o where ${MINE} and o.status = 'legacy' and o.submitted_at is null`,
  });
  return rows[0]?.count ?? 0;
}

/** What waits for a steward: definitions handed in and expiries asked for, those that wait longest first. */
export async function readWaiting(tx: Tx, limit: number): Promise<readonly WorkOutcome[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${WORK} ${WORK_FROM} where o.submitted_at is not null or o.expiry_asked is not null
      order by coalesce(o.submitted_at, o.changed_at), o.outcome_id limit $1`,
    values: [limit],
  });
  return rows;
}

/** What may be closed: expiring outcomes whose last day for assessment is before this one, those that wait longest first. */
export async function readPast(tx: Tx, today: string, limit: number): Promise<readonly WorkOutcome[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${WORK} ${WORK_FROM} where o.status = 'expiring' and o.last_assessment < $1::date
      order by o.last_assessment, o.outcome_id limit $2`,
    values: [today, limit],
  });
  return rows;
}

/** Whether the developer who asks answers for this outcome. */
export async function isOwn(tx: Tx, outcomeId: number): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `select from catalogue.outcome o where o.outcome_id = $1 and ${MINE}`,
    values: [outcomeId],
  });
  return rowCount > 0;
}

/** Counts again how many people hold each outcome. Few are never told from none: one to nine is kept as null, more in steps of five. */
export async function recountHolders(tx: Tx, on: string): Promise<void> {
  await tx.query({
    text: `with held as (select a.outcome_id, count(distinct a.learner_id)::integer as people from record.achievement_state a
        where a.result <> 'not-achieved' and a.status <> 'withdrawn' group by a.outcome_id)
      insert into catalogue.outcome_holders (outcome_id, people, counted_on)
      select o.outcome_id, case when coalesce(held.people, 0) between 1 and 9 then null else coalesce(held.people, 0) / 5 * 5 end, $1
        from catalogue.outcome o left join held on held.outcome_id = o.outcome_id
      on conflict (outcome_id) do update set people = excluded.people, counted_on = excluded.counted_on`,
    values: [on],
  });
}
