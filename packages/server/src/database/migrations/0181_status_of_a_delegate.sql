-- The functions of status lists ask for the learner whose credentials whoever asks may draw and end (0005, 0174): the learner, or somebody
-- whose authority covers claims. They ask here, so that one which is written anew cannot forget it.
create or replace function access.current_learner() returns bigint
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  s access.session := access.current_session();
begin
  return case when s.delegation_id is null or 'claim' = any (access.acts_of(s)) then s.learner_id end;
end
$$;

-- As in 0174, and null is nobody: without a learner of one's own, or without the authority, no credential is one's to end.
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
     and (entry.learner_id is distinct from access.current_learner() or purpose <> 'revocation' or not raised) then
    raise exception 'a status that is not the actor''s to change' using errcode = 'insufficient_privilege';
  end if;
  update award.status_list l
     set bits = set_bit(l.bits, (entry.index / 8) * 8 + 7 - entry.index % 8, raised::integer), revision = l.revision + 1, changed_at = now()
   where l.list_id = entry.list_id and get_bit(l.bits, (entry.index / 8) * 8 + 7 - entry.index % 8) <> raised::integer;
  changed := found;
  if changed then
    insert into award.token_change (list_id, credential_id)
      select e.list_id, credential from award.status_entry e join award.status_list l using (list_id)
       where e.credential_id = credential and l.purpose = 'token';
  end if;
  return changed;
end
$$;
