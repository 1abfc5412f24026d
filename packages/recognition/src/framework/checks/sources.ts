import { type DefinitionCheck, finding } from './check.ts';

/** Its parts come from as many sources as its kind asks for, such as two training regulations, and no more than it allows. */
export const sources: DefinitionCheck = ({ parts }, context) => {
  const asked = context.rule.definition;
  const have = new Set(parts.flatMap(({ source }) => (source === null ? [] : [source]))).size;
  if (asked?.leastSources != null && have < asked.leastSources)
    return [
      finding(
        'sources',
        'parts',
        context,
        `Its parts come from ${have} sources, and at least ${asked.leastSources} are needed.`,
        `E ${have} ngā puna o ngā wāhanga, me ${asked.leastSources} te iti rawa.`,
      ),
    ];
  if (asked?.mostSources != null && have > asked.mostSources)
    return [
      finding(
        'sources',
        'parts',
        context,
        `Its parts come from ${have} sources, and at most ${asked.mostSources} are allowed.`,
        `E ${have} ngā puna o ngā wāhanga, ko te ${asked.mostSources} te mōrahi.`,
      ),
    ];
  return [];
};
