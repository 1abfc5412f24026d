import {
  CredentialError,
  examineCredential,
  type Examination,
  type ProblemDetails,
  problemDetails,
} from '@recognition/credentials';
import { issuerDid } from '../../award/issuer.ts';
import { resolverOf } from '../../award/verification.ts';
import { problem } from '../../http/problem.ts';
import { serverDigest } from '../../keys/digest.ts';
import type { Services } from '../../services.ts';

export interface VerifyRequest {
  readonly challenge?: string | undefined;
  readonly domain?: string | undefined;
  /** `['proof']` asks for the proof alone, and not whether the key is the issuer's, the status or the dates. */
  readonly checks?: readonly string[] | undefined;
}

export interface Verified {
  readonly verified: true;
  readonly checks: string[];
  readonly warnings: ProblemDetails[];
  readonly errors: ProblemDetails[];
}

/** What fails a verification when everything is asked for: whether we know the issuer is the caller's affair. */
const ALL = ['format', 'schema', 'proof', 'issuer', 'status', 'validity'];
const PROOF_ONLY = ['format', 'schema', 'proof'];

/** Verifies what was sent, or 400 `not-verified` with the problems as the standards name them. */
export async function verifyDocument(
  services: Services,
  document: unknown,
  kind: 'credential' | 'presentation',
  { challenge, domain, checks }: VerifyRequest,
): Promise<Verified> {
  const asked = checks?.includes('proof') === true && checks.length === 1 ? PROOF_ONLY : ALL;
  const { url, authority } = services.settings;
  let examination: Examination;
  try {
    examination = await examineCredential(document, {
      now: services.clock.now().toISOString(),
      resolver: resolverOf(services),
      trusted: [{ id: issuerDid(url), name: authority.name }],
      digest: serverDigest,
      expected: {
        ...(challenge === undefined ? {} : { challenge }),
        ...(domain === undefined ? {} : { domain }),
      },
    });
  } catch (error) {
    if (!(error instanceof CredentialError)) throw error;
    throw refused([
      {
        type: 'https://www.w3.org/TR/vc-data-model#PARSING_ERROR',
        title: 'Not a document that can be read',
        detail: error.message,
      },
    ]);
  }
  const errors = [...wrongKind(examination, kind), ...errorsOf(examination, asked)];
  if (errors.length > 0) throw refused(errors);
  return { verified: true, checks: [...asked], warnings: [...warningsOf(examination, asked)], errors: [] };
}

function errorsOf({ checks, credentials }: Examination, asked: readonly string[]): readonly ProblemDetails[] {
  // A proof that cannot be decided, or that is not there, has not been verified.
  const own = checks.filter(
    ({ check, outcome }) => asked.includes(check) && (outcome === 'fail' || (check === 'proof' && outcome !== 'pass')),
  );
  return [...own.map(problemDetails), ...credentials.flatMap((inside) => errorsOf(inside, asked))];
}

function warningsOf({ checks, credentials }: Examination, asked: readonly string[]): readonly ProblemDetails[] {
  const own = checks.filter(({ check, outcome }) => asked.includes(check) && outcome === 'unknown');
  return [...own.map(problemDetails), ...credentials.flatMap((inside) => warningsOf(inside, asked))];
}

/** A presentation is not verified as a credential, nor the other way round. */
function wrongKind(examination: Examination, kind: 'credential' | 'presentation'): readonly ProblemDetails[] {
  return examination.kind !== null && examination.kind !== kind
    ? [
        {
          type: 'https://www.w3.org/TR/vc-data-model#PARSING_ERROR',
          title: 'Another kind of document',
          detail: `this is not a ${kind}`,
        },
      ]
    : [];
}

function refused(errors: readonly ProblemDetails[]) {
  return problem('not-verified', 400, errors[0]?.detail ?? 'It was not verified.', { verified: false, problemDetails: errors });
}
