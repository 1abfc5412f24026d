import { randomUUID } from 'node:crypto';
import type { RecognitionRecord } from '@recognition/recognition';
import {
  type AwardDecision,
  claimedName,
  explain,
  inUseOn,
  missingParts,
  sizeOfMade,
  spanOfMade,
  usedParts,
} from '@recognition/recognition/frameworks';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { alreadyUsed, anotherKind, decided, isTaken, ownName, supersededAward } from './claim-steps.ts';
import { countedOf } from './counted.ts';
import { decisionDigest, frameworkCredential } from './credential.ts';
import { outcomeFacts } from './facts-queries.ts';
import { decideMade, type Made, madeBy, type MadeBy, type MadeOptions } from './made.ts';
import { newAwardId } from './public-id.ts';
import { awardsOf, lockLearner } from './queries.ts';
import { readForDecision } from './reading.ts';
import { spendingOf } from './spending.ts';
import { drawStatus } from './status.ts';
import { type Claimant, writeAward } from './write-award.ts';

/** A claim of an award that is made of named parts: what it counts follows from what the learner holds, so nothing is selected. */
export interface MadeClaim extends MadeBy {
  /** The learner's own name, as they want it on the award; null: the award names nobody. */
  readonly nameOnAward: string | null;
  /** The award that this one takes the place of. */
  readonly supersedes?: string;
}

/**
 * Issues an award of any framework that is made of named parts to a learner who holds them, in one transaction: what it counts is spent or
 * kept as its rule says. Throws what `madeBy` throws, `award-held` (409, with the award that is held), `parts-missing` (422, with those that
 * are), `learning-already-used` (409), `definition-withdrawn` (422), `name-not-yours` (422), `too-entangled` (422).
 */
export async function claimMade(
  services: Services,
  signedIn: SignedIn & { readonly learnerId: number },
  claim: MadeClaim,
): Promise<{ readonly id: string }> {
  const claimant = { learnerId: signedIn.learnerId, actor: signedIn.actor };
  const ready = await prepare(services, claimant, claim);
  return services.db.as(signedIn.acting, (tx) => issue(services, tx, claimant, claim, ready));
}

/** The same for an operator at the command line, whom the learner asked to. */
export async function claimMadeForLearner(
  services: Services,
  claimant: Claimant,
  claim: MadeClaim,
): Promise<{ readonly id: string }> {
  const ready = await prepare(services, claimant, claim);
  return services.db.asBatch((tx) => issue(services, tx, claimant, claim, ready));
}

interface Ready {
  readonly made: Made;
  readonly nameOnAward: string | null;
  readonly learnerIds: readonly number[];
}

const prepare = async (services: Services, { learnerId }: Claimant, claim: MadeClaim): Promise<Ready> => ({
  made: await madeBy(services, claim),
  nameOnAward: await ownName(services, learnerId, claim.nameOnAward),
  learnerIds: await aliasSet(services, learnerId),
});

async function issue(
  services: Services,
  tx: Tx,
  claimant: Claimant,
  claim: MadeClaim,
  { made, nameOnAward, learnerIds }: Ready,
): Promise<{ readonly id: string }> {
  const { framework, award, definition } = made;
  const asOf = services.clock.today();
  await lockLearner(tx, learnerIds);
  const before = claim.supersedes === undefined ? null : await supersededAward(tx, claim.supersedes, learnerIds);
  const held = (await awardsOf(tx, learnerIds)).find(
    (one) =>
      one.framework === framework.id &&
      one.award === award.id &&
      one.definitionKey === made.key &&
      (one.status === 'live' || one.status === 'suspended'),
  );
  if (before !== null && before.awardId !== held?.awardId) throw anotherKind();
  if (held !== undefined && before === null) throw heldAlready(held.publicId);
  const record = await readForDecision(tx, learnerIds);
  const options: MadeOptions = {
    framework: framework.id,
    definition: definition.id,
    definitions: [...made.definitions],
    accredited: [...made.accredited(record)],
    asOf,
    ...(before === null ? {} : { supersedes: before.publicId }),
  };
  const decision = decided(() => decideMade(framework, award.id, record, options));
  const span = spanOfMade(decision, record);
  if (!decision.eligible || span === null) throw notMade(decision, record);
  const { from, to } = span;
  const counted = countedOf(record, decision.counted);
  if (!inUseOn(definition, to))
    throw problem('definition-withdrawn', 422, 'This was taken out of use before the last of it was achieved.', {
      withdrawn: definition.withdrawn,
    });
  const say = (language: 'en' | 'mi'): readonly string[] =>
    explain(framework, decision, record, language, made.definitions).map(({ text }) => text);
  const trace = { options, decision: { ...decision, stack: null }, explanation: { en: say('en'), mi: say('mi') } };
  const publicId = newAwardId(claimant.learnerId, asOf);
  const credentialId = `urn:uuid:${randomUUID()}`;
  const policy = { id: `${framework.id}-${award.id}`, version: decision.version };
  const minutes = sizeOfMade(definition, decision, made.definitions);
  const credential = await frameworkCredential(services, {
    credentialId,
    publicId,
    framework,
    award: award.id,
    claim: made.claim,
    definition,
    minutes,
    from,
    to,
    validUntil: decision.validUntil,
    nameOnAward,
    policy,
    decisionDigest: decisionDigest(record, trace),
    counted,
    facts: await outcomeFacts(tx, learnerIds, decision.counted),
    places: await drawStatus(tx, claimant.learnerId, credentialId),
  });
  try {
    await writeAward(services, tx, claimant, {
      before,
      award: {
        publicId,
        award: award.id,
        version: before === null ? 1 : before.version + 1,
        major: null,
        credits: Math.floor((minutes ?? 0) / framework.unit.minutes),
        from,
        to,
        issuedOn: asOf,
        nameOnAward,
        policy,
        input: record,
        trace,
        selection: decision.counted,
        credentialId,
        credential,
        made: {
          framework: framework.id,
          definition: definition.id,
          definitionKey: made.key,
          title: { en: claimedName(made.claim, definition, 'en'), mi: claimedName(made.claim, definition, 'mi') },
          minutes,
          validUntil: decision.validUntil,
        },
      },
      spending: decision.use === 'keeps' ? [] : spendingOf(record, decision.counted),
    });
  } catch (error) {
    if (isTaken(error, 'award_held_once')) throw heldAlready(null);
    throw error;
  }
  return { id: publicId };
}

function heldAlready(award: string | null): Error {
  return problem('award-held', 409, 'You hold this award already.', award === null ? {} : { award });
}

/** Why a record does not make it: what holds a part of it and is used up by another award, else the parts that nothing holds. */
function notMade(decision: AwardDecision, record: RecognitionRecord): Error {
  const used = usedParts(decision, record);
  if (used.length > 0) return alreadyUsed(used);
  return problem('parts-missing', 422, 'Some parts of this award are not held yet.', { missing: missingParts(decision) });
}
