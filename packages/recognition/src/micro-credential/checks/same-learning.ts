import { finder, type ListingRule } from '../../outcome/finding.ts';
import { always, type OwnCheck } from './check.ts';

const rule: ListingRule = {
  check: 'same-learning',
  source: 'NZQA Standards Exclusion List: credit counts once (domain 1.3)',
  says: {
    en: 'No learning is in it twice: no part stands twice, lies within another, or excludes another.',
    mi: 'Kāore he akoranga e rua ngā tatauranga: kāore he wāhanga e tārua, e noho i roto i tētahi atu, e aukati rānei i tētahi atu.',
  },
};
const find = finder(rule);

export const sameLearning: OwnCheck = {
  rule,
  asked: always,
  run: ({ content: { parts }, facts }) =>
    parts.flatMap(({ ref }, at) => {
      const path = `parts[${at}]`;
      const earlier = parts.slice(0, at).map((one) => one.ref);
      const own = facts.find((one) => one.ref === ref);
      const name = own?.code ?? ref;
      if (earlier.includes(ref)) return [find(path, `${name} is in it already.`, `Kei roto kē a ${name}.`)];
      return earlier.flatMap((other) => {
        const beside = facts.find((one) => one.ref === other);
        const code = beside?.code ?? other;
        if (own?.within.includes(other) === true || beside?.within.includes(ref) === true)
          return [
            find(
              path,
              `${name} and ${code} are the same learning: one lies within the other.`,
              `He akoranga kotahi a ${name} me ${code}: kei roto tētahi i tētahi.`,
            ),
          ];
        if (own?.excludes.includes(other) === true || beside?.excludes.includes(ref) === true)
          return [
            find(
              path,
              `${name} and ${code} exclude one another: nobody can count both.`,
              `Ka aukati a ${name} me ${code} i a rāua: kāore e taea te tatau i ngā mea e rua.`,
            ),
          ];
        return [];
      });
    }),
};
