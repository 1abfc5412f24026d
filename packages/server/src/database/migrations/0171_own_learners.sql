-- The same answer as before, in one look: the policies of a record's tables each ask it once. Under an authority that has ended, nobody.
create or replace function access.own_learners() returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (
    select case
             when exists (select from identity.learner_alias a where a.learner_id = s.learner_id and a.undone_at is null)
               or exists (select from identity.learner_alias a where a.master_id = s.learner_id and a.undone_at is null)
             then identity.alias_set(s.learner_id)
             else array[s.learner_id]
           end
      from access.session s
     where s.token_hash = sha256(convert_to(nullif(current_setting('nzrr.session', true), ''), 'UTF8'))
       and s.ended_at is null and s.expires_at > now() and s.kind = 'learner' and s.learner_id is not null
       and (s.delegation_id is null or access.acts_of(s) is not null)
  );
end
$$;
