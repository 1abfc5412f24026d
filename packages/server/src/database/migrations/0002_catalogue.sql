-- What can be earned, who may assess it. Small tables, the same for everybody (reference tables under Citus).

create schema catalogue;

-- Letters as people type them: case, macrons and doubled vowels do not matter (Māori, Maori, Maaori).
create function catalogue.fold(said text) returns text
  language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select regexp_replace(regexp_replace(lower(normalize(said, NFD)), '[\u0300-\u036f]', '', 'g'), '([aeiou])\1+', '\1', 'g')
$$;

create table catalogue.field (
  slug     text primary key,
  position smallint not null unique,
  name_en  text not null,
  name_mi  text not null
);

create table catalogue.organisation (
  organisation_id integer generated always as identity primary key,
  public_id       text not null unique check (public_id ~ '^[A-Za-z0-9._:-]{1,64}$'),
  kind            text not null check (kind in ('nzqa', 'industry-skills-board', 'workforce-development-council', 'nzist', 'polytechnic',
                    'wananga', 'government-training-establishment', 'private-training-establishment', 'university', 'school',
                    'ministry', 'employer', 'provider', 'other')),
  provider_number text unique check (provider_number ~ '^[0-9]{1,5}$'),
  opened_on       date,
  closed_on       date,
  successor_id    integer references catalogue.organisation,
  created_at      timestamptz not null default now(),
  check (successor_id is distinct from organisation_id)
);

create table catalogue.organisation_name (
  organisation_id integer not null references catalogue.organisation,
  name            text not null check (length(name) between 1 and 300),
  from_on         date not null default '0001-01-01',
  to_on           date,
  primary key (organisation_id, from_on)
);

-- Accreditation with consent to assess: one row per scope entry, dated, inclusive on both ends (domain 2.4).
create table catalogue.accreditation (
  accreditation_id integer generated always as identity primary key,
  organisation_id  integer not null references catalogue.organisation,
  from_on          date not null,
  to_on            date check (to_on >= from_on),
  scope_kind       text not null check (scope_kind in ('all', 'field', 'subfield', 'domain', 'outcome')),
  scope_ref        text,
  max_level        smallint check (max_level between 1 and 10),
  created_at       timestamptz not null default now(),
  check ((scope_kind = 'all') = (scope_ref is null))
);
create index accreditation_by_organisation on catalogue.accreditation (organisation_id, from_on);

create table catalogue.skill_scheme (
  scheme  text primary key,
  name_en text not null,
  name_mi text not null,
  version text not null,
  uri     text not null unique
);

create table catalogue.skill (
  uri         text primary key,
  scheme      text not null references catalogue.skill_scheme,
  kind        text not null check (kind in ('core-transferable', 'core-technical', 'industry-specific', 'body-of-knowledge')),
  label_en    text not null,
  label_mi    text,
  description text
);

-- The standard that credit sits on when it belongs to a whole set of outcomes (domain A1).
create table catalogue.outcome_group (
  group_id  text primary key check (group_id ~ '^[A-Za-z0-9._:-]{1,64}$'),
  code      text,
  lineage   text not null,
  credits   smallint not null check (credits between 1 and 999),
  members   smallint not null check (members >= 1)
);

-- One row per version. A published version does not change; a mistake in it is a new version.
create table catalogue.outcome (
  outcome_id      integer generated always as identity primary key,
  public_id       text not null unique check (public_id ~ '^[A-Za-z0-9._:-]{1,64}$'),
  code            text not null,
  version         integer check (version >= 1),
  lineage         text not null,
  name            text not null,
  credits         smallint check (credits between 0 and 999),
  level           smallint check (level between 1 and 10),
  field           text references catalogue.field,
  subfield        text,
  domain          text,
  accredited      boolean not null default true,
  group_id        text references catalogue.outcome_group,
  last_assessment date,
  developer_id    integer references catalogue.organisation,
  assessments     jsonb not null default '[]',
  theory          jsonb not null default '[]',
  practice        jsonb not null default '[]',
  grades_available text[] not null default '{}',
  status          text not null default 'draft' check (status in ('draft', 'in-review', 'published', 'expiring', 'discontinued', 'legacy')),
  registered_on   date,
  in_force_from   date,
  in_force_to     date,
  replaces_lineage text,
  review_category text check (review_category in ('A', 'B', 'C', 'D')),
  kind            text,
  subjects        text[] not null default '{}',
  size_minutes    integer,
  size_amount     text,
  size_unit       text,
  credit_bearing  boolean not null default true,
  level_label     text,
  created_at      timestamptz not null default now(),
  changed_at      timestamptz not null default now(),
  folded          text generated always as (catalogue.fold(code || ' ' || name || ' ' || coalesce(subfield, '') || ' ' || coalesce(domain, ''))) stored,
  unique nulls not distinct (code, version)
);
create index outcome_by_lineage on catalogue.outcome (lineage);
create index outcome_by_group on catalogue.outcome (group_id) where group_id is not null;

create table catalogue.outcome_skill (
  outcome_id  integer not null references catalogue.outcome,
  uri         text not null,
  scheme      text not null,
  label       text not null,
  relation    text not null check (relation in ('earns', 'competent', 'showcases')),
  proficiency text,
  primary key (outcome_id, uri, relation)
);

-- Read both ways; either side may name what is not in the catalogue.
create table catalogue.outcome_exclusion (
  lineage  text not null,
  excludes text not null,
  primary key (lineage, excludes),
  check (lineage <> excludes)
);

-- What happened to a definition, by whom: submitted, returned with a comment, published, expired, replaced.
create table catalogue.outcome_event (
  event_id   bigint generated always as identity primary key,
  outcome_id integer not null references catalogue.outcome,
  kind       text not null,
  at         timestamptz not null default now(),
  account_id bigint,
  note       text
);
create index outcome_event_by_outcome on catalogue.outcome_event (outcome_id);

-- Moves with every change of the catalogue, so that a copy of it in memory knows when it is old.
create table catalogue.stamp (
  single boolean primary key default true check (single),
  value  bigint not null
);
insert into catalogue.stamp (value) values (1);

create function catalogue.move_stamp() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update catalogue.stamp set value = value + 1;
  return null;
end
$$;

do $$
declare
  moved text;
begin
  foreach moved in array array['organisation', 'organisation_name', 'accreditation', 'outcome_group', 'outcome', 'outcome_skill', 'outcome_exclusion'] loop
    execute format('create trigger %I after insert or update or delete on catalogue.%I for each statement execute function catalogue.move_stamp()', moved || '_moves_stamp', moved);
  end loop;
end
$$;

-- A published version stands as it is; only its way out of use may still be written. A legacy outcome may be completed, never changed.
create function catalogue.keep_outcome() returns trigger
  language plpgsql set search_path = pg_catalog as $$
declare
  may_move constant text[] := array['status', 'last_assessment', 'in_force_to', 'review_category', 'changed_at', 'folded'];
  was jsonb := to_jsonb(old) - may_move;
  becomes jsonb;
  part text;
begin
  if tg_op = 'DELETE' then
    if old.status = 'draft' then return old; end if;
    raise exception 'the outcome % has been offered and stays', old.public_id using errcode = 'integrity_constraint_violation', constraint = 'outcome_stays';
  end if;
  becomes := to_jsonb(new) - may_move;
  if old.status in ('published', 'expiring', 'discontinued') then
    if was is distinct from becomes then
      raise exception 'the outcome % is published and does not change', old.public_id using errcode = 'integrity_constraint_violation', constraint = 'published_stays';
    end if;
    if new.status in ('draft', 'in-review', 'legacy') then
      raise exception 'the outcome % is published and does not go back', old.public_id using errcode = 'integrity_constraint_violation', constraint = 'published_stays';
    end if;
  elsif old.status = 'legacy' then
    foreach part in array array['public_id', 'code', 'version', 'lineage', 'name', 'credits', 'level', 'accredited', 'group_id'] loop
      -- Where a listing had lost letters of a name ("M?ori") they may be given back; nothing else of it may be written.
      if was -> part <> 'null' and was -> part is distinct from becomes -> part
         and not (part = 'name' and old.name like '%?%' and length(old.name) = length(new.name)) then
        raise exception 'the legacy outcome % may be completed, not changed', old.public_id using errcode = 'integrity_constraint_violation', constraint = 'legacy_stays';
      end if;
    end loop;
    if new.status in ('draft', 'in-review') then
      raise exception 'the legacy outcome % stays listed', old.public_id using errcode = 'integrity_constraint_violation', constraint = 'legacy_stays';
    end if;
  end if;
  return new;
end
$$;
create trigger outcome_is_kept before update or delete on catalogue.outcome for each row execute function catalogue.keep_outcome();

create function catalogue.keep_skill() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from catalogue.outcome o where o.outcome_id = coalesce(new.outcome_id, old.outcome_id) and o.status in ('published', 'expiring', 'discontinued')) then
    raise exception 'the skills of a published outcome do not change' using errcode = 'integrity_constraint_violation', constraint = 'published_stays';
  end if;
  return coalesce(new, old);
end
$$;
create trigger skill_is_kept before insert or update or delete on catalogue.outcome_skill for each row execute function catalogue.keep_skill();
