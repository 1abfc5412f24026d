import type { OutcomeView, OutcomeWriting } from '@recognition/client';
import { checkListing, type Finding } from '@recognition/recognition';
import { type Better, checkWording, mend, type WordingReport } from '@recognition/recognition/wording';

/** The parts of a definition that its developer writes, in the order of the form. */
export const PARTS = [
  'name',
  'credits',
  'level',
  'field',
  'subfield',
  'domain',
  'kind',
  'group',
  'assessments',
  'theory',
  'practice',
  'skills',
  'gradesAvailable',
  'excludes',
] as const;
export type Part = (typeof PARTS)[number];
export type Content = Pick<OutcomeView, Part>;

/** A definition as it stands in the form: numbers are what was typed, lists may hold a line that is still empty. */
export interface Draft extends Omit<Content, 'credits' | 'excludes'> {
  readonly credits: string;
  readonly excludes: string;
  readonly previousUntil: string;
}

/** A definition of which only the name is known. */
export const NOTHING_YET: Omit<Content, 'name'> = {
  credits: null,
  level: null,
  field: null,
  subfield: null,
  domain: null,
  kind: null,
  group: null,
  assessments: [],
  theory: [],
  practice: [],
  skills: [],
  gradesAvailable: [],
  excludes: [],
};

export function draftOf(content: Content, previousUntil: string | null): Draft {
  return {
    ...contentOnly(content),
    credits: content.credits === null ? '' : String(content.credits),
    excludes: content.excludes.join(', '),
    previousUntil: previousUntil ?? '',
  };
}

/** What the form says, as it is checked: a number that is none stays wrong, so that the check can say so. */
export function contentOf(draft: Draft): Content {
  const { previousUntil: _until, ...content } = draft;
  return {
    ...content,
    credits: draft.credits.trim() === '' ? null : Number(draft.credits),
    excludes: draft.excludes.split(/[\s,]+/).filter((one) => one !== ''),
  };
}

/**
 * What can be kept of it now. A half-typed name or number is not sent: what was kept before stays until it is whole, and the form goes
 * on saying what is wrong with it. Text goes in normal form C, without control characters.
 */
export function keepable(draft: Draft, kept: Content): Content {
  const content = contentOf(draft);
  const { credits } = content;
  return {
    ...content,
    name: clean(content.name).trim() === '' ? kept.name : clean(content.name).slice(0, 500),
    credits:
      credits !== null && Number.isInteger(credits) && credits >= 0 && credits <= 999
        ? credits
        : credits === null
          ? null
          : kept.credits,
    subfield: cleanOrNull(content.subfield),
    domain: cleanOrNull(content.domain),
    kind: cleanOrNull(content.kind),
    excludes: content.excludes.filter((one) => /^[A-Za-z0-9._:-]{1,64}$/.test(one)),
    assessments: texts(content.assessments),
    theory: texts(content.theory),
    practice: texts(content.practice),
    skills: content.skills.map((skill) => ({ ...skill, proficiency: cleanOrNull(skill.proficiency) })),
  };
}

/** Whether two say the same in every part that is written. */
export function sameContent(one: Content, other: Content): boolean {
  return JSON.stringify(contentOnly(one)) === JSON.stringify(contentOnly(other));
}

/** Every listing check on what the form says, as of a day, by the very code that the service runs. */
export function findingsOf(outcome: OutcomeWriting['outcome'], draft: Draft, asOf: string): readonly Finding[] {
  return checkListing({ ...outcome, ...contentOf(draft) }, { asOf });
}

/** How readable what the form says is, by the very code that the service runs. */
export function wordingOf(draft: Draft): WordingReport {
  return checkWording(contentOf(draft));
}

/** What the form has to change for better words to stand in their place. */
export function changeFor(draft: Draft, better: Better): Partial<Draft> {
  const { name, assessments, theory, practice } = mend(contentOf(draft), better);
  return { name, assessments, theory, practice };
}

/** The findings of both, without the advice to fill in what a listing check asks for anyway. */
export function together(
  listing: readonly Finding[],
  { findings }: WordingReport,
): readonly (Finding & { readonly better?: Better | null })[] {
  const asked = new Set(listing.map(({ path }) => partOf(path)));
  return [
    ...listing,
    ...findings.filter(({ check, path }) => !(check === 'structure' || check === 'skills-linked') || !asked.has(partOf(path))),
  ];
}

/** The part of the form that a finding is about: `skills[0].uri` is about `skills`. */
export const partOf = (path: string): string => path.split(/[[.]/)[0] ?? path;

function contentOnly(content: Content): Content {
  const { name, credits, level, field, subfield, domain, kind, group } = content;
  const { assessments, theory, practice, skills, gradesAvailable, excludes } = content;
  return {
    name,
    credits,
    level,
    field,
    subfield,
    domain,
    kind,
    group,
    assessments: assessments.map(({ text, lang }) => ({ text, lang })),
    theory: theory.map(({ text, lang }) => ({ text, lang })),
    practice: practice.map(({ text, lang }) => ({ text, lang })),
    // The service answers skills by address, whatever the order in which they were named.
    skills: skills
      .map(({ uri, scheme, label, relation, proficiency }) => ({
        uri,
        scheme,
        label,
        relation,
        proficiency: proficiency ?? null,
      }))
      .sort((one, other) => (key(one) < key(other) ? -1 : 1)),
    gradesAvailable,
    excludes: [...excludes].sort(),
  };
}

const key = ({ uri, relation }: { readonly uri: string; readonly relation: string }): string => `${uri} ${relation}`;
const clean = (text: string): string => text.normalize('NFC').replaceAll(/[^\P{Cc}\n\t]/gu, '');
const cleanOrNull = (text: string | null): string | null =>
  text === null || clean(text).trim() === '' ? null : clean(text).trim();
const texts = (given: Content['theory']): Content['theory'] =>
  given.map(({ text, lang }) => ({ text: clean(text), lang })).filter(({ text }) => text.trim() !== '');
