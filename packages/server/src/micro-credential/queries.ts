import { microCredentialContent } from '@recognition/recognition/micro-credential';
import type { OutcomeEvent } from '../catalogue/queries.ts';
import type { Tx } from '../database/connection.ts';
import type { KeptMicroCredential } from './document.ts';

const DOCUMENT = `m.micro_credential_id as key, m.public_id as id, m.code, m.version, m.status, m.developer_id as "developerId", o.public_id as developer,
  coalesce((select n.name from catalogue.organisation_name n where n.organisation_id = m.developer_id order by n.to_on desc nulls first, n.from_on desc limit 1),
    o.public_id) as "developerName",
  m.content, m.revision, m.submitted_at as "submittedAt", m.listed_on as "listedOn", m.discontinued_on as "discontinuedOn", m.changed_at as "changedAt"`;
const FROM = 'from catalogue.micro_credential m join catalogue.organisation o on o.organisation_id = m.developer_id';

type Row = { [Key in keyof KeptMicroCredential]: KeptMicroCredential[Key] };

// A document written before a field was added reads as one in which that field is missing.
const kept = (row: Row): KeptMicroCredential => ({ ...row, content: microCredentialContent.parse(row.content) });

/** The version with this id; null when the asker may not see it or there is none. */
export async function readById(tx: Tx, id: string, lock: 'locked' | 'free' = 'free'): Promise<KeptMicroCredential | null> {
  const { rows } = await tx.query<Row>({
    text: `select ${DOCUMENT} ${FROM} where m.public_id = $1${lock === 'locked' ? ' for update of m' : ''}`,
    values: [id],
  });
  return rows[0] === undefined ? null : kept(rows[0]);
}

/** Every version with this code that the asker may see, oldest first. */
export async function readVersions(tx: Tx, code: string): Promise<readonly KeptMicroCredential[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${DOCUMENT} ${FROM} where m.code = $1 order by m.version`,
    values: [code],
  });
  return rows.map(kept);
}

/** How many micro-credentials are read whole at once: for overlaps, and for the table of developers. */
const MOST = 5000;

/** Every one that is listed, by code. */
export async function readListed(tx: Tx): Promise<readonly KeptMicroCredential[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${DOCUMENT} ${FROM} where m.status = 'published' order by m.code collate "C" limit ${MOST}`,
  });
  return rows.map(kept);
}

export interface Search {
  readonly words: readonly string[];
  /** The lineage of a part. */
  readonly part: string | null;
  /** The public id of the organisation that answers for it. */
  readonly developer: string | null;
}

/** Listed micro-credentials that fit, by code, after the cursor's place. */
export async function searchListed(
  tx: Tx,
  { words, part, developer }: Search,
  after: string | null,
  limit: number,
): Promise<readonly KeptMicroCredential[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${DOCUMENT} ${FROM} where m.status = 'published'
      and (select bool_and(m.folded like '%' || replace(replace(replace(catalogue.fold(word), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
        from unnest($1::text[]) word) is not false
      and ($2::jsonb is null or m.content -> 'parts' @> $2) and ($3::text is null or o.public_id = $3)
      and ($4::text is null or m.code collate "C" > $4 collate "C")
      order by m.code collate "C" limit $5`,
    values: [words, part === null ? null : JSON.stringify([{ ref: part }]), developer, after, limit],
  });
  return rows.map(kept);
}

export interface WorkDocument extends KeptMicroCredential {
  /** What a steward said when it was last returned; null when it was handed in again since, or never returned. */
  readonly returnedNote: string | null;
  readonly returnedAt: Date | null;
}

/** Drafts, what waits and what is listed, of the organisation that asks; what was touched last comes first. */
export async function readOwn(tx: Tx, developerId: number, limit: number): Promise<readonly WorkDocument[]> {
  const { rows } = await tx.query<{ [Key in keyof WorkDocument]: WorkDocument[Key] }>({
    text: `select ${DOCUMENT}, r.note as "returnedNote", r.at as "returnedAt" ${FROM}
      left join lateral (select e.kind, e.note, e.at from catalogue.micro_credential_event e
        where e.micro_credential_id = m.micro_credential_id and e.kind in ('returned', 'submitted') order by e.event_id desc limit 1) r
        on r.kind = 'returned' and m.status = 'draft'
      where m.developer_id = $1 order by m.changed_at desc, m.micro_credential_id desc limit $2`,
    values: [developerId, limit],
  });
  return rows.map((row) => ({ ...row, content: microCredentialContent.parse(row.content) }));
}

/** What waits for a steward, longest first. */
export async function readWaiting(tx: Tx, limit: number): Promise<readonly KeptMicroCredential[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${DOCUMENT} ${FROM} where m.submitted_at is not null order by m.submitted_at, m.micro_credential_id limit $1`,
    values: [limit],
  });
  return rows.map(kept);
}

/** What happened to a version and was said of it, newest last. */
export async function readEvents(tx: Tx, key: number): Promise<readonly OutcomeEvent[]> {
  const { rows } = await tx.query<{ [Key in keyof OutcomeEvent]: OutcomeEvent[Key] }>({
    text: `select kind, at, note, path, account_id as "accountId", by_kind as by
      from catalogue.micro_credential_event where micro_credential_id = $1 order by event_id`,
    values: [key],
  });
  return rows;
}

/** How often each developer's documents were handed in and returned, by organisation; of those that are listed only. */
export async function countReturns(
  tx: Tx,
): Promise<ReadonlyMap<number, { readonly submitted: number; readonly returned: number }>> {
  const { rows } = await tx.query<{ developer: number; submitted: number; returned: number }>({
    text: `select m.developer_id as developer, count(*) filter (where e.kind = 'submitted')::integer as submitted,
        count(*) filter (where e.kind = 'returned')::integer as returned
      from catalogue.micro_credential_event e join catalogue.micro_credential m using (micro_credential_id)
      where m.status = 'published' group by m.developer_id`,
  });
  return new Map(rows.map(({ developer, submitted, returned }) => [developer, { submitted, returned }]));
}
