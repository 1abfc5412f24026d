import { finder, type ListingCheck, type ListingRule } from '../finding.ts';

const rule: ListingRule = {
  check: 'skills',
  source:
    'Repository rules S1 and S2: skills that a learner earns, becomes competent in or showcases, each tied to a public scheme',
  says: {
    en: 'Names at least one skill, each by its address in a public scheme, none twice.',
    mi: 'Ka whakahua i tētahi pūkenga neke atu, mā tōna wāhitau i tētahi tikanga tūmatanui, kāore e tuhi rua.',
  },
};
const find = finder(rule);
const URI = /^(https?:\/\/|urn:)[^\s]+$/;

/** At least one skill statement, each with the URI of a scheme, none said twice. */
export const skills: ListingCheck = {
  rule,
  run: ({ skills: given }) => {
    if (given.length === 0) {
      return [
        find(
          'skills',
          'Name at least one skill that a learner earns, becomes competent in or showcases.',
          'Tuhia kia kotahi neke atu te pūkenga ka whiwhi, ka matatau, ka whakaatu rānei te ākonga.',
        ),
      ];
    }
    const seen = new Set<string>();
    return given.flatMap(({ uri, relation }, at) => {
      const key = `${relation} ${uri}`;
      const again = seen.has(key);
      seen.add(key);
      if (!URI.test(uri))
        return [find(`skills[${at}].uri`, 'A skill has a URI of its scheme.', 'Me whai URI te pūkenga nō tōna tikanga.')];
      return again ? [find(`skills[${at}]`, 'This skill is said twice.', 'Kua tuhia ruatia tēnei pūkenga.')] : [];
    });
  },
};
