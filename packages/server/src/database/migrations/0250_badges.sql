-- The Open Badges and CLR APIs of 1EdTech: applications that learners let read their badges, and badges that came from elsewhere. Secrets,
-- codes and tokens are kept as keyed hashes; our secret at another host is sealed.

create schema badges;
create sequence badges.id_sequence;

-- An application, as it registered itself (RFC 7591). What it says of itself is its own word.
create table badges.client (
  client_id       text primary key,
  secret_hash     bytea,                       -- null: an application that can keep no secret
  name            text not null,
  home            text,
  policy          text,
  terms           text,
  redirect_uris   text[] not null,
  scopes          text[] not null,
  registered_at   timestamptz not null
);

-- What a learner agreed to, with the words under which she was asked.
create table badges.consent (
  learner_id      bigint not null,
  consent_id      bigint not null,             -- sequence * 1024 + the learner's bucket
  client_id       text not null,
  client_name     text not null,
  goes_to         text not null,
  scopes          text[] not null,
  granted_at      timestamptz not null,
  granted_by      text not null,
  used_at         timestamptz,
  withdrawn_at    timestamptz,
  primary key (learner_id, consent_id)
);
create index consent_by_client on badges.consent (client_id);

create table badges.code (
  code_hash       bytea primary key,
  learner_id      bigint not null,
  consent_id      bigint not null,
  client_id       text not null,
  redirect_uri    text not null,
  code_challenge  text not null,
  expires_at      timestamptz not null,
  used_at         timestamptz
);

create table badges.token (
  token_hash      bytea primary key,
  kind            text not null check (kind in ('access', 'refresh')),
  learner_id      bigint not null,
  consent_id      bigint not null,
  client_id       text not null,
  scopes          text[] not null,
  expires_at      timestamptz not null,
  ended_at        timestamptz
);
create index token_by_consent on badges.token (learner_id, consent_id);

-- A badge or a record of another issuer, byte for byte as it came, with what the checks said when it did.
create table badges.held (
  learner_id      bigint not null,
  held_id         bigint not null,
  standard        text not null check (standard in ('ob', 'clr')),
  issuer_id       text not null,
  credential_id   text not null,
  form            text not null check (form in ('json', 'jws')),
  body            text not null,
  name            text not null,
  issuer_name     text not null,
  valid_from      timestamptz,
  answer          jsonb not null,
  source          text not null,               -- the application that sent it, or the host that it was fetched from
  received_at     timestamptz not null,
  primary key (learner_id, held_id),
  unique (learner_id, issuer_id, credential_id)
);

-- What an application wrote into the learner's profile; never her name, which is her record's.
create table badges.profile (
  learner_id      bigint primary key,
  details         jsonb not null,
  changed_at      timestamptz not null,
  changed_by      text not null
);

-- Where we are registered ourselves, to fetch what learners hold there.
create table badges.host (
  base_url            text primary key,
  name                text not null,
  client_id           text not null,
  secret_cipher       bytea not null,
  secret_key          text not null,
  authorization_url   text not null,
  token_url           text not null,
  scopes              text[] not null,
  registered_at       timestamptz not null
);

-- A learner on her way to a host and back.
create table badges.visit (
  state_hash      bytea primary key,
  learner_id      bigint not null,
  base_url        text not null,
  code_verifier   text not null,
  expires_at      timestamptz not null,
  used_at         timestamptz
);

do $$
declare
  t text;
begin
  foreach t in array array['client', 'consent', 'code', 'token', 'held', 'profile', 'host', 'visit'] loop
    execute format('alter table badges.%I enable row level security', t);
    execute format('create policy batch on badges.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
    execute format('grant select, insert, update, delete on badges.%I to nzrr_batch', t);
  end loop;
  foreach t in array array['consent', 'code', 'held', 'visit'] loop
    execute format(
      'create policy learner on badges.%I to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]))'
      ' with check (learner_id = any ((select access.own_learners())::bigint[]))', t);
  end loop;
  foreach t in array array['consent', 'code', 'visit'] loop
    execute format('create policy shares on badges.%I as restrictive to nzrr_learner using ((select access.may_act(''share''))) with check ((select access.may_act(''share'')))', t);
  end loop;
end
$$;
create policy shares_remove on badges.held as restrictive for delete to nzrr_learner using ((select access.may_act('share')));
grant usage on schema badges to nzrr_learner, nzrr_batch;
grant usage on sequence badges.id_sequence to nzrr_learner, nzrr_batch;
grant select, insert, update on badges.consent, badges.visit to nzrr_learner;
grant insert on badges.code to nzrr_learner;
grant select, delete on badges.held to nzrr_learner;

alter table sharing.log drop constraint log_about_check;
alter table sharing.log add constraint log_about_check check (about in ('share', 'consent', 'delegation', 'application'));
