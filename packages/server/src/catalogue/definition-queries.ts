import { type Definition, readDefinitions } from '@recognition/recognition/frameworks';
import type { Tx } from '../database/connection.ts';

/** An award that is made of named outcomes, and whose framework it is an award of. */
export interface KeptDefinition {
  readonly framework: string;
  readonly definition: Definition;
}

interface Row {
  readonly framework: string;
  readonly body: unknown;
}

// What is kept was read before; should its form have changed since, it is left out rather than misread.
const read = (rows: readonly Row[]): readonly KeptDefinition[] =>
  rows.flatMap(({ framework, body }) => {
    const given = readDefinitions(body);
    return given.ok ? given.definitions.map((definition) => ({ framework, definition })) : [];
  });

// What providers' courses make, and what a framework is filled with, where it is not withdrawn.
const BOTH = `select definition_id, framework, body, parts from catalogue.definition
  union all select entry_id, framework, document, parts from catalogue.framework_entry
    where kind = 'definition' and document ->> 'withdrawn' is null`;

/** The definitions with these ids. */
export async function definitionsNamed(tx: Tx, ids: readonly string[]): Promise<readonly KeptDefinition[]> {
  const { rows } = await tx.query<{ [Key in keyof Row]: Row[Key] }>({
    text: 'select framework, body from catalogue.definition where definition_id = any($1) order by definition_id',
    values: [[...ids]],
  });
  return read(rows);
}

/** The definitions that have one of these parts, and the wholes that are made of those: at most so many. */
export async function definitionsWith(tx: Tx, parts: readonly string[], most: number): Promise<readonly KeptDefinition[]> {
  const { rows } = await tx.query<{ [Key in keyof Row]: Row[Key] }>({
    text: `with recursive found (definition_id) as (
        select definition_id from (${BOTH}) d where parts && $1
        union
        select d.definition_id from found f join (${BOTH}) d on d.parts && array[f.definition_id])
      select framework, body from (select distinct on (definition_id) definition_id, framework, body from (${BOTH}) d
        where definition_id in (select definition_id from found) order by definition_id) d order by definition_id limit $2`,
    values: [[...parts], most],
  });
  return read(rows);
}

/** Keeps definitions; one that is there is left as it is. Answers how many are new. */
export async function insertDefinitions(
  tx: Tx,
  framework: string,
  definitions: readonly Definition[],
  at: Date,
): Promise<number> {
  const { rowCount } = await tx.query({
    text: `insert into catalogue.definition (definition_id, framework, body, parts, added_at)
      select d ->> 'id', $1, d, array(select p ->> 'ref' from jsonb_array_elements(d -> 'parts') p), $3
        from jsonb_array_elements($2::jsonb) d on conflict (definition_id) do nothing`,
    values: [framework, JSON.stringify(definitions), at],
  });
  return rowCount;
}
