-- Status for every format: a Token Status List (two bits an entry) beside the bit lists, and revocation by the hundred thousand.

alter table award.status_list drop constraint status_list_purpose_check;
alter table award.status_list add constraint status_list_purpose_check check (purpose in ('revocation', 'suspension', 'token'));
alter table award.status_list add column entry_bits integer not null default 1 check (entry_bits in (1, 2));
alter table award.status_list drop constraint status_list_check;
alter table award.status_list add constraint status_list_check check (length(bits) * 8 = size * entry_bits);
grant select (entry_bits) on award.status_list to nzrr_public, nzrr_learner, nzrr_steward;

-- Draws a free index for a credential of the learner who asks (or of any, for the product's own jobs) in the open list of this purpose.
-- A list in which 64 draws find nothing free is closed and the next one opened; however many ask at that moment, each gets a place.
-- Two that draw the same index at once are told apart by the key.
create or replace function award.draw_status_index(purpose text, learner bigint, credential text, list_size integer default 131072)
  returns table (list text, index integer)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  open_list award.status_list;
  width integer := case when draw_status_index.purpose = 'token' then 2 else 1 end;
  drawn integer;
begin
  if access.current_kind() not in ('batch', 'steward') and learner is distinct from access.current_learner() then
    raise exception 'a credential of another learner' using errcode = 'insufficient_privilege';
  end if;
  for round in 1..1000 loop
    select l.list_id, l.public_id, l.size into open_list.list_id, open_list.public_id, open_list.size
      from award.status_list l where l.purpose = draw_status_index.purpose and l.closed_at is null;
    if not found then
      insert into award.status_list (public_id, purpose, size, entry_bits, bits)
      values (replace(gen_random_uuid()::text, '-', ''), draw_status_index.purpose, list_size, width,
              decode(repeat('00', list_size * width / 8), 'hex'))
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

-- Tokens that are to follow a change of their credential's bits. Written in the transaction of the change, which so locks no second list, and
-- taken up when the token list is next asked for.
create table award.token_change (
  change_id       bigint generated always as identity primary key,
  list_id         integer not null references award.status_list,
  credential_id   text not null
);
create index token_change_by_list on award.token_change (list_id);
alter table award.token_change enable row level security;
create policy batch on award.token_change to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));

-- Brings a token list up to what the bits of its credentials say: 0 valid, 1 invalid, 2 suspended (Token Status List, section 7.1). An entry's
-- bits lie from the least significant on, which is how get_bit counts.
create function award.follow_changes(list text) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  token award.status_list;
  written bytea;
  entry record;
begin
  if access.current_kind() <> 'batch' then
    raise exception 'not the actor''s to do' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select from award.status_list l join award.token_change c using (list_id) where l.public_id = list) then
    return;
  end if;
  select l.* into token from award.status_list l where l.public_id = list for update;
  written := token.bits;
  for entry in
    with taken as (delete from award.token_change c where c.list_id = token.list_id returning c.credential_id)
    select distinct t.credential_id, e.index from taken t join award.status_entry e on e.credential_id = t.credential_id and e.list_id = token.list_id
  loop
    declare
      revoked integer := 0;
      suspended integer := 0;
      value integer;
    begin
      select coalesce(max(bit) filter (where p = 'revocation'), 0), coalesce(max(bit) filter (where p = 'suspension'), 0) into revoked, suspended
        from (select l.purpose as p, get_bit(l.bits, (e.index / 8) * 8 + 7 - e.index % 8) as bit
                from award.status_entry e join award.status_list l using (list_id)
               where e.credential_id = entry.credential_id and l.purpose in ('revocation', 'suspension')) as held;
      value := case when revoked = 1 then 1 when suspended = 1 then 2 else 0 end;
      written := set_bit(set_bit(written, entry.index * 2, value & 1), entry.index * 2 + 1, value >> 1);
    end;
  end loop;
  update award.status_list l set bits = written, revision = l.revision + 1, changed_at = now()
   where l.list_id = token.list_id and l.bits <> written;
end
$$;

-- The place of a credential in a token list: drawn when the first token is made of it, the same for every later one.
create function award.draw_token_index(learner bigint, credential text) returns table (list text, index integer)
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if access.current_kind() not in ('batch', 'steward') and learner is distinct from access.current_learner() then
    raise exception 'a credential of another learner' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('award.token ' || credential, 0));
  return query select l.public_id, e.index from award.status_entry e join award.status_list l using (list_id)
    where e.credential_id = credential and e.learner_id = learner and l.purpose = 'token';
  if not found then
    return query select d.list, d.index from award.draw_status_index('token', learner, credential) d;
    -- It may be suspended or revoked already.
    insert into award.token_change (list_id, credential_id) select e.list_id, credential from award.status_entry e join award.status_list l using (list_id)
     where e.credential_id = credential and l.purpose = 'token';
  end if;
end
$$;

-- Sets or clears the bit of a credential, and notes that its token is to follow. A learner may only revoke, and only what is theirs. Bit 0 is the
-- leftmost of the first byte (Bitstring Status List 1.0, section 3).
create or replace function award.set_status(purpose text, credential text, raised boolean) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  entry award.status_entry;
  changed boolean;
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
  changed := found;
  if changed then
    insert into award.token_change (list_id, credential_id) select e.list_id, credential from award.status_entry e join award.status_list l using (list_id)
     where e.credential_id = credential and l.purpose = 'token';
  end if;
  return changed;
end
$$;

-- The same for many credentials: each list is written once, and lists are locked in one order. Answers how many bits changed. For the
-- product's own jobs only.
create function award.set_statuses(purpose text, credentials text[], raised boolean) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  list record;
  place integer;
  written bytea;
  before integer;
  changed integer := 0;
begin
  if access.current_kind() not in ('batch', 'steward') then
    raise exception 'a status that is not the actor''s to change' using errcode = 'insufficient_privilege';
  end if;
  for list in
    select l.list_id, array_agg((e.index / 8) * 8 + 7 - e.index % 8) as places
      from award.status_entry e join award.status_list l using (list_id)
     where e.credential_id = any (credentials) and l.purpose = set_statuses.purpose
     group by l.list_id order by l.list_id
  loop
    select l.bits into written from award.status_list l where l.list_id = list.list_id for update;
    before := changed;
    foreach place in array list.places loop
      if get_bit(written, place) <> raised::integer then
        written := set_bit(written, place, raised::integer);
        changed := changed + 1;
      end if;
    end loop;
    if changed > before then
      update award.status_list l set bits = written, revision = l.revision + 1, changed_at = now() where l.list_id = list.list_id;
    end if;
  end loop;
  insert into award.token_change (list_id, credential_id)
  select e.list_id, e.credential_id from award.status_entry e join award.status_list l using (list_id)
   where e.credential_id = any (credentials) and l.purpose = 'token';
  return changed;
end
$$;

revoke execute on function award.follow_changes, award.draw_token_index, award.set_statuses from public;
grant execute on function award.follow_changes to nzrr_batch;
grant execute on function award.draw_token_index to nzrr_learner, nzrr_steward, nzrr_batch;
grant execute on function award.set_statuses to nzrr_steward, nzrr_batch;

-- Revocation of many credentials at once: asked by one steward, agreed to by another (award.second_person), then done slice by slice.
alter table award.second_person drop constraint second_person_kind_check;
alter table award.second_person add constraint second_person_kind_check
  check (kind in ('withdraw-batch', 'revoke-award', 'restore-award', 'revoke-many'));

create table award.bulk_revocation (
  bulk_id         uuid primary key,
  reason          text not null,
  total           integer not null,
  asked_at        timestamptz not null default now(),
  started_at      timestamptz,
  ended_at        timestamptz
);

create table award.bulk_revocation_item (
  bulk_id         uuid not null references award.bulk_revocation,
  position        integer not null,
  named           text not null,               -- as it was asked for: the code of an award or the id of a credential
  result          text check (result in ('revoked', 'not-live', 'unknown')),
  primary key (bulk_id, position)
);
create index bulk_revocation_left on award.bulk_revocation_item (bulk_id, position) where result is null;

alter table award.bulk_revocation enable row level security;
alter table award.bulk_revocation_item enable row level security;
grant select, insert on award.bulk_revocation, award.bulk_revocation_item to nzrr_steward;
grant select, insert, update on award.bulk_revocation, award.bulk_revocation_item to nzrr_batch;
create policy steward on award.bulk_revocation to nzrr_steward using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));
create policy steward on award.bulk_revocation_item to nzrr_steward using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));
create policy batch on award.bulk_revocation to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
create policy batch on award.bulk_revocation_item to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));

-- Endorsements (Open Badges 3.0): what the authority says of a provider, and what others say of an outcome, each a signed credential.
create table award.endorsement (
  endorsement_id  uuid primary key,
  subject_kind    text not null check (subject_kind in ('provider', 'outcome')),
  subject         text not null,               -- the provider's id, or the outcome's code/version
  credential_id   text not null,
  credential      json not null,
  made_by         bigint not null,
  made_at         timestamptz not null default now(),
  withdrawn_at    timestamptz
);
create index endorsement_by_subject on award.endorsement (subject_kind, subject) where withdrawn_at is null;
create unique index endorsement_once on award.endorsement (subject_kind, subject, credential_id) where withdrawn_at is null;
alter table award.endorsement enable row level security;
grant select on award.endorsement to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward, nzrr_batch;
grant usage on schema award to nzrr_developer, nzrr_employer;
grant insert, update on award.endorsement to nzrr_steward, nzrr_batch;
grant insert on award.endorsement to nzrr_developer;
create policy everybody on award.endorsement for select using (withdrawn_at is null or (select access.is_kind('steward')));
create policy steward on award.endorsement to nzrr_steward using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));
create policy developer on award.endorsement for insert to nzrr_developer with check ((select access.is_kind('developer')) and subject_kind = 'outcome');
create policy batch on award.endorsement to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
