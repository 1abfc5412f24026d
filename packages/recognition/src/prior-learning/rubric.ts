export const JUDGEMENTS = ['met', 'partly', 'not-met'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** What is asked of who holds an outcome: an assessment of its definition, or a skill that it says it stands for. */
export interface Criterion {
  readonly id: string;
  readonly about: 'assessment' | 'practice' | 'skill';
  readonly words: string;
  readonly lang: string;
}

export interface Judged extends Criterion {
  readonly judgement: Judgement;
  readonly reason: string;
}

interface Definition {
  readonly assessments: readonly { readonly text: string; readonly lang: string }[];
  readonly practice: readonly { readonly text: string; readonly lang: string }[];
  readonly skills: readonly { readonly uri: string; readonly label: string; readonly relation: string }[];
}

/** The criteria of an outcome, in the order of its definition: what must be shown, what is done, the skills that it stands for. Pure. */
export function criteriaOf({ assessments, practice, skills }: Definition): readonly Criterion[] {
  const said = (about: 'assessment' | 'practice', texts: Definition['practice']): readonly Criterion[] =>
    texts.map(({ text, lang }, at) => ({ id: `${about}-${at + 1}`, about, words: text, lang }));
  const own: readonly Criterion[] = [
    ...said('practice', practice),
    ...skills.map(
      ({ uri, label, relation }): Criterion => ({ id: `skill:${relation}:${uri}`, about: 'skill', words: label, lang: 'en' }),
    ),
  ];
  // How it is assessed in a course is asked only where nothing says what is to be done.
  return own.length > 0 ? own : said('assessment', assessments);
}

export type RubricFault = 'rubric-incomplete' | 'rubric-unknown' | 'rubric-not-met';

/**
 * The criteria with their judgements, or what is wrong: each is judged once with a reason, and an outcome is granted only where all are met
 * (who is credited with an outcome holds all of it, domain 0.1). Pure.
 */
export function judgedBy(
  criteria: readonly Criterion[],
  given: readonly { readonly criterion: string; readonly judgement: Judgement; readonly reason: string }[],
  decision: 'granted' | 'declined',
): readonly Judged[] | RubricFault {
  if (given.some(({ criterion }) => !criteria.some(({ id }) => id === criterion))) return 'rubric-unknown';
  const judged: Judged[] = [];
  for (const criterion of criteria) {
    const found = given.filter((one) => one.criterion === criterion.id);
    const [only] = found;
    if (only === undefined || found.length > 1 || only.reason.trim() === '') return 'rubric-incomplete';
    judged.push({ ...criterion, judgement: only.judgement, reason: only.reason.trim() });
  }
  return decision === 'granted' && judged.some(({ judgement }) => judgement !== 'met') ? 'rubric-not-met' : judged;
}
