/**
 * A failure that a caller is told about: a stable code, a status and a sentence (RFC 9457). `sentences.ts` in this folder holds
 * the plain sentence of each code in both languages; modules throw `problem('code', { … })` and never build answers themselves.
 */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: string, status: number, detail: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(detail);
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.extra = extra;
  }
}

/** Throw this: `throw problem('outcome-not-found', 404, 'There is no outcome with this code and version.')`. */
export function problem(code: string, status: number, detail: string, extra: Readonly<Record<string, unknown>> = {}): Problem {
  return new Problem(code, status, detail, extra);
}
