import { type Composition, type RecognitionFramework, type RuleVersion, sizeInWords } from '@recognition/recognition/frameworks';
import type { Key, Language, Say } from '../../language/index.ts';
import { roleName } from '../../parts/pathway/words.ts';

export interface RuleLine {
  readonly name: Key;
  readonly text: string;
  /** Sources and ids of the file are in English. */
  readonly lang?: 'en';
}

/** What one version of a rule says, line by line: only what it says, in the order in which the engine asks. Data in, sentences out. */
export function ruleLines(framework: RecognitionFramework, rule: RuleVersion, t: Say, language: Language): readonly RuleLine[] {
  const size = (minutes: number): string => sizeInWords(minutes, framework.unit, language);
  const list = (items: readonly string[]): string => items.map((one) => one.replaceAll('-', ' ')).join(', ');
  const { size: gate, counts, definition } = rule;
  const lines: (RuleLine | null)[] = [
    { name: 'frameworks.rule.made', text: compositionText(framework, rule.composition, t, language) },
    gate.least === null && gate.most === null
      ? null
      : {
          name: 'frameworks.rule.size',
          text:
            gate.least !== null && gate.most !== null
              ? t('frameworks.rule.between', { least: size(gate.least), most: size(gate.most) })
              : gate.least !== null
                ? t('frameworks.rule.at-least', { least: size(gate.least) })
                : t('frameworks.rule.at-most', { most: size(gate.most ?? 0) }),
        },
    ...rule.atLevels.map(
      (one): RuleLine => ({
        name: 'frameworks.rule.at-levels',
        text: t('frameworks.rule.at-level', { size: size(one.least), level: one.from }),
      }),
    ),
    {
      name: 'frameworks.rule.counts',
      text: [
        counts.accredited ? t('frameworks.rule.accredited') : null,
        counts.creditBearing ? t('frameworks.rule.credit-bearing') : null,
        counts.kinds === null ? null : t('frameworks.rule.kinds', { kinds: list(counts.kinds) }),
        counts.modes === null ? null : counts.modes.map((mode) => t(`mode.${mode}`)).join(', '),
        counts.levels === null
          ? null
          : counts.levels.most === null
            ? t('frameworks.rule.levels-from', { least: counts.levels.least })
            : t('frameworks.rule.levels', { least: counts.levels.least, most: counts.levels.most }),
        counts.shelfLifeYears === null ? null : t('frameworks.rule.shelf', { years: counts.shelfLifeYears }),
      ]
        .filter((one) => one !== null)
        .join('; '),
    },
    ...rule.caps.map(
      (cap): RuleLine => ({
        name: 'frameworks.rule.cap',
        text:
          cap.on === 'kind'
            ? t('frameworks.rule.cap-kind', { percent: cap.mostPercent, kinds: list(cap.kinds) })
            : t('frameworks.rule.cap-institution', { percent: cap.mostPercent }),
      }),
    ),
    { name: 'frameworks.rule.use', text: t(`frameworks.rule.use-${rule.use}`) },
    rule.validYears === null
      ? null
      : { name: 'frameworks.rule.valid', text: t('frameworks.rule.years', { years: rule.validYears }) },
    rule.points ? { name: 'frameworks.rule.points', text: t('frameworks.rule.points-text') } : null,
    rule.cumulative ? { name: 'frameworks.rule.cumulative', text: t('frameworks.rule.cumulative-text') } : null,
    definition === null ? null : definitionLine(definition, t, language),
    { name: 'frameworks.source', text: rule.source, lang: 'en' },
  ];
  return lines.filter((one): one is RuleLine => one !== null && one.text !== '');
}

function definitionLine(definition: NonNullable<RuleVersion['definition']>, t: Say, language: Language): RuleLine {
  const { required, titleBans, titleBegins, reviewYears, parts, roles, needs, leastSources, mostSources } = definition;
  const said = [
    required.length === 0
      ? null
      : t('frameworks.rule.required', { fields: required.map((one) => one.replaceAll('-', ' ')).join(', ') }),
    parts === null ? null : t('frameworks.rule.parts-least', { least: parts.least }),
    roles === null ? null : t('frameworks.rule.roles', { roles: roles.map((role) => roleName(role, language)).join(', ') }),
    needs.length === 0 ? null : t('frameworks.rule.needs', { roles: needs.map((role) => roleName(role, language)).join(', ') }),
    titleBans.length === 0 ? null : t('frameworks.rule.title-bans', { words: titleBans.join(', ') }),
    titleBegins === null ? null : t('frameworks.rule.title-begins', { words: titleBegins.join(', ') }),
    reviewYears === null ? null : t('frameworks.rule.review', { least: reviewYears.least, most: reviewYears.most }),
    leastSources === null ? null : t('frameworks.rule.sources-least', { n: leastSources }),
    mostSources === null ? null : t('frameworks.rule.sources-most', { n: mostSources }),
    definition.lesserThanWhole ? t('frameworks.rule.lesser') : null,
    definition.mostOverlapPercent === null ? null : t('frameworks.rule.overlap', { percent: definition.mostOverlapPercent }),
  ];
  return { name: 'frameworks.rule.definition', text: said.filter((one) => one !== null).join('; ') };
}

function compositionText(framework: RecognitionFramework, of: Composition, t: Say, language: Language): string {
  const roles = (names: readonly string[]): string => names.map((role) => roleName(role, language)).join(', ');
  switch (of.kind) {
    case 'any':
      return t('frameworks.rule.any');
    case 'list':
      return t('frameworks.rule.list');
    case 'all-of':
      return t('frameworks.rule.all-of', { roles: roles(of.roles) });
    case 'core-elective':
      return t('frameworks.rule.core-elective', { roles: roles(of.core), elective: roleName(of.elective, language) });
    case 'lattice':
      return t('frameworks.rule.lattice', {
        award: framework.awards.find(({ id }) => id === of.of)?.title[language] ?? of.of,
      });
    case 'one-of':
      return t('frameworks.rule.one-of', { ways: of.routes.map(({ title }) => title[language]).join('; ') });
  }
}
