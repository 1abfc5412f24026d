-- Skill schemes: concepts with their labels, links and versions, and the words they are found by. Public reference data without a learner
-- in it. A scheme is at one version; a newer one supersedes it, and what was in the former stays as a retired concept.

-- A database may have it already, in a schema of its owner's choice: what uses it looks that up (here below, and 0332).
create extension if not exists pg_trgm with schema catalogue;

alter table catalogue.skill_scheme
  add column source     text not null default 'own',   -- the form of the files it is loaded from
  add column loaded_at  timestamptz;

alter table catalogue.skill
  alter column kind drop not null,                      -- New Zealand's kind, where it is known; a public scheme does not say it
  add column skill_id    integer generated always as identity unique,
  add column slug        text,                          -- its place in the address of its page
  add column notation    text,                          -- the code that the scheme gives it
  add column label_lang  text not null default 'en',    -- the language of label_en where the scheme has no English
  add column labels      jsonb not null default '{}',   -- labels in further languages, by language
  add column alt_labels  text[] not null default '{}',
  add column keywords    text[] not null default '{}',
  add column source_kind text,                          -- the scheme's own kind
  add column level       text,
  add column status      text not null default 'current' check (status in ('current', 'retired')),
  add column added_in    text,
  add column changed_in  text,
  add column retired_in  text,
  add column folded      text generated always as (catalogue.fold(label_en)) stored,
  add column folded_mi   text generated always as (catalogue.fold(coalesce(label_mi, ''))) stored;
update catalogue.skill set slug = substring(uri from '[^/#]+$');
-- Who writes a skill gives it its place; without one it still has a place of its own.
alter table catalogue.skill alter column slug set default gen_random_uuid()::text, alter column slug set not null, add unique (scheme, slug);
create index skill_by_folded on catalogue.skill (folded collate "C");
create index skill_by_folded_mi on catalogue.skill (folded_mi collate "C") where folded_mi <> '';
do $$
begin
  execute format('create index skill_by_trigrams on catalogue.skill using gin (folded %s.gin_trgm_ops)',
    (select extnamespace::regnamespace from pg_extension where extname = 'pg_trgm'));
end
$$;

-- What a scheme says of two concepts. Narrower is broader read the other way; the other end may be in a scheme that is not loaded.
create table catalogue.skill_link (
  from_uri text not null references catalogue.skill on delete cascade,
  kind     text not null check (kind in ('broader', 'exact', 'related')),
  to_uri   text not null,
  primary key (from_uri, kind, to_uri),
  check (from_uri <> to_uri)
);
create index skill_link_to on catalogue.skill_link (to_uri, kind);

create table catalogue.skill_scheme_version (
  scheme    text not null references catalogue.skill_scheme,
  version   text not null,
  content   text not null,                              -- SHA-256 of the files, so that bringing them again is known
  files     text[] not null,
  answer    jsonb not null,                             -- counts, and what was not taken with its reason
  loaded_by text not null,
  loaded_at timestamptz not null,
  primary key (scheme, version)
);

-- What a version changed against the former one; the first one of a scheme writes no line.
create table catalogue.skill_change (
  scheme  text not null,
  version text not null,
  uri     text not null,
  change  text not null check (change in ('added', 'changed', 'retired', 'returned')),
  was     jsonb,                                        -- what it said before
  primary key (scheme, version, uri),
  foreign key (scheme, version) references catalogue.skill_scheme_version
);
create index skill_change_by_uri on catalogue.skill_change (uri);

-- The stem of a word, folded after it is stemmed (need and needing meet, and so do Maori and Māori); null for a word that tells nothing.
create function catalogue.skill_lexeme(word text) returns text
  language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select case
    when w.plain ~ '^[0-9]+$' or length(w.plain) < 2 or w.plain = any ('{te,nga,he,ki,kei,hei,me,ana,ona,aku,tona,tana,ratou,ratau,tatou,roto,runga,etahi,tetahi}') then null
    else catalogue.fold((ts_lexize('pg_catalog.english_stem', w.plain))[1]) end
  from (select regexp_replace(lower(normalize(word, NFD)), '[\u0300-\u036f''’]', '', 'g') as plain) w
$$;

-- Words of the concepts with how much each tells of it (BM25 without the share that depends on the question).
create table catalogue.skill_term (
  lexeme   text collate "C" not null,
  scheme   text not null,
  skill_id integer not null,
  weight   real not null,
  primary key (lexeme, scheme, skill_id)
);
create index skill_term_by_skill on catalogue.skill_term (skill_id);
-- Each label with its words, for saying which one fits and how much of it.
create table catalogue.skill_label (
  skill_id integer not null,
  place    smallint not null,                           -- 0 the label, 1 in te reo Māori, from 2 the other labels
  label    text not null,
  lexemes  text[] not null,
  primary key (skill_id, place)
);
create table catalogue.skill_lexeme_count (
  lexeme text collate "C" primary key,
  skills integer not null
);

do $$
declare
  t text;
begin
  foreach t in array array['skill_link', 'skill_scheme_version', 'skill_change', 'skill_term', 'skill_label', 'skill_lexeme_count'] loop
    execute format('alter table catalogue.%I enable row level security', t);
    execute format('grant select on catalogue.%I to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward', t);
    execute format('grant insert, update, delete on catalogue.%I to nzrr_steward', t);
    execute format('grant select, insert, update, delete on catalogue.%I to nzrr_batch', t);
    execute format('create policy everybody on catalogue.%I for select using (true)', t);
    execute format('create policy steward on catalogue.%I to nzrr_steward using ((select access.is_kind(''steward''))) with check ((select access.is_kind(''steward'')))', t);
    execute format('create policy batch on catalogue.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
  end loop;
end
$$;
