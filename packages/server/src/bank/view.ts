import { convertSize, type RecognitionFramework, type Spoken } from '@recognition/recognition/frameworks';
import { dateOfDay, dayNumber } from '@recognition/recognition';
import type { z } from 'zod';
import type { OwnAccess } from '../account/own-access.ts';
import { problem } from '../http/problem.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { type Bank, bankOr404, creditKinds, debitingAwards } from './banks.ts';
import { type Decided, decidePortfolio, decideRedemption } from './decision.ts';
import { type InstitutionRow, institutionsOf } from './institution-queries.ts';
import { listBanks, takesPart } from './institutions.ts';
import { loadLedger } from './ledger.ts';
import type { CreditRow } from './queries.ts';
import type { bankSummary, decisionView, holdings } from './schemas.ts';

interface Place {
  readonly framework: string;
  readonly bank: string;
}
export interface Party {
  readonly id: string;
  readonly name: string;
}

/** A title of the framework in the languages that it is said in. */
export const titleOf = (words: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).flatMap(([language, text]) => (text === undefined ? [] : [[language, text]])));

export const sizeOf = (minutes: number, framework: RecognitionFramework): { minutes: number; amount: string } => ({
  minutes,
  amount: convertSize(minutes, framework).amount,
});

/** Who an institution is, by its number; one that is not in the bank's list is told by its number alone. */
export function partiesOf(institutions: readonly InstitutionRow[]): (organisationId: number) => Party {
  const known = new Map(institutions.map(({ organisationId, id, name }) => [organisationId, { id, name }]));
  return (organisationId) => known.get(organisationId) ?? { id: String(organisationId), name: String(organisationId) };
}

export const stateOfCredit = ({ at, untilOn }: CreditRow, on: string): 'usable' | 'lapsed' | 'redeemed' =>
  at === null ? 'redeemed' : untilOn < on ? 'lapsed' : 'usable';

export async function seeBanks(services: Services): Promise<{ items: z.input<typeof bankSummary>[] }> {
  const today = services.clock.today();
  const items = (await listBanks(services)).map(({ bank, institutions }) => {
    const { framework, rule } = bank;
    return {
      framework: framework.id,
      bank: rule.id,
      title: titleOf(rule.title),
      unit: { name: framework.unit.name, minutes: framework.unit.minutes, step: framework.unit.step },
      shelfLifeYears: rule.shelfLifeYears,
      source: rule.source,
      kinds: [...creditKinds(bank)],
      levels: framework.levels.map(({ label }) => label),
      awards: debitingAwards(bank, today).map(({ id, title }) => ({ id, title: titleOf(title) })),
      institutions: institutions.map(({ id, name, awards, from, to }) => ({ id, name, awards: [...awards], from, to })),
    };
  });
  return { items };
}

/** The learner's account with a bank on this day: what is held, when it lapses, and what it can be redeemed for. */
export async function seeHoldings(
  services: Services,
  learner: OwnAccess,
  place: Place,
  language: Spoken,
): Promise<z.input<typeof holdings>> {
  const bank = bankOr404(place.framework, place.bank);
  const { framework, rule } = bank;
  const on = services.clock.today();
  const learnerIds = await aliasSet(services, learner.learnerId);
  const { credits, institutions } = await learner.run(async (tx) => ({
    credits: (await loadLedger(tx, learnerIds, bank)).credits,
    institutions: await institutionsOf(tx, framework.id, rule.id),
  }));
  const party = partiesOf(institutions);
  const size = (minutes: number) => sizeOf(minutes, framework);
  const sum = (rows: readonly CreditRow[]): number => rows.reduce((all, { minutes }) => all + minutes, 0);
  const by = (state: string): readonly CreditRow[] => credits.filter((credit) => stateOfCredit(credit, on) === state);
  const usable = by('usable');
  const places = [...new Set(usable.map(({ at }) => at))];
  const soonest = usable.map(({ untilOn }) => untilOn).sort()[0];
  return {
    framework: framework.id,
    bank: rule.id,
    title: titleOf(rule.title),
    unit: {
      name: framework.unit.name,
      minutes: framework.unit.minutes,
      step: framework.unit.step,
      one: titleOf(mapped(framework.unit.words, 0)),
      many: titleOf(mapped(framework.unit.words, 1)),
    },
    shelfLifeYears: rule.shelfLifeYears,
    on,
    usable: size(sum(usable)),
    redeemed: size(sum(by('redeemed'))),
    lapsed: size(sum(by('lapsed'))),
    at: places.flatMap((at) =>
      at === null ? [] : [{ institution: party(at), size: size(sum(usable.filter((one) => one.at === at))) }],
    ),
    nextToLapse:
      soonest === undefined
        ? null
        : { on: dateOfDay(dayNumber(soonest) + 1), size: size(sum(usable.filter(({ untilOn }) => untilOn === soonest))) },
    credits: credits.map((credit) => ({
      ...briefly(credit, framework, on),
      level: credit.level,
      mode: credit.mode,
      evidence: [...credit.evidence],
      givenBy: party(credit.depositorId),
      at: credit.at === null ? null : party(credit.at),
    })),
    options: options(bank, credits, institutions, on),
    portfolios: usable
      .filter(({ mode }) => mode === 'rpl')
      .flatMap((credit) =>
        decidePortfolio(bank, credit, institutions, on, language).map(({ award, title, decision, lines }) => ({
          credit: String(credit.creditId),
          award,
          title,
          eligible: decision.eligible,
          lines: [...lines],
        })),
      ),
    institutions: institutions
      .filter(({ from, to }) => from <= on && (to === null || on <= to))
      .map(({ id, name }) => ({ id, name })),
  };
}

const mapped = (words: Readonly<Record<string, readonly string[] | undefined>>, at: 0 | 1): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(words).map(([language, pair]) => [language, pair?.[at]]));

export const briefly = (credit: CreditRow, framework: RecognitionFramework, on: string) => ({
  id: String(credit.creditId),
  code: credit.code,
  title: credit.title,
  kind: credit.kind,
  size: sizeOf(credit.minutes, framework),
  earned: credit.earnedOn,
  until: credit.untilOn,
  state: stateOfCredit(credit, on),
  award: credit.award,
});

/** Each award at each institution that redeems for it today. */
function options(bank: Bank, credits: readonly CreditRow[], institutions: readonly InstitutionRow[], on: string) {
  const { framework } = bank;
  const taking = institutions.filter(({ from, to }) => from <= on && (to === null || on <= to));
  return debitingAwards(bank, on).flatMap(({ id, title }) =>
    taking
      .filter(({ awards }) => awards.includes(id))
      .map((institution) => {
        const { decision } = decideRedemption(bank, credits, institutions, { award: id, institution, on }, 'en');
        return {
          award: id,
          title: titleOf(title),
          institution: { id: institution.id, name: institution.name },
          eligible: decision.eligible,
          have: sizeOf(decision.minutes, framework),
          missing: sizeOf(decision.missing, framework),
          toTransfer: elsewhere(credits, decision.counted, institution).length,
        };
      }),
  );
}

const elsewhere = (
  credits: readonly CreditRow[],
  counted: readonly string[],
  { organisationId }: InstitutionRow,
): readonly string[] =>
  credits.flatMap(({ creditId, at }) => (counted.includes(String(creditId)) && at !== organisationId ? [String(creditId)] : []));

/** One award at one institution, decided on what the learner can use today: what would be debited, and every line of why. */
export async function seeDecision(
  services: Services,
  learner: OwnAccess,
  place: Place,
  asked: { readonly award: string; readonly institution: string },
  language: Spoken,
): Promise<z.input<typeof decisionView>> {
  const bank = bankOr404(place.framework, place.bank);
  const { framework } = bank;
  const on = services.clock.today();
  const learnerIds = await aliasSet(services, learner.learnerId);
  const { credits, institution, all } = await learner.run(async (tx) => ({
    ...(await takesPart(tx, place.framework, place.bank, ({ id }) => id === asked.institution, on)),
    credits: (await loadLedger(tx, learnerIds, bank)).credits,
  }));
  const { decision, lines } = decideRedemption(bank, credits, all, { award: asked.award, institution, on }, language);
  const award = debitingAwards(bank, on).find(({ id }) => id === asked.award);
  if (award === undefined) throw problem('award-not-here', 422, 'This institution does not redeem credit for this award.');
  const party = partiesOf(all);
  const named = new Map(credits.map((credit) => [String(credit.creditId), credit]));
  return {
    award: award.id,
    title: titleOf(award.title),
    institution: { id: institution.id, name: institution.name },
    eligible: decision.eligible,
    on,
    version: decision.version,
    credits: decision.counted.flatMap((id) => {
      const credit = named.get(id);
      if (credit === undefined || credit.at === null) return [];
      const { code, title, untilOn: until } = credit;
      return [
        {
          id,
          code,
          title,
          until,
          size: sizeOf(credit.minutes, framework),
          givenBy: party(credit.depositorId),
          at: party(credit.at),
        },
      ];
    }),
    toTransfer: [...elsewhere(credits, decision.counted, institution)],
    debit: sizeOf(decision.minutes, framework),
    gates: gatesOf(decision),
    lines: [...lines],
  };
}

const gatesOf = ({ gates }: Decided['decision']) =>
  gates.map((gate) => ({
    gate: gate.gate,
    have: gate.have,
    met: gate.met,
    ...('need' in gate ? { need: gate.need } : {}),
    ...('most' in gate ? { most: gate.most, on: gate.on, percent: gate.percent } : {}),
  }));
