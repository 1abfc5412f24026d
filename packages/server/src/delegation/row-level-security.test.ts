import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Acting } from '../database/connection.ts';
import { SessionEnded } from '../database/connection.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';

let at: TestDatabase;
const MINE = 1025;
const OTHER = 2050;
const AUTHORITY = 5 * 1024 + 1;
const ACCOUNT = 901;

beforeAll(async () => {
  at = await testDatabase();
  await at.owner.query(`
    insert into catalogue.organisation (organisation_id, public_id, kind) overriding system value values (901, 'one', 'provider');
    insert into catalogue.outcome (outcome_id, public_id, code, version, lineage, name, status, developer_id) overriding system value
      values (901, 'pub', 'pub', 1, 'pub', 'Published', 'published', 901);
    insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, status, countable, reference)
      select id, id, 901, 901, '2024-01-01', '2024-01-01', 'achieved', 'assessed', 'confirmed', true, 'r' || id from unnest(array[${MINE}, ${OTHER}]::bigint[]) id;
    insert into record.access_log (learner_id, actor, purpose, what) values (${MINE}, 'x', 'p', 'w');
    insert into account.account (account_id, issuer, subject) overriding system value values (${ACCOUNT}, 'i', 'a'), (902, 'i', 'b');
    insert into award.locator (public_id, learner_id) values ('mine', ${MINE}), ('other', ${OTHER});
    insert into sharing.share (learner_id, share_id, audience, purpose, expires_on, made_at, made_by, changed_at)
      select id, id, 'a', 'p', '2030-01-01', now(), 'x', now() from unnest(array[${MINE}, ${OTHER}]::bigint[]) id;
    insert into sharing.delegation (learner_id, delegation_id, authority, from_on, made_at, made_by)
      values (${MINE}, ${AUTHORITY}, 'agent', current_date - 9, now(), 'x'), (${MINE}, ${AUTHORITY + 1024}, 'agent', current_date, now(), 'x'),
             (${OTHER}, ${AUTHORITY + 1}, 'agent', current_date, now(), 'x');
    insert into sharing.log (learner_id, log_id, about, about_id, kind, at, actor)
      values (${MINE}, 1, 'share', ${MINE}, 'opened', now(), 'link'), (${MINE}, 2, 'delegation', ${AUTHORITY}, 'accepted', now(), 'delegate:1'),
             (${MINE}, 3, 'delegation', ${AUTHORITY + 1024}, 'made', now(), 'account:1');
    insert into notice.notice (learner_id, notice_id, code) values (${MINE}, 1, 'collected');
  `);
});
afterAll(() => at.end());
beforeEach(() => holds());

/** What the authority says, apart from being accepted and open. */
async function holds(changes: { acts?: readonly string[]; set?: string } = {}): Promise<void> {
  await at.owner.query(
    `update sharing.delegation set account_id = ${ACCOUNT}, accepted_at = now(), ended_at = null, to_on = null, from_on = current_date - 9, acts = $1 where delegation_id = ${AUTHORITY}`,
    [changes.acts ?? []],
  );
  if (changes.set !== undefined)
    await at.owner.query(`update sharing.delegation set ${changes.set} where delegation_id = ${AUTHORITY}`);
}

async function delegate(learner = MINE, delegation = AUTHORITY, account = ACCOUNT): Promise<Acting> {
  const token = randomUUID();
  await at.owner.query(
    `insert into access.session (token_hash, kind, account_id, learner_id, delegation_id, expires_at) values (sha256(convert_to($1, 'UTF8')), 'learner', $2, $3, $4, now() + interval '1 hour')`,
    [token, account, learner, delegation],
  );
  return { kind: 'learner', token };
}

async function attempt(acting: Acting, text: string): Promise<number | 'denied' | 'ended'> {
  try {
    return await at.db.as(acting, async (tx) => (await tx.query({ text })).rowCount);
  } catch (error) {
    if (error instanceof SessionEnded) return 'ended';
    if (error instanceof Error && 'code' in error && error.code === '42501') return 'denied';
    throw error;
  }
}

const READS = ['record.achievement_state', 'record.access_log', 'award.locator'] as const;
const CLAIMS = `insert into award.spent (learner_id, lineage, award_id, achievement_id) values (${MINE}, 'pub', 9, ${MINE})`;
const DISPUTES = `insert into dispute.dispute_event (learner_id, event_id, dispute_id, kind, actor, leaf_salt, leaf_hash) values (${MINE}, 9, 9, 'opened', 'x', '', '')`;
const SHARES = `update sharing.share set purpose = 'q'`;

describe('a delegate', () => {
  test('reads the record of the one learner, and of nobody else', async () => {
    const acting = await delegate();
    for (const table of READS) expect(await attempt(acting, `select * from ${table}`), table).toBe(1);
    expect(await attempt(acting, `select * from record.achievement_state where learner_id = ${OTHER}`)).toBe(0);
  });

  test.each([
    ['claim', CLAIMS],
    ['dispute', DISPUTES],
  ] as const)('without the act of %s writes none of it', async (act, text) => {
    await holds({ acts: (['claim', 'share', 'dispute'] as const).filter((one) => one !== act) });
    expect(await attempt(await delegate(), text)).toBe('denied');
    await holds({ acts: [act] });
    expect(await attempt(await delegate(), text)).toBe(1);
    await at.owner.query('delete from award.spent; truncate dispute.dispute_event');
  });

  test('without the act of claiming draws no place on a status list, and ends no credential', async () => {
    const DRAWS = `select * from award.draw_status_index('revocation', ${MINE}, 'mine')`;
    const ENDS = `select award.set_status('revocation', 'mine', true)`;
    await holds({ acts: ['share', 'dispute'] });
    expect(await attempt(await delegate(), DRAWS)).toBe('denied');
    await holds({ acts: ['claim'] });
    expect(await attempt(await delegate(), DRAWS)).toBe(1);
    await holds({ acts: ['share', 'dispute'] });
    expect(await attempt(await delegate(), ENDS)).toBe('denied');
    // Nor does somebody whose sign-in is linked to no record.
    expect(await attempt(await at.session('learner', { accountId: 902 }), ENDS)).toBe('denied');
    await holds({ acts: ['claim'] });
    expect(await attempt(await delegate(), ENDS)).toBe(1);
  });

  test('without the act of claiming offers nothing to a wallet', async () => {
    const OFFERS = `insert into wallet.offer (handle_hash, learner_id, what, item, code_hash, pin_hash, pin_key, made_at, made_by, expires_at)
      values ('h', ${MINE}, 'award', 'x', 'c', 'p', 'k', now(), 'x', now())`;
    await holds({ acts: ['share', 'dispute'] });
    expect(await attempt(await delegate(), OFFERS)).toBe('denied');
    await holds({ acts: ['claim'] });
    expect(await attempt(await delegate(), OFFERS)).toBe(1);
  });

  test('without the act of sharing neither sees nor changes what is shared; with it the learner’s own only', async () => {
    await holds({ acts: ['claim', 'dispute'] });
    const without = await delegate();
    for (const table of ['share', 'share_link', 'consent'])
      expect(await attempt(without, `select * from sharing.${table}`), table).toBe(0);
    expect(await attempt(without, SHARES)).toBe(0);
    expect(
      await attempt(
        without,
        `insert into record.reading_code (code_hash, learner_id, uses_left, made_at, expires_at) values ('x', ${MINE}, 1, now(), now())`,
      ),
    ).toBe('denied');
    await holds({ acts: ['share'] });
    expect(await attempt(await delegate(), SHARES)).toBe(1);
  });

  test('sees the authority that they act under and no other, and changes none', async () => {
    await holds({ acts: ['claim', 'share', 'dispute'] });
    const acting = await delegate();
    expect(await attempt(acting, 'select * from sharing.delegation')).toBe(1);
    expect(await attempt(acting, `update sharing.delegation set to_on = null, acts = '{claim,share,dispute}'`)).toBe(0);
    expect(
      await attempt(
        acting,
        `insert into sharing.delegation (learner_id, delegation_id, authority, from_on, made_at, made_by) values (${MINE}, 7, 'agent', current_date, now(), 'x')`,
      ),
    ).toBe('denied');
    expect(await attempt(acting, `select * from sharing.log where about = 'delegation'`)).toBe(1);
    expect(
      await attempt(
        acting,
        `insert into sharing.log (learner_id, log_id, about, about_id, kind, at, actor) values (${MINE}, 77, 'delegation', ${AUTHORITY}, 'left', now(), 'account:1')`,
      ),
    ).toBe('denied');
  });

  test('reads no notice of the learner’s, and marks none as seen', async () => {
    const acting = await delegate();
    expect(await attempt(acting, 'select * from notice.notice')).toBe(0);
    expect(await attempt(acting, 'update notice.notice set seen_at = now()')).toBe(0);
  });

  test.each([
    ['has ended', 'ended_at = now()'],
    ['is past its time', 'to_on = current_date - 2'],
    ['has not begun', 'from_on = current_date + 2'],
    ['was never taken', 'accepted_at = null'],
    ['is another person’s', 'account_id = 902'],
  ])('whose authority %s has no session, at once', async (_, set) => {
    const acting = await delegate();
    expect(await attempt(acting, `select * from record.achievement_state`)).toBe(1);
    await holds({ set });
    expect(await attempt(acting, `select * from record.achievement_state`)).toBe('ended');
    const asked = await at.db.ask({ text: `select * from access.authenticate($1, '2 hours')`, values: [acting.token] });
    expect(asked).toEqual([]);
  });

  test('whose authority ends in the middle of a transaction reads nothing more', async () => {
    const seen = await at.db.as(await delegate(), async (tx) => {
      const before = (await tx.query({ text: 'select * from record.achievement_state' })).rowCount;
      await holds({ set: 'ended_at = now()' });
      return [before, (await tx.query({ text: 'select * from record.achievement_state' })).rowCount];
    });
    expect(seen).toEqual([1, 0]);
  });

  test('gains nothing from an authority over somebody else', async () => {
    expect(await attempt(await delegate(OTHER, AUTHORITY), 'select * from record.achievement_state')).toBe('ended');
    expect(await attempt(await delegate(MINE, AUTHORITY + 1), 'select * from record.achievement_state')).toBe('ended');
  });
});

test('the learner themself does all of it', async () => {
  const acting = await at.session('learner', { learnerId: MINE, accountId: 902 });
  for (const text of [SHARES, CLAIMS, DISPUTES, 'update notice.notice set seen_at = now()'])
    expect(await attempt(acting, text), text).toBe(1);
  expect(await attempt(acting, 'select * from sharing.delegation')).toBe(2);
});
