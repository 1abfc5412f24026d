import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { TestDatabase } from '../database/test-database.ts';
import type { SignedIn } from '../http/route.ts';

/** The learner of the tests, and a second one. Invented. */
export const LEARNER = 5 * 1024 + 7;
export const OTHER = 6 * 1024 + 8;
export const NSN = '0000123456';

/** One provider accredited for everything, twelve outcomes of 5 credits each (o-1 … o-12, the first six in Health, the rest in Business). */
export async function setScene(owner: pg.Client): Promise<void> {
  await owner.query(`
    insert into catalogue.field (slug, position, name_en, name_mi) values ('health', 9, 'Health', 'Hauora'), ('business', 3, 'Business', 'Pakihi') on conflict do nothing;
    insert into catalogue.organisation (public_id, kind) values ('org-kea', 'private-training-establishment');
    insert into catalogue.organisation_name (organisation_id, name) select organisation_id, 'Kea Training' from catalogue.organisation where public_id = 'org-kea';
    insert into catalogue.accreditation (organisation_id, from_on, scope_kind) select organisation_id, '2010-01-01', 'all' from catalogue.organisation where public_id = 'org-kea';
    insert into catalogue.outcome (public_id, code, version, lineage, name, credits, level, field, status, assessments, theory, practice)
      select 'o-' || n, 'K' || n, 1, 'K' || n, 'Invented outcome ' || n, 5, 3, case when n <= 6 then 'health' else 'business' end, 'draft',
        '[{"lang":"en","text":"A task is done before an assessor."}]', '[{"lang":"en","text":"Why it is done."}]', '[{"lang":"en","text":"How it is done."}]'
        from generate_series(1, 12) n;
    insert into catalogue.outcome_skill (outcome_id, uri, scheme, label, relation)
      select outcome_id, 'https://skills.example/' || code, 'example', 'Skill of ' || code, 'earns' from catalogue.outcome;
    update catalogue.outcome set status = 'published';
  `);
  // The sequence goes on after the ids that the scene takes: else, now and then, an imported learner would get one of them.
  await owner.query(`select setval('identity.learner_sequence', 1000)`);
  for (const [learner, nsn, family] of [
    [LEARNER, NSN, 'Rimu'],
    [OTHER, '0000123457', 'Kauri'],
  ] as const) {
    await owner.query(
      `insert into identity.learner (learner_id, nsn_hash, nsn_cipher, hash_key, cipher_key, birth_date) values ($1, $2, 'x', 'k', 'k', '1990-01-01')`,
      [learner, createHash('sha256').update(nsn).digest()],
    );
    await owner.query(
      `insert into identity.learner_name (learner_id, kind, family_name, given_names, folded) values ($1, 'legal', $2, 'Mere', $3)`,
      [learner, family, `mere ${family.toLowerCase()}`],
    );
    await owner.query(
      `insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, status, countable, reference)
       select $1::bigint, n * 1024 + $1::bigint % 1024, o.outcome_id, p.organisation_id, date '2023-01-01' + n, date '2023-01-01' + n, 'achieved', 'assessed', 'confirmed', true, 'r-' || n
         from generate_series(1, 12) n join catalogue.outcome o on o.public_id = 'o-' || n cross join catalogue.organisation p where p.public_id = 'org-kea'`,
      [learner],
    );
  }
}

/** The ids of the learner's achievements of these outcomes, by number. */
export function ids(...numbers: readonly number[]): string[] {
  return numbers.map((n) => String(n * 1024 + (LEARNER % 1024)));
}

export async function signInLearner(
  at: TestDatabase,
  learnerId: number = LEARNER,
): Promise<SignedIn & { readonly learnerId: number }> {
  const acting = await at.session('learner', { learnerId });
  return {
    acting,
    kind: 'learner',
    actor: `account:${learnerId}`,
    accountId: learnerId,
    clientId: null,
    learnerId,
    organisationId: null,
    roles: [],
    scopes: [],
  };
}

export async function signInSteward(at: TestDatabase, accountId: number): Promise<SignedIn> {
  const acting = await at.session('steward', { accountId, roles: ['steward'] });
  return {
    acting,
    kind: 'steward',
    actor: `account:${accountId}`,
    accountId,
    clientId: null,
    learnerId: null,
    organisationId: null,
    roles: ['steward'],
    scopes: [],
  };
}

/** Tells the record that an achievement was withdrawn or confirmed again, as an import does. */
export async function setStatusOf(owner: pg.Client, achievementId: string, status: 'confirmed' | 'withdrawn'): Promise<void> {
  await owner.query(`update record.achievement_state set status = $2 where learner_id = $3 and achievement_id = $1`, [
    achievementId,
    status,
    LEARNER,
  ]);
}
