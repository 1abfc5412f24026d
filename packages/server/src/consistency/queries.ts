import type { End, Method } from '@recognition/recognition/consistency';
import type { Tx } from '../database/connection.ts';

/** How many people of one provider ended how. */
export interface TaughtRow {
  readonly providerId: number;
  readonly ended: End;
  readonly people: number;
  readonly countedOn: string;
  readonly since: string;
}

export interface TeachingRow {
  readonly providerId: number;
  readonly methods: readonly Method[];
  readonly hours: number | null;
  readonly skills: readonly { readonly uri: string; readonly label: string }[];
  readonly changedAt: Date;
}

type Shape<T> = { [Key in keyof T]: T[Key] };

/**
 * Counts again how many people of each provider ended how since a day: each person once for each provider and outcome, by their last
 * confirmed result there. Then the days that recognition took.
 */
export async function recountTaught(tx: Tx, since: string, today: string): Promise<void> {
  // One count at a time: the job of another process, or a person's command, would find rows that it has not deleted.
  await tx.query({ text: `select pg_advisory_xact_lock(hashtextextended('catalogue.taught', 0))` });
  await tx.query({ text: 'delete from catalogue.taught' });
  await tx.query({
    text: `insert into catalogue.taught (lineage, provider_id, ended, people, counted_on, since)
      select last.lineage, last.provider_id,
             case last.mode when 'rpl' then 'recognised' when 'crt' then 'transferred' else last.result end, count(*)::integer, $2::date, $1::date
        from (select distinct on (a.learner_id, o.lineage, a.provider_id) o.lineage, a.provider_id, a.mode, a.result
                from record.achievement_state a join catalogue.outcome o using (outcome_id)
               where a.status = 'confirmed' and a.achieved_on between $1::date and $2::date
               order by a.learner_id, o.lineage, a.provider_id, a.achieved_on desc, a.achievement_id desc) last
       where last.mode = 'assessed' or last.result <> 'not-achieved'
       group by 1, 2, 3`,
    values: [since, today],
  });
  await tx.query({ text: 'delete from catalogue.recognised_in' });
  await tx.query({
    text: `insert into catalogue.recognised_in (lineage, provider_id, people, median_days)
      select o.lineage, s.provider_id, count(distinct s.learner_id)::integer,
             percentile_disc(0.5) within group (order by r.recorded_on - (s.applied_at at time zone 'Pacific/Auckland')::date)
        from rpl.application_outcome r join rpl.application_state s using (learner_id, application_id) join catalogue.outcome o using (outcome_id)
       where r.decision = 'granted' and r.recorded_on between $1::date and $2::date and s.applied_at is not null
       group by 1, 2`,
    values: [since, today],
  });
}

export async function readTaught(tx: Tx, lineage: string): Promise<readonly TaughtRow[]> {
  const { rows } = await tx.query<Shape<TaughtRow>>({
    text: `select provider_id as "providerId", ended, people, counted_on as "countedOn", since from catalogue.taught where lineage = $1
      order by provider_id`,
    values: [lineage],
  });
  return rows;
}

/** All others together, as a provider may see them; [] where it may not. */
export async function readTaughtByOthers(
  tx: Tx,
  lineage: string,
): Promise<readonly { readonly ended: End; readonly people: number }[]> {
  const { rows } = await tx.query<{ ended: End; people: number }>({
    text: 'select ended, people from catalogue.taught_by_others($1)',
    values: [lineage],
  });
  return rows;
}

export interface SaidByOthers {
  readonly kind: 'method' | 'skill';
  readonly key: string;
  readonly label: string | null;
  readonly providers: number;
}

export async function readSaidByOthers(tx: Tx, lineage: string): Promise<readonly SaidByOthers[]> {
  const { rows } = await tx.query<Shape<SaidByOthers>>({
    text: 'select kind, key, label, providers from catalogue.said_by_others($1) order by providers desc, key',
    values: [lineage],
  });
  return rows;
}

/** Days that recognition took, for each provider where at least so many people were recognised. */
export async function readRecognisedIn(tx: Tx, lineage: string, smallest: number): Promise<ReadonlyMap<number, number>> {
  const { rows } = await tx.query<{ id: number; days: number }>({
    text: 'select provider_id as id, median_days as days from catalogue.recognised_in where lineage = $1 and people >= $2',
    values: [lineage, smallest],
  });
  return new Map(rows.map(({ id, days }) => [id, days]));
}

export async function readTeaching(tx: Tx, lineage: string): Promise<readonly TeachingRow[]> {
  const { rows } = await tx.query<Shape<TeachingRow>>({
    text: `select provider_id as "providerId", methods, hours, skills, changed_at as "changedAt" from catalogue.teaching where lineage = $1
      order by provider_id`,
    values: [lineage],
  });
  return rows;
}

export interface TeachingToKeep {
  readonly methods: readonly Method[];
  readonly hours: number | null;
  /** Addresses; each is kept with the label that its scheme gives it. */
  readonly skills: readonly string[];
}

/** What a provider says of its teaching, in place of what it said before. A skill that is not known here is not kept. */
export async function keepTeaching(
  tx: Tx,
  lineage: string,
  providerId: number,
  said: TeachingToKeep,
  by: string,
  at: Date,
): Promise<void> {
  await tx.query({
    text: `insert into catalogue.teaching (lineage, provider_id, methods, hours, skills, changed_at, changed_by) values ($1, $2, $3, $4,
        (select coalesce(jsonb_agg(jsonb_build_object('uri', s.uri, 'label', s.label_en) order by x.place), '[]')
           from unnest($5::text[]) with ordinality x (uri, place) join catalogue.skill s using (uri)), $6, $7)
      on conflict (lineage, provider_id) do update set methods = excluded.methods, hours = excluded.hours, skills = excluded.skills,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    values: [lineage, providerId, said.methods, said.hours, said.skills, at, by],
  });
}

export async function dropTeaching(tx: Tx, lineage: string, providerId: number): Promise<void> {
  await tx.query({
    text: 'delete from catalogue.teaching where lineage = $1 and provider_id = $2',
    values: [lineage, providerId],
  });
}

/** An outcome that several teach, for a list. */
export interface TaughtByMany {
  readonly lineage: string;
  readonly providers: number;
  readonly people: number;
}

/** Where a page begins: people in whole steps, since the order too would tell more than the list says. */
export interface TaughtPlace {
  readonly steps: number;
  readonly lineage: string;
}

/** The outcomes that at least two providers taught, those of most people first, by steps; row-level security says whose. */
export async function readTaughtByMany(
  tx: Tx,
  after: TaughtPlace | null,
  limit: number,
  step: number,
): Promise<readonly TaughtByMany[]> {
  const { rows } = await tx.query<Shape<TaughtByMany>>({
    text: `select lineage, providers, people from (
        select lineage, count(distinct provider_id)::integer as providers, sum(people)::integer as people from catalogue.taught group by lineage) t
      where providers >= 2 and ($1::integer is null or (people % $4 - people, lineage collate "C") > (-$1::integer, $2::text collate "C"))
      order by people % $4 - people, lineage collate "C" limit $3`,
    values: [after?.steps ?? null, after?.lineage ?? null, limit, step],
  });
  return rows;
}

/** What the provider who asks taught, and how many others did. */
export async function readOwnTaught(
  tx: Tx,
  after: TaughtPlace | null,
  limit: number,
  step: number,
): Promise<readonly TaughtByMany[]> {
  const { rows } = await tx.query<Shape<TaughtByMany>>({
    text: `select lineage, providers, people from (
        select t.lineage, o.others + 1 as providers, sum(t.people)::integer as people
          from catalogue.taught t join catalogue.others_teaching() o using (lineage) where o.others >= 1 group by t.lineage, o.others) own
      where ($1::integer is null or (people % $4 - people, lineage collate "C") > (-$1::integer, $2::text collate "C"))
      order by people % $4 - people, lineage collate "C" limit $3`,
    values: [after?.steps ?? null, after?.lineage ?? null, limit, step],
  });
  return rows;
}

/** Every row of several outcomes, for their comparisons. */
export async function readTaughtOf(
  tx: Tx,
  lineages: readonly string[],
): Promise<readonly (TaughtRow & { readonly lineage: string })[]> {
  const { rows } = await tx.query<Shape<TaughtRow> & { lineage: string }>({
    text: `select lineage, provider_id as "providerId", ended, people, counted_on as "countedOn", since from catalogue.taught
      where lineage = any ($1) order by lineage, provider_id`,
    values: [lineages],
  });
  return rows;
}

/** The skills that the definition itself names: those of the version with this id. */
export async function readDefinedSkills(
  tx: Tx,
  publicId: string,
): Promise<readonly { readonly uri: string; readonly label: string }[]> {
  const { rows } = await tx.query<{ uri: string; label: string }>({
    text: `select distinct s.uri, s.label from catalogue.outcome_skill s join catalogue.outcome o using (outcome_id) where o.public_id = $1 order by s.label`,
    values: [publicId],
  });
  return rows;
}
