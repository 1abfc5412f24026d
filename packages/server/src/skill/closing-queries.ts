import type { Relation } from '@recognition/recognition';
import type { Tx } from '../database/connection.ts';

export interface ClosingOutcome {
  readonly asked: string;
  readonly lineage: string;
  readonly code: string;
  readonly version: number | null;
  readonly name: string;
  readonly level: number | null;
  readonly credits: number;
  readonly relation: Relation;
}

/** How many outcomes are named for each skill. */
const MOST = 20;

/** Outcomes in use that say each of these skills, or one that a steward confirmed to be the same: those that show it first. */
export async function outcomesFor(tx: Tx, skills: readonly string[]): Promise<readonly ClosingOutcome[]> {
  const { rows } = await tx.query<{ [Key in keyof ClosingOutcome]: ClosingOutcome[Key] }>({
    name: 'skill-closing',
    text: `with asked as (select distinct uri from unnest($1::text[]) u (uri)),
      same as (select a.uri as asked, a.uri from asked a
        union select a.uri, case when w.from_uri = a.uri then w.to_uri else w.from_uri end from asked a
          join catalogue.skill_crosswalk w on a.uri in (w.from_uri, w.to_uri) and w.status = 'confirmed' and w.relation = 'exact'),
      said as (select distinct on (s.asked, o.lineage) s.asked, o.lineage, o.code, o.version, o.name, o.level, coalesce(o.credits, 0) as credits, k.relation,
          array_position(array['showcases', 'competent', 'earns'], k.relation) as far
        from same s join catalogue.outcome_skill k on k.uri = s.uri join catalogue.outcome o using (outcome_id)
       where o.status in ('published', 'expiring') order by s.asked, o.lineage, far, o.version desc nulls last)
      select asked, lineage, code, version, name, level, credits, relation from (
        select *, row_number() over (partition by asked order by far, credits, name, code) as place from said) x
       where place <= $2 order by asked, place`,
    values: [skills, MOST],
  });
  return rows;
}
