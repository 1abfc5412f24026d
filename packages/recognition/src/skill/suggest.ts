/** A word of a text that some skill has: its stem, as it was written, where it stands (from 1), and how many skills have it. */
export interface TellingWord {
  readonly lexeme: string;
  readonly words: readonly string[];
  readonly places: readonly number[];
  readonly skills: number;
}

/** A label of a skill with the stems of its words, in their order. Place 0 is the label, 1 the one in te reo Māori, from 2 other labels. */
export interface SkillLabel {
  readonly label: string;
  readonly place: number;
  readonly words: readonly { readonly lexeme: string; readonly skills: number }[];
}

/** A skill that may fit, with what the search found of it. */
export interface Candidate {
  readonly uri: string;
  readonly labels: readonly SkillLabel[];
  /** The sum of what the shared words tell (BM25); 0 where the words did not find it. */
  readonly base: number;
  /** How alike its label is spelled, 0 to 1; 0 where spelling did not find it. */
  readonly spelled: number;
  /** Its label begins with what was typed. */
  readonly begins: boolean;
}

/** Why a skill is suggested: what was written that it shares, and in which of its labels most of it stands. */
export interface Why {
  readonly by: 'beginning' | 'words' | 'spelling';
  readonly words: readonly string[];
  readonly label: string;
  /** The label is another one than that by which the skill is listed. */
  readonly other: boolean;
}

export interface Suggested<T extends Candidate> {
  readonly skill: T;
  /** From 0 to 1; only for comparing suggestions of one text. */
  readonly score: number;
  readonly why: Why;
}

/** How much a word tells when `skills` of `all` skills have it (the idf of BM25). */
export const tellingOf = (skills: number, all: number): number =>
  Math.log(1 + (Math.max(all, skills) - skills + 0.5) / (skills + 0.5));

/** The words of a text as they were written, each place once. */
export const wordsOf = (text: string): readonly string[] => text.normalize('NFC').match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];

/** How much of what the search found counts, against how much of a label the text covers. Chosen on the labelled sets of `bench/skills.figure.ts`. */
const COVERED = 0.25;

/**
 * Ranks skills for a text, best first: by what the shared words tell, and by how much of one of its labels the text covers, more where the
 * words stand side by side as in the label. What begins with the words that were typed goes before all. Pure and deterministic.
 */
export function rankSkills<T extends Candidate>(
  asked: readonly TellingWord[],
  all: number,
  candidates: readonly T[],
  covered: number = COVERED,
): readonly Suggested<T>[] {
  const given = new Map(asked.map((one) => [one.lexeme, one]));
  const most = Math.max(...candidates.map(({ base }) => base), Number.MIN_VALUE);
  return [...unique(candidates)]
    .map((skill) => {
      const best = bestLabel(skill.labels, given, all);
      const found = (skill.base / most) * (1 - covered) + best.covers * covered;
      const score = skill.begins ? 1 : Math.max(found, skill.spelled * 0.5) * 0.99;
      const by = skill.begins ? 'beginning' : best.shared.length > 0 || skill.base > 0 ? 'words' : 'spelling';
      const words = best.shared.flatMap((lexeme) => given.get(lexeme)?.words.slice(0, 1) ?? []);
      return {
        skill,
        score: Math.round(score * 10_000) / 10_000,
        why: { by, words, label: best.label, other: best.place > 1 } satisfies Why,
        length: skill.labels[0]?.label.length ?? 0,
      };
    })
    .sort((one, other) => other.score - one.score || one.length - other.length || (one.skill.uri < other.skill.uri ? -1 : 1))
    .map(({ skill, score, why }) => ({ skill, score, why }));
}

/** Of a skill that several searches found, what each of them found. */
function unique<T extends Candidate>(candidates: readonly T[]): Iterable<T> {
  const found = new Map<string, T>();
  for (const one of candidates) {
    const before = found.get(one.uri);
    found.set(
      one.uri,
      before === undefined
        ? one
        : {
            ...before,
            base: Math.max(before.base, one.base),
            spelled: Math.max(before.spelled, one.spelled),
            begins: before.begins || one.begins,
          },
    );
  }
  return found.values();
}

interface Fit {
  readonly label: string;
  readonly place: number;
  /** From 0 to 1: how much of what the label tells stands in the text. */
  readonly covers: number;
  readonly shared: readonly string[];
}

function bestLabel(labels: readonly SkillLabel[], given: ReadonlyMap<string, TellingWord>, all: number): Fit {
  let best: Fit = { label: labels[0]?.label ?? '', place: 0, covers: 0, shared: [] };
  for (const { label, place, words } of labels) {
    const shared = words.filter(({ lexeme }) => given.has(lexeme));
    if (shared.length === 0) continue;
    const weigh = (some: SkillLabel['words']): number => some.reduce((sum, { skills }) => sum + tellingOf(skills, all), 0);
    const together = besides(words, given);
    const share = weigh(shared) / weigh(words);
    // A label of one word that is in the text is little proof; several words side by side are much.
    const covers = share * share * (words.length === 1 ? 0.7 : 0.8 + 0.2 * together);
    if (covers > best.covers) best = { label, place, covers, shared: [...new Set(shared.map(({ lexeme }) => lexeme))] };
  }
  return best;
}

/** The share of neighbours in a label that are neighbours in the text too, with at most one word between them. */
function besides(words: SkillLabel['words'], given: ReadonlyMap<string, TellingWord>): number {
  let pairs = 0;
  for (const [at, { lexeme }] of words.entries()) {
    const next = words[at + 1];
    const [here, there] = [given.get(lexeme)?.places, next === undefined ? undefined : given.get(next.lexeme)?.places];
    if (here?.some((one) => there?.some((other) => other > one && other - one <= 2) === true) === true) pairs += 1;
  }
  return words.length < 2 ? 0 : pairs / (words.length - 1);
}
