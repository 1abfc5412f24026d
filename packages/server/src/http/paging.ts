import { z } from 'zod';
import { problem } from './problem.ts';

/** Writes the place where the next page begins: opaque to the caller, checked when it comes back. */
export function cursorOf(place: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * Reads a cursor against the shape of its place, such as `z.tuple([z.iso.date(), z.int()])`. Null when there is none. A cursor gives
 * no right: queries compare with it under the actor's own policies. Throws `invalid-cursor` (400).
 */
export function readCursor<Place>(cursor: string | undefined, shape: z.ZodType<Place>): Place | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    if (cursor.length > 1000 || !/^[\w-]+$/.test(cursor)) throw new SyntaxError('not base64url');
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw problem('invalid-cursor', 400, 'This cursor is not one of ours; begin at the first page.');
  }
}

/** A page of a list: ask the database for `limit + 1` rows, and this says where the next page begins. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  place: (row: Row) => readonly (string | number | null)[],
): { readonly items: readonly Item[]; readonly next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > limit && last !== undefined ? cursorOf(place(last)) : null };
}

/** The query of a list. */
export const paging = { cursor: z.string().max(1000).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) };
