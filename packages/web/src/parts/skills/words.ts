import type { SharedContent } from '@recognition/client';
import type { Grouping, HeldSkill, SkillGroup } from '@recognition/recognition';
import { entry, type Language, type Say } from '../../language/index.ts';

/** A skill as a reader is shown it, their own or somebody else's. */
export type ReadSkill = SharedContent['skills'][number];

/** A learner's own skill, as others would be shown it whole. */
export function readOwn(skill: HeldSkill): ReadSkill {
  const { evidence, strongest, attestedBy, ...rest } = skill;
  const { name, level, result, mode, date, provider, confirmed } = strongest;
  return {
    ...rest,
    attestedBy: [...attestedBy],
    through: [...new Set(evidence.map((one) => one.name))],
    strongest: { name, level, result, mode, date, provider, confirmed },
  };
}

export const nameOf = ({ label, mi }: Pick<ReadSkill, 'label' | 'mi'>, language: Language): string =>
  language === 'mi' && mi !== null ? mi : label;

/** What a group of skills is called. */
export function groupName(
  { key, family }: Pick<SkillGroup<ReadSkill>, 'key' | 'family'>,
  by: Grouping,
  t: Say,
  language: Language,
): string {
  if (by === 'scheme') return key ?? '';
  if (by === 'family')
    return family === null ? t('can.no-family') : language === 'mi' && family.mi !== null ? family.mi : family.en;
  return key === null ? t('can.no-kind') : (entry(language, `skill-kind.${key}`) ?? key);
}

/** The evidence that says most, in a line: its outcome, grade, level and how it was recognised, as far as they are shown. */
export function strongestLine({ strongest }: Pick<ReadSkill, 'strongest'>, t: Say, language: Language): readonly string[] {
  const { name, result, mode, level, confirmed } = strongest;
  const grade = result === null || result === 'achieved' ? null : entry(language, `result.${result}`);
  return [
    name,
    grade,
    level === null ? null : t('can.level', { level }),
    mode === 'rpl' || mode === 'crt' ? t(`result.mode.${mode}`) : null,
    confirmed ? null : t('can.provisional'),
  ].filter((part) => part !== null);
}
