/** A framework and what it calls the bank or account, written `in/abc`; null for anything else. */
export function readPlace(text: string | undefined): { readonly framework: string; readonly name: string } | null {
  const found = /^([a-z]{2,8})\/([a-z][a-z0-9-]{0,39})$/.exec(text ?? '');
  return found === null ? null : { framework: found[1] ?? '', name: found[2] ?? '' };
}

/** A learner's number in this repository, never an NSN; null for anything else. */
export function readLearner(text: string | undefined): number | null {
  return /^[1-9][0-9]{0,15}$/.test(text ?? '') && Number.isSafeInteger(Number(text)) ? Number(text) : null;
}
