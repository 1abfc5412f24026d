-- What the learner who is signed in is called: their own name beside their own record, in the same statement. Who they are comes from the
-- session's token, never from the caller; everybody else's names stay with the identity role.
create function access.own_name() returns text
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  s access.session := access.current_session();
begin
  if s.kind is distinct from 'learner' then
    return null;
  end if;
  return (
    select pg_catalog.btrim(n.given_names || ' ' || n.family_name) from identity.learner_name n
     where n.learner_id = s.learner_id and n.kind in ('legal', 'preferred')
     order by n.kind desc, n.created_at desc limit 1
  );
end
$$;
revoke execute on function access.own_name from public;
grant execute on function access.own_name to nzrr_learner;
