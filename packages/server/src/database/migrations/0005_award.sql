-- What was awarded, on which decision, and what it has spent.

create schema award;

create sequence award.award_sequence;
create sequence award.event_sequence;

create table award.award_event (
  learner_id      bigint not null,
  event_id        bigint not null,
  award_id        bigint not null,
  kind            text not null check (kind in ('issued', 'superseded', 'suspended', 'answered', 'restored', 'withdrawn', 'revoked', 'substituted')),
  at              timestamptz not null default now(),
  actor           text not null,
  reason          text,
  detail          jsonb not null default '{}',
  leaf_salt       bytea not null,
  leaf_hash       bytea not null,
  primary key (learner_id, event_id)
);

create table award.award_state (
  learner_id      bigint not null,
  award_id        bigint not null,             -- sequence * 1024 + the learner's bucket
  public_id       text not null,
  award           text not null,
  version         integer not null,
  supersedes_id   bigint,
  major           text,
  credits         integer not null,
  from_on         date not null,
  to_on           date not null,
  issued_on       date not null,
  status          text not null check (status in ('live', 'suspended', 'superseded', 'withdrawn', 'revoked')),
  reason          text,
  answer_by       date,
  name_on_award   text,
  policy_id       text not null,
  policy_version  text not null,
  decision_input  jsonb not null,              -- a portable record without the learner, as it was before spending
  decision_trace  jsonb not null,
  selection       text[] not null,
  credential      jsonb,
  changed_at      timestamptz not null default now(),
  primary key (learner_id, award_id)
);

-- Spent once: a lineage can be in one live award only. Rows go when the award is withdrawn, revoked or superseded.
create table award.spent (
  learner_id      bigint not null,
  lineage         text not null,
  award_id        bigint not null,
  achievement_id  bigint not null,
  primary key (learner_id, lineage)
);
create index spent_by_award on award.spent (learner_id, award_id);

-- A public id finds its learner without an index over the big tables (a reference table under Citus).
create table award.locator (
  public_id       text primary key,
  learner_id      bigint not null,
  award_id        bigint,
  achievement_id  bigint
);

create table award.status_list (
  list_id         integer generated always as identity primary key,
  public_id       text not null unique,
  purpose         text not null check (purpose in ('revocation', 'suspension')),
  size            integer not null check (size >= 131072),
  used            integer not null default 0,
  bits            bytea not null,
  published       jsonb,
  changed_at      timestamptz not null default now()
);

-- One row per credential: where its bit is in each list. Indices are drawn at random among the free ones.
create table award.status_entry (
  list_id         integer not null references award.status_list,
  index           integer not null,
  learner_id      bigint not null,
  credential_id   text not null,
  primary key (list_id, index)
);
create index status_entry_by_credential on award.status_entry (credential_id);

-- What two people must agree to: asked by one, settled by another.
create table award.second_person (
  request_id      bigint generated always as identity primary key,
  kind            text not null check (kind in ('withdraw-batch', 'revoke-award')),
  subject         text not null,
  reason          text not null,
  asked_by        bigint not null,
  asked_at        timestamptz not null default now(),
  settled_by      bigint check (settled_by <> asked_by),
  settled_at      timestamptz,
  agreed          boolean
);
