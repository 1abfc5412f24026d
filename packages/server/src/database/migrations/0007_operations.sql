-- What keeps the service honest: retries that never double, limits that hold over several processes, how long things are kept.

create schema operations;

create table operations.setting (
  name       text primary key,
  value      text not null,
  changed_at timestamptz not null default now()
);

create table operations.idempotency (
  client       text not null,                  -- 'account:7', 'client:abc', 'public:<address hash>'
  key          text not null,
  request_hash bytea not null,
  state        text not null check (state in ('in-flight', 'done')),
  status       integer,
  resource     text,                           -- id or path of what was made; never the body
  created_at   timestamptz not null default now(),
  primary key (client, key)
);

create table operations.rate (
  actor    text not null,
  bucket   text not null,
  slot     timestamptz not null,
  count    integer not null default 0,
  primary key (actor, bucket, slot)
);

create table operations.retention (
  data     text primary key,
  basis    text not null,
  period   interval,                           -- null: kept for ever
  job      text,
  test     text not null
);

-- Retries and limits are counted by the server itself, before a role is known.
grant usage on schema operations to nzrr_account;
grant select, insert, update, delete on operations.idempotency, operations.rate to nzrr_account;
