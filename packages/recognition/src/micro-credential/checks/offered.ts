import { finder, type Finding, type ListingRule } from '../../outcome/finding.ts';
import { refsOf } from '../definition.ts';
import type { PartFacts } from '../facts.ts';
import { always, type OwnCheck } from './check.ts';

const rule: ListingRule = {
  check: 'offered',
  source: 'DASS Listing and Operational Rules 2022: a standard may be assessed until its last date for assessment (domain 1.3)',
  says: {
    en: 'Every part is in the catalogue, accredited, and may still be assessed. A part that is running out is pointed out.',
    mi: 'Kei te rārangi ngā wāhanga katoa, kua whakamanahia, ā, ka taea tonu te aromatawai. Ka tohua te wāhanga e tata mutu ana.',
  },
};
const find = finder(rule);

export const offered: OwnCheck = {
  rule,
  asked: always,
  run: ({ content, facts }) =>
    refsOf(content).flatMap((ref) => {
      const at = `parts[${content.parts.findIndex((part) => part.ref === ref)}]`;
      const known = facts.find((one) => one.ref === ref);
      return known === undefined
        ? [
            find(
              at,
              `The catalogue has no outcome or standard “${ref}”.`,
              `Kāore he hua ako, paerewa rānei “${ref}” i te rārangi.`,
            ),
          ]
        : standing(at, known);
    }),
};

function standing(at: string, { code, status, accredited, lastAssessment }: PartFacts): readonly Finding[] {
  if (status === 'draft')
    return [find(at, `${code} is a draft, and is not offered yet.`, `He tauira a ${code}, kāore anō kia tukuna.`)];
  if (status === 'closed')
    return [find(at, `${code} can no longer be assessed.`, `Kāore e taea te aromatawai i a ${code} ināianei.`)];
  if (!accredited) return [find(at, `${code} is not accredited.`, `Kāore a ${code} i whakamanahia.`)];
  return status === 'expiring'
    ? [
        find(
          at,
          `${code} may be assessed until ${lastAssessment ?? 'its end'} only. Choose what replaces it, or say what learners do then.`,
          `Ka taea te aromatawai i a ${code} tae noa ki te ${lastAssessment ?? 'mutunga'} anake. Tīpakohia te mea hou.`,
          'advice',
        ),
      ]
    : [];
}
