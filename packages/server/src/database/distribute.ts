import type pg from 'pg';

/** The big tables: every key of theirs begins with the learner, by whom Citus places them. */
export const DISTRIBUTED: readonly string[] = [
  'record.achievement_event',
  'record.achievement_state',
  'record.access_log',
  'award.award_event',
  'award.award_state',
  'award.spent',
  'award.outcome_credential',
  'notice.notice',
  'notice.collection',
  'dispute.dispute_event',
  'dispute.dispute_state',
  'sharing.share',
  'sharing.consent',
  'sharing.delegation',
  'sharing.log',
  'wallet.copy',
  'bank.bank_event',
  'bank.credit',
  'bank.posting',
  'learning_account.account',
  'learning_account.account_event',
  'learning_account.posting',
  'badges.consent',
  'badges.held',
  'badges.profile',
  'evidence.item',
  'rpl.application_event',
  'rpl.application_state',
  'rpl.application_outcome',
  'transfer.request_event',
  'transfer.request_state',
  'pathway.saved',
  'found.profile',
  'found.approach',
];

/** Tables that every node holds whole: the catalogue, and look-ups from a public id or a reference to a learner. */
export const REFERENCE: readonly string[] = [
  'catalogue.field',
  'catalogue.organisation',
  'catalogue.organisation_name',
  'catalogue.accreditation',
  'catalogue.skill_scheme',
  'catalogue.skill',
  'catalogue.skill_link',
  'catalogue.skill_scheme_version',
  'catalogue.skill_change',
  'catalogue.skill_term',
  'catalogue.skill_label',
  'catalogue.skill_lexeme_count',
  'catalogue.skill_answer',
  'catalogue.skill_crosswalk',
  'catalogue.job_role_source',
  'catalogue.job_role',
  'catalogue.skill_replacement',
  'catalogue.outcome_group',
  'catalogue.outcome',
  'catalogue.outcome_skill',
  'catalogue.outcome_exclusion',
  'catalogue.definition',
  'catalogue.micro_credential',
  'catalogue.taught',
  'catalogue.recognised_in',
  'catalogue.teaching',
  'catalogue.model_draft',
  'catalogue.outcome_summary',
  'catalogue.framework_entry',
  'record.result_reference',
  'record.reading_code',
  'award.locator',
  'award.status_list',
  'award.status_entry',
  'sharing.share_link',
  'wallet.offer',
  'wallet.authorization_request',
  'wallet.access_token',
  'bank.institution',
  'badges.code',
  'badges.token',
  'badges.visit',
  'transfer.agreement',
  'pathway.link',
];

/**
 * Places the tables over the nodes of a Citus cluster, where the extension is there and they are not placed yet. Answers whether it did
 * anything. Laid out for Citus; not run against one by our tests.
 */
export async function distribute(client: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(`select from pg_extension where extname = 'citus'`);
  if (rowCount === 0) return false;
  const { rows } = await client.query<{ name: string }>('select logicalrelid::text as name from pg_dist_partition');
  const placed = new Set(rows.map(({ name }) => name));
  const missing = [...REFERENCE, ...DISTRIBUTED].filter((name) => !placed.has(name));
  const reference = new Set(REFERENCE);
  for (const name of missing) {
    await client.query(
      reference.has(name)
        ? 'select create_reference_table($1::text::regclass)'
        : `select create_distributed_table($1::text::regclass, 'learner_id')`,
      [name],
    );
  }
  return missing.length > 0;
}
