import type { Tx } from '../database/connection.ts';
import type { PackageView } from './schemas.ts';

export type PackageStatus = 'open' | 'offered' | 'declined' | 'taken-back';
export type PackageEventKind = 'asked' | 'said' | 'offered' | 'declined' | 'taken-back';
export type Side = 'employer' | 'provider';

export interface NewPackage {
  readonly organisationId: number;
  readonly providerId: number;
  readonly title: string;
  readonly words: string;
  readonly skills: readonly string[];
  readonly people: number;
  readonly place: string;
  readonly beginsBy: string | null;
}

interface Party {
  readonly id: string;
  readonly name: string;
}

export interface PackageRow {
  readonly id: number;
  readonly employer: Party;
  readonly provider: Party;
  readonly title: string;
  readonly people: number;
  readonly place: string;
  readonly beginsBy: string | null;
  readonly skills: readonly { readonly uri: string; readonly en: string; readonly mi: string | null }[];
  readonly status: PackageStatus;
  /** The package of courses that answers it, where the actor may see one. */
  readonly package: PackageView['package'];
  readonly askedAt: Date;
  readonly changedAt: Date;
  readonly said: readonly {
    readonly kind: PackageEventKind;
    readonly side: Side;
    readonly words: string;
    readonly at: string;
  }[];
}

const party = (column: string): string =>
  `(select jsonb_build_object('id', o.public_id, 'name', coalesce((select n.name from catalogue.organisation_name n
     where n.organisation_id = o.organisation_id order by n.from_on desc nulls last limit 1), o.public_id))
    from catalogue.organisation o where o.organisation_id = ${column})`;

const PACKAGE = `select r.request_id as id, ${party('r.organisation_id')} as employer, ${party('r.provider_id')} as provider, r.title, r.people,
  r.place, r.begins_by as "beginsBy", r.status, r.asked_at as "askedAt", r.changed_at as "changedAt",
  (select jsonb_build_object('id', p.package_id::text, 'status', p.status) from employer.course_package p
    where p.request_id = r.request_id order by p.package_id desc limit 1) as package,
  (select coalesce(jsonb_agg(jsonb_build_object('uri', u.uri, 'en', coalesce(s.label_en, u.uri), 'mi', s.label_mi) order by u.place), '[]')
     from unnest(r.skills) with ordinality as u (uri, place) left join catalogue.skill s on s.uri = u.uri) as skills,
  (select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'side', e.side, 'words', e.words,
     'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.event_id), '[]')
     from employer.package_event e where e.request_id = r.request_id) as said
  from employer.package_request r`;

type Shape<T> = { [Key in keyof T]: T[Key] };

/** Requests that the signed-in organisation made or was asked, the newest first. */
export async function packagesOf(tx: Tx, statuses: readonly PackageStatus[], limit: number): Promise<readonly PackageRow[]> {
  const { rows } = await tx.query<Shape<PackageRow>>({
    text: `${PACKAGE} where r.status = any($1) order by r.request_id desc limit $2`,
    values: [[...statuses], limit],
  });
  return rows;
}

export async function packageOf(tx: Tx, id: number): Promise<PackageRow | null> {
  const { rows } = await tx.query<Shape<PackageRow>>({ text: `${PACKAGE} where r.request_id = $1`, values: [id] });
  return rows[0] ?? null;
}

/** Locks a request until the transaction ends and answers where it stands; null when the actor may not see it. */
export async function lockPackage(tx: Tx, id: number): Promise<PackageStatus | null> {
  const { rows } = await tx.query<{ status: PackageStatus }>({
    text: 'select status from employer.package_request where request_id = $1 for update',
    values: [id],
  });
  return rows[0]?.status ?? null;
}

export async function insertPackage(tx: Tx, asked: NewPackage, actor: string, at: Date): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({
    text: `insert into employer.package_request (organisation_id, provider_id, title, words, skills, people, place, begins_by, asked_by, asked_at, changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) returning request_id as id`,
    values: [
      asked.organisationId,
      asked.providerId,
      asked.title,
      asked.words,
      [...asked.skills],
      asked.people,
      asked.place,
      asked.beginsBy,
      actor,
      at,
    ],
  });
  return rows[0]!.id;
}

/** Writes what was said, and where the request stands now. */
export async function sayOfPackage(
  tx: Tx,
  id: number,
  event: {
    readonly kind: PackageEventKind;
    readonly side: Side;
    readonly words: string;
    readonly actor: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query({
    text: `insert into employer.package_event (request_id, kind, side, words, actor, at) values ($1, $2, $3, $4, $5, $6)`,
    values: [id, event.kind, event.side, event.words, event.actor, event.at],
  });
  if (event.kind === 'asked') return;
  await tx.query({
    text: `update employer.package_request set changed_at = $2, status = case when $3 = 'said' then status else $3 end where request_id = $1`,
    values: [id, event.at, event.kind],
  });
}

/** Whether the package of a request was agreed. */
export async function isAgreed(tx: Tx, id: number): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `select from employer.course_package where request_id = $1 and status = 'agreed'`,
    values: [id],
  });
  return rowCount > 0;
}

/** The number of a provider that is open for new work; null when there is none with this id. */
export async function providerOf(tx: Tx, publicId: string, kinds: readonly string[]): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>({
    text: `select organisation_id as id from catalogue.organisation where public_id = $1 and closed_on is null and kind = any($2)`,
    values: [publicId, [...kinds]],
  });
  return rows[0]?.id ?? null;
}
