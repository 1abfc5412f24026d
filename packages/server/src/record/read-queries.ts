import type { AchievementStatus, Mode, Result } from '@recognition/recognition';
import type { NamedQuery, Query } from '../database/connection.ts';

/** What a record is made from, in one row. Arrays of columns, since they are many and the names would be most of the text. */
export type RecordRow = {
  readonly states: readonly StateCells[];
  readonly used: readonly (readonly [achievementId: number, award: string])[];
  readonly awards: readonly AwardSummary[];
  readonly looked: readonly Looked[];
  readonly statements: readonly Statement[];
};

/** A learner's own words beside a line of the record, by its id in the portable record, and the day on which they were written. */
export interface Statement {
  readonly achievement: string;
  readonly statement: string;
  readonly on: string;
}

export type StateCells = readonly [
  achievementId: number,
  outcomeId: number,
  providerId: number,
  achievedOn: string,
  result: Result,
  mode: Mode,
  originalOn: string | null,
  sourceId: number | null,
  status: AchievementStatus,
  alsoCountedIn: readonly string[],
];

export interface AwardSummary {
  readonly id: string;
  readonly award: string;
  readonly major: string | null;
  readonly credits: number;
  readonly from: string;
  readonly to: string;
  readonly issuedOn: string;
  readonly status: 'live' | 'superseded' | 'suspended' | 'withdrawn' | 'revoked';
  /** As it was called when it was issued; null where its major says it. */
  readonly title: { readonly en: string; readonly mi: string } | null;
  readonly framework: string;
  /** Its size; null where its credits say it. */
  readonly minutes: number | null;
}

/** Who looked at a record, when and what for. */
export interface Looked {
  readonly at: string;
  /** The organisation's public id; null for a person without one. */
  readonly who: string | null;
  /** The organisation's newest name. */
  readonly name: string | null;
  /** Of a closed list (reading/reasons.ts); null before there was one. */
  readonly reason: string | null;
  /** In the reader's own words. */
  readonly purpose: string;
  /** Somebody who acts for the learner, by the name that they were given; null for everybody else. */
  readonly delegate: string | null;
  /** What a delegate did: `entered`, or an act of theirs; null for everybody else. */
  readonly did: string | null;
}

const recordText = (ids: string): string => `with me as materialized (select ${ids} as ids)
    select
      (select coalesce(json_agg(json_build_array(s.achievement_id, s.outcome_id, s.provider_id, s.achieved_on, s.result, s.mode, s.original_on,
                s.source_id, s.status, s.also_counted_in) order by s.counting_on, s.achievement_id), '[]')
         from record.achievement_state s where s.learner_id = any((select ids from me)::bigint[])) as states,
      (select coalesce(json_agg(json_build_array(t.achievement_id, a.public_id) order by a.public_id), '[]')
         from award.spent t join award.award_state a using (learner_id, award_id) where t.learner_id = any((select ids from me)::bigint[])) as used,
      (select coalesce(json_agg(json_build_object('id', a.public_id, 'award', a.award, 'major', a.major, 'credits', a.credits, 'from', a.from_on,
                'to', a.to_on, 'issuedOn', a.issued_on, 'status', a.status, 'title', a.title, 'framework', a.framework, 'minutes', a.minutes) order by a.issued_on desc, a.award_id desc), '[]')
         from award.award_state a where a.learner_id = any((select ids from me)::bigint[])) as awards,
      (select coalesce(json_agg(l.look order by l.at desc), '[]') from (
         select a.at, json_build_object('at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'who', o.public_id,
                  'name', (select n.name from catalogue.organisation_name n where n.organisation_id = a.organisation_id order by n.from_on desc nulls last limit 1),
                  'reason', a.reason, 'purpose', a.purpose, 'delegate', d.note, 'did', case when d.note is not null then a.what end) as look
           from record.access_log a left join catalogue.organisation o using (organisation_id)
           left join sharing.delegation d on a.actor like 'delegate:%' and d.learner_id = a.learner_id and d.delegation_id::text = substr(a.actor, 10)
          where a.learner_id = any((select ids from me)::bigint[]) order by a.at desc limit 50) l) as looked,
      (select coalesce(json_agg(json_build_object('achievement', d.achievement_id::text, 'statement', d.statement, 'on',
                to_char(d.stated_at at time zone 'Pacific/Auckland', 'YYYY-MM-DD')) order by d.achievement_id), '[]') from (
         select distinct on (s.achievement_id) s.achievement_id, s.statement, s.stated_at from dispute.dispute_state s
          where s.learner_id = any((select ids from me)::bigint[]) and s.statement is not null and s.achievement_id is not null
          order by s.achievement_id, s.stated_at desc, s.dispute_id desc) d) as statements`;

/** The whole record of a person, whom these ids stand for. */
export const recordOf = (learnerIds: readonly number[]): Query => ({
  name: 'record-of-learner',
  text: recordText('$1::bigint[]'),
  values: [learnerIds],
});

/** The whole record of the learner who is signed in, and what they are called. */
export const ownRecord: NamedQuery = {
  name: 'own-record',
  text: `${recordText('access.own_learners()')}, coalesce(access.own_name(), '') as name`,
  values: [],
};

export type OutcomeTexts = {
  readonly public_id: string;
  readonly status: string;
  readonly assessments: readonly Text[];
  readonly theory: readonly Text[];
  readonly practice: readonly Text[];
  readonly skills: readonly {
    readonly uri: string;
    readonly scheme: string;
    readonly label: string;
    readonly relation: string;
    readonly proficiency: string | null;
  }[];
};

interface Text {
  readonly text: string;
  readonly lang: string;
}

/** What is taught and assessed in every outcome of the catalogue. */
export const outcomeTexts: Query = {
  text: `select o.public_id, o.status, o.assessments, o.theory, o.practice,
      coalesce((select jsonb_agg(jsonb_build_object('uri', k.uri, 'scheme', k.scheme, 'label', k.label, 'relation', k.relation, 'proficiency', k.proficiency)
        order by k.relation, k.uri) from catalogue.outcome_skill k where k.outcome_id = o.outcome_id), '[]') as skills
    from catalogue.outcome o`,
};

export type ReportedResult = {
  readonly reference: string;
  readonly outcome_id: number;
  readonly provider_id: number;
  readonly achieved_on: string;
  readonly result: string;
  readonly mode: string;
  readonly status: string;
  readonly event_id: number;
  readonly kind: 'recorded' | 'corrected' | 'withdrawn';
  readonly at: Date;
};

/** What a provider reported, newest event first, under its policy. */
export const reportedBy = (before: number | null, limit: number): Query => ({
  text: `select e.reference, e.outcome_id, e.provider_id, e.achieved_on, e.result, e.mode, e.status, e.event_id, e.kind, e.at
    from record.achievement_event e
   where e.provider_id = any((select access.own_organisations('provider'))::integer[]) and ($1::bigint is null or e.event_id < $1)
   order by e.event_id desc limit $2`,
  values: [before, limit],
});

/** The lineages of the results that these learners have passed and that stand. */
export const passedLineages = (learnerIds: readonly number[]): Query => ({
  text: `select distinct o.lineage from record.achievement_state s join catalogue.outcome o using (outcome_id)
    where s.learner_id = any($1) and s.result <> 'not-achieved' and s.status = 'confirmed'`,
  values: [learnerIds],
});
