import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { testServices } from '../test-services.ts';
import {
  addName,
  aliasSet,
  createLearners,
  foldName,
  learnerName,
  matchLearners,
  mergeLearners,
  ownNsn,
  rekeyLearners,
  type ReportedIdentity,
  samePerson,
  undoMerge,
} from './index.ts';

let at: TestDatabase;
beforeAll(async () => {
  at = await testDatabase();
});
afterAll(() => at.end());

const person = (nsn: string, changes: Partial<ReportedIdentity> = {}): ReportedIdentity => ({
  nsn,
  familyName: 'Ngata',
  givenNames: 'Aroha Mere',
  birthDate: '2001-02-03',
  ...changes,
});

async function learner(services: ReturnType<typeof testServices>, identity: ReportedIdentity): Promise<number> {
  const [id] = await createLearners(services, 'operator', [identity]);
  if (typeof id !== 'number') throw new Error(`no learner was made: ${id}`);
  return id;
}

describe('a name is compared', () => {
  test.each([
    ['case', 'NGATA', 'aroha'],
    ['macrons', 'Ngatā', 'Ārohā'],
    ['decomposed macrons', 'Ngata\u0304', 'Aroha'],
    ['doubled vowels', 'Ngaataa', 'Aarohaa'],
    ['order', 'Aroha', 'Ngata'],
    ['spaces and hyphens', ' Ngata ', '-Aroha'],
  ])('without regard to %s', (_, family, given) => expect(foldName(family, given)).toBe('aroha ngata'));

  test('apostrophes join, hyphens part, letters without a mark of their own are plain', () => {
    expect(foldName("O'Brien", 'Seán')).toBe(foldName('OBrien', 'Sean'));
    expect(foldName('Smith-Jones', 'Bjørn')).toBe('bjorn jones smith');
    expect(foldName('', '· –')).toBe('');
    expect(foldName('李', '小龍')).toBe('小龍 李');
  });
});

describe('matching', () => {
  test('confirms NSN, name and birth date together, and answers one thing for all else', async () => {
    const services = testServices(at, { settings: { newLearners: 'refuse' } });
    const creating = testServices(at);
    const id = await learner({ ...services, settings: creating.settings }, person('0000000001'));
    await addName(services, id, 'preferred', 'Ngata-Smith', 'Roha');
    await addName(services, id, 'former', 'Tamihana', 'Aroha');
    const answers = await matchLearners(services, 'organisation:1', [
      person('0000000001'),
      person('0000000001', { familyName: 'aroha mere', givenNames: 'NGĀTA' }),
      person('0000000001', { familyName: 'Ngata-Smith', givenNames: 'Roha' }),
      person('0000000001', { familyName: 'Tamihana', givenNames: 'Aroha' }),
      person('0000000001', { familyName: 'Other' }),
      person('0000000001', { birthDate: '2001-02-04' }),
      person('0000000001', { birthDate: '1918-11-11' }),
      person('0000000001', { birthDate: null }),
      person('0000000002'),
      person('12345'),
    ]);
    const no = 'identity-not-confirmed';
    expect(answers).toEqual([id, id, id, id, no, no, no, no, no, no]);
  });

  test('an NSN that is unknown creates a learner only where the setting says so, and only with a full identity', async () => {
    const services = testServices(at);
    const asked = [
      person('0000000010'),
      person('0000000011', { birthDate: '1918-11-11' }),
      person('0000000012', { familyName: '', givenNames: '' }),
    ];
    expect(await matchLearners(services, 'operator', asked)).toEqual(['new', 'identity-not-confirmed', 'identity-not-confirmed']);
    const [made, ...rest] = await createLearners(services, 'operator', [
      ...asked,
      person('0000000010'),
      person('0000000010', { familyName: 'Other' }),
    ]);
    expect(made).toEqual(expect.any(Number));
    expect(rest).toEqual(['identity-not-confirmed', 'identity-not-confirmed', made, 'identity-not-confirmed']);
    const { rows } = await at.owner.query(
      'select confirmed, bucket::integer, learner_id % 1024 as rest from identity.learner where learner_id = $1',
      [made],
    );
    expect(rows[0]).toMatchObject({ confirmed: false, bucket: rows[0].rest });
  });

  test('two that report the same new person at one moment get one learner', async () => {
    const services = testServices(at);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => createLearners(services, 'operator', [person('0000000020'), person('0000000021')])),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('an asker that misses too often is answered no more, right or wrong, until the hour is over; another still is', async () => {
    const services = testServices(at, { settings: { newLearners: 'refuse', identityMissesPerHour: 3 } });
    const id = await learner({ ...services, settings: testServices(at).settings }, person('0000000030'));
    const wrong = person('0000000030', { birthDate: '1999-01-01' });
    expect(await matchLearners(services, 'organisation:9', [wrong, wrong, person('0000000030')])).toEqual([
      'identity-not-confirmed',
      'identity-not-confirmed',
      id,
    ]);
    expect(await matchLearners(services, 'organisation:9', [wrong, person('0000000030')])).toEqual([
      'identity-not-confirmed',
      'identity-probing',
    ]);
    expect(await matchLearners(services, 'organisation:9', [person('0000000030')])).toEqual(['identity-probing']);
    expect(await matchLearners(services, 'organisation:8', [person('0000000030')])).toEqual([id]);
    services.clock.moveTo('2026-11-25');
    expect(await matchLearners(services, 'organisation:9', [person('0000000030')])).toEqual([id]);
    const { rows } = await at.owner.query(
      `select sum(missed)::integer as missed from identity.asked where asker = 'organisation:9'`,
    );
    expect(rows).toEqual([{ missed: 3 }]);
  });

  test('each of 20,000 rows is matched', async () => {
    const services = testServices(at);
    const many = Array.from({ length: 20_000 }, (_, n) => person(`0001${String(n).padStart(6, '0')}`));
    await createLearners(services, 'operator', many);
    const answers = await matchLearners(services, 'operator', many);
    expect(answers.every((answer) => typeof answer === 'number')).toBe(true);
  });
});

describe('what is kept', () => {
  test('the NSN is nowhere in the clear, and its learner may have it', async () => {
    const services = testServices(at);
    const id = await learner(services, person('0000000040'));
    const { rows } = await at.owner.query('select l::text as whole, nsn_cipher from identity.learner l where learner_id = $1', [
      id,
    ]);
    expect(rows[0].whole).not.toContain('0000000040');
    expect(rows[0].nsn_cipher.toString('latin1')).not.toContain('0000000040');
    expect(await ownNsn(services, id)).toBe('0000000040');
    await expect(ownNsn(services, 5)).rejects.toMatchObject({ code: 'learner-not-found' });
    expect(await learnerName(services, id)).toBe('Aroha Mere Ngata');
    await addName(services, id, 'preferred', 'Ngata', 'Roha');
    expect(await learnerName(services, id)).toBe('Roha Ngata');
  });

  test.each(['nsn-index', 'nsn-encryption'] as const)(
    'a new key for %s finds and reads everybody before, while and after all is rewritten',
    async (purpose) => {
      const other = await testDatabase();
      try {
        const services = testServices(other);
        const people = Array.from({ length: 1500 }, (_, n) => person(`0002${String(n).padStart(6, '0')}`));
        const ids = await createLearners(services, 'operator', people);
        await services.keys.rotate(purpose);
        expect(await matchLearners(services, 'operator', people)).toEqual(ids);
        expect(await rekeyLearners(services, purpose)).toBe(1500);
        expect(await rekeyLearners(services, purpose)).toBe(0);
        await services.keys.forgetRetired(purpose);
        expect(await matchLearners(services, 'operator', people)).toEqual(ids);
        expect(await ownNsn(services, Number(ids[7]))).toBe('0002000007');
      } finally {
        await other.end();
      }
    },
  );
});

describe('a merge of NSNs', () => {
  test('is a row that joins, and is undone without a trace in what was reported', async () => {
    const services = testServices(at);
    const [a, b, c] = [
      await learner(services, person('0000000050')),
      await learner(services, person('0000000051')),
      await learner(services, person('0000000052')),
    ];
    expect(await mergeLearners(services, '0000000050', '0000000051')).toBe('merged');
    expect(await mergeLearners(services, '0000000050', '0000000051')).toBe('unchanged');
    expect(await mergeLearners(services, '0000000051', '0000000052')).toBe('merged');
    expect(await aliasSet(services, b)).toEqual([a, b, c].sort((x, y) => x - y));
    expect(await samePerson(services, a, c)).toBe(true);
    expect(await mergeLearners(services, '0000000052', '0000000050')).toBe('same-person');
    expect(await mergeLearners(services, '0000000099', '0000000050')).toBe('nsn-unknown');
    const session = await at.session('learner', { learnerId: c });
    const seen = await at.db.as(session, (tx) => tx.query<{ ids: string[] }>({ text: 'select access.own_learners() as ids' }));
    expect(seen.rows[0]?.ids.map(Number)).toContain(a);
    expect(await undoMerge(services, '0000000050', '0000000051')).toBe('undone');
    expect(await undoMerge(services, '0000000050', '0000000051')).toBe('unchanged');
    expect(await aliasSet(services, a)).toEqual([a]);
    expect(await samePerson(services, b, c)).toBe(true);
  });
});
