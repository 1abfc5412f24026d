import { rankSkills, type Suggested, tellingOf, type TellingWord, wordsOf } from '@recognition/recognition';
import type { Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';
import {
  candidatesByBeginning,
  candidatesBySpelling,
  candidatesByWords,
  type SkillCandidate,
  tellingWords,
} from './suggest-queries.ts';

/** The name of the way in which suggestions are made, kept with what people said to them. */
export const MATCHER = 'words-and-labels';
/** Up to here it is somebody typing a name; a longer text is a definition. */
const TYPED = 60;

/** The skills that fit some words or a piece of writing, best first, each with why (open to everybody). */
export async function suggestSkills(
  services: Pick<Services, 'db'>,
  asked: { readonly said: string; readonly scheme: string | null; readonly limit: number },
): Promise<readonly Suggested<SkillCandidate>[]> {
  return services.db.asPublic((tx) => suggest(tx, asked));
}

/** Suggests within a transaction. */
export async function suggest(
  tx: Tx,
  { said, scheme, limit }: { readonly said: string; readonly scheme: string | null; readonly limit: number },
): Promise<readonly Suggested<SkillCandidate>[]> {
  const { words, skills } = await tellingWords(tx, wordsOf(said));
  const found: SkillCandidate[] = words.length === 0 ? [] : [...(await candidatesByWords(tx, ...weighed(words, skills), scheme))];
  if (said.trim().length <= TYPED) {
    found.push(...(await candidatesByBeginning(tx, said, scheme, limit)));
    if (found.length < limit) found.push(...(await candidatesBySpelling(tx, said, scheme, limit)));
  }
  return rankSkills(words, skills, found).slice(0, limit);
}

/** The words with how much each tells; a word that is said often tells a little more. */
function weighed(words: readonly TellingWord[], skills: number): readonly [readonly string[], readonly number[]] {
  return [
    words.map(({ lexeme }) => lexeme),
    words.map((one) => tellingOf(one.skills, skills) * (1 + Math.log(one.places.length) / 2)),
  ];
}
