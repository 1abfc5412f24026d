import { finder, type ListingCheck } from '../finding.ts';

const find = finder('exclusions', 'domain A17 and 1.3: the exclusion list; contracts 2: never its own lineage');

/** It does not exclude itself, and excludes nothing twice. */
export const exclusions: ListingCheck = ({ excludes, lineage, group }) =>
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
  });
