import type { JsonObject } from '../json.ts';
import type { FindingCode } from './findings.ts';

/** One of the document's proofs, with what was found about it. */
export interface ExaminedProof {
  readonly proof: JsonObject;
  readonly methodId: string;
  readonly code: FindingCode<'proof'>;
  readonly outcome: 'pass' | 'fail' | 'unknown';
}
