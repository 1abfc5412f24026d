/** Somebody competent has read these sentences and stands by them, as they were on that day. */
export interface SentenceReview {
  /** The reviewer's name, and the licence or standing in which they review. */
  readonly by: string;
  readonly standing: string;
  /** The day of the review, `YYYY-MM-DD`. */
  readonly on: string;
  /** The sentences by name, each with the words that were reviewed: changed since, it is a draft again. */
  readonly sentences: Readonly<Record<string, string>>;
}

export interface Reviewed {
  readonly sentences: number;
  /** The names of those that nobody has reviewed as they stand now. */
  readonly drafts: readonly string[];
}

/** How many sentences there are, and which of them are draft translations. */
export function reviewOf(sentences: Readonly<Record<string, string>>, reviews: readonly SentenceReview[]): Reviewed {
  const names = Object.keys(sentences);
  const drafts = names.filter((name) => !reviews.some((review) => review.sentences[name] === sentences[name]));
  return { sentences: names.length, drafts };
}

/** How many sentences there are in te reo Māori, and how many of them are draft translations. */
export interface Counted {
  readonly sentences: number;
  readonly drafts: number;
}

let known: Counted | null = null;

/** Keeps how far te reo Māori is reviewed. */
export function keepReview({ sentences, drafts }: Counted): void {
  known = { sentences, drafts };
}

/** How far te reo Māori is reviewed; null where nobody has said. */
export function knownReview(): Counted | null {
  return known;
}
