import { advise, type WordingCheck, type WordingFinding, type WordingRule } from '../finding.ts';
import { asBegun, isEnglish, type Statement, wordsOf } from '../statements.ts';
import { isFormOfObservable, isObservable } from '../verbs.ts';

const rule: WordingRule = {
  check: 'observable-verb',
  weight: 15,
  source:
    'Kennedy, Hyland and Ryan, Writing and Using Learning Outcomes: a Practical Guide (2006): begin with an action verb, avoid “know” and “understand”; Cedefop, Defining, writing and applying learning outcomes (2nd edition, 2022)',
  says: {
    en: 'Says an act that can be seen or heard: the name begins with it, and each line of practice holds one.',
    mi: 'Ka kī i tētahi mahi ka kitea, ka rangona rānei: koia te tīmatanga o te ingoa, ā, kei ia rārangi mahi ā-ringa tētahi.',
  },
};
const find = advise(rule);

/** What cannot be seen, and what can in its place; the longest first. `null` gives way to the verb that follows. */
const UNSEEN: readonly (readonly [RegExp, string | null, string | null])[] = [
  [
    /\b(?:(?:the )?(?:learners?|students?|candidates?|trainees?|graduates?) )?(?:(?:will|can|should|must) )?(?:be|is|are) able to /iu,
    null,
    null,
  ],
  [
    /\b(?:demonstrate|show|have|gain|develop|acquire)(s?) (?:an? |some |the |basic |sound |broad )*(?:knowledge|understanding|awareness|comprehension|appreciation|grasp)(?: and (?:knowledge|understanding|awareness|appreciation))? of\b/iu,
    'explain',
    'explains',
  ],
  [
    /\bhas (?:an? |some |the |basic |sound |broad )*(?:knowledge|understanding|awareness|comprehension|appreciation|grasp) of\b/iu,
    'explains',
    'explains',
  ],
  [/\b(?:be|become) (?:familiar with|aware of|acquainted with|exposed to|conscious of)\b/iu, 'describe', null],
  [/\b(?:is|becomes|are) (?:familiar with|aware of|acquainted with|exposed to|conscious of)\b/iu, 'describes', null],
  [/\b(?:know|understand|learn)s? how to /iu, null, null],
  [/\blearns? to /iu, null, null],
  [/\b(?:know|learn)(s?)(?: about| of)?\b/iu, 'describe', 'describes'],
  [/\b(?:understand|comprehend|appreciate|grasp)(s?)\b/iu, 'explain', 'explains'],
];

/** The name begins with an act that can be observed; each line of practice says one, and none that cannot. */
export const observableVerb: WordingCheck = {
  rule,
  look: (_, { name, practice }) => {
    const places = [name, ...practice].filter((one) => isEnglish(one) && one.text.trim() !== '');
    return { of: places.length, findings: places.flatMap((one) => unseenIn(one) ?? actIn(one)) };
  },
};

/** What nobody can see of a text, with what somebody can; null where there is none. */
function unseenIn({ path, text }: Statement): readonly WordingFinding[] | null {
  for (const [pattern, plain, third] of UNSEEN) {
    const found = pattern.exec(text);
    if (found === null || (path === 'name' && !/^\W*(?:the\s+)?$/iu.test(text.slice(0, found.index)))) continue;
    const said = found[0].trim();
    const inPlace = found[1] === 's' && third !== null ? third : plain;
    const to = plain === null ? without(text, pattern) : instead(text, pattern, plain, third);
    if (to === '') continue;
    const such = inPlace === null ? ['', ''] : [`, such as “${inPlace}”`, `, pērā i “${inPlace}”`];
    return [
      find(
        path,
        `Nobody can see “${said}”. Say what a learner does to show it${such[0]}.`,
        `Kāore e kitea “${said}”. Kōrerohia te mahi a te ākonga hei whakaatu${such[1]}.`,
        { path, to },
      ),
    ];
  }
  return null;
}

function instead(text: string, pattern: RegExp, plain: string, third: string | null): string {
  return text.replaceAll(new RegExp(pattern.source, 'giu'), (said: string, ending: unknown) =>
    asBegun(ending === 's' && third !== null ? third : plain, said),
  );
}

/** The text without it: the verb that follows takes its place, and its capital. */
function without(text: string, pattern: RegExp): string {
  return text
    .replaceAll(new RegExp(`(${pattern.source})(\\p{L}?)`, 'giu'), (_all, said: string, next: string) => asBegun(next, said))
    .trim();
}

function actIn({ path, text }: Statement): readonly WordingFinding[] {
  const words = wordsOf(text);
  const first = words.find((word) => isObservable(word) || !/^\p{L}+ly$/iu.test(word)) ?? '';
  if (path === 'name' ? isObservable(first) : words.some(isFormOfObservable)) return [];
  return [
    path === 'name'
      ? find(
          path,
          'Begin the name with what a learner does, such as “plan”, “build” or “explain”.',
          'Tīmataria te ingoa ki te mahi a te ākonga, pērā i te “plan”, te “build”, te “explain” rānei.',
        )
      : find(
          path,
          'Say what a learner does here, with a verb that can be seen, such as “measures”.',
          'Kōrerohia i konei te mahi a te ākonga, ki te kupumahi ka kitea, pērā i te “measures”.',
        ),
  ];
}
