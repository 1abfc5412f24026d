import type { Tx } from '../database/connection.ts';

/** An import as a steward sees it: whose and how many, never its file or its rows. */
export interface StewardImport {
  readonly batchId: number;
  readonly id: string;
  readonly providerId: number | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly recorded: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly rejected: number;
  /** Whether its withdrawal is asked and waits for a second person. */
  readonly asked: boolean;
}

/** A page of the imports that recorded something, the newest first; of one provider, or one by its id. */
export async function importsPage(
  tx: Tx,
  search: { readonly provider: string | null; readonly id: string | null },
  before: number | null,
  limit: number,
): Promise<readonly StewardImport[]> {
  const { rows } = await tx.query<{ [Key in keyof StewardImport]: StewardImport[Key] }>({
    text: `select b.batch_id as "batchId", b.public_id as id, b.provider_id as "providerId", b.started_at as "startedAt", b.ended_at as "endedAt",
        b.recorded, b.corrected, b.withdrawn, b.rejected,
        exists (select from award.second_person p where p.kind = 'withdraw-batch' and p.subject = b.public_id and p.settled_at is null) as asked
      from record.import_batch b
     where not b.dry_run and ($1::bigint is null or b.batch_id < $1)
       and ($2::text is null or b.provider_id = (select o.organisation_id from catalogue.organisation o where o.public_id = $2))
       and ($3::text is null or b.public_id = $3)
     order by b.batch_id desc limit $4`,
    values: [before, search.provider, search.id, limit],
  });
  return rows;
}
