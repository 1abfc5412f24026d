-- Who may read and write what. Each kind of actor has a role; a policy also asks what kind the session is, so that becoming another
-- role with one's own session opens nothing. What a policy compares with is asked once for each query: (select access.…()).
-- Nobody may update or delete an event. A table that is not named here is closed to every role.

-- 1. What policies ask

-- The ids of the learner who is signed in (all that stand for the same person); null for every other kind.
create function access.own_learners() returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  s access.session := access.current_session();
begin
  return case when s.kind = 'learner' and s.learner_id is not null then identity.alias_set(s.learner_id) end;
end
$$;

-- The organisation that is signed in as this kind, with the closed ones it has succeeded (it corrects for them); else null.
create function access.own_organisations(kind text) returns integer[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  s access.session := access.current_session();
begin
  if s.kind is distinct from kind or s.organisation_id is null then
    return null;
  end if;
  return (
    with recursive own (id) as (
      select s.organisation_id
      union
      select o.organisation_id from own join catalogue.organisation o on o.successor_id = own.id and o.closed_on is not null
    )
    select array_agg(id) from own
  );
end
$$;

create function access.is_kind(kind text) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (access.current_session()).kind is not distinct from kind;
end
$$;

-- Whether someone with this role in the organisation that is signed in asks.
create function access.is_administrator() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return access.has_role('administrator');
end
$$;

revoke execute on all functions in schema access from public;
grant execute on all functions in schema access
  to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward, nzrr_batch;
grant execute on function access.enter to nzrr_app;
revoke all on schema public from public;

-- 2. Row-level security on every table of the product but the lists that everybody sees

do $$
declare
  t record;
begin
  for t in
    select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('access', 'identity', 'record', 'award', 'account', 'operations', 'catalogue') and c.relkind in ('r', 'p')
  loop
    execute format('alter table %I.%I enable row level security', t.nspname, t.relname);
  end loop;
end
$$;

-- 3. Identity: its own role, which no other may become

grant usage on schema identity to nzrr_identity;
grant select, insert, update on identity.learner to nzrr_identity;
grant select, insert on identity.learner_name to nzrr_identity;
grant select, insert, update on identity.learner_alias to nzrr_identity;
grant select, insert, delete on identity.asked to nzrr_identity;
grant usage on sequence identity.learner_sequence to nzrr_identity;
grant execute on function identity.alias_set to nzrr_identity;
create policy identity_only on identity.learner to nzrr_identity using (true) with check (true);
create policy identity_only on identity.learner_name to nzrr_identity using (true) with check (true);
create policy identity_only on identity.learner_alias to nzrr_identity using (true) with check (true);
create policy identity_only on identity.asked to nzrr_identity using (true) with check (true);

-- 4. The product's own jobs: everything but identity, and of events only reading and adding

grant usage on schema catalogue, record, award, account, operations to nzrr_batch;
grant usage on all sequences in schema record, award to nzrr_batch;
grant select, insert, update, delete on all tables in schema catalogue, account, operations, access to nzrr_batch;
grant select, insert, update on all tables in schema record, award to nzrr_batch;
grant delete on record.import_reject, record.import_seen, record.access_log, award.spent to nzrr_batch;
revoke update on record.achievement_event, award.award_event, record.access_log from nzrr_batch;
revoke update, delete on catalogue.outcome_event from nzrr_batch;

do $$
declare
  t record;
begin
  for t in
    select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('access', 'record', 'award', 'account', 'operations', 'catalogue') and c.relkind in ('r', 'p')
  loop
    execute format(
      'create policy batch on %I.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))',
      t.nspname, t.relname);
  end loop;
end
$$;

-- 5. The catalogue: everybody reads what is published; its developer and stewards see and change drafts

grant usage on schema catalogue to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward;
grant select on all tables in schema catalogue to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward;
revoke select on catalogue.outcome_event from nzrr_public, nzrr_learner, nzrr_provider, nzrr_employer;
grant insert, update on catalogue.outcome, catalogue.outcome_group to nzrr_developer, nzrr_steward;
grant insert, update, delete on catalogue.outcome_skill, catalogue.outcome_exclusion to nzrr_developer, nzrr_steward;
grant insert on catalogue.outcome_event to nzrr_developer, nzrr_steward;
grant insert, update on catalogue.organisation, catalogue.organisation_name, catalogue.accreditation, catalogue.skill_scheme, catalogue.skill
  to nzrr_steward;

do $$
declare
  t text;
begin
  foreach t in array array['field', 'organisation', 'organisation_name', 'accreditation', 'skill_scheme', 'skill', 'outcome_group', 'outcome_exclusion'] loop
    execute format('create policy everybody on catalogue.%I for select using (true)', t);
  end loop;
  foreach t in array array['organisation', 'organisation_name', 'accreditation', 'skill_scheme', 'skill', 'outcome_group', 'outcome_exclusion',
                           'outcome', 'outcome_skill', 'outcome_event'] loop
    execute format('create policy steward on catalogue.%I to nzrr_steward using ((select access.is_kind(''steward''))) with check ((select access.is_kind(''steward'')))', t);
  end loop;
  foreach t in array array['outcome_group', 'outcome_exclusion'] loop
    execute format('create policy developer on catalogue.%I to nzrr_developer using ((select access.is_kind(''developer''))) with check ((select access.is_kind(''developer'')))', t);
  end loop;
end
$$;

create policy everybody on catalogue.outcome for select using (status not in ('draft', 'in-review'));
create policy developer on catalogue.outcome to nzrr_developer
  using (developer_id = any ((select access.own_organisations('developer'))::integer[]))
  with check (developer_id = any ((select access.own_organisations('developer'))::integer[]));
create policy everybody on catalogue.outcome_skill for select using (exists (select from catalogue.outcome o where o.outcome_id = outcome_skill.outcome_id));
create policy developer on catalogue.outcome_skill to nzrr_developer
  using (exists (select from catalogue.outcome o where o.outcome_id = outcome_skill.outcome_id and o.developer_id = any ((select access.own_organisations('developer'))::integer[])))
  with check (exists (select from catalogue.outcome o where o.outcome_id = outcome_skill.outcome_id and o.developer_id = any ((select access.own_organisations('developer'))::integer[])));
create policy developer on catalogue.outcome_event to nzrr_developer
  using (exists (select from catalogue.outcome o where o.outcome_id = outcome_event.outcome_id and o.developer_id = any ((select access.own_organisations('developer'))::integer[])))
  with check (exists (select from catalogue.outcome o where o.outcome_id = outcome_event.outcome_id and o.developer_id = any ((select access.own_organisations('developer'))::integer[])));

-- 6. Records: a learner reads their own; a provider what it reported; a steward all

grant usage on schema record to nzrr_learner, nzrr_provider, nzrr_steward;
grant select on record.achievement_event, record.achievement_state, record.access_log to nzrr_learner, nzrr_steward;
grant insert on record.access_log to nzrr_provider, nzrr_steward;
create policy learner on record.achievement_event for select to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]));
create policy learner on record.achievement_state for select to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]));
create policy learner on record.access_log for select to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]));
create policy steward on record.achievement_event for select to nzrr_steward using ((select access.is_kind('steward')));
create policy steward on record.achievement_state for select to nzrr_steward using ((select access.is_kind('steward')));
create policy steward on record.access_log to nzrr_steward using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));

grant select, insert on record.achievement_event to nzrr_provider;
grant select, insert, update on record.achievement_state, record.result_reference, record.import_batch to nzrr_provider;
grant select, insert, delete on record.import_reject to nzrr_provider;
grant usage on sequence record.achievement_sequence, record.event_sequence to nzrr_provider;
create policy provider on record.achievement_event to nzrr_provider
  using (provider_id = any ((select access.own_organisations('provider'))::integer[]))
  with check (provider_id = any ((select access.own_organisations('provider'))::integer[]));
create policy provider on record.achievement_state to nzrr_provider
  using (provider_id = any ((select access.own_organisations('provider'))::integer[]))
  with check (provider_id = any ((select access.own_organisations('provider'))::integer[]));
create policy provider on record.result_reference to nzrr_provider
  using (provider_id = any ((select access.own_organisations('provider'))::integer[]))
  with check (provider_id = any ((select access.own_organisations('provider'))::integer[]));
create policy provider on record.import_batch to nzrr_provider
  using (provider_id = any ((select access.own_organisations('provider'))::integer[]))
  with check (provider_id = any ((select access.own_organisations('provider'))::integer[]));
create policy provider on record.import_reject to nzrr_provider
  using (batch_id in (select b.batch_id from record.import_batch b)) with check (batch_id in (select b.batch_id from record.import_batch b));
create policy provider on record.access_log for insert to nzrr_provider
  with check (organisation_id = any ((select access.own_organisations('provider'))::integer[]));

-- 7. Awards: a learner claims and reads their own; a steward reviews all

grant usage on schema award to nzrr_public, nzrr_learner, nzrr_steward;
grant select, insert on award.award_event to nzrr_learner, nzrr_steward;
grant select, insert, update on award.award_state to nzrr_learner, nzrr_steward;
grant select, insert, delete on award.spent to nzrr_learner, nzrr_steward;
grant select, insert on award.locator to nzrr_learner, nzrr_steward;
grant select, insert, update on award.outcome_credential to nzrr_learner, nzrr_steward;
grant select, insert, update on award.notice to nzrr_learner, nzrr_steward;
grant select, insert, update on award.second_person to nzrr_provider, nzrr_steward;
grant usage on schema award to nzrr_provider;
grant usage on sequence award.award_sequence, award.event_sequence to nzrr_learner, nzrr_steward;
grant select (list_id, public_id, purpose, size, closed_at, published, published_revision, published_until) on award.status_list
  to nzrr_public, nzrr_learner, nzrr_steward;

do $$
declare
  t text;
begin
  foreach t in array array['award_event', 'award_state', 'spent', 'locator', 'outcome_credential', 'notice'] loop
    execute format(
      'create policy learner on award.%I to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]))'
      ' with check (learner_id = any ((select access.own_learners())::bigint[]))', t);
    execute format('create policy steward on award.%I to nzrr_steward using ((select access.is_kind(''steward''))) with check ((select access.is_kind(''steward'')))', t);
  end loop;
end
$$;
create policy everybody on award.status_list for select using (true);
create policy steward on award.second_person to nzrr_steward using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));
create policy provider on award.second_person to nzrr_provider
  using (organisation_id = any ((select access.own_organisations('provider'))::integer[]))
  with check (organisation_id = any ((select access.own_organisations('provider'))::integer[]));

-- 8. Accounts: each sees what is theirs; an organisation's administrators answer for its people and clients

grant usage on schema account to nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward;
grant select on account.account to nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward;
grant update (language) on account.account to nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward;
grant select on account.learner_link to nzrr_learner;
grant select, insert, update on account.membership, account.invitation, account.client to nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward;
grant select, update on account.link_review to nzrr_steward;
grant select, insert on account.link_code to nzrr_provider;

do $$
declare
  role_kind text;
  t text;
begin
  foreach role_kind in array array['learner', 'provider', 'developer', 'employer', 'steward'] loop
    execute format(
      'create policy %I on account.account to %I using ((select access.is_kind(%L)) and account_id = (select access.current_account()))'
      ' with check ((select access.is_kind(%L)) and account_id = (select access.current_account()))', role_kind, 'nzrr_' || role_kind, role_kind, role_kind);
  end loop;
  foreach role_kind in array array['provider', 'developer', 'employer', 'steward'] loop
    foreach t in array array['membership', 'invitation', 'client'] loop
      execute format(
        'create policy %I on account.%I for select to %I using (organisation_id = any ((select access.own_organisations(%L))::integer[]))',
        role_kind || '_reads', t, 'nzrr_' || role_kind, role_kind);
      execute format(
        'create policy %I on account.%I for insert to %I with check ((select access.is_administrator()) and organisation_id = any ((select access.own_organisations(%L))::integer[]))',
        role_kind || '_adds', t, 'nzrr_' || role_kind, role_kind);
      execute format(
        'create policy %I on account.%I for update to %I using ((select access.is_administrator()) and organisation_id = any ((select access.own_organisations(%L))::integer[]))'
        ' with check ((select access.is_administrator()) and organisation_id = any ((select access.own_organisations(%L))::integer[]))',
        role_kind || '_changes', t, 'nzrr_' || role_kind, role_kind, role_kind);
    end loop;
  end loop;
end
$$;
create policy learner on account.learner_link for select to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]));
create policy steward on account.link_review to nzrr_steward using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));
create policy provider on account.link_code to nzrr_provider
  using (organisation_id = any ((select access.own_organisations('provider'))::integer[]))
  with check (organisation_id = any ((select access.own_organisations('provider'))::integer[]));

-- 9. Sections of modules (each adds its own below)

-- Account and http: the login that finds out who asks (0006), which no actor may become

do $$
declare
  t record;
begin
  for t in
    select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and (n.nspname = 'account'
        or (n.nspname, c.relname) in (('access', 'session'), ('operations', 'idempotency'), ('operations', 'rate'),
                                      ('catalogue', 'organisation'), ('catalogue', 'organisation_name')))
  loop
    execute format('create policy of_the_account_login on %I.%I to nzrr_account using (true) with check (true)', t.nspname, t.relname);
  end loop;
end
$$;
revoke execute on function access.authenticate(text, interval)
  from nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward, nzrr_batch;
