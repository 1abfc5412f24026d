import type { Accreditation, AccreditationScope } from '@recognition/recognition';
import type { Tx } from '../database/connection.ts';

export interface KeptOrganisation {
  readonly organisationId: number;
  readonly id: string;
  readonly kind: string;
  /** The name on the day that was asked for, or the newest. */
  readonly name: string;
  readonly names: readonly { readonly name: string; readonly from: string | null; readonly to: string | null }[];
  readonly providerNumber: string | null;
  readonly opened: string | null;
  readonly closed: string | null;
  /** The id of the organisation that follows a closed one and corrects its results. */
  readonly successor: string | null;
  readonly accreditations: readonly Accreditation[];
}

const ORGANISATION = `o.organisation_id as "organisationId", o.public_id as id, o.kind, o.provider_number as "providerNumber", o.opened_on as opened,
  o.closed_on as closed, s.public_id as successor,
  coalesce((select n.name from catalogue.organisation_name n where n.organisation_id = o.organisation_id
      and ($1::date is null or (n.from_on <= $1 and (n.to_on is null or $1 <= n.to_on))) order by n.from_on desc limit 1), o.public_id) as name,
  coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'from', nullif(n.from_on, '0001-01-01'), 'to', n.to_on) order by n.from_on)
    from catalogue.organisation_name n where n.organisation_id = o.organisation_id), '[]') as names,
  coalesce((select jsonb_agg(jsonb_build_object('from', a.from_on, 'to', a.to_on, 'scope', a.scope) order by a.from_on, a.to_on nulls last)
    from (select c.from_on, c.to_on, jsonb_agg(case c.scope_kind when 'all' then jsonb_build_object('kind', 'all')
        when 'outcome' then jsonb_build_object('kind', 'outcome', 'lineage', c.scope_ref)
        else jsonb_strip_nulls(jsonb_build_object('kind', c.scope_kind, c.scope_kind, c.scope_ref, 'maxLevel', c.max_level)) end
        order by c.scope_kind, c.scope_ref, c.max_level nulls last) as scope
      from catalogue.accreditation c where c.organisation_id = o.organisation_id group by c.from_on, c.to_on) a), '[]') as accreditations`;
const FROM = 'from catalogue.organisation o left join catalogue.organisation s on s.organisation_id = o.successor_id';

type Row = { [Key in keyof KeptOrganisation]: KeptOrganisation[Key] };

/** By public id or provider number; its name as on the date. */
export async function readOrganisation(tx: Tx, idOrNumber: string, on: string | null = null): Promise<KeptOrganisation | null> {
  const { rows } = await tx.query<Row>({
    text: `select ${ORGANISATION} ${FROM} where o.public_id = $2 or o.provider_number = $2 order by o.public_id = $2 desc limit 1`,
    values: [on, idOrNumber],
  });
  return rows[0] ?? null;
}

/** A page of organisations by id whose names (present or former), id or provider number hold the words. */
export async function searchOrganisations(
  tx: Tx,
  words: readonly string[],
  kind: string | null,
  after: string,
  limit: number,
): Promise<readonly KeptOrganisation[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${ORGANISATION} ${FROM} where $1::date is null and ($3::text is null or o.kind = $3) and o.public_id collate "C" > $4
      and not exists (select from unnest($2::text[]) word where not (
        strpos(catalogue.fold(o.public_id), catalogue.fold(word)) > 0 or o.provider_number is not distinct from word
        or exists (select from catalogue.organisation_name n where n.organisation_id = o.organisation_id and strpos(catalogue.fold(n.name), catalogue.fold(word)) > 0)))
      order by o.public_id collate "C" limit $5`,
    values: [null, words, kind, after, limit],
  });
  return rows;
}

/** Every organisation, by id: for an export. */
export async function readAllOrganisations(tx: Tx): Promise<readonly KeptOrganisation[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${ORGANISATION} ${FROM} where $1::date is null order by o.public_id collate "C"`,
    values: [null],
  });
  return rows;
}

export interface NewOrganisation {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly providerNumber: string | null;
  readonly opened: string | null;
}

/** Adds an organisation with its first name. Answers its key; null when the id or the provider number is taken. */
export async function insertOrganisation(
  tx: Tx,
  { id, kind, name, providerNumber, opened }: NewOrganisation,
): Promise<number | null> {
  const { rows } = await tx.query<{ organisation_id: number }>({
    text: `insert into catalogue.organisation (public_id, kind, provider_number, opened_on) values ($1, $2, $3, $4)
      on conflict do nothing returning organisation_id`,
    values: [id, kind, providerNumber, opened],
  });
  const key = rows[0]?.organisation_id;
  if (key === undefined) return null;
  await tx.query({
    text: 'insert into catalogue.organisation_name (organisation_id, name) values ($1, $2)',
    values: [key, name],
  });
  return key;
}

/** Ends the newest name the day before and begins another. Answers false when a name begins on that day or later already. */
export async function renameFrom(tx: Tx, organisationId: number, name: string, from: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update catalogue.organisation_name set to_on = $2::date - 1 where organisation_id = $1 and to_on is null and from_on < $2::date
      and not exists (select from catalogue.organisation_name later where later.organisation_id = $1 and later.from_on >= $2::date)`,
    values: [organisationId, from],
  });
  if (rowCount === 0) return false;
  await tx.query({
    text: 'insert into catalogue.organisation_name (organisation_id, name, from_on) values ($1, $2, $3)',
    values: [organisationId, name, from],
  });
  return true;
}

export async function closeWith(tx: Tx, organisationId: number, closed: string, successorId: number | null): Promise<void> {
  await tx.query({
    text: 'update catalogue.organisation set closed_on = $2, successor_id = $3 where organisation_id = $1',
    values: [organisationId, closed, successorId],
  });
  await tx.query({
    text: 'update catalogue.accreditation set to_on = $2 where organisation_id = $1 and from_on <= $2 and (to_on is null or to_on > $2)',
    values: [organisationId, closed],
  });
}

/** Adds one dated accreditation; entries that are there already stay. Answers how many entries were new. */
export async function insertAccreditation(tx: Tx, organisationId: number, { from, to, scope }: Accreditation): Promise<number> {
  let added = 0;
  for (const entry of scope) {
    const { rowCount } = await tx.query({
      text: `insert into catalogue.accreditation (organisation_id, from_on, to_on, scope_kind, scope_ref, max_level)
        select $1, $2::date, $3::date, $4, $5, $6::smallint
        where not exists (select from catalogue.accreditation a where a.organisation_id = $1 and a.from_on = $2::date and a.to_on is not distinct from $3::date
          and a.scope_kind = $4 and a.scope_ref is not distinct from $5 and a.max_level is not distinct from $6::smallint)`,
      values: [organisationId, from, to, entry.kind, referenceOf(entry), 'maxLevel' in entry ? (entry.maxLevel ?? null) : null],
    });
    added += rowCount;
  }
  return added;
}

function referenceOf(scope: AccreditationScope): string | null {
  if (scope.kind === 'field') return scope.field;
  if (scope.kind === 'subfield') return scope.subfield;
  if (scope.kind === 'domain') return scope.domain;
  return scope.kind === 'outcome' ? scope.lineage : null;
}

/** Puts a last day on what began on `from` and has none, or has a later one. Nothing is deleted. Answers how many entries it ended. */
export async function endAccreditations(tx: Tx, organisationId: number, from: string, to: string): Promise<number> {
  const { rowCount } = await tx.query({
    text: 'update catalogue.accreditation set to_on = $3 where organisation_id = $1 and from_on = $2 and (to_on is null or to_on > $3)',
    values: [organisationId, from, to],
  });
  return rowCount;
}
