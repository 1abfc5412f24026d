import type { Agreement } from '@recognition/recognition/prior-learning';
import type { Tx } from '../database/connection.ts';
import type { Leaf } from '../log/leaf.ts';

export type TransferStatus = 'asked' | 'accepted' | 'declined' | 'withdrawn';

/** A request as it stands. Ids are bigint within safe integers; dates `YYYY-MM-DD`. */
export interface TransferRow {
  readonly learnerId: number;
  readonly requestId: number;
  readonly sourceId: number | null;
  readonly itemId: number | null;
  readonly award: string | null;
  readonly issuer: string | null;
  readonly firstOn: string;
  readonly outcomeId: number;
  readonly providerId: number;
  readonly agreement: string | null;
  readonly words: string;
  readonly status: TransferStatus;
  readonly askedAt: Date;
  readonly answer: string | null;
  readonly decidedOn: string | null;
}

type Row<T> = { [Key in keyof T]: T[Key] };

const COLUMNS = `learner_id as "learnerId", request_id as "requestId", source_id as "sourceId", item_id as "itemId", award, issuer, first_on as "firstOn",
  outcome_id as "outcomeId", provider_id as "providerId", agreement, words, status, asked_at as "askedAt", answer, decided_on as "decidedOn"`;

export interface TransferEvent {
  readonly learnerId: number;
  readonly requestId: number;
  readonly kind: TransferStatus;
  readonly at: string;
  readonly actor: string;
  readonly words: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly leaf: Leaf;
}

const EVENT = `insert into transfer.request_event (learner_id, event_id, request_id, kind, at, actor, words, detail, leaf_salt, leaf_hash)
  select learner_id, nextval('transfer.event_sequence'), request_id, $3, $4::timestamptz, $5, $6, $7::jsonb, $8, $9 from state`;

function eventValues({ learnerId, requestId, kind, at, actor, words, detail, leaf }: TransferEvent): unknown[] {
  return [learnerId, requestId, kind, at, actor, words, JSON.stringify(detail), leaf.salt, leaf.hash];
}

export async function nextRequestId(tx: Tx, learnerId: number): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({
    text: `select nextval('transfer.request_sequence') * 1024 + $1::bigint % 1024 as id`,
    values: [learnerId],
  });
  return rows[0]!.id;
}

export type NewTransfer = Pick<
  TransferRow,
  'sourceId' | 'itemId' | 'award' | 'issuer' | 'firstOn' | 'outcomeId' | 'providerId' | 'agreement' | 'words'
>;

/** The request and its first event in one statement. False when the same is asked of this provider already. */
export async function insertTransfer(tx: Tx, event: TransferEvent, asked: NewTransfer): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `with state as (
        insert into transfer.request_state (learner_id, request_id, source_id, item_id, award, issuer, first_on, outcome_id, provider_id, agreement,
          words, status, asked_at, changed_at)
        values ($1, $2, $10, $11, $12, $13, $14, $15, $16, $17, $18, 'asked', $4::timestamptz, $4::timestamptz)
        on conflict do nothing returning learner_id, request_id
      ) ${EVENT}`,
    values: [
      ...eventValues(event),
      asked.sourceId,
      asked.itemId,
      asked.award,
      asked.issuer,
      asked.firstOn,
      asked.outcomeId,
      asked.providerId,
      asked.agreement,
      asked.words,
    ],
  });
  return rowCount === 1;
}

/** Ends a request that waits, with its event. False when it no longer waits. */
export async function endTransfer(
  tx: Tx,
  event: TransferEvent,
  decided: { readonly answer: string; readonly by: number; readonly on: string } | null,
): Promise<boolean> {
  const decision = decided === null ? '' : ', answer = $10, decided_by = $11, decided_on = $12';
  const { rowCount } = await tx.query({
    text: `with state as (
        update transfer.request_state set status = $3, changed_at = $4::timestamptz${decision}
         where learner_id = $1 and request_id = $2 and status = 'asked' returning learner_id, request_id
      ) ${EVENT}`,
    values: [...eventValues(event), ...(decided === null ? [] : [decided.answer, decided.by, decided.on])],
  });
  return rowCount === 1;
}

export async function findTransfer(tx: Tx, requestId: number, locked = false): Promise<TransferRow | null> {
  const { rows } = await tx.query<Row<TransferRow>>({
    text: `select ${COLUMNS} from transfer.request_state where request_id = $1${locked ? ' for update' : ''}`,
    values: [requestId],
  });
  return rows[0] ?? null;
}

export async function ownTransfers(tx: Tx): Promise<readonly TransferRow[]> {
  const { rows } = await tx.query<Row<TransferRow>>({
    text: `select ${COLUMNS} from transfer.request_state where learner_id = any((select access.own_learners())::bigint[]) order by request_id desc limit 200`,
  });
  return rows;
}

/** What the actor's organisation was asked: what waits with the oldest first, what is settled with the newest first. */
export async function transfersTo(
  tx: Tx,
  waiting: boolean,
  after: number | null,
  limit: number,
): Promise<readonly TransferRow[]> {
  const { rows } = await tx.query<Row<TransferRow>>({
    text: `select ${COLUMNS} from transfer.request_state
      where ${waiting ? `status = 'asked'` : `status in ('accepted', 'declined')`} and ($1::bigint is null or request_id ${waiting ? '>' : '<'} $1)
      order by request_id ${waiting ? '' : 'desc'} limit $2`,
    values: [after, limit],
  });
  return rows;
}

/** A result that a transfer stands on. */
export interface SourceRow {
  readonly learnerId: number;
  readonly achievementId: number;
  readonly outcomeId: number;
  readonly providerId: number;
  readonly countingOn: string;
  readonly result: string;
  readonly status: string;
}

/** These results of these learners, as far as the actor may see them. */
export async function sourcesOf(
  tx: Tx,
  learnerIds: readonly number[],
  achievementIds: readonly number[],
): Promise<readonly SourceRow[]> {
  const { rows } = await tx.query<Row<SourceRow>>({
    text: `select learner_id as "learnerId", achievement_id as "achievementId", outcome_id as "outcomeId", provider_id as "providerId",
        counting_on as "countingOn", result, status
      from record.achievement_state where learner_id = any($1) and achievement_id = any($2)`,
    values: [learnerIds, achievementIds],
  });
  return rows;
}

const AGREEMENT = `a.reference, a.from_lineage as "fromLineage", a.from_award as "fromAward", a.from_issuer as "fromIssuer", a.to_lineage as "toLineage",
  o.public_id as "toProvider", a.from_on as "from", a.to_on as "to", a.note`;

export interface AgreementRow extends Agreement {
  readonly note: string;
}

/** Agreements in the order of their references; `toLineage` narrows them to one outcome. */
export async function agreementsOf(
  tx: Tx,
  { toLineage, after, limit }: { readonly toLineage: string | null; readonly after: string | null; readonly limit: number },
): Promise<readonly AgreementRow[]> {
  const { rows } = await tx.query<Row<AgreementRow>>({
    text: `select ${AGREEMENT} from transfer.agreement a join catalogue.organisation o on o.organisation_id = a.to_provider_id
      where ($1::text is null or a.to_lineage = $1) and ($2::text is null or a.reference collate "C" > $2) order by a.reference collate "C" limit $3`,
    values: [toLineage, after, limit],
  });
  return rows;
}

/** Writes an agreement under its reference: made, changed, or there already just so. */
export async function upsertAgreement(
  tx: Tx,
  agreement: Omit<AgreementRow, 'toProvider'> & { readonly toProviderId: number },
  by: { readonly actor: string; readonly at: Date },
): Promise<'created' | 'changed' | 'unchanged'> {
  const { reference, fromLineage, fromAward, fromIssuer, toLineage, toProviderId, from, to, note } = agreement;
  const { rows } = await tx.query<{ made: boolean }>({
    text: `insert into transfer.agreement as a (reference, from_lineage, from_award, from_issuer, to_lineage, to_provider_id, from_on, to_on, note, loaded_at, loaded_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      on conflict (reference) do update set from_lineage = excluded.from_lineage, from_award = excluded.from_award, from_issuer = excluded.from_issuer,
        to_lineage = excluded.to_lineage, to_provider_id = excluded.to_provider_id, from_on = excluded.from_on, to_on = excluded.to_on,
        note = excluded.note, loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by
        where (a.from_lineage, a.from_award, a.from_issuer, a.to_lineage, a.to_provider_id, a.from_on, a.to_on, a.note)
          is distinct from (excluded.from_lineage, excluded.from_award, excluded.from_issuer, excluded.to_lineage, excluded.to_provider_id, excluded.from_on, excluded.to_on, excluded.note)
      returning (xmax = 0) as made`,
    values: [reference, fromLineage, fromAward, fromIssuer, toLineage, toProviderId, from, to, note, by.at, by.actor],
  });
  return rows[0] === undefined ? 'unchanged' : rows[0].made ? 'created' : 'changed';
}

/** Whose agreement a reference is; null where there is none. */
export async function agreementHolder(tx: Tx, reference: string): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>({
    text: 'select to_provider_id as id from transfer.agreement where reference = $1',
    values: [reference],
  });
  return rows[0]?.id ?? null;
}
