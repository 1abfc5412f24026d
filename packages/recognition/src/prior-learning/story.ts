/** A skill that a sentence of the story speaks for, as the matcher ranked it: 0 is the closest. */
export interface Spoken {
  readonly uri: string;
  readonly label: { readonly en: string; readonly mi: string | null };
  readonly sentence: string;
  readonly rank: number;
}

export interface Candidate {
  readonly outcome: string;
  readonly skills: readonly { readonly uri: string; readonly label: string }[];
}

export interface Match {
  readonly outcome: string;
  /** Each skill of the outcome that the story speaks for, with the sentence that does. */
  readonly why: readonly { readonly uri: string; readonly label: string; readonly sentence: string }[];
  /** The skills of the outcome that nothing in the story speaks for. */
  readonly lacking: readonly { readonly uri: string; readonly label: string }[];
}

/**
 * The outcomes that a story speaks for, best first: those of whose skills it speaks for the largest part, weighed by how close each was
 * found; then those with more skills spoken for, then by name. An outcome of which it speaks for nothing is left out. Pure.
 */
export function matchOutcomes(candidates: readonly Candidate[], spoken: readonly Spoken[], most: number): readonly Match[] {
  const best = new Map<string, Spoken>();
  for (const one of spoken) {
    const before = best.get(one.uri);
    if (before === undefined || one.rank < before.rank) best.set(one.uri, one);
  }
  return candidates
    .flatMap(({ outcome, skills }) => {
      const told = skills.flatMap(({ uri, label }) => {
        const found = best.get(uri);
        return found === undefined ? [] : [{ uri, label, sentence: found.sentence, weight: 1 / (1 + found.rank) }];
      });
      if (told.length === 0) return [];
      const score = told.reduce((sum, { weight }) => sum + weight, 0) / skills.length;
      const why = told.map(({ uri, label, sentence }) => ({ uri, label, sentence }));
      const lacking = skills.filter(({ uri }) => !best.has(uri));
      return [{ outcome, why, lacking, score }];
    })
    .sort((a, b) => b.score - a.score || b.why.length - a.why.length || (a.outcome < b.outcome ? -1 : 1))
    .slice(0, most)
    .map(({ outcome, why, lacking }) => ({ outcome, why, lacking }));
}

/** The sentences of a story, each at most so long, without what is too short to say anything. Pure. */
export function sentencesOf(story: string, most: number): readonly string[] {
  return story
    .split(/(?<=[.!?…])\s+|[\n;]+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= 8)
    .slice(0, most)
    .map((sentence) => sentence.slice(0, 300));
}
