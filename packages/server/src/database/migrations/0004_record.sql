-- What was earned. Events are append-only; state holds one row each and is written by the same statement as the event. Every key
-- of a big table begins with learner_id; there is no trigger on them (layout for Citus).

create schema record;

create sequence record.achievement_sequence;
create sequence record.event_sequence;

create table record.achievement_event (
  learner_id      bigint not null,
  event_id        bigint not null,
  achievement_id  bigint not null,
  kind            text not null check (kind in ('recorded', 'corrected', 'withdrawn')),
  at              timestamptz not null default now(),
  actor           text not null,               -- 'account:7', 'client:abc', 'batch:12'
  batch_id        bigint,
  outcome_id      integer not null,
  provider_id     integer not null,
  achieved_on     date not null,
  result          text not null check (result in ('achieved', 'merit', 'excellence', 'not-achieved')),
  mode            text not null check (mode in ('assessed', 'rpl', 'crt')),
  original_on     date,
  original_provider_id integer,
  source_id       bigint,
  status          text not null check (status in ('confirmed', 'provisional', 'withdrawn')),
  reference       text not null,
  reason          text,
  leaf_salt       bytea not null,
  leaf_hash       bytea not null,
  primary key (learner_id, event_id)
);

create table record.achievement_state (
  learner_id      bigint not null,
  achievement_id  bigint not null,             -- sequence * 1024 + the learner's bucket
  outcome_id      integer not null,
  provider_id     integer not null,
  achieved_on     date not null,
  counting_on     date not null,               -- original date for a credit transfer, else achieved_on (domain A8)
  result          text not null,
  mode            text not null,
  original_on     date,
  original_provider_id integer,
  source_id       bigint,
  status          text not null,
  countable       boolean not null,            -- decided when recorded: passed, confirmed, accredited outcome and provider, in time
  reference       text not null,
  batch_id        bigint,
  also_counted_in text[] not null default '{}',
  recorded_at     timestamptz not null default now(),
  changed_at      timestamptz not null default now(),
  primary key (learner_id, achievement_id)
);

-- Results are found by the provider's own reference; a reported standard makes one achievement per member outcome.
create table record.result_reference (
  provider_id     integer not null,
  reference       text not null,
  learner_id      bigint not null,
  achievement_ids bigint[] not null,
  content_hash    bytea not null,
  withdrawn       boolean not null default false,
  primary key (provider_id, reference)
);

create table record.import_batch (
  batch_id        bigint generated always as identity primary key,
  public_id       text not null unique,
  provider_id     integer,                     -- null: an operator's file with several providers
  name            text not null,
  dry_run         boolean not null,
  state           text not null check (state in ('receiving', 'checking', 'recording', 'done', 'stopped', 'failed')),
  content_hash    bytea,
  bytes_total     bigint,
  bytes_read      bigint not null default 0,
  rows_read       bigint not null default 0,
  recorded        bigint not null default 0,
  corrected       bigint not null default 0,
  withdrawn       bigint not null default 0,
  duplicates      bigint not null default 0,
  rejected        bigint not null default 0,
  rows_total      bigint,                      -- known once the file has been read to its end
  tally           jsonb not null default '{"codes":{},"marks":[],"stride":1,"seen":0}',  -- rejects by code, for a page that asks often
  error_code      text,
  error_detail    text,
  run_at          timestamptz,                 -- this run's begin and the rows before it: what the rate is told from
  run_rows        bigint not null default 0,
  changed_at      timestamptz not null default now(),
  started_by      text not null,
  default_provider text,                       -- of rows that name none
  columns         text[],                      -- the file's own, in its order: the reject file has them too
  file            text,                        -- where it was spooled within the data folder; null: the caller's own file
  started_at      timestamptz not null default now(),
  ended_at        timestamptz
);
create index import_batch_by_provider on record.import_batch (provider_id, batch_id);
-- A killed import is found by what it imported.
create index import_batch_by_content on record.import_batch (content_hash) where ended_at is null;

create table record.import_reject (
  batch_id        bigint not null references record.import_batch,
  row             bigint not null,
  code            text not null,
  line            text not null,               -- the row as it came, to mend and send again; kept as long as retention says
  primary key (batch_id, row)
);

-- What a dry run would have recorded so far, so that it answers as the import would. Gone when it ends.
create unlogged table record.import_seen (
  batch_id        bigint not null,
  provider_id     integer not null,
  reference       text not null,
  learner         text not null,               -- the id, or what stands for a learner who would be created
  outcome_ids     integer[] not null,
  content_hash    bytea not null,
  withdrawn       boolean not null default false,
  primary key (batch_id, provider_id, reference)
);

-- Reading another's record writes its row in the same transaction.
create table record.access_log (
  learner_id      bigint not null,
  access_id       bigint generated always as identity,
  at              timestamptz not null default now(),
  actor           text not null,
  organisation_id integer,
  purpose         text not null,
  what            text not null,
  primary key (learner_id, access_id)
);
