import { decide, decideSelection, nz, type RecognitionRecord } from '@recognition/recognition';
import { frameworkNamed } from '@recognition/recognition/frameworks';
import { z } from 'zod';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { canonicalJson } from '../log/canonical.ts';
import type { Services } from '../services.ts';
import { decisionDigest } from './credential.ts';
import { decideMade, madeOptionsOf } from './made.ts';
import type { AwardRow } from './queries.ts';
import { openAward } from './view.ts';

const traceShape = z.object({
  options: z.object({ asOf: z.iso.date(), supersedes: z.string().optional() }),
  decision: z.unknown(),
  selection: z.unknown(),
});

export interface DecidedAgain {
  readonly policy: { readonly id: string; readonly version: string };
  readonly asOf: string;
  /** Whether the rules give today, on what the award keeps, what they gave when it was issued: the selection, and every option. */
  readonly same: boolean;
  readonly selection: { readonly kept: unknown; readonly now: unknown; readonly same: boolean };
  readonly options: { readonly same: boolean };
  /** The digest of what is kept, and whether the signed credential holds the same one: else what is kept was changed. */
  readonly evidence: { readonly digest: string; readonly inCredential: boolean };
}

/**
 * Decides an award again from what it keeps: its input under its own policy, on its own day. Pure rules on the kept record; the record as
 * it is now is not read. For the owner and stewards. Throws `award-not-found` (404), `trace-not-readable` (422).
 */
export async function decideAgain(services: Services, signedIn: SignedIn, publicId: string): Promise<DecidedAgain> {
  const { award, input, trace, credential } = await services.db.as(signedIn.acting, (tx) => openAward(tx, publicId));
  const digest = decisionDigest(input, trace);
  const evidence = { digest, inCredential: JSON.stringify(credential).includes(JSON.stringify(digest)) };
  if (award.definition !== null) return { ...madeAgain(award, input, trace), evidence };
  const kept = traceShape.safeParse(trace);
  if (!kept.success)
    throw problem('trace-not-readable', 422, 'The trace of this award has a form that this version does not read.');
  const options = {
    asOf: kept.data.options.asOf,
    policy: `${award.policyId}@${award.policyVersion}`,
    ...(kept.data.options.supersedes === undefined ? {} : { supersedes: kept.data.options.supersedes }),
  };
  const selection = decideSelection(nz, award.award, input, { ...options, select: [...award.selection] });
  const decision = decide(nz, award.award, input, options);
  const sameSelection = canonicalJson(selection) === canonicalJson(kept.data.selection);
  const sameOptions = canonicalJson(decision) === canonicalJson(kept.data.decision);
  return {
    policy: { id: award.policyId, version: award.policyVersion },
    asOf: options.asOf,
    same: sameSelection && sameOptions,
    selection: { kept: kept.data.selection, now: selection, same: sameSelection },
    options: { same: sameOptions },
    evidence,
  };
}

/** The same of an award that is made of named parts: by the definitions that were kept with it. */
function madeAgain(award: AwardRow, input: RecognitionRecord, trace: unknown): Omit<DecidedAgain, 'evidence'> {
  const options = madeOptionsOf(trace);
  const framework = options === null ? null : frameworkNamed(options.framework);
  const kept = z.object({ decision: z.unknown() }).safeParse(trace);
  if (options === null || framework === null || !kept.success)
    throw problem('trace-not-readable', 422, 'The trace of this award has a form that this version does not read.');
  const policy = { id: award.policyId, version: award.policyVersion };
  const decision = decideMade(framework, award.award, input, { ...options, policy: `${policy.id}@${policy.version}` });
  const same = canonicalJson({ ...decision, stack: null }) === canonicalJson(kept.data.decision);
  const { counted } = decision;
  return {
    policy,
    asOf: options.asOf,
    same,
    selection: { kept: award.selection, now: counted, same: canonicalJson(counted) === canonicalJson(award.selection) },
    options: { same },
  };
}
