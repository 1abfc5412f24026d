import type { Achievement, Alignment, CountedOutcome, Result, RubricCriterionLevel } from './open-badge.ts';
import type { OutcomeInput, SkillInput } from './input.ts';

const NZQCF = 'New Zealand Qualifications and Credentials Framework';
const NZQCF_URL =
  'https://www2.nzqa.govt.nz/qualifications-and-standards/about-new-zealand-qualifications-credentials-framework/';

const RELATIONS: Readonly<Record<SkillInput['relation'], string>> = {
  earns: 'Has learned it',
  competent: 'Has been assessed as competent',
  showcases: 'Has shown it in real work or practice',
};

/** The outcome as an achievement of Open Badges: what it is and what it takes, whoever earned it. */
export function outcomeAchievement(outcome: OutcomeInput): Achievement {
  const alignment = [...levelAlignment(outcome.level), ...outcome.skills.map(skillAlignment)];
  return {
    id: outcome.url,
    type: ['Achievement'],
    achievementType: 'Competency',
    name: outcome.name,
    description: outcomeDescription(outcome),
    criteria: { type: 'Criteria', narrative: criteria(outcome) },
    creditsAvailable: outcome.credits,
    humanCode: outcome.code,
    ...(outcome.version === null ? {} : { version: String(outcome.version) }),
    ...(outcome.field === null ? {} : { fieldOfStudy: outcome.field }),
    ...(alignment.length === 0 ? {} : { alignment }),
    resultDescription: [resultDescription(outcome)],
  };
}

/** The outcome as this learner achieved it: evidence for the credential with this id. */
export function countedOutcome(credentialId: string, outcome: OutcomeInput): CountedOutcome {
  return {
    id: `${credentialId}#${outcome.achievement}`,
    type: ['Evidence', 'AchievementSubject'],
    name: outcome.name,
    description: outcomeDescription(outcome),
    narrative: `${outcome.result} on ${outcome.date}, reported by ${outcome.provider.name}.`,
    genre: 'Learning outcome',
    creditsEarned: outcome.credits,
    activityEndDate: outcome.date,
    source: { id: outcome.provider.id, type: ['Profile'], name: outcome.provider.name },
    achievement: outcomeAchievement(outcome),
    result: outcomeResult(outcome),
  };
}

export function outcomeResult(outcome: OutcomeInput): readonly Result[] {
  const reached = rubric(outcome).find(({ name }) => name === outcome.result);
  return [
    {
      type: ['Result'],
      resultDescription: resultId(outcome),
      value: outcome.result,
      ...(reached === undefined ? {} : { achievedLevel: reached.id }),
      status: 'Completed',
    },
  ];
}

/** What a result of this outcome can be: a rubric where the outcome says its grades. Not `allowedValue`, a list that no selective proof can sign. */
function resultDescription(outcome: OutcomeInput): NonNullable<Achievement['resultDescription']>[number] {
  const levels = rubric(outcome);
  const common = { id: resultId(outcome), type: ['ResultDescription'] as const, name: 'Result' };
  return levels.length === 0
    ? { ...common, resultType: 'Result' }
    : { ...common, resultType: 'RubricCriterionLevel', rubricCriterionLevel: levels };
}

function rubric(outcome: OutcomeInput): readonly RubricCriterionLevel[] {
  return (outcome.grades ?? []).map((name) => ({
    id: `${resultId(outcome)}-${name.toLowerCase().replaceAll(/[^a-z]+/gu, '-')}`,
    type: ['RubricCriterionLevel'],
    name,
  }));
}

/** The skills of several outcomes, each once; how far a skill goes is the most that any outcome says. */
export function skillAlignments(outcomes: readonly OutcomeInput[]): readonly Alignment[] {
  const order = ['earns', 'competent', 'showcases'] as const;
  const best = new Map<string, SkillInput>();
  for (const skill of outcomes.flatMap(({ skills }) => skills)) {
    const before = best.get(skill.uri);
    if (before === undefined || order.indexOf(skill.relation) > order.indexOf(before.relation)) best.set(skill.uri, skill);
  }
  return [...best.values()].map(skillAlignment);
}

function skillAlignment(skill: SkillInput): Alignment {
  const how = RELATIONS[skill.relation];
  return {
    type: ['Alignment'],
    targetName: skill.label,
    targetUrl: skill.uri,
    targetType: 'ceasn:Competency',
    targetFramework: skill.scheme,
    targetDescription:
      skill.proficiency === undefined || skill.proficiency === null ? `${how}.` : `${how}: ${skill.proficiency}.`,
  };
}

function levelAlignment(level: number | null): readonly Alignment[] {
  if (level === null) return [];
  return [
    {
      type: ['Alignment'],
      targetName: `Level ${level}`,
      targetUrl: NZQCF_URL,
      targetType: 'ext:QualificationLevel',
      targetFramework: NZQCF,
      targetCode: String(level),
    },
  ];
}

function outcomeDescription({ code, version, credits, level, field }: OutcomeInput): string {
  const parts = [
    version === null ? `Learning outcome ${code}` : `Learning outcome ${code}, version ${version}`,
    `${credits} ${credits === 1 ? 'credit' : 'credits'}`,
    level === null ? 'no level' : `level ${level}`,
    field ?? 'no field',
  ];
  return `${parts.join('; ')}.`;
}

function criteria({ name, assessments, theory, practice }: OutcomeInput): string {
  const parts = [
    ['Assessment', assessments],
    ['Theory', theory],
    ['Practice', practice],
  ] as const;
  const said = parts
    .filter(([, texts]) => texts.length > 0)
    .map(([heading, texts]) => `**${heading}**\n\n${texts.map((text) => `- ${text}`).join('\n')}`);
  return said.length === 0 ? `Achieve the outcome “${name}”.` : said.join('\n\n');
}

function resultId(outcome: OutcomeInput): string {
  return `${outcome.url}#result`;
}
