import type { Tx } from '../database/connection.ts';

/** An institution of a bank, with the awards that it redeems for. */
export interface InstitutionRow {
  readonly organisationId: number;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly framework: string;
  readonly bank: string;
  readonly awards: readonly string[];
  readonly from: string;
  readonly to: string | null;
}

type Row<T> = { [Key in keyof T]: T[Key] };

/** Who takes part, or took part, in the banks: all of them, or of one bank. */
export async function institutionsOf(
  tx: Tx,
  framework: string | null = null,
  bank: string | null = null,
): Promise<readonly InstitutionRow[]> {
  const { rows } = await tx.query<Row<InstitutionRow>>({
    text: `select i.organisation_id as "organisationId", o.public_id as id, o.kind, i.framework, i.bank, i.awards, i.from_on as from, i.to_on as to,
        coalesce((select n.name from catalogue.organisation_name n where n.organisation_id = o.organisation_id
          order by n.from_on desc nulls last limit 1), o.public_id) as name
      from bank.institution i join catalogue.organisation o using (organisation_id)
      where ($1::text is null or i.framework = $1) and ($2::text is null or i.bank = $2) order by i.framework, i.bank, o.public_id`,
    values: [framework, bank],
  });
  return rows;
}

/** Lets an organisation take part in a bank, or changes how. */
export async function putInstitution(
  tx: Tx,
  institution: Omit<InstitutionRow, 'id' | 'name' | 'kind'>,
  by: { readonly actor: string; readonly at: string },
): Promise<void> {
  await tx.query({
    text: `insert into bank.institution (framework, bank, organisation_id, awards, from_on, to_on, changed_by, changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (framework, bank, organisation_id) do update set awards = excluded.awards, from_on = excluded.from_on, to_on = excluded.to_on,
        changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    values: [
      institution.framework,
      institution.bank,
      institution.organisationId,
      institution.awards,
      institution.from,
      institution.to,
      by.actor,
      by.at,
    ],
  });
}
