import type { RecognitionRecord } from '@recognition/recognition';
import { publicAward, readField, titleOf, verifyForPublic } from '../award/index.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { aliasSet, learnerName } from '../identity/index.ts';
import type { AwardSummary } from '../record/read-queries.ts';
import { type LearnerRecord, readRecord } from '../record/read-record.ts';
import type { Services } from '../services.ts';
import { type SkillRow, skillsOfOutcomes } from './content-queries.ts';
import type { SharedContent, ShareField } from './schemas.ts';

/** What is chosen of a record: by id, or everything that a category takes in. */
export type Chosen =
  | { readonly achievements: readonly string[]; readonly awards: readonly string[] }
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
  const shownAwards = await Promise.all(awards.map((award) => awardOf(services, award, fields)));
  return services.db.asBatch(async (tx) => {
    const skills = await skillsOfOutcomes(tx, [...new Set(achievements.map(({ outcome }) => outcome))]);
    const outcomes = achievements.map((one) => outcomeOf(read, one, fields));
    const onlySkills = 'category' in chosen && chosen.category === 'skills';
    const content: SharedContent = {
      holder,
      fields: [...fields],
      asOf: today,
      checkedAt: services.clock.now().toISOString(),
      skills: skillsOf(read.record, achievements, skills, fields, onlySkills),
      outcomes: onlySkills ? [] : outcomes,
      awards: shownAwards,
      ended,
    };
    await within(tx, { content, outcomes: content.outcomes.map(({ name }) => name) });
    return content;
  });
}

/** A result may be shown when it was achieved and has not been withdrawn since. */
export function isShowable(achievement: Pick<Achievement, 'status' | 'result'>): boolean {
  return achievement.status !== 'withdrawn' && achievement.result !== 'not-achieved';
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

/** Each skill once, with the outcomes that it comes from; what was shown in practice says more than what was learned. */
function skillsOf(
  record: RecognitionRecord,
  achievements: readonly Achievement[],
  rows: readonly SkillRow[],
  fields: readonly ShareField[],
  unexplained: boolean,
): SharedContent['skills'] {
  const skills = new Map<string, SharedContent['skills'][number]>();
  for (const row of rows) {
    const own = achievements.filter(({ outcome }) => outcome === row.outcome);
    const latest =
      own
        .map((one) => one.originalDate ?? one.date)
        .toSorted()
        .at(-1) ?? null;
    const name = record.outcomes.find(({ id }) => id === row.outcome)?.name ?? '';
    const held = skills.get(row.uri);
    const through = unexplained ? [] : [...new Set([...(held?.through ?? []), name])];
    const dates = [held?.latest ?? null, fields.includes('dates') ? latest : null].filter((date) => date !== null);
    const relation = furthest(held?.relation ?? row.relation, row.relation);
    skills.set(row.uri, {
      label: row.label,
      uri: row.uri,
      scheme: row.scheme,
      relation,
      through,
      latest: dates.toSorted().at(-1) ?? null,
    });
  }
  return [...skills.values()];
}

const FAR = ['earns', 'competent', 'showcases'];

function furthest(a: string, b: string): string {
  return FAR.indexOf(b) > FAR.indexOf(a) ? b : a;
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
    title: titleOf(readField(award.major)),
    major: award.major,
    credits: award.credits,
    status: award.status === 'suspended' ? 'suspended' : 'live',
    from: dates ? award.from : null,
    to: dates ? award.to : null,
    issuedOn: dates ? award.issuedOn : null,
    id: fields.includes('codes') ? award.id : null,
    verification: { answer, checks: [...checks], credentials: [] },
  };
}
