-- What was awarded, on which decision, and what it has spent.

create schema award;

create sequence award.award_sequence;
create sequence award.event_sequence;

create table award.award_event (
  learner_id      bigint not null,
  event_id        bigint not null,
  award_id        bigint not null,
  kind            text not null check (kind in ('issued', 'superseded', 'substituted', 'noted', 'suspended', 'answered', 'review-asked',
                    'review-declined', 'restored', 'withdrawn', 'revoked')),
  at              timestamptz not null default now(),
  actor           text not null,
  reason          text,
  detail          jsonb not null default '{}',
  leaf_salt       bytea not null,
  leaf_hash       bytea not null,
  primary key (learner_id, event_id)
);
create index award_event_by_award on award.award_event (learner_id, award_id);

-- json, not jsonb, where the exact text is evidence: a credential and a decision keep the order in which they were written.
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
  decision_input  json not null,               -- a portable record without the learner, as it was before spending
  decision_trace  json not null,
  selection       text[] not null,
  credential_id   text not null,
  credential      json not null,
  changed_at      timestamptz not null default now(),
  primary key (learner_id, award_id)
);
create index award_state_by_id on award.award_state (award_id);

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

-- A credential for one achievement, made when the learner asks for it and kept until what it says changes.
create table award.outcome_credential (
  learner_id      bigint not null,
  achievement_id  bigint not null,
  credential_id   text not null,
  facts_hash      bytea not null,              -- what it says; another hash means another credential
  credential      json not null,
  issued_at       timestamptz not null default now(),
  revoked_at      timestamptz,
  primary key (learner_id, achievement_id, credential_id)
);
create unique index outcome_credential_live on award.outcome_credential (learner_id, achievement_id) where revoked_at is null;

-- What a learner is told about an award; the words come from the code.
create table award.notice (
  learner_id      bigint not null,
  notice_id       bigint not null,
  award_id        bigint not null,
  code            text not null check (code in ('award-suspended', 'award-restored', 'award-revoked', 'award-noted')),
  data            jsonb not null default '{}',
  at              timestamptz not null default now(),
  seen_at         timestamptz,
  primary key (learner_id, notice_id)
);

create table award.status_list (
  list_id         integer generated always as identity primary key,
  public_id       text not null unique,
  purpose         text not null check (purpose in ('revocation', 'suspension')),
  size            integer not null check (size >= 8 and size % 8 = 0),
  bits            bytea not null check (length(bits) * 8 = size),
  revision        bigint not null default 0,   -- grows with every change of a bit
  closed_at       timestamptz,                 -- full: a new list takes over
  published       json,
  published_revision bigint,
  published_until timestamptz,
  changed_at      timestamptz not null default now()
);
create unique index status_list_open on award.status_list (purpose) where closed_at is null;

-- One row per credential: where its bit is in each list. Indices are drawn at random among the free ones.
create table award.status_entry (
  list_id         integer not null references award.status_list,
  index           integer not null,
  learner_id      bigint not null,
  credential_id   text not null,
  primary key (list_id, index)
);
create index status_entry_by_credential on award.status_entry (credential_id);

-- Draws a free index for a credential of the learner who asks (or of any, for the product's own jobs) in the open list of this
-- purpose, and opens the next list when 64 draws find none. Two that draw the same index at once are told apart by the key.
create function award.draw_status_index(purpose text, learner bigint, credential text, list_size integer default 131072)
  returns table (list text, index integer)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  open_list award.status_list;
  drawn integer;
begin
  if access.current_kind() not in ('batch', 'steward') and learner is distinct from access.current_learner() then
    raise exception 'a credential of another learner' using errcode = 'insufficient_privilege';
  end if;
  for round in 1..4 loop
    select * into open_list from award.status_list l where l.purpose = draw_status_index.purpose and l.closed_at is null;
    if not found then
      insert into award.status_list (public_id, purpose, size, bits)
      values (replace(gen_random_uuid()::text, '-', ''), draw_status_index.purpose, list_size, decode(repeat('00', list_size / 8), 'hex'))
      on conflict do nothing;
      continue;
    end if;
    for attempt in 1..64 loop
      insert into award.status_entry (list_id, index, learner_id, credential_id)
      values (open_list.list_id, floor(random() * open_list.size)::integer, learner, credential)
      on conflict do nothing returning status_entry.index into drawn;
      if found then
        return query select open_list.public_id, drawn;
        return;
      end if;
    end loop;
    update award.status_list l set closed_at = now() where l.list_id = open_list.list_id and l.closed_at is null;
  end loop;
  raise exception 'no free status index was found' using errcode = 'object_not_in_prerequisite_state';
end
$$;

-- Sets or clears the bit of a credential. The row's lock makes changes of one list follow each other, so none is lost. A learner
-- may only revoke, and only what is theirs. Bit 0 is the leftmost of the first byte (Bitstring Status List 1.0, section 3).
create function award.set_status(purpose text, credential text, raised boolean) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  entry award.status_entry;
begin
  select e.* into entry from award.status_entry e join award.status_list l using (list_id)
   where e.credential_id = credential and l.purpose = set_status.purpose;
  if not found then
    return false;
  end if;
  if access.current_kind() not in ('batch', 'steward')
     and not (entry.learner_id = access.current_learner() and purpose = 'revocation' and raised) then
    raise exception 'a status that is not the actor''s to change' using errcode = 'insufficient_privilege';
  end if;
  update award.status_list l
     set bits = set_bit(l.bits, (entry.index / 8) * 8 + 7 - entry.index % 8, raised::integer), revision = l.revision + 1, changed_at = now()
   where l.list_id = entry.list_id and get_bit(l.bits, (entry.index / 8) * 8 + 7 - entry.index % 8) <> raised::integer;
  return found;
end
$$;

-- What two people must agree to: asked by one, settled by another.
create table award.second_person (
  request_id      bigint generated always as identity primary key,
  kind            text not null check (kind in ('withdraw-batch', 'revoke-award', 'restore-award')),
  subject         text not null,
  organisation_id integer,                     -- whose batch; null for what stewards settle
  reason          text not null,
  asked_by        bigint not null,
  asked_at        timestamptz not null default now(),
  settled_by      bigint check (settled_by <> asked_by),
  settled_at      timestamptz,
  agreed          boolean,
  check ((settled_by is null) = (settled_at is null) and (settled_by is null) = (agreed is null))
);
create unique index second_person_open on award.second_person (kind, subject) where settled_at is null;

revoke execute on function award.draw_status_index, award.set_status from public;
grant execute on function award.draw_status_index, award.set_status to nzrr_learner, nzrr_steward, nzrr_batch;
