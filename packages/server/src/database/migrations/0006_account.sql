-- How a person gets to their record and staff to their role.

create schema account;

create table account.account (
  account_id      bigint generated always as identity primary key,
  issuer          text not null,
  subject         text not null,
  name            text not null default '',
  email           text,
  language        text not null default 'en' check (language in ('en', 'mi')),
  created_at      timestamptz not null default now(),
  unique (issuer, subject)
);

-- A sign-in linked to a record. A learner has at most one live link; a second asks for review.
create table account.learner_link (
  account_id      bigint not null references account.account,
  learner_id      bigint not null,
  method          text not null check (method in ('verified-claim', 'provider-code', 'review', 'recovery')),
  linked_at       timestamptz not null default now(),
  ended_at        timestamptz,
  primary key (account_id, learner_id, linked_at)
);
create unique index learner_link_live_account on account.learner_link (account_id) where ended_at is null;
create unique index learner_link_live_learner on account.learner_link (learner_id) where ended_at is null;

create table account.link_review (
  review_id       bigint generated always as identity primary key,
  account_id      bigint not null references account.account,
  learner_id      bigint not null,
  why             text not null,
  asked_at        timestamptz not null default now(),
  settled_by      bigint,
  settled_at      timestamptz,
  agreed          boolean
);

-- One-time codes that a provider hands to a learner it knows.
create table account.link_code (
  code_hash       bytea primary key,
  learner_id      bigint not null,
  organisation_id integer not null,
  made_by         bigint,
  made_at         timestamptz not null default now(),
  expires_at      timestamptz not null,
  used_at         timestamptz
);

create table account.link_attempt (
  account_id      bigint not null,
  at              timestamptz not null default now(),
  succeeded       boolean not null
);
create index link_attempt_by_account on account.link_attempt (account_id, at);

create table account.membership (
  membership_id   bigint generated always as identity primary key,
  account_id      bigint not null references account.account,
  organisation_id integer not null,
  role            text not null check (role in ('administrator', 'registrar', 'assessor', 'developer', 'reader', 'steward')),
  invited_by      bigint,
  from_at         timestamptz not null default now(),
  ended_at        timestamptz
);
create unique index membership_live on account.membership (account_id, organisation_id, role) where ended_at is null;

create table account.invitation (
  token_hash      bytea primary key,
  organisation_id integer not null,
  role            text not null,
  email           text not null,
  invited_by      bigint,
  invited_at      timestamptz not null default now(),
  expires_at      timestamptz not null,
  accepted_at     timestamptz
);

-- OAuth 2 clients for providers' own systems.
create table account.client (
  client_id       text primary key,
  organisation_id integer not null,
  name            text not null,
  secret_hash     bytea not null,
  scopes          text[] not null,
  made_by         bigint,
  made_at         timestamptz not null default now(),
  ended_at        timestamptz
);

-- A sign-in that is under way at an issuer; bound to the browser by a cookie that holds the state.
create table account.sign_in (
  state_hash      bytea primary key,
  nonce           text not null,
  verifier        text not null,
  return_to       text not null,
  expires_at      timestamptz not null
);

-- What the account folder and the limits sign in as: a login of its own that no actor's pool can become, so SQL that was injected
-- into an actor's transaction can neither open a session nor read who is a member of what.
do $$
begin
  if not exists (select from pg_roles where rolname = 'nzrr_account') then
    create role nzrr_account login;
  end if;
  execute format('grant nzrr_account to %I with inherit false, set true', current_user);
end
$$;
grant usage on schema account, access, catalogue to nzrr_account;
grant select, insert, update, delete on all tables in schema account to nzrr_account;
grant select, insert, update on access.session to nzrr_account;
grant select on catalogue.organisation, catalogue.organisation_name to nzrr_account;

-- The session of a token, and that it was seen (written at most once a minute). Idle sessions end here; `access.enter` holds the
-- absolute limit. Knowing the token is the only way in, so the pools of actors may ask it.
create function access.authenticate(token text, idle interval)
  returns table (kind text, account_id bigint, client_id text, learner_id bigint, organisation_id integer, roles text[], scopes text[],
                 name text, organisation text, organisation_name text)
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  hash bytea := sha256(convert_to(token, 'UTF8'));
  found access.session;
begin
  select * into found from access.session s
   where s.token_hash = hash and s.ended_at is null and s.expires_at > now() and s.kind <> 'batch';
  if found.token_hash is null then
    return;
  end if;
  if found.client_id is null and found.seen_at < now() - idle then
    update access.session s set ended_at = now() where s.token_hash = hash;
    return;
  end if;
  if found.seen_at < now() - interval '1 minute' then
    update access.session s set seen_at = now() where s.token_hash = hash;
  end if;
  return query
    select found.kind, found.account_id, found.client_id, found.learner_id, found.organisation_id, found.roles, found.scopes,
           a.name, o.public_id,
           (select n.name from catalogue.organisation_name n where n.organisation_id = found.organisation_id order by n.from_on desc limit 1)
      from (select 1) one
      left join account.account a on a.account_id = found.account_id
      left join catalogue.organisation o on o.organisation_id = found.organisation_id;
end
$$;
revoke all on function access.authenticate(text, interval) from public;
grant execute on function access.authenticate(text, interval) to nzrr_app, nzrr_account;
