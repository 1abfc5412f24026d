import type { AccreditationScope, Field } from '@recognition/recognition';
import type { Tx } from '../database/connection.ts';

export interface OutcomeRow {
  readonly outcome_id: number;
  readonly public_id: string;
  readonly code: string;
  readonly version: number | null;
  readonly lineage: string;
  readonly name: string;
  readonly credits: number | null;
  readonly level: number | null;
  readonly field: Field | null;
  readonly subfield: string | null;
  readonly domain: string | null;
  readonly accredited: boolean;
  readonly group_id: string | null;
  readonly last_assessment: string | null;
  readonly developer_id: number | null;
  readonly status: OutcomeStatus;
  readonly in_force_from: string | null;
  readonly in_force_to: string | null;
  readonly kind: string | null;
  readonly size_minutes: number | null;
  readonly size_amount: string | null;
  readonly size_unit: string | null;
  readonly credit_bearing: boolean;
  readonly level_label: string | null;
}

export type OutcomeStatus = 'draft' | 'in-review' | 'published' | 'expiring' | 'discontinued' | 'legacy';

export interface OrganisationRow {
  readonly organisation_id: number;
  readonly public_id: string;
  readonly kind: string;
  readonly provider_number: string | null;
  readonly opened_on: string | null;
  readonly closed_on: string | null;
  readonly successor_id: number | null;
  readonly names: readonly { readonly name: string; readonly from: string; readonly to: string | null }[];
}

export interface AccreditationRow {
  readonly organisation_id: number;
  readonly from_on: string;
  readonly to_on: string | null;
  readonly scope_kind: AccreditationScope['kind'];
  readonly scope_ref: string | null;
  readonly max_level: number | null;
}

export interface GroupRow {
  readonly group_id: string;
  readonly code: string | null;
  readonly lineage: string;
  readonly credits: number;
  readonly members: number;
}

/** The catalogue's stamp: it moves with every change. */
export async function readStamp(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ value: number }>({ name: 'catalogue-stamp', text: 'select value from catalogue.stamp' });
  return rows[0]?.value ?? 0;
}

/** Everything that a snapshot holds. */
export async function readAll(tx: Tx): Promise<{
  outcomes: OutcomeRow[];
  organisations: OrganisationRow[];
  accreditations: AccreditationRow[];
  groups: GroupRow[];
  exclusions: { lineage: string; excludes: string }[];
}> {
  const outcomes = await tx.query<OutcomeRow>({
    text: `select outcome_id, public_id, code, version, lineage, name, credits, level, field, subfield, domain, accredited, group_id,
        last_assessment, developer_id, status, in_force_from, in_force_to, kind, size_minutes, size_amount, size_unit, credit_bearing, level_label
      from catalogue.outcome order by code, version nulls first`,
  });
  const organisations = await tx.query<OrganisationRow>({
    text: `select o.organisation_id, o.public_id, o.kind, o.provider_number, o.opened_on, o.closed_on, o.successor_id,
        coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'from', n.from_on, 'to', n.to_on) order by n.from_on)
          from catalogue.organisation_name n where n.organisation_id = o.organisation_id), '[]') as names
      from catalogue.organisation o order by o.public_id`,
  });
  const accreditations = await tx.query<AccreditationRow>({
    text: `select organisation_id, from_on, to_on, scope_kind, scope_ref, max_level
      from catalogue.accreditation order by organisation_id, from_on, to_on nulls last, accreditation_id`,
  });
  const groups = await tx.query<GroupRow>({
    text: 'select group_id, code, lineage, credits, members from catalogue.outcome_group order by group_id',
  });
  const exclusions = await tx.query<{ lineage: string; excludes: string }>({
    text: 'select lineage, excludes from catalogue.outcome_exclusion order by lineage, excludes',
  });
  return {
    outcomes: outcomes.rows,
    organisations: organisations.rows,
    accreditations: accreditations.rows,
    groups: groups.rows,
    exclusions: exclusions.rows,
  };
}
