import { Temporal } from 'temporal-polyfill';
import { type Depositor, deposit } from '../bank/deposit.ts';
import { admitInstitution } from '../bank/institutions.ts';
import { depositRow } from '../bank/schemas.ts';
import { createLearners } from '../identity/index.ts';
import { accountRuleOr404 } from '../learning-account/accounts.ts';
import { giveDue } from '../learning-account/grants.ts';
import { enterIn, stateOf } from '../learning-account/ledger.ts';
import { accountEvents, accountsOf } from '../learning-account/queries.ts';
import { openAccount } from '../learning-account/use.ts';
import type { Services } from '../services.ts';
import { PERSONAS } from './personas.ts';

const BANK = { framework: 'in', bank: 'abc' } as const;
const UNIVERSITY = 'demo-bulbul';
const SKILLS_UNIVERSITY = 'demo-hornbill';

/** The people of the demonstration whose learning is counted elsewhere: a bank of credits, and a learning account. Doing it again changes nothing. */
export async function fillLedgers(services: Services): Promise<void> {
  await fillBank(services);
  await fillLearningAccount(services);
}

/** The same services on an earlier day: what is entered then is dated then. */
const on = (services: Services, today: string): Services => ({
  ...services,
  clock: { today: () => today, now: () => new Date(`${today}T00:00:00.000Z`) },
});

function whoIs(id: string) {
  const who = PERSONAS.find((persona) => persona.id === id)?.learner;
  if (who === undefined) throw new RangeError(`the demonstration has no learner "${id}"`);
  const { nsn, familyName, givenNames, birthDate } = who;
  return { nsn, familyName, givenNames, birthDate };
}

/** A hundred and twenty credits in two institutions, one of which lapses within weeks; one that has; and a skill from a portfolio. */
async function fillBank(services: Services): Promise<void> {
  for (const [organisation, awards] of [
    [UNIVERSITY, ['degree']],
    [SKILLS_UNIVERSITY, ['degree-skills-university']],
  ] as const)
    await admitInstitution(services, 'operator', { ...BANK, organisation, awards, from: '2015-01-01', to: null });
  const today = Temporal.PlainDate.from(services.clock.today());
  const ago = (months: number): string => today.subtract({ months }).toString();
  const learner = whoIs('asha');
  const row = (nth: number, code: string, title: string, earned: string, changes: object = {}) =>
    depositRow.parse({ learner, reference: `demo-asha-${nth}`, code, title, level: '4.5', credits: '8', earned, ...changes });
  const short = { kind: 'micro-credential', level: '5' };
  const deposits = [
    [
      UNIVERSITY,
      82,
      [
        row(1, 'BUL-101', 'How goods move', ago(83), {}),
        row(2, 'BUL-102', 'Sums for traders', ago(83), { credits: '2', validYears: 3 }),
      ],
    ],
    [
      UNIVERSITY,
      56,
      ['Reading a market', 'Writing that is read', 'Law for small firms', 'Accounts that balance'].map((title, k) =>
        row(10 + k, `BUL-2${k}0`, title, ago(60 - k)),
      ),
    ],
    [
      SKILLS_UNIVERSITY,
      30,
      ['Warehouse robots, first steps', 'Cold chains', 'Safe loads', 'Forecasting demand'].map((title, k) =>
        row(20 + k, `HRN-3${k}0`, title, ago(34 - k), short),
      ),
    ],
    [
      UNIVERSITY,
      14,
      ['Leading a shift', 'Buying well', 'Statistics at work', 'A project with a firm'].map((title, k) =>
        row(30 + k, `BUL-4${k}0`, title, ago(20 - k), { level: '5' }),
      ),
    ],
    [
      SKILLS_UNIVERSITY,
      3,
      [
        row(40, 'HRN-500', 'Planning a route', ago(4), short),
        row(41, 'HRN-510', 'Data of a depot', ago(4), { level: '5' }),
        row(42, 'HRN-900', 'Forklift driving', ago(4), {
          kind: 'micro-credential',
          credits: '0.75',
          mode: 'rpl',
          evidence: ['https://portfolio.example/asha/forklift', 'https://portfolio.example/asha/employer-letter'],
        }),
      ],
    ],
  ] as const;
  for (const [publicId, months, rows] of deposits) {
    const who: Depositor = { actor: 'operator', institution: { publicId }, run: services.db.asBatch };
    const answer = await deposit(on(services, ago(months)), who, BANK, rows);
    // Cut off half way and gone on with another day, dates that are told relative to today differ: what stands, stands.
    const wrong = answer.rejected.filter(({ code }) => code !== 'reference-conflict');
    if (wrong.length > 0) throw new Error(`the demonstration's deposits: ${JSON.stringify(wrong)}`);
  }
}

/** Opened while the top-up could be given: part of it was spent, part is reserved, and the rest lapsed. */
async function fillLearningAccount(services: Services): Promise<void> {
  const [learner] = await createLearners(services, 'operator', [whoIs('meilin')]);
  if (typeof learner !== 'number') throw new Error("the demonstration's meilin has no record");
  const rule = { framework: 'sg', account: 'skillsfuture' } as const;
  const first = on(services, '2021-03-01');
  await openAccount(first, 'operator', { ...rule, learner });
  const [account] = await services.db.asBatch((tx) => accountsOf(tx, [learner]));
  if (account === undefined) throw new Error('the account was not opened');
  const { rule: grants } = accountRuleOr404(rule.framework, rule.account);
  const state = await services.db.asBatch(async (tx) => stateOf(await accountEvents(tx, account)));
  if (state.reservations.length === 0) {
    const enter = (day: string, asked: Parameters<typeof enterIn>[5]): Promise<number> =>
      services.db.asBatch((tx) => enterIn(tx, on(services, day), account, grants, 'operator', asked));
    const taken = await enter('2021-04-12', { kind: 'reserve', programme: 'INV-SG-1001', cents: 32_000 });
    await enter('2021-06-01', { kind: 'spend', reservation: String(taken) });
    const given = await enter('2023-02-06', { kind: 'reserve', programme: 'INV-SG-1003', cents: 5_000 });
    await enter('2023-02-20', { kind: 'release', reservation: String(given) });
    await giveDue(on(services, '2024-05-01'), account, services.db.asBatch);
    await enter('2025-11-17', { kind: 'reserve', programme: 'INV-SG-1003', cents: 10_000 });
  }
  await giveDue(services, account, services.db.asBatch);
}
