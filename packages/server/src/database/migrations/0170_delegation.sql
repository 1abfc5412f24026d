-- Who acts for a learner: an agent whom they name, or a guardian, attorney or welfare guardian whom a steward lets in on evidence. A
-- session says for whom it acts; what it may read and write follows from the authority at each statement, so that one that has ended
-- ends at once, whatever the session believes.

alter table access.session add column delegation_id bigint;
create index session_by_delegation on access.session (delegation_id) where delegation_id is not null and ended_at is null;

alter table sharing.delegation
  drop column may,
  add column acts text[] not null default '{}' check (acts <@ array['claim', 'share', 'dispute']),   -- reading the record comes with every authority
  add column evidence text check (length(evidence) between 1 and 2000);                              -- what a steward saw; null where the learner gave it
alter table sharing.log drop constraint log_kind_check;
alter table sharing.log add constraint log_kind_check check (kind in ('made', 'changed', 'link-made', 'opened', 'pin-missed', 'locked', 'withdrawn',
  'restored', 'granted', 'read', 'accepted', 'entered', 'left', 'ended'));

-- The acts of the authority that a session acts under; null when it has ended, is past its time, or is not this account's.
create function access.acts_of(s access.session) returns text[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (
    select d.acts from sharing.delegation d
     where d.learner_id = s.learner_id and d.delegation_id = s.delegation_id and d.account_id = s.account_id
       and d.accepted_at is not null and d.ended_at is null and d.from_on <= (now() at time zone 'Pacific/Auckland')::date
       and (d.to_on is null or d.to_on >= (now() at time zone 'Pacific/Auckland')::date));
end
$$;

create or replace function access.enter(token text) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  alive boolean;
begin
  perform set_config('nzrr.session', coalesce(token, ''), true);
  select true into alive from access.session s
   where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.ended_at is null and s.expires_at > now()
     and (s.delegation_id is null or access.acts_of(s) is not null);
  return coalesce(alive, false);
end
$$;

create or replace function access.current_session() returns access.session
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  found_session access.session;
begin
  select * into found_session from access.session s
   where s.token_hash = sha256(convert_to(nullif(current_setting('nzrr.session', true), ''), 'UTF8'))
     and s.ended_at is null and s.expires_at > now();
  if found_session.delegation_id is not null and access.acts_of(found_session) is null then
    return null;
  end if;
  return found_session;
end
$$;

-- Whether the learner who is signed in is there themself.
create function access.in_person() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (access.current_session()).delegation_id is null;
end
$$;

create function access.current_delegation() returns bigint
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (access.current_session()).delegation_id;
end
$$;

-- Whether whoever asks may do this: the learner may, and a delegate whose authority covers it.
create function access.may_act(act text) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  s access.session := access.current_session();
begin
  return s.delegation_id is null or coalesce(act = any (access.acts_of(s)), false);
end
$$;

revoke execute on function access.acts_of, access.in_person, access.current_delegation, access.may_act from public;
grant execute on function access.in_person, access.current_delegation, access.may_act to nzrr_learner;

-- The session of a token says under which authority it acts.
drop function access.authenticate(text, interval);
create function access.authenticate(token text, idle interval)
  returns table (kind text, account_id bigint, client_id text, learner_id bigint, organisation_id integer, roles text[], scopes text[],
                 name text, organisation text, organisation_name text, delegation_id bigint, authority text, acts text[], acts_until date)
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
  if (found.client_id is null and found.seen_at < now() - idle)
     or (found.delegation_id is not null and access.acts_of(found) is null) then
    update access.session s set ended_at = now() where s.token_hash = hash;
    return;
  end if;
  if found.seen_at < now() - interval '1 minute' then
    update access.session s set seen_at = now() where s.token_hash = hash;
  end if;
  return query
    select found.kind, found.account_id, found.client_id, found.learner_id, found.organisation_id, found.roles, found.scopes,
           a.name, o.public_id,
           (select n.name from catalogue.organisation_name n where n.organisation_id = found.organisation_id order by n.from_on desc limit 1),
           found.delegation_id, d.authority, d.acts, d.to_on
      from (select 1) one
      left join account.account a on a.account_id = found.account_id
      left join catalogue.organisation o on o.organisation_id = found.organisation_id
      left join sharing.delegation d on d.learner_id = found.learner_id and d.delegation_id = found.delegation_id;
end
$$;
revoke all on function access.authenticate(text, interval) from public;
grant execute on function access.authenticate(text, interval) to nzrr_app, nzrr_account;

-- What a delegate may not do is taken from what the learner may: these policies narrow those that let the learner in.
do $$
declare
  t text;
  verb text;
begin
  foreach t in array array['award.award_event', 'award.award_state', 'award.spent', 'award.locator', 'award.outcome_credential'] loop
    execute format('create policy claims_add on %s as restrictive for insert to nzrr_learner with check ((select access.may_act(''claim'')))', t);
    execute format('create policy claims_change on %s as restrictive for update to nzrr_learner using ((select access.may_act(''claim'')))', t);
    execute format('create policy claims_remove on %s as restrictive for delete to nzrr_learner using ((select access.may_act(''claim'')))', t);
  end loop;
  foreach t in array array['dispute.dispute_event', 'dispute.dispute_state'] loop
    execute format('create policy disputes_add on %s as restrictive for insert to nzrr_learner with check ((select access.may_act(''dispute'')))', t);
    execute format('create policy disputes_change on %s as restrictive for update to nzrr_learner using ((select access.may_act(''dispute'')))', t);
  end loop;
  foreach t in array array['sharing.share', 'sharing.share_link', 'sharing.consent', 'record.reading_code'] loop
    execute format('create policy shares on %s as restrictive to nzrr_learner using ((select access.may_act(''share''))) with check ((select access.may_act(''share'')))', t);
  end loop;
  foreach t in array array['notice.notice', 'notice.collection', 'account.learner_link'] loop
    execute format('create policy in_person on %s as restrictive to nzrr_learner using ((select access.in_person())) with check ((select access.in_person()))', t);
  end loop;
end
$$;
-- A delegate sees the authority that they act under and no other, and changes none.
create policy own_authority on sharing.delegation as restrictive for select to nzrr_learner
  using ((select access.in_person()) or delegation_id = (select access.current_delegation()));
create policy in_person_add on sharing.delegation as restrictive for insert to nzrr_learner with check ((select access.in_person()));
create policy in_person_change on sharing.delegation as restrictive for update to nzrr_learner using ((select access.in_person()));
create policy covered on sharing.log as restrictive to nzrr_learner
  using ((select access.in_person()) or (about = 'delegation' and about_id = (select access.current_delegation()))
    or (about <> 'delegation' and (select access.may_act('share'))))
  with check ((select access.in_person()) or (about <> 'delegation' and (select access.may_act('share'))));

-- Ending an award's credential is a claim's other half.
create or replace function award.set_status(purpose text, credential text, raised boolean) returns boolean
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
     and not (entry.learner_id = access.current_learner() and access.may_act('claim') and purpose = 'revocation' and raised) then
    raise exception 'a status that is not the actor''s to change' using errcode = 'insufficient_privilege';
  end if;
  update award.status_list l
     set bits = set_bit(l.bits, (entry.index / 8) * 8 + 7 - entry.index % 8, raised::integer), revision = l.revision + 1, changed_at = now()
   where l.list_id = entry.list_id and get_bit(l.bits, (entry.index / 8) * 8 + 7 - entry.index % 8) <> raised::integer;
  return found;
end
$$;
