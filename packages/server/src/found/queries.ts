import type { FoundSet } from '@recognition/recognition';
import type { Tx } from '../database/connection.ts';
import type { OnePerson } from '../identity/index.ts';

type Shape<T> = { [Key in keyof T]: T[Key] };

export interface ProfileRow {
  readonly learnerId: number;
  readonly region: string;
  readonly skills: readonly string[];
  readonly hiddenFrom: readonly number[];
  readonly since: Date;
  readonly changedAt: Date;
  readonly untilOn: string;
}

/** How the learner who is signed in may be found; null where they may not. */
export async function ownProfile(tx: Tx): Promise<ProfileRow | null> {
  const { rows } = await tx.query<Shape<ProfileRow>>({
    name: 'found-own-profile',
    text: `select learner_id as "learnerId", region, skills, hidden_from as "hiddenFrom", since, changed_at as "changedAt", until_on as "untilOn"
      from found.profile where learner_id = any ((select access.own_learners())::bigint[]) order by changed_at desc limit 1`,
  });
  return rows[0] ?? null;
}

export async function writeProfile(tx: Tx, profile: Omit<ProfileRow, 'since'>): Promise<void> {
  await tx.query({
    text: `with other as (delete from found.profile where learner_id = any ((select access.own_learners())::bigint[]) and learner_id <> $1)
      insert into found.profile (learner_id, region, skills, hidden_from, since, changed_at, until_on) values ($1, $2, $3, $4, $5, $5, $6)
      on conflict (learner_id) do update set region = excluded.region, skills = excluded.skills, hidden_from = excluded.hidden_from,
        changed_at = excluded.changed_at, until_on = excluded.until_on`,
    values: [profile.learnerId, profile.region, profile.skills, profile.hiddenFrom, profile.changedAt, profile.untilOn],
  });
}

/** Ends being found, and every approach that waits, at once. */
export async function removeProfile(tx: Tx, at: Date): Promise<void> {
  await tx.query({ text: 'delete from found.profile where learner_id = any ((select access.own_learners())::bigint[])' });
  await tx.query({
    text: `update found.approach set status = 'withdrawn', answered_at = $1
      where learner_id = any ((select access.own_learners())::bigint[]) and status = 'waits'`,
    values: [at],
  });
}

export interface Wanted {
  /** Each skill that is looked for, with those that a steward confirmed to be the same. */
  readonly skills: readonly (readonly string[])[];
  readonly region: string | null;
  readonly organisationId: number;
  readonly today: string;
  /** Ids that are merged: a person counts once, by what all of their ids have earned. */
  readonly merged: readonly OnePerson[];
  /** Somebody who is not counted, since they ask how it would be with them in another way. */
  readonly but?: number;
}

/**
 * People who are found, with what they hold of what is looked for. A skill by which somebody chose to be found counts only while a result
 * that stands shows it (`isShowable` of `packages/recognition`): one that was withdrawn since does not. Of a person with several ids the profile
 * that changed last counts.
 */
const HELD = `with merged as (select * from unnest($5::bigint[], $6::bigint[]) m (id, person)),
    same as (select m.id, array_agg(o.id) as ids from merged m join merged o using (person) group by m.id),
    wanted as (select array(select jsonb_array_elements_text(n.same)) as uris, n.place - 1 as place from jsonb_array_elements($1::jsonb) with ordinality n (same, place)),
    named as (select p.learner_id, p.skills, p.changed_at, coalesce(same.ids, array[p.learner_id]) as ids from found.profile p left join same on same.id = p.learner_id
       where p.skills && array(select unnest(uris) from wanted)
         and ($2::text is null or p.region = $2) and not ($3::integer = any (p.hidden_from)) and p.until_on >= $4::date),
    shown as (select n.learner_id, n.ids, array(select k.uri from record.achievement_state s join catalogue.outcome_skill k using (outcome_id)
          where s.learner_id = any (n.ids) and s.status <> 'withdrawn' and s.result <> 'not-achieved' and k.uri = any (n.skills)) as skills
        from named n where not exists (select from found.profile o where o.learner_id = any (n.ids) and (o.changed_at, o.learner_id) > (n.changed_at, n.learner_id))),
    held as (select learner_id, ids, array(select w.place from wanted w where w.uris && skills order by w.place)::integer[] as held from shown),
    people as (select * from held where cardinality(held) > 0)`;

const heldValues = ({ skills, region, organisationId, today, merged }: Wanted): readonly unknown[] => [
  JSON.stringify(skills),
  region,
  organisationId,
  today,
  merged.map(({ id }) => id),
  merged.map(({ person }) => person),
];

/** How many people hold which of the skills that are looked for. Nobody's number leaves the database. */
export async function countFound(tx: Tx, wanted: Wanted): Promise<readonly FoundSet[]> {
  const { rows } = await tx.query<{ held: readonly number[]; people: number }>({
    text: `${HELD} select held, count(*)::integer as people from people where not (coalesce($7::bigint, -1) = any (ids)) group by held order by held`,
    values: [...heldValues(wanted), wanted.but ?? null],
  });
  return rows;
}

/** Some of the people whose skills are one of these sets and whom this employer has not approached of late, by lot. For the service alone. */
export async function drawFound(
  tx: Tx,
  wanted: Wanted,
  asked: { readonly sets: readonly (readonly number[])[]; readonly most: number; readonly since: Date },
): Promise<readonly number[]> {
  const { rows } = await tx.query<{ id: number }>({
    text: `${HELD} select f.learner_id as id from people f
        join (select array(select jsonb_array_elements_text(s.one)::integer) as held from jsonb_array_elements($7::jsonb) s (one)) g on g.held = f.held
      where not exists (select from found.approach a where a.learner_id = any (f.ids) and a.organisation_id = $3 and a.sent_at > $8)
      order by gen_random_uuid() limit $9`,
    values: [...heldValues(wanted), JSON.stringify(asked.sets), asked.since, asked.most],
  });
  return rows.map(({ id }) => id);
}

/** Each of these skills with those that a steward confirmed to be the same. */
export async function sameSkills(tx: Tx, skills: readonly string[]): Promise<readonly (readonly string[])[]> {
  const { rows } = await tx.query<{ same: readonly string[] }>({
    text: `select array(select u.uri union select case when w.from_uri = u.uri then w.to_uri else w.from_uri end from catalogue.skill_crosswalk w
        where u.uri in (w.from_uri, w.to_uri) and w.status = 'confirmed' and w.relation = 'exact') as same
      from unnest($1::text[]) with ordinality u (uri, place) order by u.place`,
    values: [skills],
  });
  return rows.map(({ same }) => same);
}

export async function noteSearch(
  tx: Tx,
  search: {
    readonly organisationId: number;
    readonly skills: readonly string[];
    readonly region: string | null;
    readonly actor: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query({
    text: 'insert into found.search (organisation_id, skills, region, actor, at) values ($1, $2, $3, $4, $5)',
    values: [search.organisationId, search.skills, search.region, search.actor, search.at],
  });
}

export interface SearchRow {
  readonly organisationId: number;
  readonly skills: readonly string[];
  readonly region: string | null;
  readonly at: Date;
}

/** The searches among whose people somebody with this profile was, the newest first. */
export async function searchesFor(tx: Tx, profile: ProfileRow): Promise<readonly SearchRow[]> {
  const { rows } = await tx.query<Shape<SearchRow>>({
    text: `select s.organisation_id as "organisationId", s.skills, s.region, s.at from found.search s
      where s.at >= $1 and (s.at at time zone 'Pacific/Auckland')::date <= $5 and (s.region is null or s.region = $2) and s.skills && $3 and not (s.organisation_id = any ($4)) order by s.at desc, s.search_id desc limit 50`,
    values: [profile.changedAt, profile.region, profile.skills, profile.hiddenFrom, profile.untilOn],
  });
  return rows;
}
