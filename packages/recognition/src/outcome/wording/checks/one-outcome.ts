import { advise, type WordingCheck, type WordingRule } from '../finding.ts';
import { isEnglish, sentencesOf } from '../statements.ts';
import { isObservable, mayBeThing } from '../verbs.ts';

const rule: WordingRule = {
  check: 'one-outcome',
  weight: 10,
  source: 'Kennedy, Hyland and Ryan, Writing and Using Learning Outcomes: a Practical Guide (2006): one verb to an outcome',
  says: {
    en: 'Says one outcome: one act in the name, in one sentence.',
    mi: 'Kia kotahi te hua: kia kotahi te mahi i te ingoa, i te rerenga kotahi.',
  },
};
const find = advise(rule);

const FURTHER = /^(?:,\s*(?:(?:and|or|then|&)\s+)?|\s+(?:and|or|then|&)\s+)([\p{L}-]+)/iu;
const JOINED = /,?\s+(?:and then|and|or|then|&)\s+|,\s*|;\s*/giu;

/** The name says one act. A second verb, or a second sentence, is another outcome. */
export const oneOutcome: WordingCheck = {
  rule,
  look: (_, { name }) => {
    if (!isEnglish(name) || name.text.trim() === '') return { of: 0, findings: [] };
    const [sentence = '', ...more] = sentencesOf(name.text);
    if (more.length > 0)
      return {
        of: 1,
        findings: [
          find(
            'name',
            'The name is more than one sentence. Say one outcome, in one.',
            'He nui ake te ingoa i te rerenga kotahi. Kia kotahi te hua, i te rerenga kotahi.',
            {
              path: 'name',
              to: sentence.replace(/\.$/u, ''),
            },
          ),
        ],
      };
    const second = secondAct(sentence);
    if (second === null) return { of: 1, findings: [] };
    const to = alone(sentence, second);
    return {
      of: 1,
      findings: [
        find(
          'name',
          `The name says more than one act: “${second.verb}” is another. Write it as an outcome of its own.`,
          `He nui ake i te kotahi te mahi kei te ingoa: he mahi anō a “${second.verb}”. Tuhia hei hua motuhake.`,
          { path: 'name', to },
        ),
      ],
    };
  },
};

interface Second {
  readonly verb: string;
  readonly joinedAt: number;
  readonly verbAt: number;
}

/** The second act of a name that begins with an act; null where there is none. */
function secondAct(name: string): Second | null {
  const first = /^[\p{L}-]+/u.exec(name)?.[0] ?? '';
  if (!isObservable(first)) return null;
  for (const joined of name.matchAll(JOINED)) {
    const verbAt = joined.index + joined[0].length;
    const verb = /^[\p{L}-]+/u.exec(name.slice(verbAt))?.[0] ?? '';
    const adjacent = name.slice(0, joined.index).trim() === first;
    const determined = /^\s+(?:a|an|the|its|their|this|these|each|own|out|up|on|off)\b/iu.test(name.slice(verbAt + verb.length));
    if (isObservable(verb) && (adjacent || determined || !mayBeThing(verb))) return { verb, joinedAt: joined.index, verbAt };
  }
  return null;
}

/** The name with its first act alone: “Lay and test a drain” is “Lay a drain”, “Read a plan and set out a wall” is “Read a plan”. */
function alone(name: string, { verb, joinedAt, verbAt }: Second): string {
  const before = name.slice(0, joinedAt).trim();
  if (/\s/u.test(before)) return before;
  if (/^\s+(?:on|for|to|with|from|about|into|up|out|off)\b/iu.test(name.slice(verbAt + verb.length))) return before;
  let rest = name.slice(verbAt + verb.length);
  for (let next = FURTHER.exec(rest); next !== null && isObservable(next[1] ?? ''); next = FURTHER.exec(rest))
    rest = rest.slice(next[0].length);
  rest = rest.replace(/^[\s,]+/u, '');
  return rest === '' ? before : `${before} ${rest}`;
}
