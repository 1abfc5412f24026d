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
