import type { RecognitionRecord } from '@recognition/recognition';
import type { Query, Tx } from '../database/connection.ts';
import type { Title } from './title.ts';

export type AwardStatus = 'live' | 'suspended' | 'superseded' | 'withdrawn' | 'revoked';
export type AwardEventKind =
  | 'issued'
  | 'superseded'
  | 'substituted'
  | 'noted'
  | 'suspended'
  | 'answered'
  | 'review-asked'
  | 'review-declined'
  | 'restored'
  | 'withdrawn'
  | 'revoked';

/** One award as it stands. Ids are bigint within safe integers; dates `YYYY-MM-DD`. */
export interface AwardRow {
  readonly learnerId: number;
  readonly awardId: number;
  readonly publicId: string;
  readonly award: string;
  readonly version: number;
  readonly supersedesId: number | null;
  readonly supersedes: string | null;
  readonly major: string | null;
  readonly credits: number;
  readonly from: string;
  readonly to: string;
  readonly issuedOn: string;
  readonly status: AwardStatus;
  readonly reason: string | null;
  readonly answerBy: string | null;
  readonly nameOnAward: string | null;
  readonly policyId: string;
  readonly policyVersion: string;
  readonly selection: readonly string[];
  readonly credentialId: string;
  /** Whose framework it is an award of. */
  readonly framework: string;
  /** What an award that is made of named parts was made by; null in an Applied Learning Qualification. */
  readonly definition: string | null;
  readonly definitionKey: string | null;
  /** As it was called when it was issued; null where its major says it. */
  readonly title: Title | null;
  /** Its size; null where its credits say it. */
  readonly minutes: number | null;
  readonly validUntil: string | null;
}

const COLUMNS = `s.learner_id as "learnerId", s.award_id as "awardId", s.public_id as "publicId", s.award, s.version,
  s.supersedes_id as "supersedesId",
  (select b.public_id from award.award_state b where b.learner_id = s.learner_id and b.award_id = s.supersedes_id) as supersedes,
  s.major, s.credits, s.from_on as "from", s.to_on as "to", s.issued_on as "issuedOn", s.status, s.reason, s.answer_by as "answerBy",
  s.name_on_award as "nameOnAward", s.policy_id as "policyId", s.policy_version as "policyVersion", s.selection,
  s.credential_id as "credentialId", s.framework, s.definition, s.definition_key as "definitionKey", s.title, s.minutes,
  s.valid_until as "validUntil"`;

/**
 * Claims, withdrawals and re-decisions of one learner follow each other: held to the end of the transaction. What follows in it is planned once
 * for each connection and not anew for each learner: reading a record for a decision takes as long to plan as to run.
 */
export async function lockLearner(tx: Tx, learnerIds: readonly number[]): Promise<void> {
  for (const learnerId of [...learnerIds].sort((a, b) => a - b)) {
    await tx.query({
      name: 'award-lock',
      text: `select pg_advisory_xact_lock(hashtextextended('award:' || $1::bigint, 0)),
               set_config('plan_cache_mode', 'force_generic_plan', true)`,
      values: [learnerId],
    });
  }
}

/** Where a public id leads, as far as the actor may see it. */
export async function locate(
  tx: Tx,
  publicId: string,
): Promise<{ learnerId: number; awardId: number | null; achievementId: number | null } | null> {
  const { rows } = await tx.query<{ learnerId: number; awardId: number | null; achievementId: number | null }>({
    name: 'award-locate',
    text: `select learner_id as "learnerId", award_id as "awardId", achievement_id as "achievementId" from award.locator where public_id = $1`,
    values: [publicId],
  });
  return rows[0] ?? null;
}

export async function findAward(tx: Tx, learnerId: number, awardId: number): Promise<AwardRow | null> {
  const { rows } = await tx.query<AwardRow>({
    name: 'award-find',
    text: `select ${COLUMNS} from award.award_state s where s.learner_id = $1 and s.award_id = $2`,
    values: [learnerId, awardId],
  });
  return rows[0] ?? null;
}

/** Every award of the learner, the newest first. */
export async function awardsOf(tx: Tx, learnerIds: readonly number[]): Promise<readonly AwardRow[]> {
  const { rows } = await tx.query<AwardRow>({
    name: 'awards-of-learner',
    text: `select ${COLUMNS} from award.award_state s where s.learner_id = any($1) order by s.award_id desc`,
    values: [learnerIds],
  });
  return rows;
}

/** What a steward looks for among all awards; null asks for any. */
export interface AwardSearch {
  readonly status: AwardStatus | null;
  /** A field, or `none` for awards without a major. */
  readonly major: string | null;
  readonly policyVersion: string | null;
  /** Issued on or after, and on or before. */
  readonly from: string | null;
  readonly to: string | null;
  /** The code of one award. */
  readonly id: string | null;
}

export const ANY_AWARD: AwardSearch = { status: null, major: null, policyVersion: null, from: null, to: null, id: null };

/** A page of all awards for a steward, the newest first; `before` is the last award id of the page before. */
export async function awardsPage(
  tx: Tx,
  search: AwardSearch,
  before: number | null,
  limit: number,
): Promise<readonly AwardRow[]> {
  const { rows } = await tx.query<AwardRow>({
    name: 'awards-page',
    text: `select ${COLUMNS} from award.award_state s
            where ($1::text is null or s.status = $1) and ($2::bigint is null or s.award_id < $2)
              and ($4::text is null or coalesce(s.major, 'none') = $4) and ($5::text is null or s.policy_version = $5)
              and ($6::date is null or s.issued_on >= $6) and ($7::date is null or s.issued_on <= $7)
              and ($8::text is null or s.award_id = (select l.award_id from award.locator l where l.public_id = $8))
            order by s.award_id desc limit $3`,
    values: [search.status, before, limit, search.major, search.policyVersion, search.from, search.to, search.id],
  });
  return rows;
}

/** Awards that stand on any of these achievements and may still change. */
export async function standingOn(
  tx: Tx,
  learnerIds: readonly number[],
  achievementIds: readonly string[],
): Promise<readonly AwardRow[]> {
  const { rows } = await tx.query<AwardRow>({
    name: 'awards-standing-on',
    text: `select ${COLUMNS} from award.award_state s
            where s.learner_id = any($1) and s.status in ('live', 'suspended') and s.selection && $2::text[] order by s.award_id`,
    values: [learnerIds, achievementIds],
  });
  return rows;
}

/** What an award keeps for ever: written by us, never changed. */
export interface Evidence {
  readonly input: RecognitionRecord;
  readonly trace: unknown;
  readonly credential: unknown;
}

export async function readEvidence(tx: Tx, learnerId: number, awardId: number): Promise<Evidence | null> {
  const { rows } = await tx.query<Evidence & Record<string, unknown>>({
    name: 'award-evidence',
    text: `select decision_input as input, decision_trace as trace, credential from award.award_state where learner_id = $1 and award_id = $2`,
    values: [learnerId, awardId],
  });
  return rows[0] ?? null;
}

export interface EventRow {
  readonly kind: AwardEventKind;
  readonly at: Date;
  readonly actor: string;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export async function eventsOf(tx: Tx, learnerId: number, awardId: number): Promise<readonly EventRow[]> {
  const { rows } = await tx.query<EventRow & Record<string, unknown>>({
    name: 'award-events',
    text: `select kind, at, actor, reason, detail from award.award_event where learner_id = $1 and award_id = $2 order by event_id`,
    values: [learnerId, awardId],
  });
  return rows;
}

/** How many learners `generatedLearnersAfter` answers at most. */
export const GENERATED_PAGE = 200;

/** Learners with results out of a generated file, known by the form of their references, in order of their number. */
export const generatedLearnersAfter = (after: number): Query => ({
  text: `select distinct learner_id as id from record.achievement_state
          where learner_id > $1 and reference ~ '^[0-9]+-[0-9]+-[0-9]+$' order by learner_id limit ${GENERATED_PAGE}`,
  values: [after],
});
