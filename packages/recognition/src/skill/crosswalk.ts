import { type SkillLabel, tellingOf } from './suggest.ts';

/** A skill with its labels, as pairs of two schemes are looked for. */
export interface LabelledSkill {
  readonly uri: string;
  readonly labels: readonly SkillLabel[];
}

/** Two skills that may be the same. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  /** From 0 to 1: how much of what either label tells, both tell. */
  readonly score: number;
  readonly relation: 'exact' | 'close';
  /** The stems that both labels have. */
  readonly words: readonly string[];
}

/** From here on a pair is proposed as exact, below as close. */
const EXACT = 0.95;

/**
 * For each skill of one scheme the skill of another whose labels are most alike: the share of what two labels tell that stands in both
 * (Dice, each word by how few skills have it), a little less where it is not the first label of both. Best pairs first; below `least` none.
 * Pure; a person decides.
 */
export function proposePairs(
  from: readonly LabelledSkill[],
  to: readonly LabelledSkill[],
  all: number,
  least: number,
): readonly Pair[] {
  const labels = to.flatMap(({ uri, labels: of }) => of.map((label) => ({ uri, place: label.place, ...weighed(label, all) })));
  const byWord = new Map<string, number[]>();
  for (const [at, { weights }] of labels.entries())
    for (const lexeme of weights.keys()) {
      const places = byWord.get(lexeme);
      if (places === undefined) byWord.set(lexeme, [at]);
      else places.push(at);
    }
  return from
    .flatMap(({ uri, labels: of }) => {
      let best: Pair | undefined;
      for (const label of of) {
        const own = weighed(label, all);
        const shared = new Map<number, number>();
        for (const [lexeme, weight] of own.weights)
          for (const at of byWord.get(lexeme) ?? []) shared.set(at, (shared.get(at) ?? 0) + weight);
        for (const [at, sum] of shared) {
          const other = labels[at]!;
          if (other.uri === uri) continue;
          const first = label.place <= 1 && other.place <= 1;
          const score = ((2 * sum) / (own.whole + other.whole)) * (first ? 1 : 0.94);
          if (score < least || score < (best?.score ?? 0) || (score === best?.score && best.to <= other.uri)) continue;
          const words = [...own.weights.keys()].filter((lexeme) => other.weights.has(lexeme));
          best = {
            from: uri,
            to: other.uri,
            score: Math.round(score * 1000) / 1000,
            relation: score >= EXACT ? 'exact' : 'close',
            words,
          };
        }
      }
      return best === undefined ? [] : [best];
    })
    .sort((one, other) => other.score - one.score || (one.from < other.from ? -1 : 1));
}

function weighed({ words }: SkillLabel, all: number): { readonly weights: ReadonlyMap<string, number>; readonly whole: number } {
  const weights = new Map(words.map(({ lexeme, skills }) => [lexeme, tellingOf(skills, all)]));
  return { weights, whole: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
}
