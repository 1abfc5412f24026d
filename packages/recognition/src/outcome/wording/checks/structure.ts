import { missingFields } from '../../index.ts';
import { advise, type WordingCheck, type WordingRule } from '../finding.ts';

const rule: WordingRule = {
  check: 'structure',
  weight: 5,
  source: 'Repository rule R2: name, credits, level, assessments, theory and practice, each in its own place',
  says: {
    en: 'Has each part in its own place, so that a program need not guess.',
    mi: 'Kei tōna ake wāhi ia wāhanga, kia kore ai te pūmanawa e whakapae noa.',
  },
};
const find = advise(rule);
const PARTS = 7;

/** Nothing is missing of what a definition is made of, the field among it. Skills have a rule of their own. */
export const structure: WordingCheck = {
  rule,
  look: (outcome) => {
    const missing: readonly string[] = [
      ...missingFields(outcome).filter((part) => part !== 'skills'),
      ...(outcome.field === null ? ['field'] : []),
    ];
    return {
      of: PARTS,
      findings: missing.map((part) =>
        find(
          part,
          'This part is empty: a program that reads the definition finds nothing here.',
          'He mahue tēnei wāhanga: kāore he mea i konei mā te pūmanawa pānui.',
        ),
      ),
    };
  },
};
