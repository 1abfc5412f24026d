import { advise, type WordingCheck, type WordingRule } from '../finding.ts';
import { canBeMaori, isEnglish, isMaori, type Statement, wordsOf } from '../statements.ts';

const rule: WordingRule = {
  check: 'language',
  weight: 5,
  source: 'WCAG 2.2, success criterion 3.1.2 Language of Parts: programs and voices read a text by its language',
  says: {
    en: 'Says of each text the language that it is in.',
    mi: 'Ka kī ko tēhea reo tō ia kupu.',
  },
};
const find = advise(rule);
/** Fewer words tell nothing: “to”, “one” and “more” can be either. */
const LEAST = 3;

/** A text that is said to be English is not te reo Māori, and the other way round. Other languages are not looked at. */
export const language: WordingCheck = {
  rule,
  look: (_, { assessments, theory, practice }) => {
    const texts = [...assessments, ...theory, ...practice].filter((one) => isEnglish(one) || one.lang === 'mi');
    return { of: texts.length, findings: texts.flatMap(wrong) };
  },
};

function wrong(statement: Statement) {
  const words = wordsOf(statement.text);
  if (words.length < LEAST) return [];
  const path = statement.path.replace(/\.text$/u, '.lang');
  if (isEnglish(statement))
    return isMaori(statement.text)
      ? [
          find(
            path,
            'This text is said to be English, and reads as te reo Māori.',
            'E kīia ana he reo Pākehā tēnei kupu, engari he reo Māori te āhua.',
            { path, to: 'mi' },
          ),
        ]
      : [];
  return words.filter((word) => canBeMaori(word)).length * 2 < words.length
    ? [
        find(
          path,
          'This text is said to be te reo Māori, and most of its words cannot be.',
          'E kīia ana he reo Māori tēnei kupu, engari ehara te nuinga o ngā kupu i te reo Māori.',
          { path, to: 'en' },
        ),
      ]
    : [];
}
