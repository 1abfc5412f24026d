import { type CatalogueActor, requireSteward, runAs } from '../catalogue/actor.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import { findOrganisation } from '../organisation/change.ts';
import type { Services } from '../services.ts';
import { bankOr404, BANKS, debitingAwards } from './banks.ts';
import { type InstitutionRow, institutionsOf, putInstitution } from './institution-queries.ts';

/** Every bank with who takes part in it. */
export async function listBanks(
  services: Services,
): Promise<readonly { readonly bank: (typeof BANKS)[number]; readonly institutions: readonly InstitutionRow[] }[]> {
  const rows = await services.db.asPublic((tx) => institutionsOf(tx));
  return BANKS.map((bank) => ({
    bank,
    institutions: rows.filter(({ framework, bank: id }) => framework === bank.framework.id && id === bank.rule.id),
  }));
}

/**
 * Lets an organisation take part in a bank from a day, or changes until when and for which awards it redeems. A steward or the operator.
 * Throws `unknown-bank`, `organisation-not-found` (404), `unknown-award` (422) for one that debits nothing.
 */
export async function admitInstitution(
  services: Services,
  actor: CatalogueActor,
  input: {
    readonly framework: string;
    readonly bank: string;
    readonly organisation: string;
    readonly awards: readonly string[];
    readonly from: string;
    readonly to: string | null;
  },
): Promise<{ readonly id: string }> {
  requireSteward(actor);
  const bank = bankOr404(input.framework, input.bank);
  const awards = new Set(debitingAwards(bank, services.clock.today()).map(({ id }) => id));
  if (input.awards.some((award) => !awards.has(award)))
    throw problem('award-not-here', 422, 'The framework has no such award that credit is redeemed for.');
  if (input.to !== null && input.to < input.from)
    throw problem('ends-before-it-begins', 422, 'The last day lies before the first.');
  return runAs(services, actor, async (tx) => {
    const { organisationId, id } = await findOrganisation(tx, input.organisation);
    const by = { actor: actor === 'operator' ? 'operator' : actor.actor, at: services.clock.now().toISOString() };
    await putInstitution(tx, { organisationId, ...input }, by);
    return { id };
  });
}

/** An institution that takes part on a day; `not-in-the-bank` (422) for any other. */
export async function takesPart(
  tx: Tx,
  framework: string,
  bank: string,
  is: (one: InstitutionRow) => boolean,
  on: string,
): Promise<{ readonly institution: InstitutionRow; readonly all: readonly InstitutionRow[] }> {
  const all = await institutionsOf(tx, framework, bank);
  const institution = all.find((one) => is(one) && one.from <= on && (one.to === null || on <= one.to));
  if (institution === undefined) throw problem('not-in-the-bank', 422, 'This institution does not take part in the bank today.');
  return { institution, all };
}
