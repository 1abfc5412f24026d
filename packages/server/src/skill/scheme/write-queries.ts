import type { Tx } from '../../database/connection.ts';
import type { Concept } from './concept.ts';
import type { HeldConcept } from './difference.ts';

/** One import of a scheme at a time; another of the same waits. */
export async function lockScheme(tx: Tx, scheme: string): Promise<void> {
  await tx.query({ text: `select pg_advisory_xact_lock(hashtextextended('skill scheme ' || $1, 0))`, values: [scheme] });
}

export interface HeldScheme {
  readonly uri: string;
  readonly version: string;
  readonly nameEn: string;
  readonly nameMi: string;
  /** SHA-256 of the files of each version that was loaded. */
  readonly versions: readonly { readonly version: string; readonly content: string; readonly answer: unknown }[];
}

export async function readHeldScheme(tx: Tx, scheme: string): Promise<HeldScheme | null> {
  const { rows } = await tx.query<{ [Key in keyof HeldScheme]: HeldScheme[Key] }>({
    text: `select c.uri, c.version, c.name_en as "nameEn", c.name_mi as "nameMi",
        (select coalesce(jsonb_agg(jsonb_build_object('version', v.version, 'content', v.content, 'answer', v.answer)), '[]')
           from catalogue.skill_scheme_version v where v.scheme = c.scheme) as versions
      from catalogue.skill_scheme c where c.scheme = $1`,
    values: [scheme],
  });
  return rows[0] ?? null;
}

/** Every concept of a scheme, with its links, as it is held. */
export async function readHeldConcepts(tx: Tx, scheme: string): Promise<readonly HeldConcept[]> {
  const { rows } = await tx.query<{ [Key in keyof HeldConcept]: HeldConcept[Key] }>({
    text: `select s.uri, s.slug, s.status, s.notation, s.label_en as label, s.label_lang as lang, s.label_mi as mi, s.labels, s.alt_labels as "altLabels",
        s.keywords, s.description, s.kind, s.source_kind as "sourceKind", s.level,
        (select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'to', l.to_uri)), '[]') from catalogue.skill_link l where l.from_uri = s.uri) as links
      from catalogue.skill s where s.scheme = $1`,
    values: [scheme],
  });
  return rows;
}

export async function upsertScheme(
  tx: Tx,
  given: {
    readonly scheme: string;
    readonly uri: string;
    readonly version: string;
    readonly nameEn: string;
    readonly nameMi: string;
    readonly source: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query({
    text: `insert into catalogue.skill_scheme (scheme, uri, version, name_en, name_mi, source, loaded_at) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (scheme) do update set version = excluded.version, name_en = excluded.name_en, name_mi = excluded.name_mi,
        source = excluded.source, loaded_at = excluded.loaded_at`,
    values: [given.scheme, given.uri, given.version, given.nameEn, given.nameMi, given.source, given.at],
  });
}

/** Writes the line of a version; of one that is there, its content and answer. */
export async function insertVersion(
  tx: Tx,
  given: {
    readonly scheme: string;
    readonly version: string;
    readonly content: string;
    readonly files: readonly string[];
    readonly answer: object;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query({
    text: `insert into catalogue.skill_scheme_version (scheme, version, content, files, answer, loaded_by, loaded_at) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (scheme, version) do update set content = excluded.content, files = excluded.files, answer = excluded.answer,
        loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at`,
    values: [given.scheme, given.version, given.content, given.files, JSON.stringify(given.answer), given.by, given.at],
  });
}

/** How many concepts go in one statement. */
const PIECE = 2000;

function* cut<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += PIECE) yield all.slice(at, at + PIECE);
}

/** Writes concepts as they now are, with their links: new ones, and those that changed or came back. */
export async function writeConcepts(
  tx: Tx,
  scheme: string,
  version: string,
  concepts: readonly (Concept & { readonly slug: string })[],
): Promise<void> {
  for (const piece of cut(concepts)) {
    const rows = piece.map(({ links: _links, labels, ...one }) => ({ ...one, labels }));
    await tx.query({
      text: `insert into catalogue.skill (uri, scheme, slug, notation, kind, label_en, label_lang, label_mi, labels, alt_labels, keywords, description, source_kind, level, added_in)
        select x.uri, $1, x.slug, x.notation, x.kind, x.label, x.lang, x.mi, x.labels, x."altLabels", x.keywords, x.description, x."sourceKind", x.level, $2
          from jsonb_to_recordset($3) as x (uri text, slug text, notation text, kind text, label text, lang text, mi text, labels jsonb, "altLabels" text[],
            keywords text[], description text, "sourceKind" text, level text)
        on conflict (uri) do update set notation = excluded.notation, kind = excluded.kind, label_en = excluded.label_en, label_lang = excluded.label_lang,
          label_mi = excluded.label_mi, labels = excluded.labels, alt_labels = excluded.alt_labels, keywords = excluded.keywords,
          description = excluded.description, source_kind = excluded.source_kind, level = excluded.level, status = 'current',
          changed_in = $2, retired_in = null`,
      values: [scheme, version, JSON.stringify(rows)],
    });
    await tx.query({ text: 'delete from catalogue.skill_link where from_uri = any($1)', values: [piece.map(({ uri }) => uri)] });
  }
  const links = concepts.flatMap(({ uri, links: of }) => of.map(({ kind, to }) => ({ uri, kind, to })));
  for (const piece of cut(links))
    await tx.query({
      text: `insert into catalogue.skill_link (from_uri, kind, to_uri) select x.uri, x.kind, x."to" from jsonb_to_recordset($1) as x (uri text, kind text, "to" text)
        on conflict do nothing`,
      values: [JSON.stringify(piece)],
    });
}

export async function retireConcepts(tx: Tx, version: string, uris: readonly string[]): Promise<void> {
  await tx.query({
    text: `update catalogue.skill set status = 'retired', retired_in = $2 where uri = any($1)`,
    values: [[...uris], version],
  });
}

export async function insertChanges(
  tx: Tx,
  scheme: string,
  version: string,
  changes: readonly { readonly uri: string; readonly change: string; readonly was: object | null }[],
): Promise<void> {
  for (const piece of cut(changes))
    await tx.query({
      text: `insert into catalogue.skill_change (scheme, version, uri, change, was)
        select $1, $2, x.uri, x.change, x.was from jsonb_to_recordset($3) as x (uri text, change text, was jsonb)
        on conflict (scheme, version, uri) do update set change = excluded.change, was = excluded.was`,
      values: [scheme, version, JSON.stringify(piece)],
    });
}

/** Addresses that another scheme holds already. */
export async function heldElsewhere(tx: Tx, scheme: string, uris: readonly string[]): Promise<readonly string[]> {
  const { rows } = await tx.query<{ uri: string }>({
    text: 'select uri from catalogue.skill where uri = any($1) and scheme <> $2 limit 20',
    values: [[...uris], scheme],
  });
  return rows.map(({ uri }) => uri);
}

/** Keeps which skill takes the place of which, as a scheme says; what a steward said stands. Answers how many of both are known here. */
export async function keepReplacements(
  tx: Tx,
  replaced: readonly { readonly uri: string; readonly by: string }[],
  source: 'scheme' | 'steward',
  by: string,
  at: Date,
): Promise<number> {
  const { rowCount } = await tx.query({
    text: `insert into catalogue.skill_replacement (uri, by_uri, source, said_by, said_at)
      select distinct on (x.uri) x.uri, x.by, $2, $3, $4 from jsonb_to_recordset($1) as x (uri text, by text)
        join catalogue.skill a on a.uri = x.uri join catalogue.skill b on b.uri = x.by where x.uri <> x.by order by x.uri, x.by
      on conflict (uri) do update set by_uri = excluded.by_uri, source = excluded.source, said_by = excluded.said_by, said_at = excluded.said_at
        where $2 = 'steward' or skill_replacement.source = 'scheme'`,
    values: [JSON.stringify(replaced), source, by, at],
  });
  return rowCount;
}

/** Takes back what was said; nothing where nothing was. */
export async function dropReplacement(tx: Tx, uri: string): Promise<void> {
  await tx.query({ text: 'delete from catalogue.skill_replacement where uri = $1', values: [uri] });
}

/** Whether following replacements from one skill leads to another: then the other way round would close a circle. */
export async function isReplacedOnTo(tx: Tx, from: string, to: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `with recursive on_to (uri) as (select $1::text union select r.by_uri from on_to o join catalogue.skill_replacement r on r.uri = o.uri)
      select from on_to where uri = $2`,
    values: [from, to],
  });
  return rowCount > 0;
}
