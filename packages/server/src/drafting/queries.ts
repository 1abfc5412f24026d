import type { Tx } from '../database/connection.ts';
import type { Kind, Language } from './prompt.ts';

type Shape<T> = { [Key in keyof T]: T[Key] };

export interface DraftRow {
  readonly id: number;
  readonly outcomeId: number;
  readonly kind: Kind;
  readonly lang: Language;
  readonly body: unknown;
  readonly model: string;
  readonly status: 'open' | 'accepted' | 'refused';
  readonly accepted: readonly { readonly uri: string; readonly statement: string }[];
  readonly madeAt: Date;
}

const DRAFT = `d.draft_id as id, d.outcome_id as "outcomeId", d.kind, d.lang, d.body, d.model, d.status, d.accepted, d.made_at as "madeAt"
  from catalogue.model_draft d`;

export async function insertDraft(
  tx: Tx,
  draft: Pick<DraftRow, 'outcomeId' | 'kind' | 'lang' | 'model' | 'madeAt'> & { readonly body: object },
  by: string,
): Promise<DraftRow> {
  const { outcomeId, kind, lang, body, model, madeAt } = draft;
  const { rows } = await tx.query<{ id: number }>({
    text: `insert into catalogue.model_draft (outcome_id, kind, lang, body, model, made_at, made_by) values ($1, $2, $3, $4, $5, $6, $7)
      returning draft_id as id`,
    values: [outcomeId, kind, lang, JSON.stringify(body), model, madeAt, by],
  });
  return (await readDraft(tx, outcomeId, rows[0]!.id, 'free'))!;
}

export async function readDraft(tx: Tx, outcomeId: number, id: number, lock: 'locked' | 'free'): Promise<DraftRow | null> {
  const { rows } = await tx.query<Shape<DraftRow>>({
    text: `select ${DRAFT} where d.outcome_id = $1 and d.draft_id = $2${lock === 'locked' ? ' for update of d' : ''}`,
    values: [outcomeId, id],
  });
  return rows[0] ?? null;
}

/** The drafts of a definition, the newest first. */
export async function readDrafts(tx: Tx, outcomeId: number, limit: number): Promise<readonly DraftRow[]> {
  const { rows } = await tx.query<Shape<DraftRow>>({
    text: `select ${DRAFT} where d.outcome_id = $1 order by d.draft_id desc limit $2`,
    values: [outcomeId, limit],
  });
  return rows;
}

export async function decideDraft(
  tx: Tx,
  id: number,
  status: 'accepted' | 'refused',
  accepted: DraftRow['accepted'],
  by: string,
  at: Date,
): Promise<void> {
  await tx.query({
    text: 'update catalogue.model_draft set status = $2, accepted = $3, decided_by = $4, decided_at = $5 where draft_id = $1',
    values: [id, status, JSON.stringify(accepted), by, at],
  });
}

export interface SummaryRow {
  readonly lang: Language;
  readonly text: string;
  readonly model: string | null;
  readonly keptAt: Date;
}

export async function readSummaries(tx: Tx, publicId: string): Promise<readonly SummaryRow[]> {
  const { rows } = await tx.query<Shape<SummaryRow>>({
    text: `select s.lang, s.text, s.model, s.kept_at as "keptAt" from catalogue.outcome_summary s join catalogue.outcome o using (outcome_id)
      where o.public_id = $1 order by s.lang`,
    values: [publicId],
  });
  return rows;
}

/** The skills that a model had drafted and a person took, as far as the definition still names them. */
export async function readDraftedSkills(
  tx: Tx,
  publicId: string,
): Promise<readonly { readonly uri: string; readonly model: string }[]> {
  const { rows } = await tx.query<{ uri: string; model: string }>({
    text: `select distinct on (s.uri) s.uri, d.model from catalogue.model_draft d join catalogue.outcome o using (outcome_id),
        jsonb_array_elements(d.accepted) a (taken), catalogue.outcome_skill s
      where o.public_id = $1 and d.status = 'accepted' and s.outcome_id = o.outcome_id and s.uri = a.taken ->> 'uri' order by s.uri`,
    values: [publicId],
  });
  return rows;
}

export async function keepSummary(
  tx: Tx,
  outcomeId: number,
  { lang, text, model, keptAt }: SummaryRow,
  by: string,
): Promise<void> {
  await tx.query({
    text: `insert into catalogue.outcome_summary (outcome_id, lang, text, model, kept_at, kept_by) values ($1, $2, $3, $4, $5, $6)
      on conflict (outcome_id, lang) do update set text = excluded.text, model = excluded.model, kept_at = excluded.kept_at, kept_by = excluded.kept_by`,
    values: [outcomeId, lang, text, model, keptAt, by],
  });
}

export async function dropSummary(tx: Tx, outcomeId: number, lang: Language): Promise<void> {
  await tx.query({
    text: 'delete from catalogue.outcome_summary where outcome_id = $1 and lang = $2',
    values: [outcomeId, lang],
  });
}
