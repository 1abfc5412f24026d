import { type DefinitionCheck, finding } from './check.ts';

/** Its level, where it has one, is of the framework and of what its kind may have. */
export const level: DefinitionCheck = (definition, context) => {
  const { framework, rule } = context;
  if (definition.level === null) return [];
  const rank = framework.levels.findIndex(({ label }) => label === definition.level);
  if (rank < 0)
    return [
      finding(
        'level',
        'level',
        context,
        `The framework has no level ${definition.level}.`,
        `Kāore he kaupae ${definition.level} o tēnei anga.`,
      ),
    ];
  const range = rule.counts.levels;
  if (range === null) return [];
  const at = (label: string): number => framework.levels.findIndex((one) => one.label === label);
  const most = range.most ?? framework.levels.at(-1)?.label ?? '';
  return rank < at(range.least) || rank > at(most)
    ? [
        finding(
          'level',
          'level',
          context,
          `Its level is from ${range.least} to ${most}.`,
          `Ko te kaupae mai i te ${range.least} ki te ${most}.`,
        ),
      ]
    : [];
};
