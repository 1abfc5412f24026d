import { dateOfDay, dayNumber } from '@recognition/recognition';
import { type BankEntry, type BankState, EMPTY_BANK, post, statementOf } from '@recognition/recognition/frameworks';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { Problem } from '../http/problem.ts';
import { testServices } from '../test-services.ts';
import { bankOr404 } from './banks.ts';
import { deposit } from './deposit.ts';
import { type Ledger, loadLedger, move } from './ledger.ts';
import { depositRow } from './schemas.ts';
import { statementLines } from './statement.ts';
import { IN, learnerNumber, organisation, row, setBank } from './test-scene.ts';
import { insertEntry, insertPostings, nextEventId } from './write-queries.ts';

const START = '2026-03-01';
const bank = bankOr404(IN.framework, IN.bank);
let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let places: readonly [number, number];
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at, { today: START });
  await setBank(at, services);
  places = [await organisation(at, 'org-kea'), await organisation(at, 'org-tui')];
});
afterAll(() => at.end());

const which = fc.nat({ max: 1 });
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('deposit' as const),
      at: which,
      years: fc.integer({ min: 1, max: 7 }),
      age: fc.nat({ max: 2900 }),
      quarters: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('transfer' as const),
      at: which,
      credits: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('redeem' as const),
      at: which,
      credits: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 500 }) }) },
);

let person = 100;

test('what is stored and the pure ledger say the same of every random sequence, and the database alone refuses what the rule refuses', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      person += 1;
      const learnerId = await learnerNumber(services, person);
      services.clock.moveTo(START);
      let pure: BankState = EMPTY_BANK;
      const held: string[] = [];
      for (const [n, one] of steps.entries()) {
        const today = services.clock.today();
        if (one.do === 'wait') {
          services.clock.moveTo(dateOfDay(dayNumber(today) + one.days));
          continue;
        }
        const place = places[one.at === 0 ? 0 : 1];
        if (one.do === 'deposit') {
          const earned = dateOfDay(dayNumber(today) - one.age);
          const minutes = one.quarters * 450;
          const answer = await deposit(
            services,
            { actor: 'operator', institution: { organisationId: place }, run: services.db.asBatch },
            IN,
            [
              depositRow.parse(
                row(person, `${person}-${n}`, { earned, validYears: one.years, credits: String(one.quarters / 4) }),
              ),
            ],
          );
          const [made] = answer.credits;
          if (made === undefined) throw new Error(JSON.stringify(answer));
          held.push(made.id);
          const credits = [{ id: made.id, outcome: `C-${person}-${n}`, minutes, earned, validYears: one.years }];
          pure = accepted(pure, { id: `d-${n}`, kind: 'deposit', on: today, by: { institution: String(place) }, credits });
          continue;
        }
        const credits = [...new Set(one.credits.flatMap((k) => held[k % Math.max(1, held.length)] ?? []))];
        const entry: BankEntry =
          one.do === 'transfer'
            ? { id: `m-${n}`, kind: 'transfer', on: today, to: String(place), credits }
            : { id: `m-${n}`, kind: 'redeem', on: today, institution: String(place), award: 'degree', credits };
        const posted = post(bank.rule, pure, entry);
        const stored = await attempt(learnerId, one.do, place, credits);
        expect([one.do, stored]).toEqual([one.do, posted.ok ? null : posted.code]);
        if (posted.ok) pure = posted.state;
        else if (credits.length > 0) await expectRefusedByTheDatabase(learnerId, one.do, place, credits);
      }
      const ledger = await services.db.asBatch((tx) => loadLedger(tx, [learnerId], bank));
      const today = services.clock.today();
      expect(statementOf(ledger.state, today)).toEqual(statementOf(pure, today));
      expect(ledger.state.credits).toEqual(pure.credits);
      expect(replayed(ledger).credits).toEqual(ledger.state.credits);
      const lines = statementLines(ledger.credits, ledger.entries, today);
      expect(lines.at(-1)?.balance ?? 0).toBe(statementOf(pure, today).minutes);
      for (const { balance } of lines) expect(balance).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 15, seed: 20_261_129 },
  );
});

const accepted = (state: BankState, entry: BankEntry): BankState => {
  const posted = post(bank.rule, state, entry);
  if (!posted.ok) throw new Error(posted.code);
  return posted.state;
};

/** The entries of the store, posted anew from nothing. */
const replayed = ({ state }: Ledger): BankState => state.entries.reduce(accepted, EMPTY_BANK);

async function attempt(
  learnerId: number,
  kind: 'transfer' | 'redeem',
  institutionId: number,
  credits: readonly string[],
): Promise<string | null> {
  try {
    await services.db.asBatch(async (tx) => {
      const entry = { eventId: await nextEventId(tx), kind, institutionId, award: kind === 'redeem' ? 'degree' : null };
      await move(tx, services, { actor: 'operator', learnerIds: [learnerId] }, bank, entry, credits, async () =>
        kind === 'redeem' ? {} : null,
      );
    });
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

/** Past the rule, straight into the tables, as a use case with a fault in it would write. */
async function expectRefusedByTheDatabase(
  learnerId: number,
  kind: 'transfer' | 'redeem',
  institutionId: number,
  credits: readonly string[],
): Promise<void> {
  await expect(
    services.db.asBatch(async (tx) => {
      const ledger = await loadLedger(tx, [learnerId], bank);
      const day = services.clock.today();
      const entry = {
        learnerId,
        eventId: await nextEventId(tx),
        framework: IN.framework,
        bank: IN.bank,
        kind,
        onDay: day,
        at: `${day}T00:00:00Z`,
        actor: 'operator',
        institutionId,
        award: kind === 'redeem' ? 'degree' : null,
        decision: kind === 'redeem' ? {} : null,
        leaf: { salt: Buffer.from('s'), hash: Buffer.from('h') },
      };
      await insertEntry(tx, entry);
      const chosen = ledger.credits.filter(({ creditId }) => credits.includes(String(creditId)));
      const stood = new Map(ledger.state.credits.map((credit) => [credit.id, Number(credit.at)]));
      await insertPostings(
        tx,
        entry,
        chosen.map(({ creditId, step: last, untilOn }) => ({
          creditId,
          step: last + 1,
          from: kind === 'redeem' ? institutionId : (stood.get(String(creditId)) ?? 0),
          to: kind === 'redeem' ? null : institutionId,
          untilOn,
        })),
      );
    }),
  ).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
}

test('nobody but who may writes a movement, and nobody changes or removes one', async () => {
  const learnerId = await learnerNumber(services, 900);
  services.clock.moveTo(START);
  const answer = await deposit(
    services,
    { actor: 'operator', institution: { organisationId: places[0] }, run: services.db.asBatch },
    IN,
    [depositRow.parse(row(900, 'rls'))],
  );
  const creditId = Number(answer.credits[0]?.id);
  const own = await at.session('learner', { learnerId });
  const other = await at.session('learner', { learnerId: learnerId + 1 });
  const kea = await at.session('provider', { organisationId: places[0], roles: ['registrar'] });
  const tui = await at.session('provider', { organisationId: places[1], roles: ['registrar'] });
  const count = (session: typeof own, table: string) =>
    at.db.as(
      session,
      async (tx) => (await tx.query({ text: `select from bank.${table} where learner_id = ${learnerId}` })).rowCount,
    );
  for (const table of ['bank_event', 'credit', 'posting']) {
    expect(await count(own, table)).toBe(1);
    expect(await count(kea, table)).toBe(1);
    expect(await count(other, table)).toBe(0);
    expect(await count(tui, table)).toBe(0);
    for (const session of [own, kea])
      for (const text of [`update bank.${table} set learner_id = learner_id`, `delete from bank.${table}`])
        await expect(at.db.as(session, (tx) => tx.query({ text }))).rejects.toMatchObject({ code: '42501' });
    await expect(at.db.asBatch((tx) => tx.query({ text: `delete from bank.${table}` }))).rejects.toMatchObject({ code: '42501' });
  }
  const event = (
    kind: string,
  ) => `insert into bank.bank_event (learner_id, event_id, framework, bank, kind, on_day, at, actor, institution_id, leaf_salt, leaf_hash)
    values (${learnerId}, 999999, 'in', 'abc', '${kind}', '${START}', now(), 'x', ${places[0]}, 's', 'h')`;
  for (const [session, kind] of [
    [own, 'deposit'],
    [kea, 'transfer'],
    [tui, 'deposit'],
    [other, 'transfer'],
  ] as const)
    await expect(at.db.as(session, (tx) => tx.query({ text: event(kind) }))).rejects.toMatchObject({ code: '42501' });
  const posting = `insert into bank.posting (learner_id, credit_id, step, previous_step, from_institution, to_institution, event_id, on_day, kind, until_on)
    select learner_id, credit_id, 2, 1, to_institution, ${places[1]}, event_id, on_day, 'transfer', until_on from bank.posting where credit_id = ${creditId}`;
  await expect(at.db.as(kea, (tx) => tx.query({ text: posting }))).rejects.toMatchObject({ code: '42501' });
});

test('two that would move one credit at one moment: the database lets one through, without any lock of ours', async () => {
  const learnerId = await learnerNumber(services, 901);
  const answer = await deposit(
    services,
    { actor: 'operator', institution: { organisationId: places[0] }, run: services.db.asBatch },
    IN,
    [depositRow.parse(row(901, 'race'))],
  );
  const creditId = Number(answer.credits[0]?.id);
  const redeemIt = () =>
    services.db.asBatch(async (tx) => {
      const eventId = await nextEventId(tx);
      await tx.query({
        text: `insert into bank.bank_event (learner_id, event_id, framework, bank, kind, on_day, at, actor, institution_id, award, decision, leaf_salt, leaf_hash)
          values ($1, $2, 'in', 'abc', 'redeem', $3, now(), 'x', $4, 'degree', '{}', 's', 'h')`,
        values: [learnerId, eventId, START, places[0]],
      });
      await tx.query({ text: 'select pg_sleep(0.05)' });
      await insertPostings(tx, { learnerId, eventId, onDay: START, kind: 'redeem' }, [
        { creditId, step: 2, from: places[0], to: null, untilOn: '2031-05-01' },
      ]);
    });
  const done = await Promise.allSettled([redeemIt(), redeemIt(), redeemIt()]);
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { rows } = await at.owner.query('select count(*)::integer as n from bank.posting where credit_id = $1', [creditId]);
  expect(rows[0].n).toBe(2);
});
