-- Credentials on their way into wallets, and what wallets are asked for (OpenID4VCI 1.0, OpenID4VP 1.0). Handles, codes and tokens are kept
-- as keyed hashes only, and for minutes.

create schema wallet;
create sequence wallet.id_sequence;

-- What a learner offers to a wallet of theirs: one award, or one achievement.
create table wallet.offer (
  handle_hash     bytea primary key,
  learner_id      bigint not null,
  what            text not null check (what in ('award', 'achievement')),
  item            text not null,               -- the award's public id, or the achievement's id
  code_hash       bytea not null unique,
  pin_hash        bytea not null,
  pin_key         text not null,
  pin_left        smallint not null default 5,
  made_at         timestamptz not null,
  made_by         text not null,
  expires_at      timestamptz not null,
  used_at         timestamptz
);

-- What a wallet asks for by itself: first without a learner, then with the one who agreed.
create table wallet.authorization_request (
  handle_hash     bytea primary key,
  client_id       text not null,
  redirect_uri    text not null,
  state           text,
  code_challenge  text not null,
  configurations  text[] not null,
  detailed        boolean not null default false, -- asked for by authorization_details, and so answered by them
  learner_id      bigint,
  what            text check (what in ('award', 'achievement')),
  item            text,
  code_hash       bytea unique,
  made_at         timestamptz not null,
  expires_at      timestamptz not null,
  used_at         timestamptz
);

create table wallet.access_token (
  token_hash      bytea primary key,
  learner_id      bigint not null,
  what            text not null check (what in ('award', 'achievement')),
  item            text not null,
  expires_at      timestamptz not null
);

create table wallet.nonce (
  nonce_hash      bytea primary key,
  expires_at      timestamptz not null
);

-- What went into a wallet, or will once it may: a learner sees each.
create table wallet.copy (
  learner_id      bigint not null,
  copy_id         bigint not null,             -- sequence * 1024 + the learner's bucket
  what            text not null check (what in ('award', 'achievement')),
  item            text not null,
  configuration   text not null,
  holders         jsonb not null,              -- the public keys that it is bound to
  handle_hash     bytea not null,              -- of the notification, or of the transaction while it waits
  made_at         timestamptz not null,
  waits           boolean not null default false,
  told            text check (told in ('credential_accepted', 'credential_failure', 'credential_deleted')),
  told_at         timestamptz,
  primary key (learner_id, copy_id)
);
create index copy_by_handle on wallet.copy (handle_hash);

-- What somebody asks a wallet to show. The answer is sealed, and goes with the request.
create table wallet.presentation_request (
  handle_hash     bytea primary key,
  made_at         timestamptz not null,
  expires_at      timestamptz not null,
  answered_at     timestamptz,
  answer_cipher   bytea,
  answer_key      text
);

do $$
declare
  t text;
begin
  foreach t in array array['offer', 'authorization_request', 'access_token', 'nonce', 'copy', 'presentation_request'] loop
    execute format('alter table wallet.%I enable row level security', t);
    execute format('create policy batch on wallet.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
    execute format('grant select, insert, update, delete on wallet.%I to nzrr_batch', t);
  end loop;
end
$$;
grant usage on schema wallet to nzrr_learner, nzrr_batch;
grant usage on sequence wallet.id_sequence to nzrr_batch;
grant select on wallet.copy to nzrr_learner;
create policy learner on wallet.copy for select to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]));
-- A learner offers what is theirs; a delegate whose authority covers claims.
grant insert on wallet.offer to nzrr_learner;
create policy learner on wallet.offer for insert to nzrr_learner
  with check (learner_id = any ((select access.own_learners())::bigint[]) and (select access.may_act('claim')));
