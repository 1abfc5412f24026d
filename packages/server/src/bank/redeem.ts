import type { OwnAccess } from '../account/own-access.ts';
import { problem } from '../http/problem.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { bankOr404 } from './banks.ts';
import { decideRedemption } from './decision.ts';
import { takesPart } from './institutions.ts';
import { move } from './ledger.ts';
import { nextEventId } from './write-queries.ts';

interface Place {
  readonly framework: string;
  readonly bank: string;
}

/**
 * Redeems credits for an award at an institution: they are debited for ever, all of them or none. What is debited is what the learner saw
 * decided: when the decision has moved since, nothing happens (`decision-changed`, 409). Throws `already-redeemed`, `credit-expired`,
 * `not-transferred` (409, with the credits), `not-enough` (422, with the lines), `award-not-here`, `not-in-the-bank` (422).
 */
export async function redeem(
  services: Services,
  learner: OwnAccess,
  place: Place,
  asked: { readonly award: string; readonly institution: string; readonly credits: readonly string[] },
): Promise<{ readonly id: string }> {
  const bank = bankOr404(place.framework, place.bank);
  const learnerIds = await aliasSet(services, learner.learnerId);
  const on = services.clock.today();
  return learner.run(async (tx) => {
    const { institution, all } = await takesPart(tx, place.framework, place.bank, ({ id }) => id === asked.institution, on);
    const eventId = await nextEventId(tx);
    const entry = { eventId, kind: 'redeem', institutionId: institution.organisationId, award: asked.award } as const;
    await move(tx, services, { actor: learner.actor, learnerIds }, bank, entry, asked.credits, async ({ credits }) => {
      const { decision, record, lines } = decideRedemption(bank, credits, all, { award: asked.award, institution, on }, 'en');
      if (!decision.eligible) throw problem('not-enough', 422, 'What you hold does not make this award yet.', { lines });
      const chosen = new Set(asked.credits);
      if (decision.counted.length !== chosen.size || decision.counted.some((id) => !chosen.has(id)))
        throw problem('decision-changed', 409, 'What would be redeemed has changed since you looked. Look again.');
      return { record, decision };
    });
    return { id: String(eventId) };
  });
}

/**
 * Transfers credits to another institution of the bank, all of them or none. Throws `already-redeemed`, `credit-expired`,
 * `already-there` (409, with the credits), `unknown-credit` (404), `not-in-the-bank` (422).
 */
export async function transfer(
  services: Services,
  learner: OwnAccess,
  place: Place,
  asked: { readonly to: string; readonly credits: readonly string[] },
): Promise<{ readonly id: string }> {
  const bank = bankOr404(place.framework, place.bank);
  const learnerIds = await aliasSet(services, learner.learnerId);
  return learner.run(async (tx) => {
    const to = await takesPart(tx, place.framework, place.bank, ({ id }) => id === asked.to, services.clock.today());
    const eventId = await nextEventId(tx);
    const entry = { eventId, kind: 'transfer', institutionId: to.institution.organisationId, award: null } as const;
    await move(tx, services, { actor: learner.actor, learnerIds }, bank, entry, asked.credits);
    return { id: String(eventId) };
  });
}
