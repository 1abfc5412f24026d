import { finder, type ListingRule } from '../../outcome/finding.ts';
import { isRuleSix, type OwnCheck } from './check.ts';

const rule: ListingRule = {
  check: 'evidence',
  source: 'NZQA, micro-credentials: evidence of need, and assessed (domain 2.2)',
  says: {
    en: 'It says who needs it, and how the learner is assessed.',
    mi: 'Ka kōrero ko wai e hiahia ana ki a ia, me te āhua o te aromatawai i te ākonga.',
  },
};
const find = finder(rule);

export const evidence: OwnCheck = {
  rule,
  asked: isRuleSix,
  run: ({ content: { need, assessment } }) => [
    ...(need.trim() === ''
      ? [
          find(
            'need',
            'Say which employers, industry, iwi or community need it, and how you know.',
            'Kōrerohia ko ēhea kaituku mahi, ahumahi, iwi, hapori rānei e hiahia ana, me te taunakitanga.',
          ),
        ]
      : []),
    ...(assessment.trim() === ''
      ? [
          find(
            'assessment',
            'Say how the learner is assessed: a micro-credential is always assessed.',
            'Kōrerohia te āhua o te aromatawai: ka aromatawaitia te tohu moroiti i ngā wā katoa.',
          ),
        ]
      : []),
  ],
};
