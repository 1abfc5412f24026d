import { advise, type WordingCheck, type WordingRule } from '../finding.ts';
import { isEnglish } from '../statements.ts';

const rule: WordingRule = {
  check: 'standard',
  weight: 15,
  source:
    'Mager, Preparing Instructional Objectives (3rd edition, 1997): an objective says the criterion of acceptable performance',
  says: {
    en: 'Says how well it must be done: how many, how close, how fast, or by which rule it is judged.',
    mi: 'Ka kī me pēhea te pai o te mahi: kia hia, kia tata pēhea, kia tere pēhea, mā te ture hea rānei e whakawā.',
  },
};
const find = advise(rule);

const CUES = [
  /\d/u,
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|each|every|all|both|half)\b/iu,
  /\b(?:within|at least|at most|no more than|no less than|no fewer than|up to|to the|to a|according to|in line with|in accordance with|meets?|as the .+ requires?|to (?:the )?(?:standard|specification|tolerance)s?|checked|measured|tested|against|on time)\b/iu,
  /\b(?:safely|correctly|accurately|fully|clearly|legibly|consistently|fluently|reliably|exactly|precisely|promptly)\b/iu,
  /\bwithout (?:damage|error|errors|fault|faults|injury|waste|loss|help|delay|leaks?)\b/iu,
];

/** Some line of practice or assessment says the standard. */
export const standard: WordingCheck = {
  rule,
  look: (_, { name, assessments, practice }) => {
    const texts = [...assessments, ...practice].filter(({ text }) => text.trim() !== '');
    const english = texts.filter(isEnglish);
    // A definition of which there is a name alone is judged by the language of that.
    if (english.length === 0 && (texts.length > 0 || !isEnglish(name))) return { of: 0, findings: [] };
    if (english.some(({ text }) => CUES.some((cue) => cue.test(text)))) return { of: 1, findings: [] };
    return {
      of: 1,
      findings: [
        find(
          'assessments',
          'Say how well it must be done: a number, a tolerance, a time or the rule that it is judged by, such as “two walls, square within 5 mm”.',
          'Kōrerohia me pēhea te pai o te mahi: he tau, he āwhata hapa, he wā, ko te ture whakawā rānei, pērā i te “two walls, square within 5 mm”.',
        ),
      ],
    };
  },
};
