/** Why there is no decision; the sentences are in explain/. */
export const DECISION_ERROR_CODES = [
  'too-entangled',
  'unknown-policy',
  'unknown-award',
  'unknown-framework',
  'unknown-definition',
] as const;
export type DecisionErrorCode = (typeof DECISION_ERROR_CODES)[number];

/** No decision was made, never an approximate one. */
export class DecisionError extends Error {
  readonly code: DecisionErrorCode;

  constructor(code: DecisionErrorCode, message: string) {
    super(message);
    this.name = 'DecisionError';
    this.code = code;
  }
}
