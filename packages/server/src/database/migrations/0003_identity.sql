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
create index learner_alias_of_master on identity.learner_alias (master_id) where undone_at is null;

-- Every id that stands for the same person as this one, itself included, in order.
create function identity.alias_set(learner bigint) returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not exists (select from identity.learner_alias a where (a.learner_id = learner or a.master_id = learner) and a.undone_at is null) then
    return array[learner];
  end if;
  return (
    with recursive person (id) as (
      select learner
      union
      select case when a.learner_id = p.id then a.master_id else a.learner_id end
        from person p join identity.learner_alias a on (a.learner_id = p.id or a.master_id = p.id) and a.undone_at is null
    )
    select array_agg(id order by id) from person
  );
end
$$;
revoke execute on function identity.alias_set from public;

-- Identity questions, per asker: counted and limited, without what was asked or of whom.
create table identity.asked (
  asker   text not null,                      -- 'organisation:7', 'account:7'
  at      timestamptz not null,
  missed  integer not null,
  matched integer not null                    -- distinct learners of one call
);
create index asked_by_asker on identity.asked (asker, at);
