/** An outcome that a learner asks for, with what speaks for it. */
export interface Wanted {
  readonly outcome: string;
  readonly name: string;
  readonly credits: number;
  readonly words: string;
  readonly evidence: readonly string[];
}
