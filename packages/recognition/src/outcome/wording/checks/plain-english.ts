import { advise, type WordingCheck, type WordingRule } from '../finding.ts';
import { gradeOf } from '../readability.ts';
import { isEnglish, sentencesOf, type Statement, wordsOf } from '../statements.ts';

const rule: WordingRule = {
  check: 'plain-english',
  weight: 10,
  source:
    'Plain Language Act 2022, section 5; Kincaid and others, Research Branch Report 8-75 (1975), for the grade, whose bound is our own; GOV.UK style guide (2014): break up a sentence of more than 25 words',
  says: {
    en: 'Is plain English: sentences of at most 25 words, and a Flesch-Kincaid grade of at most 12.',
    mi: 'He reo Pākehā māmā: kia kaua te rerenga e neke atu i te 25 kupu, kia kaua te taumata Flesch-Kincaid e neke atu i te 12.',
  },
};
const find = advise(rule);

export const LONGEST_SENTENCE = 25;
export const HARDEST_GRADE = 12;
/** Of fewer words a grade says little: one long word decides it. */
const LEAST = 20;

/** No sentence too long, no text too hard. */
export const plainEnglish: WordingCheck = {
  rule,
  look: (_, { all }) => {
    const texts = all.filter(isEnglish);
    return { of: texts.length, findings: texts.flatMap((one) => [...tooLong(one), ...tooHard(one)]) };
  },
};

function tooLong({ path, text }: Statement) {
  const longest = Math.max(0, ...sentencesOf(text).map((sentence) => wordsOf(sentence).length));
  return longest <= LONGEST_SENTENCE
    ? []
    : [
        find(
          path,
          `A sentence of ${longest} words is hard to follow. Make it two, each of at most ${LONGEST_SENTENCE}.`,
          `He uaua te whai i te rerenga e ${longest} ngā kupu. Wāhia kia rua, kia kaua tētahi e neke atu i te ${LONGEST_SENTENCE}.`,
        ),
      ];
}

function tooHard({ path, text }: Statement) {
  const grade = wordsOf(text).length < LEAST ? null : gradeOf([text]);
  return grade === null || grade <= HARDEST_GRADE
    ? []
    : [
        find(
          path,
          `This reads as of school year ${Math.round(grade)}. Use shorter words and sentences, to year ${HARDEST_GRADE} or below.`,
          `He pēnei i te tau kura ${Math.round(grade)} te uaua. Whakamahia ngā kupu me ngā rerenga poto ake, ki te tau ${HARDEST_GRADE}, ki raro iho rānei.`,
        ),
      ];
}
