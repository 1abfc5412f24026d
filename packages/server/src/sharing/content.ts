import { type HeldSkill, isShowable, type RecognitionRecord, type SkillStatement, skillsHeld } from '@recognition/recognition';
import { awardSizeOf, awardTitleOf, publicAward, verifyForPublic } from '../award/index.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { aliasSet, learnerName } from '../identity/index.ts';
import type { AwardSummary } from '../record/read-queries.ts';
import { type LearnerRecord, readRecord } from '../record/read-record.ts';
import { resultsOf } from '../record/skills.ts';
import type { Services } from '../services.ts';
import { statementsOf } from '../skill/statement-queries.ts';
import type { SharedContent, ShareField } from './schemas.ts';

/** What is chosen of a record: by id, or everything that a category takes in. */
export type Chosen =
  | {
      readonly achievements: readonly string[];
      readonly awards: readonly string[];
      /** Whether the outcomes behind the skills are shown; they are where nothing is said. */
      readonly outcomesShown?: boolean;
      /** Skills that are left out, by address. */
      readonly skillsLeftOut?: readonly string[];
    }
  | { readonly category: 'record' | 'awards' | 'skills' }
  | { readonly category: 'field'; readonly field: string };

type Achievement = RecognitionRecord['achievements'][number];

/** What others see, and what the log keeps of it. */
export interface Drawn {
  readonly content: SharedContent;
  /** The names of the outcomes. */
  readonly outcomes: readonly string[];
}

/**
 * What others see of a learner's record at this moment: only what is chosen, only the fields that are given, and of that only what
 * stands. `within` writes the line of a log: when it fails, nothing is answered. The NSN is not in what is read here.
 */
export async function drawContent(
  services: Services,
  learnerId: number,
  chosen: Chosen,
  fields: readonly ShareField[],
  within: (tx: Tx, drawn: Drawn) => Promise<void> = async () => undefined,
): Promise<SharedContent> {
  const ids = await aliasSet(services, learnerId);
  const catalogue = await loadSnapshot(services);
  const today = services.clock.today();
  const holder = fields.includes('name') ? (await learnerName(services, learnerId)) || null : null;
  const read = await services.db.asBatch((tx) => readRecord(tx, catalogue, ids, today));
  const { achievements, awards, ended } = standing(read.record, read.awards, chosen);
  const onlySkills = 'category' in chosen ? chosen.category === 'skills' : chosen.outcomesShown === false;
  const leftOut = new Set('category' in chosen ? [] : chosen.skillsLeftOut);
  // An award's code opens the outcomes in it, so it is not given where they are kept back.
  const given = onlySkills ? fields.filter((field) => field !== 'codes') : fields;
  const shownAwards = await Promise.all(awards.map((award) => awardOf(services, award, given)));
  return services.db.asBatch(async (tx) => {
    const said = await statementsOf(tx, [...new Set(achievements.map(({ outcome }) => outcome))]);
    const outcomes = achievements.map((one) => outcomeOf(read, one, given));
    const content: SharedContent = {
      holder,
      fields: [...given],
      asOf: today,
      checkedAt: services.clock.now().toISOString(),
      outcomesShown: !onlySkills,
      skills: skillsOf(
        { ...read.record, achievements },
        said.filter(({ uri }) => !leftOut.has(uri)),
        given,
        onlySkills,
      ),
      outcomes: onlySkills ? [] : outcomes,
      awards: shownAwards,
      ended,
    };
    await within(tx, { content, outcomes: content.outcomes.map(({ name }) => name) });
    return content;
  });
}

function standing(record: RecognitionRecord, all: readonly AwardSummary[], chosen: Chosen) {
  const showable = record.achievements.filter(isShowable);
  const inForce = all.filter(({ status }) => status === 'live' || status === 'suspended');
  if (!('category' in chosen)) {
    const achievements = showable.filter(({ id }) => chosen.achievements.includes(id));
    const awards = inForce.filter(({ id }) => chosen.awards.includes(id));
    const ended = chosen.achievements.length + chosen.awards.length - achievements.length - awards.length;
    return { achievements, awards, ended };
  }
  const field = chosen.category === 'field' ? chosen.field : null;
  const fields = new Map(record.outcomes.map((outcome) => [outcome.id, outcome.field]));
  return {
    achievements:
      chosen.category === 'awards'
        ? []
        : showable.filter(({ outcome }) => chosen.category !== 'field' || fields.get(outcome) === field),
    awards: chosen.category === 'record' || chosen.category === 'awards' ? inForce : [],
    ended: 0,
  };
}

function outcomeOf(
  { record, statements }: Pick<LearnerRecord, 'record' | 'statements'>,
  achievement: Achievement,
  fields: readonly ShareField[],
): SharedContent['outcomes'][number] {
  const outcome = record.outcomes.find(({ id }) => id === achievement.outcome)!;
  const grades = fields.includes('grades');
  return {
    code: outcome.code,
    version: outcome.version,
    name: outcome.name,
    credits: outcome.credits,
    standard:
      outcome.group === null ? null : { id: outcome.group.id, credits: outcome.group.credits, members: outcome.group.members },
    level: outcome.level,
    field: outcome.field,
    confirmed: achievement.status === 'confirmed',
    date: fields.includes('dates') ? (achievement.originalDate ?? achievement.date) : null,
    provider: fields.includes('providers')
      ? (record.organisations.find(({ id }) => id === achievement.provider)?.name ?? null)
      : null,
    result: grades ? achievement.result : null,
    mode: grades ? achievement.mode : null,
    statement: statements.find((one) => one.achievement === achievement.id)?.statement ?? null,
  };
}

/** Each skill once, with what it comes from. What is kept back is gone before anything is weighed, so that no order tells of it. */
function skillsOf(
  record: RecognitionRecord,
  statements: readonly SkillStatement[],
  fields: readonly ShareField[],
  unexplained: boolean,
): SharedContent['skills'] {
  const shows = (field: ShareField): boolean => fields.includes(field);
  const results = resultsOf(record).map((one) => ({
    ...one,
    result: shows('grades') ? one.result : null,
    mode: shows('grades') ? one.mode : null,
    date: shows('dates') ? one.date : null,
    provider: shows('providers') ? one.provider : null,
  }));
  return skillsHeld(statements, results).map((skill) => shownSkill(skill, unexplained));
}

function shownSkill(skill: HeldSkill, unexplained: boolean): SharedContent['skills'][number] {
  const { uri, scheme, slug, label, mi, kind, family, relation, strongest, evidence, outcomes, latest, level, proficiency } =
    skill;
  return {
    uri,
    scheme,
    slug,
    label,
    mi,
    kind,
    family,
    relation,
    through: unexplained ? [] : [...new Set(evidence.map(({ name }) => name))],
    outcomes,
    latest,
    level,
    proficiency,
    attestedBy: [...skill.attestedBy],
    strongest: {
      name: unexplained ? null : strongest.name,
      level: strongest.level,
      result: strongest.result,
      mode: strongest.mode,
      date: strongest.date,
      provider: strongest.provider,
      confirmed: strongest.confirmed,
    },
  };
}

/** An award with its verification of this moment. Its code opens all that is in it, so it is given only where the learner says so. */
async function awardOf(
  services: Services,
  award: AwardSummary,
  fields: readonly ShareField[],
): Promise<SharedContent['awards'][number]> {
  const { answer, checks } = await verifyForPublic(services, await publicAward(services, award.id));
  const dates = fields.includes('dates');
  return {
    title: awardTitleOf(award),
    major: award.major,
    credits: award.credits,
    size: awardSizeOf(award),
    status: award.status === 'suspended' ? 'suspended' : 'live',
    from: dates ? award.from : null,
    to: dates ? award.to : null,
    issuedOn: dates ? award.issuedOn : null,
    id: fields.includes('codes') ? award.id : null,
    verification: { answer, checks: [...checks], credentials: [] },
  };
}
