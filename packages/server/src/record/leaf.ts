import { leafOf } from '../log/leaf.ts';

/**
 * The leaf of an achievement event is SHA-256(0x00 || leaf_salt || content), where content is the canonical JSON (RFC 8785) of
 * `LeafContent`. An import hashes in the database, beside the row; this file holds both forms, and a test holds them together.
 */
export interface LeafContent {
  readonly achievedOn: string;
  readonly achievement: number;
  readonly actor: string;
  /** RFC 3339 in UTC, with milliseconds. */
  readonly at: string;
  readonly batch: number | null;
  readonly event: number;
  readonly kind: 'recorded' | 'corrected' | 'withdrawn';
  readonly learner: number;
  readonly mode: string;
  readonly originalOn: string | null;
  readonly originalProvider: number | null;
  readonly outcome: number;
  readonly provider: number;
  readonly reason: string | null;
  readonly reference: string;
  readonly result: string;
  readonly source: number | null;
  readonly status: string;
}

export function eventLeafHash(content: LeafContent, salt: Buffer): Buffer {
  return leafOf({ ...content }, salt).hash;
}

/**
 * The same as an SQL expression over a row `from` with the columns of the event table. Words of closed sets and dates need no
 * escaping; `at` and `actor` are SQL expressions of JSON text, `batch` one of text.
 */
export function leafHashSql(
  from: string,
  context: { readonly actor: string; readonly at: string; readonly batch: string; readonly kind: string },
): string {
  const textOrNull = (column: string): string => `coalesce('"' || ${from}.${column}::text || '"', 'null')`;
  const numberOrNull = (column: string): string => `coalesce(${from}.${column}::text, 'null')`;
  return `sha256('\\x00'::bytea || ${from}.leaf_salt || convert_to(
    '{"achievedOn":"' || ${from}.achieved_on || '","achievement":' || ${from}.achievement_id || ',"actor":' || ${context.actor} || ',"at":' || ${context.at}
    || ',"batch":' || ${context.batch} || ',"event":' || ${from}.event_id || ',"kind":"' || ${context.kind} || '","learner":' || ${from}.learner_id
    || ',"mode":"' || ${from}.mode || '","originalOn":' || ${textOrNull('original_on')} || ',"originalProvider":' || ${numberOrNull('original_provider_id')}
    || ',"outcome":' || ${from}.outcome_id || ',"provider":' || ${from}.provider_id || ',"reason":null,"reference":' || to_json(${from}.reference)::text
    || ',"result":"' || ${from}.result || '","source":' || ${numberOrNull('source_id')} || ',"status":"' || ${from}.status || '"}', 'UTF8'))`;
}
