-- What can be earned, who may assess it. Small tables, the same for everybody (reference tables under Citus).

create schema catalogue;

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
  check ((scope_kind = 'all') = (scope_ref is null)),
  unique nulls not distinct (organisation_id, from_on, to_on, scope_kind, scope_ref, max_level)
);

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
