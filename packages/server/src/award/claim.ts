import { randomUUID } from 'node:crypto';
import {
  decide,
  decideSelection,
  explain,
  nz,
  type Field,
  type RecognitionRecord,
  type SelectionDecision,
} from '@recognition/recognition';

import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import type { Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';
import { alreadyUsed, anotherKind, decided, ownName, supersededAward } from './claim-steps.ts';
import { countedOf } from './counted.ts';
import { awardCredential, decisionDigest } from './credential.ts';
import { outcomeFacts } from './facts-queries.ts';
import { newAwardId } from './public-id.ts';
import { lockLearner } from './queries.ts';
import { readForDecision } from './reading.ts';
import { spendingOf } from './spending.ts';
import { drawStatus } from './status.ts';
import { awardTitle, readField } from './title.ts';
import { type Claimant, writeAward } from './write-award.ts';

export interface ClaimInput {
  readonly award: 'alq';
  /** A field slug; null: without a major (domain A15). */
  readonly major: string | null;
  /** The achievements that are to count, each by its id in the learner's record. */
  readonly select: readonly string[];
  /** The learner's own name, as they want it on the award; null: the award names nobody. */
  readonly nameOnAward: string | null;
  /** The award that this one takes the place of. */
  readonly supersedes?: string;
}

/**
 * Issues an award on what the learner selected, and spends it, in one transaction: all of it happens or none.
 *
 * Claims of one learner follow each other under a lock, and each is decided on the record as it is then; unique `(learner_id, lineage)` is
 * the arbiter all the same. Throws `learning-already-used` (409, with the achievements), `selection-not-valid` (422, with the problems),
 * `major-not-held` (422), `too-entangled` (422), `name-not-yours` (422), `award-not-found` (404), `award-not-live` (409),
 * `award-of-another-kind` (422).
 */
export async function claimAward(
  services: Services,
  signedIn: SignedIn & { readonly learnerId: number },
  input: ClaimInput,
): Promise<{ readonly id: string }> {
  const claimant = { learnerId: signedIn.learnerId, actor: signedIn.actor };
  const checked = await checkClaim(services, claimant, input);
  return services.db.as(signedIn.acting, (tx) => issueAward(services, tx, claimant, checked));
}

/** The same for an operator at the command line, who acts for a learner with the product's own rights. */
export async function claimForLearner(
  services: Services,
  claimant: Claimant,
  input: ClaimInput,
): Promise<{ readonly id: string }> {
  const checked = await checkClaim(services, claimant, input);
  return services.db.asBatch((tx) => issueAward(services, tx, claimant, checked));
}

/** What is to be claimed of what a record allows, and how it is named. */
export interface Chosen {
  readonly major: Field | null;
  readonly credits: number;
  readonly select: readonly string[];
  readonly nameOnAward: string | null;
}

/**
 * The same with what `choose` makes of the decision on the record, which is read and decided once for both. Null where it chooses nothing;
 * throws what it throws, and what `claimAward` throws.
 */
export async function claimChosen(
  services: Services,
  claimant: Claimant,
  choose: (decision: Decision) => Chosen | null,
): Promise<(Chosen & { readonly id: string }) | null> {
  const learnerIds = await aliasSet(services, claimant.learnerId);
  const asOf = services.clock.today();
  return services.db.asBatch(async (tx) => {
    await lockLearner(tx, learnerIds);
    const record = await readForDecision(tx, learnerIds);
    const decision = decided(() => decide(nz, 'alq', record, { asOf }));
    const chosen = choose(decision);
    if (chosen === null) return null;
    const issued = await issueAward(services, tx, claimant, { ...chosen, award: 'alq', learnerIds }, { asOf, record, decision });
    return { ...chosen, ...issued };
  });
}

type Decision = ReturnType<typeof decide>;

interface CheckedClaim extends Omit<ClaimInput, 'major'> {
  readonly major: Field | null;
  readonly learnerIds: readonly number[];
}

async function checkClaim(services: Services, { learnerId }: Claimant, input: ClaimInput): Promise<CheckedClaim> {
  const major = readField(input.major);
  if (major !== input.major) throw problem('major-not-held', 422, 'There is no such field.');
  const nameOnAward = await ownName(services, learnerId, input.nameOnAward);
  return { ...input, major, nameOnAward, select: [...new Set(input.select)], learnerIds: await aliasSet(services, learnerId) };
}

async function issueAward(
  services: Services,
  tx: Tx,
  { learnerId, actor }: Claimant,
  claim: CheckedClaim,
  /** The learner's record as it was read in this transaction and decided as of a day, the learner locked. */
  read: { readonly asOf: string; readonly record: RecognitionRecord; readonly decision: Decision } | null = null,
): Promise<{ readonly id: string }> {
  // The day of the decision, which midnight may have passed since: the trace says what it was decided with.
  const asOf = read?.asOf ?? services.clock.today();
  if (read === null) await lockLearner(tx, claim.learnerIds);
  const before = claim.supersedes === undefined ? null : await supersededAward(tx, claim.supersedes, claim.learnerIds);
  if (before !== null && before.definition !== null) throw anotherKind();
  const record = read?.record ?? (await readForDecision(tx, claim.learnerIds));
  const options = { asOf, ...(before === null ? {} : { supersedes: before.publicId }) };
  const { selection, trace } = decideClaim(record, claim, options, read?.decision);
  const counted = countedOf(record, claim.select);

  const publicId = newAwardId(learnerId, asOf);
  const credentialId = `urn:uuid:${randomUUID()}`;
  const version = before === null ? 1 : before.version + 1;
  awardTitle(claim.major);
  const { credits, from, to } = selection.selection;
  if (from === null || to === null) throw problem('selection-not-valid', 422, 'An award counts at least one achievement.');
  const credential = await awardCredential(services, {
    credentialId,
    publicId,
    major: claim.major,
    credits,
    from,
    to,
    nameOnAward: claim.nameOnAward,
    policy: selection.policy,
    decisionDigest: decisionDigest(record, trace),
    counted,
    facts: await outcomeFacts(tx, claim.learnerIds, claim.select),
    places: await drawStatus(tx, learnerId, credentialId),
  });

  await writeAward(
    services,
    tx,
    { learnerId, actor },
    {
      before,
      award: {
        publicId,
        award: claim.award,
        version,
        major: claim.major,
        credits,
        from,
        to,
        issuedOn: asOf,
        nameOnAward: claim.nameOnAward,
        policy: selection.policy,
        input: record,
        trace,
        selection: claim.select,
        credentialId,
        credential,
      },
      spending: spendingOf(record, claim.select),
    },
  );
  return { id: publicId };
}

/** What is kept of the decision beside its input: enough to compare with any later run of it. */
export interface DecisionTrace {
  readonly options: { readonly asOf: string; readonly supersedes?: string };
  readonly decision: Decision;
  readonly selection: SelectionDecision;
  readonly explanation: { readonly en: readonly string[]; readonly mi: readonly string[] };
}

function decideClaim(
  record: RecognitionRecord,
  claim: CheckedClaim,
  options: { asOf: string; supersedes?: string },
  known?: Decision,
): { selection: SelectionDecision; trace: DecisionTrace } {
  const selection = decided(() => decideSelection(nz, claim.award, record, { ...options, select: [...claim.select] }));
  const decision = known ?? decided(() => decide(nz, claim.award, record, options));
  const { problems } = selection.selection;
  const used = problems.filter(({ code }) => code === 'already-used').flatMap(({ achievements }) => achievements);
  if (used.length > 0) throw alreadyUsed(used);
  if (!selection.selection.valid)
    throw problem('selection-not-valid', 422, 'What is selected does not make this award.', { problems });
  if (claim.major !== null && !selection.selection.majors.includes(claim.major)) {
    throw problem('major-not-held', 422, 'Less than 51 in every 100 of the selected credits are in this field.', {
      majors: selection.selection.majors,
    });
  }
  const lines = (language: 'en' | 'mi'): readonly string[] => explain(decision, record, language).map(({ text }) => text);
  return { selection, trace: { options, decision, selection, explanation: { en: lines('en'), mi: lines('mi') } } };
}
