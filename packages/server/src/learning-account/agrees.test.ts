import {
  type AccountEntry,
  type AccountState,
  accountStatement,
  EMPTY_ACCOUNT,
  enter,
  listedProgrammes,
} from '@recognition/recognition/frameworks';
import { dateOfDay, dayNumber } from '@recognition/recognition';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setScene } from '../award/test-scene.ts';
import { learnerNumber } from '../bank/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { testServices } from '../test-services.ts';
import { accountRuleOr404 } from './accounts.ts';
import { enterIn, stateOf } from './ledger.ts';
import { accountEvents, type AccountRow, insertAccountEvent, nextId, standings } from './queries.ts';
import { accountLines } from './statement.ts';

const SG = { framework: 'sg', account: 'skillsfuture' } as const;
const { rule } = accountRuleOr404(SG.framework, SG.account);
let at: TestDatabase;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at, { today: '2022-06-01' });
  await setScene(at.owner);
});
afterAll(() => at.end());

const step = fc.oneof(
  fc.record({
    do: fc.constant('grant' as const),
    grant: fc.constantFrom('opening', 'top-up-2020', 'mid-career'),
    age: fc.integer({ min: 20, max: 45 }),
  }),
  fc.record({
    do: fc.constant('reserve' as const),
    programme: fc.constantFrom('INV-SG-1001', 'INV-SG-1002', 'INV-SG-1005'),
    cents: fc.integer({ min: 1, max: 90_000 }),
  }),
  fc.record({ do: fc.constantFrom('spend' as const, 'release' as const), which: fc.nat({ max: 4 }) }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 400 }) }),
);
let person = 100;

test('what is stored and the pure ledger say the same of every random sequence, and the database alone refuses an overdraft', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 16 }), async (steps) => {
      person += 1;
      const learnerId = await learnerNumber(services, person);
      const accountId = person * 1024 + (learnerId % 1024);
      await at.owner.query(
        `insert into learning_account.account values ($1, $2, 'sg', 'skillsfuture', '2021-01-01', now(), 'test')`,
        [learnerId, accountId],
      );
      const row = { learnerId, accountId, ...SG, openedOn: '2021-01-01' };
      services.clock.moveTo('2022-06-01');
      let pure: AccountState = EMPTY_ACCOUNT;
      const reservations: string[] = [];
      for (const one of steps) {
        const on = services.clock.today();
        if (one.do === 'wait') {
          services.clock.moveTo(dateOfDay(dayNumber(on) + one.days));
          continue;
        }
        const asked =
          one.do === 'grant'
            ? { kind: 'grant' as const, grant: one.grant, age: one.age }
            : one.do === 'reserve'
              ? { kind: 'reserve' as const, programme: one.programme, cents: one.cents }
              : { kind: one.do, reservation: reservations[one.which % Math.max(1, reservations.length)] ?? '7' };
        let id: string | null = null;
        let stored: string | null = null;
        try {
          id = String(await services.db.asBatch((tx) => enterIn(tx, services, row, rule, 'test', asked)));
        } catch (error) {
          stored = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        }
        const entry: AccountEntry = { id: id ?? `refused-${pure.entries.length}`, on, ...asked };
        const entered = enter(rule, pure, entry, new Set(listedProgrammes('sg', on).map((listed) => listed.id)));
        expect([asked, stored]).toEqual([asked, entered.ok ? null : entered.code]);
        if (!entered.ok) continue;
        pure = entered.state;
        if (asked.kind === 'reserve' && id !== null) reservations.push(id);
      }
      const on = services.clock.today();
      const events = await services.db.asBatch((tx) => accountEvents(tx, row));
      const state = stateOf(events);
      expect(state).toEqual(pure);
      const said = accountStatement(pure, on);
      const last = accountLines(events, on).at(-1) ?? { available: 0, reserved: 0, spent: 0 };
      expect([last.available, last.reserved, last.spent]).toEqual([said.available, said.reserved, said.spent]);
      await expectOverdraftRefused(row, on);
    }),
    { numRuns: 15, seed: 20_261_129 },
  );
});

/** Past the rule, straight into the tables: a cent more than is left, from each grant. */
async function expectOverdraftRefused(row: AccountRow, on: string): Promise<void> {
  const { lots } = stateOf(await services.db.asBatch((tx) => accountEvents(tx, row)));
  for (const { grant, left, expires } of lots)
    await expect(
      services.db.asBatch(async (tx) => {
        const last = (await standings(tx, row)).get(grant);
        const eventId = await nextId(tx);
        const leaf = { salt: Buffer.from('s'), hash: Buffer.from('h') };
        const words = {
          ...row,
          eventId,
          kind: 'reserve' as const,
          onDay: on,
          at: `${on}T00:00:00Z`,
          actor: 'x',
          grantId: null,
          age: null,
        };
        await insertAccountEvent(tx, { ...words, programme: 'p', cents: left + 1, reservation: null, leaf }, [
          { grant, step: (last?.step ?? 0) + 1, before: last?.left ?? 0, change: -(left + 1), expires },
        ]);
      }),
    ).rejects.toMatchObject({ code: '23514' });
}
