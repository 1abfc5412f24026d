import { finder, type ListingCheck, type ListingRule } from '../finding.ts';

const rule: ListingRule = {
  check: 'exclusions',
  source: 'NZQA, Standards Exclusion List: standards that exclude one another do not count together',
  says: {
    en: 'Does not exclude itself, and excludes nothing twice.',
    mi: 'Kāore e ārai i a ia anō, kāore hoki e ārai rua i tētahi.',
  },
};
const find = finder(rule);

/** It does not exclude itself, and excludes nothing twice. */
export const exclusions: ListingCheck = {
  rule,
  run: ({ excludes, lineage, group }) =>
    excludes.flatMap((excluded, at) => {
      if (excluded === lineage || excluded === group?.lineage)
        return [
          find(
            `excludes[${at}]`,
            'An outcome cannot exclude its own lineage.',
            'Kāore e taea e te hua te ārai i tōna ake whakapapa.',
          ),
        ];
      return excludes.indexOf(excluded) < at
        ? [find(`excludes[${at}]`, 'This is excluded twice.', 'Kua ārai ruatia tēnei.', 'advice')]
        : [];
    }),
};
