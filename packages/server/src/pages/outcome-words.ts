import { entry, fieldLabel, type Language, longDate, sayer } from '@recognition/web/language';
import type { PartFacts } from '@recognition/recognition/micro-credential';
import type { KeptOutcome } from '../catalogue/document.ts';
import type { madeOf } from '../micro-credential/list.ts';
import { kindNamed, kindsIn } from './kinds.ts';

type Made = Awaited<ReturnType<typeof madeOf>>['items'];

/** A heading, and lines below it; nothing where there are none. */
export const block = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];

/** A name and what it is, where that is known. */
export const fact = (name: string, value: string | number | null): readonly string[] =>
  value === null || value === '' ? [] : [`${name}: ${value}`];

/**
 * One outcome or standard as plain text, with the words of its page: what it is, what it asks for, the skills that it gives, the standard
 * that it belongs to, and the micro-credentials that are made of it. `standard` is what the catalogue says of that standard.
 */
export function outcomeWords(
  language: Language,
  outcome: KeptOutcome,
  standard: PartFacts | null,
  made: Made,
): readonly string[] {
  const t = sayer(language);
  const kinds = kindsIn(language);
  const kind = kinds.kinds.find((one) => one.kind === kindNamed(outcome.kind));
  const texts = (given: KeptOutcome['theory']): readonly string[] =>
    given.length === 0 ? [t('outcome.not-yet')] : given.map(({ text }) => text);
  const skills = outcome.skills.map(
    ({ label, relation, uri }) => `${label}, ${entry(language, `skill.${relation}`) ?? relation} <${uri}>`,
  );
  return [
    outcome.name,
    ...(kind === undefined ? [] : [`${kind.name}. ${kind.says}`]),
    ...fact(t('outcome.code'), outcome.code),
    ...fact(t('outcome.version'), outcome.version),
    ...fact(t('figures.credits'), outcome.credits),
    ...fact(t('figures.level'), outcome.level),
    fieldLabel(outcome.field, language),
    ...fact(t('outcome.developer'), outcome.developerName ?? outcome.developer),
    ...fact(t('outcome.status'), t(`outcome.status.${outcome.status}`)),
    ...fact(t('outcome.last'), outcome.lastAssessment === null ? null : longDate(outcome.lastAssessment, language)),
    ...block(t('outcome.assessments'), texts(outcome.assessments)),
    ...block(t('outcome.theory'), texts(outcome.theory)),
    ...block(t('outcome.practice'), texts(outcome.practice)),
    ...block(t('outcome.skills'), skills.length === 0 ? [t('outcome.not-yet')] : skills),
    ...block(t('mc.role.standard'), standard === null ? [] : [standardLine(standard, t)]),
    ...block(
      t('mc.part-is-in'),
      made.map(
        ({ code, version, credits, content }) =>
          `${code}/${version}  ${content.title}${credits === null ? '' : `, ${t('stack.credits', { count: credits })}`}`,
      ),
    ),
    ...block(t('kinds.short-title'), [kinds.short]),
  ];
}

function standardLine({ ref, name, credits, within }: PartFacts, t: ReturnType<typeof sayer>): string {
  return `${ref}  ${name}, ${t('stack.credits', { count: credits })}: ${within.join(', ')}`;
}
