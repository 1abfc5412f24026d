-- Who is asking. One database role per kind of actor; the context is a session's token, which only its holder knows, so SQL
-- that was injected cannot choose who it is. Policies compare a column with (select access.current_…()), never a join.

create schema access;

do $$
declare
  role_name text;
begin
  foreach role_name in array array[
    'nzrr_public', 'nzrr_learner', 'nzrr_provider', 'nzrr_developer', 'nzrr_employer', 'nzrr_steward', 'nzrr_batch'
  ] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin', role_name);
    end if;
  end loop;
  -- What the server's pool signs in as: nothing of its own, it may only become one of the actors.
  if not exists (select from pg_roles where rolname = 'nzrr_app') then
    create role nzrr_app login;
  end if;
  -- The second pool. The first may not become it, whatever SQL is injected there.
  if not exists (select from pg_roles where rolname = 'nzrr_identity') then
    create role nzrr_identity login;
  end if;
  foreach role_name in array array[
    'nzrr_public', 'nzrr_learner', 'nzrr_provider', 'nzrr_developer', 'nzrr_employer', 'nzrr_steward', 'nzrr_batch'
  ] loop
    execute format('grant %I to nzrr_app with inherit false, set true', role_name);
  end loop;
end
$$;

create table access.session (
  token_hash      bytea primary key,
  kind            text not null check (kind in ('public', 'learner', 'provider', 'developer', 'employer', 'steward', 'batch')),
  account_id      bigint,
  client_id       text,
  learner_id      bigint,
  organisation_id integer,
  roles           text[] not null default '{}',
  scopes          text[] not null default '{}',
  csrf_hash       bytea,
  created_at      timestamptz not null default now(),
  seen_at         timestamptz not null default now(),
  expires_at      timestamptz not null,
  ended_at        timestamptz
);
create index session_by_account on access.session (account_id) where ended_at is null;
create index session_by_organisation on access.session (organisation_id) where ended_at is null;

-- Starts the actor's context for this transaction. Answers false when the token is unknown, ended or past its time.
create function access.enter(token text) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  alive boolean;
begin
  perform set_config('nzrr.session', coalesce(token, ''), true);
  select true into alive from access.session s
   where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.ended_at is null and s.expires_at > now();
  return coalesce(alive, false);
end
$$;

-- plpgsql keeps its plans, so that a look-up costs a few microseconds; policies ask once for each query.
create function access.current_session() returns access.session
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  found_session access.session;
begin
  select * into found_session from access.session s
   where s.token_hash = sha256(convert_to(nullif(current_setting('nzrr.session', true), ''), 'UTF8'))
     and s.ended_at is null and s.expires_at > now();
  return found_session;
end
$$;

create function access.current_kind() returns text
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return coalesce((access.current_session()).kind, 'public');
end
$$;

create function access.current_learner() returns bigint
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (access.current_session()).learner_id;
end
$$;

create function access.current_organisation() returns integer
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (access.current_session()).organisation_id;
end
$$;

create function access.current_account() returns bigint
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (access.current_session()).account_id;
end
$$;

create function access.has_role(role text) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return coalesce(role = any ((access.current_session()).roles), false);
end
$$;

grant usage on schema access to nzrr_app, nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward, nzrr_batch;
