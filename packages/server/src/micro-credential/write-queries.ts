import type { MicroCredentialContent } from '@recognition/recognition/micro-credential';
import { accountOf, type CatalogueActor, kindOf } from '../catalogue/actor.ts';
import type { Tx } from '../database/connection.ts';
import type { Status } from './document.ts';

/** Inserts a draft; answers its key. A code and version that are there break the unique key (23505). */
export async function insertDraft(
  tx: Tx,
  draft: {
    readonly id: string;
    readonly code: string;
    readonly version: number;
    readonly developerId: number;
    readonly content: MicroCredentialContent;
  },
  at: Date,
): Promise<number> {
  const { rows } = await tx.query<{ key: number }>({
    text: `insert into catalogue.micro_credential (public_id, code, version, developer_id, content, changed_at)
      values ($1, $2, $3, $4, $5, $6) returning micro_credential_id as key`,
    values: [draft.id, draft.code, draft.version, draft.developerId, JSON.stringify(draft.content), at],
  });
  return rows[0]?.key ?? -1;
}

/** Replaces what is written of a draft. */
export async function rewriteDraft(tx: Tx, key: number, content: MicroCredentialContent, at: Date): Promise<void> {
  await tx.query({
    text: `update catalogue.micro_credential set content = $2, revision = revision + 1, changed_at = $3 where micro_credential_id = $1`,
    values: [key, JSON.stringify(content), at],
  });
}

/** Moves a version to another state; what is not named becomes null, except the day of a listing, which stays. */
export async function moveDocument(
  tx: Tx,
  key: number,
  to: { readonly status: Status; readonly submittedAt?: Date; readonly listedOn?: string; readonly discontinuedOn?: string },
  at: Date,
): Promise<void> {
  await tx.query({
    text: `update catalogue.micro_credential set status = $2, submitted_at = $3, listed_on = coalesce(listed_on, $4), discontinued_on = $5, changed_at = $6
      where micro_credential_id = $1`,
    values: [key, to.status, to.submittedAt ?? null, to.listedOn ?? null, to.discontinuedOn ?? null, at],
  });
}

export interface NewEvent {
  readonly key: number;
  readonly kind: 'created' | 'changed' | 'submitted' | 'returned' | 'comment' | 'published' | 'discontinued';
  readonly note?: string;
  /** The part of the document that it is about. */
  readonly path?: string;
}

export async function insertEvents(tx: Tx, events: readonly NewEvent[], actor: CatalogueActor, at: Date): Promise<void> {
  await tx.query({
    text: `insert into catalogue.micro_credential_event (micro_credential_id, kind, at, account_id, by_kind, path, note)
      select x.key, x.kind, $2, $3, $4, x.path, x.note from jsonb_to_recordset($1) as x (key integer, kind text, path text, note text)`,
    values: [JSON.stringify(events), at, accountOf(actor), kindOf(actor)],
  });
}
