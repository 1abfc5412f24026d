import type { Tx } from '../database/connection.ts';
import type { OnePerson } from '../identity/index.ts';

export interface HeldCell {
  readonly uri: string;
  readonly region: string;
  readonly people: number;
}

/**
 * How many people hold each skill by a confirmed result, each in the region of the provider that awarded it last; a provider is where most of
 * what it offers and offered is. Who has several ids counts once. For the count alone: these numbers are never answered.
 */
export async function countHeld(
  tx: Tx,
  towns: readonly (readonly [town: string, region: string])[],
  merged: readonly OnePerson[],
): Promise<readonly HeldCell[]> {
  const { rows } = await tx.query<{ [Key in keyof HeldCell]: HeldCell[Key] }>({
    text: `with place as (select * from unnest($1::text[], $2::text[]) p (town, region)),
      provider as (select o.provider_id, mode() within group (order by p.region) as region from offering.offering o join place p using (town) group by o.provider_id),
      merged as (select * from unnest($3::bigint[], $4::bigint[]) m (learner_id, person)),
      result as (select coalesce(m.person, s.learner_id) as person, s.outcome_id, s.provider_id, s.counting_on, s.achievement_id
        from record.achievement_state s left join merged m using (learner_id) where s.status = 'confirmed' and s.result <> 'not-achieved'),
      held as (select distinct on (s.person, k.uri) s.person, k.uri, coalesce(r.region, 'unknown') as region
        from result s join catalogue.outcome_skill k using (outcome_id) left join provider r using (provider_id)
       order by s.person, k.uri, s.counting_on desc, s.achievement_id desc)
      select uri, region, count(*)::integer as people from held group by uri, region`,
    values: [
      towns.map(([town]) => town),
      towns.map(([, region]) => region),
      merged.map(({ id }) => id),
      merged.map(({ person }) => person),
    ],
  });
  return rows;
}

export interface SupplyCell {
  readonly uri: string;
  readonly region: string;
  readonly people: number | null;
}

/** Writes what is published anew, all of it at once. */
export async function writeSupply(tx: Tx, cells: readonly SupplyCell[], at: Date): Promise<void> {
  await tx.query({ text: 'delete from demand.supply' });
  await tx.query({
    text: 'insert into demand.supply (uri, region, people) select * from unnest($1::text[], $2::text[], $3::integer[])',
    values: [cells.map(({ uri }) => uri), cells.map(({ region }) => region), cells.map(({ people }) => people)],
  });
  await tx.query({
    text: 'insert into demand.counted (counted_at) values ($1) on conflict (one) do update set counted_at = excluded.counted_at',
    values: [at],
  });
}

export async function countedAt(tx: Tx): Promise<Date | null> {
  const { rows } = await tx.query<{ at: Date }>({ text: 'select counted_at as at from demand.counted' });
  return rows[0]?.at ?? null;
}

/** The roles that employers need, by skill and region: of those in use that are counted. '' is anywhere. Names no employer. */
export async function countDemand(
  tx: Tx,
): Promise<readonly { readonly uri: string; readonly region: string; readonly roles: number }[]> {
  const { rows } = await tx.query<{ uri: string; region: string; roles: number }>({
    text: `select e.one ->> 'uri' as uri, coalesce(r.region, '') as region, count(*)::integer as roles
      from employer.role r cross join lateral jsonb_array_elements(r.skills) e (one) where r.archived_at is null and r.counted group by 1, 2`,
  });
  return rows;
}

export interface SkillFacts {
  readonly uri: string;
  readonly scheme: string;
  readonly slug: string;
  readonly en: string;
  readonly mi: string | null;
  readonly lineages: readonly string[];
}

/** The names of skills, and the outcomes in use that stand for them. */
export async function factsOf(tx: Tx, uris: readonly string[]): Promise<readonly SkillFacts[]> {
  const { rows } = await tx.query<{ [Key in keyof SkillFacts]: SkillFacts[Key] }>({
    text: `select s.uri, s.scheme, s.slug, s.label_en as en, s.label_mi as mi,
        array(select distinct o.lineage from catalogue.outcome_skill k join catalogue.outcome o using (outcome_id)
          where k.uri = s.uri and o.status in ('published', 'expiring') order by o.lineage) as lineages
      from catalogue.skill s where s.uri = any ($1) order by s.label_en, s.uri`,
    values: [uris],
  });
  return rows;
}

export async function supplyOf(tx: Tx): Promise<readonly SupplyCell[]> {
  const { rows } = await tx.query<{ [Key in keyof SupplyCell]: SupplyCell[Key] }>({
    text: 'select uri, region, people from demand.supply order by uri, region',
  });
  return rows;
}
