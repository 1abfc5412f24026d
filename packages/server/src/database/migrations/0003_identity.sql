-- Who a learner is. Its own schema and role: the rest of the product sees only learner_id. The NSN is encrypted, found through a
-- keyed hash, and never leaves this schema in the clear but for the learner themself.

create schema identity;

create sequence identity.learner_sequence;

create table identity.learner (
  learner_id  bigint primary key,             -- sequence * 1024 + bucket, so that any id says its bucket
  bucket      smallint not null generated always as ((learner_id % 1024)::smallint) stored,
  nsn_hash    bytea not null unique,
  nsn_cipher  bytea not null,
  hash_key    text not null,
  cipher_key  text not null,
  birth_date  date,                           -- null: unknown (the proxy 1918-11-11 is unknown, domain 2.5)
  confirmed   boolean not null default false,
  created_at  timestamptz not null default now()
);

create table identity.learner_name (
  learner_id   bigint not null references identity.learner,
  kind         text not null check (kind in ('legal', 'preferred', 'former')),
  family_name  text not null default '',
  given_names  text not null default '',
  folded       text not null,                 -- case, macrons and order folded; what a reported name is compared with
  from_on      date,
  to_on        date,
  created_at   timestamptz not null default now(),
  primary key (learner_id, kind, folded)
);

-- NSN merges: rows, reversible; reads take the alias set; nothing is re-keyed (domain A28).
create table identity.learner_alias (
  alias_id     bigint generated always as identity primary key,
  learner_id   bigint not null references identity.learner,   -- the one that became invalid
  master_id    bigint not null references identity.learner,
  merged_at    timestamptz not null default now(),
  undone_at    timestamptz,
  check (learner_id <> master_id)
);
create unique index learner_alias_live on identity.learner_alias (learner_id) where undone_at is null;

-- Identity questions that missed, per asker: limited and logged, without what was asked.
create table identity.miss (
  asker   text not null,
  at      timestamptz not null default now(),
  count   integer not null default 1
);
create index miss_by_asker on identity.miss (asker, at);
