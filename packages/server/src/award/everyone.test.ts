import { decide, type Field, nz } from '@recognition/recognition';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { testDatabase, type TestDatabase } from '../database/test-database.ts';
import { aliasSet } from '../identity/index.ts';
import { readRecord } from '../record/read-record.ts';
import type { Services } from '../services.ts';
import { testServices } from '../test-services.ts';
import { decideEveryone, type EveryoneStanding } from './everyone.ts';

const AS_OF = '2025-06-30';
const LEARNERS = 300;
let at: TestDatabase;
let services: Services;

beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at);
});
afterAll(() => at.end());

/** 300 invented learners over a catalogue with later versions, groups and exclusions; some learning is transferred, spent or merged. */
async function setScene({ owner }: TestDatabase): Promise<void> {
  await owner.query(`
    insert into catalogue.field (slug, position, name_en, name_mi) values ('health', 9, 'Health', 'Hauora'), ('business', 3, 'Business', 'Pakihi'), ('law-and-security', 11, 'Law', 'Ture') on conflict do nothing;
    insert into catalogue.organisation (public_id, kind) values ('org-kea', 'provider');
    insert into catalogue.accreditation (organisation_id, from_on, scope_kind) select organisation_id, '2000-01-01', 'all' from catalogue.organisation where public_id = 'org-kea';
    insert into catalogue.outcome_group (group_id, code, lineage, credits, members) values ('g-1', 'G1', 'G1', 12, 2), ('g-2', 'G2', 'G2', 25, 2);
    insert into catalogue.outcome (public_id, code, version, lineage, name, credits, level, field, status, group_id)
      select 'o-' || n, 'K' || n, 1, 'K' || (case when n > 50 then n - 40 else n end), 'Invented outcome ' || n,
        case when n <= 4 then 0 else 2 + n * 7 % 11 end, 3, case when n <= 4 then 'health' else (array['health', 'business', 'law-and-security'])[1 + n % 3] end, 'published',
        case when n <= 4 then 'g-' || (n + 1) / 2 end
        from generate_series(1, 60) n;
    insert into catalogue.outcome_exclusion (lineage, excludes) values ('K5', 'K6'), ('K7', 'G2'), ('K1', 'K9');
    insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, status, countable, reference)
      select l * 1024 + l % 1024, (l * 64 + k) * 1024 + l % 1024, o.outcome_id, p.organisation_id, d.day, d.day, case when c.ok then 'achieved' else 'not-achieved' end,
          'assessed', 'confirmed', c.ok, 'r-' || l || '-' || k
        from generate_series(1, ${LEARNERS}) l cross join generate_series(1, 24) k
        cross join lateral (select (hashint8(l * 1000 + k)::bigint & 1048575)::integer as h) r
        cross join lateral (select date '2012-01-01' + r.h % 5200 as day) d cross join lateral (select r.h % 31 > 0 as ok) c
        join catalogue.outcome o on o.public_id = 'o-' || 1 + (r.h / 8) % 60 join catalogue.organisation p on p.public_id = 'org-kea' where k <= 2 + l % 23;
    -- Every tenth learner has a result that was transferred from an earlier one.
    update record.achievement_state s set mode = 'crt', source_id = b.achievement_id, original_on = b.achieved_on, counting_on = b.counting_on
      from record.achievement_state b where b.learner_id = s.learner_id and s.learner_id / 1024 % 10 = 0 and s.reference like 'r-%-3' and b.reference like 'r-%-1'
        and b.achieved_on <= s.achieved_on;
    -- Every seventh has spent a lineage.
    insert into award.award_state (learner_id, award_id, public_id, award, version, major, credits, from_on, to_on, issued_on, status, policy_id, policy_version,
        decision_input, decision_trace, selection, credential_id, credential)
      select learner_id, learner_id, 'award-' || learner_id, 'alq', 1, null, 40, date '2012-01-01', date '2018-01-01', date '2018-02-01', 'live', 'nz-alq', '2025.1',
        '{}', '{}', array['x'], 'urn:x', '{}' from (select distinct learner_id from record.achievement_state where learner_id / 1024 % 7 = 0) l;
    insert into award.spent (learner_id, lineage, award_id, achievement_id)
      select distinct on (s.learner_id, o.lineage) s.learner_id, o.lineage, s.learner_id, s.achievement_id from record.achievement_state s join catalogue.outcome o using (outcome_id)
       where s.learner_id / 1024 % 7 = 0 and s.reference similar to 'r-%-(1|2|5)' order by s.learner_id, o.lineage, s.achievement_id;
    -- Two pairs are one person each.
    insert into identity.learner (learner_id, nsn_hash, nsn_cipher, hash_key, cipher_key, birth_date)
      select l * 1024 + l, sha256(l::text::bytea), 'x', 'k', 'k', '1990-01-01' from unnest(array[11, 12, 22, 23]) l;
    insert into identity.learner_alias (learner_id, master_id, merged_at) values (12 * 1024 + 12, 11 * 1024 + 11, now()), (22 * 1024 + 22, 23 * 1024 + 23, now());
  `);
}

test('every learner is answered as their own record is decided, once', async () => {
  const told = new Map<number, EveryoneStanding | null>();
  const counts = await decideEveryone(services, {
    asOf: AS_OF,
    workers: 2,
    onLearner: (learner, standing) => {
      expect(told.has(learner)).toBe(false);
      told.set(learner, standing);
    },
  });
  const { rows } = await at.owner.query<{ learner_id: number }>(
    'select distinct learner_id from record.achievement_state where countable and counting_on <= $1',
    [AS_OF],
  );
  const catalogue = await loadSnapshot(services);
  const expected = new Map<number, EveryoneStanding>();
  const majors: Partial<Record<Field, number>> = {};
  for (const { learner_id: learner } of rows) {
    const ids = await aliasSet(services, learner);
    if (expected.has(ids[0]!)) continue;
    const { record } = await services.db.asBatch((tx) => readRecord(tx, catalogue, ids, AS_OF));
    const decision = decide(nz, 'alq', record, { asOf: AS_OF });
    const attained = decision.majors.filter(({ missing }) => missing === 0).map(({ field }) => field);
    for (const field of attained) majors[field] = (majors[field] ?? 0) + 1;
    expected.set(ids[0]!, { eligible: decision.eligible, majors: attained });
  }
  expect(new Map([...told].sort(([a], [b]) => a - b))).toEqual(new Map([...expected].sort(([a], [b]) => a - b)));
  const eligible = [...expected.values()].filter((one) => one.eligible).length;
  expect(counts).toMatchObject({ asOf: AS_OF, learners: LEARNERS - 2, eligible, majors, tooEntangled: 0 });
  expect(eligible).toBeGreaterThan(50);
  expect(eligible).toBeLessThan(LEARNERS - 50);
  expect(counts.fromRecords).toBeGreaterThan(40);
  expect(counts.fromRecords).toBeLessThan(100);
  const { rows: counted } = await at.owner.query<{ count: number }>(
    'select count(*)::integer as count from record.achievement_state where countable and counting_on <= $1',
    [AS_OF],
  );
  expect(counts.achievements).toBe(counted[0]?.count);
});

test('one worker answers as two do, and an empty day answers nobody', async () => {
  const [one, two] = [
    await decideEveryone(services, { asOf: AS_OF, workers: 1 }),
    await decideEveryone(services, { asOf: AS_OF, workers: 2 }),
  ];
  expect(one).toEqual(two);
  expect(await decideEveryone(services, { asOf: '2001-01-01', workers: 2 })).toMatchObject({
    learners: 0,
    achievements: 0,
    eligible: 0,
  });
});
