import { advise, type WordingCheck, type WordingRule } from '../finding.ts';
import { isEnglish } from '../statements.ts';

const rule: WordingRule = {
  check: 'conditions',
  weight: 15,
  source: 'Mager, Preparing Instructional Objectives (3rd edition, 1997): an objective says the conditions of the performance',
  says: {
    en: 'Says under which conditions it is done: with what, where, on how many, helped by whom.',
    mi: 'Ka kī ko ēhea ngā āhuatanga o te mahi: mā te aha, kei hea, kia hia, mā wai e āwhina.',
  },
};
const find = advise(rule);

const CUES =
  /\b(?:with(?! re(?:gard|spect) to)|without|using|given|from|in(?! (?:accordance|compliance|line|order|relation|respect))|on|at|under|during|while|when|where|within|alone|unaided|independently|supervised|observed|between|after|before)\b/iu;

/** The name, or some line of practice or assessment, says the conditions. */
export const conditions: WordingCheck = {
  rule,
  look: (_, { name, assessments, practice }) => {
    const texts = [...practice, ...assessments].filter(({ text }) => text.trim() !== '');
    const english = texts.filter(isEnglish);
    // A definition of which there is a name alone is judged by the language of that.
    if (english.length === 0 && (texts.length > 0 || !isEnglish(name))) return { of: 0, findings: [] };
    if ([...english, name].some((one) => isEnglish(one) && CUES.test(one.text))) return { of: 1, findings: [] };
    return {
      of: 1,
      findings: [
        find(
          'assessments',
          'Say under which conditions a learner does it: with which tools, where, or on how many jobs, such as “using hand tools, on two sites”.',
          'Kōrerohia ngā āhuatanga o te mahi a te ākonga: ko ēhea taputapu, kei hea, kia hia rānei, pērā i te “using hand tools, on two sites”.',
        ),
      ],
    };
  },
};
