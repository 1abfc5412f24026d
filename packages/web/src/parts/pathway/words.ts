import type { RecognitionFramework, Step, Way } from '@recognition/recognition/frameworks';
import { ROLE_PREFIX } from '@recognition/recognition/frameworks';
import { entry, type Language, type Say } from '../../language/index.ts';

/** What a pathway is said with: names of units and awards, and how each stands. */
export interface PathwayWords {
  /** A unit's name or a definition's title. */
  readonly nameOf: (step: Step) => string;
  readonly named: (ref: string) => string;
  /** A kind of award in the page's language; null is the units. */
  readonly kindOf: (award: string | null) => string;
  /** The language of names, where it is not the page's. */
  readonly lang: string | undefined;
  readonly stateOf: (step: Step, tried: boolean) => string;
  readonly wayOf: (way: Way) => string;
  /** What a way is called, or else its parts. */
  readonly wayTitle: (way: Way) => string;
}

/** A role of a part, such as module or core, in the page's language; the word of the file where there is no sentence for it. */
export const roleName = (role: string, language: Language): string =>
  entry(language, `frameworks.role.${role}`) ?? role.replaceAll('-', ' ');

/** The words of a framework's pathway. `names` are those of units, by ref; a pattern's parts are named by their role. */
export function pathwayWords(
  framework: RecognitionFramework,
  names: Readonly<Record<string, string>>,
  titles: ReadonlyMap<string, string>,
  t: Say,
  language: Language,
  pattern = false,
): PathwayWords {
  const named = (ref: string): string =>
    ref.startsWith(ROLE_PREFIX)
      ? roleName(ref.slice(ROLE_PREFIX.length), language)
      : pattern
        ? kindOf(ref)
        : (titles.get(ref) ?? names[ref] ?? ref);
  const kindOf = (award: string | null): string => {
    if (award === null) return t(pattern ? 'pathway.parts' : 'pathway.units');
    return framework.awards.find(({ id }) => id === award)?.title[language] ?? award;
  };
  const stateOf = (step: Step, tried: boolean): string => {
    if (pattern)
      return step.award === null ? t('pathway.pattern-part') : t(step.ways.length === 0 ? 'pathway.by-size' : 'pathway.pattern');
    if (tried) return t('pathway.state.tried');
    if (step.state === 'open' && step.award !== null) return t('pathway.state.open-missing', { count: step.lacks.length });
    if (step.state === 'next') return t(step.award === null ? 'pathway.state.next-unit' : 'pathway.state.next');
    return t(`pathway.state.${step.state}`);
  };
  return {
    nameOf: (step) => named(step.ref),
    named,
    kindOf,
    lang: pattern || framework.language === null ? undefined : framework.language,
    stateOf,
    wayOf: ({ title, need, have }) => {
      const progress = t('pathway.way-count', { have, need });
      return title === null ? progress : t('pathway.way', { title: title[language], progress });
    },
    wayTitle: ({ title, parts }) => title?.[language] ?? parts.map(({ ref }) => named(ref)).join(', '),
  };
}
