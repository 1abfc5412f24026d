-- One outcome, taught by many: how many people of each provider ended how, counted once a day by a job, and what each provider says of its
-- teaching. Counts of people stay in here: what is shown of them is withheld where it is small (packages/recognition/src/consistency).

-- A person counts once for each provider and outcome (all its versions), by their last confirmed result there.
create table catalogue.taught (
  lineage     text not null,
  provider_id integer not null references catalogue.organisation,
  ended       text not null check (ended in ('not-achieved', 'achieved', 'merit', 'excellence', 'recognised', 'transferred')),
  people      integer not null check (people > 0),
  counted_on  date not null,
  since       date not null,
  primary key (lineage, provider_id, ended)
);

-- Days from applying for recognition to the result, where it was applied for here. No other result says when somebody began.
create table catalogue.recognised_in (
  lineage     text not null,
  provider_id integer not null references catalogue.organisation,
  people      integer not null,
  median_days integer not null,
  primary key (lineage, provider_id)
);

-- What a provider says of how it teaches an outcome: to its developer, to stewards, and to other providers without its name.
create table catalogue.teaching (
  lineage     text not null,
  provider_id integer not null references catalogue.organisation,
  methods     text[] not null check (methods <@ array['observed', 'workplace-evidence', 'written-test', 'assignment', 'project', 'portfolio',
                'simulation', 'conversation']),
  hours       integer check (hours between 1 and 10000),
  skills      jsonb not null default '[]',     -- [{"uri", "label"}]
  changed_at  timestamptz not null,
  changed_by  text not null,
  primary key (lineage, provider_id)
);

do $$
declare
  t text;
begin
  foreach t in array array['taught', 'recognised_in', 'teaching'] loop
    execute format('alter table catalogue.%I enable row level security', t);
    execute format('grant select on catalogue.%I to nzrr_developer, nzrr_steward, nzrr_provider', t);
    execute format('grant select, insert, update, delete on catalogue.%I to nzrr_batch', t);
    execute format('create policy batch on catalogue.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
    execute format('create policy steward on catalogue.%I for select to nzrr_steward using ((select access.is_kind(''steward'')))', t);
    execute format(
      'create policy developer on catalogue.%I for select to nzrr_developer using (exists (select from catalogue.outcome o'
      ' where o.lineage = %I.lineage and o.developer_id = any ((select access.own_organisations(''developer''))::integer[])))', t, t);
    execute format(
      'create policy provider on catalogue.%I for select to nzrr_provider using (provider_id = any ((select access.own_organisations(''provider''))::integer[]))', t);
  end loop;
end
$$;
grant insert, delete, update (methods, hours, skills, changed_at, changed_by) on catalogue.teaching to nzrr_provider;
create policy provider_writes on catalogue.teaching to nzrr_provider
  using (provider_id = any ((select access.own_organisations('provider'))::integer[]))
  with check (provider_id = any ((select access.own_organisations('provider'))::integer[]));

-- All others together, for the provider that asks: only where it teaches the outcome itself, and two others do, so that none is shown alone.
create function catalogue.taught_by_others(asked text) returns table (ended text, people integer)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  own integer[] := access.own_organisations('provider');
begin
  if own is null or not exists (select from catalogue.taught t where t.lineage = asked and t.provider_id = any (own))
     or (select count(distinct t.provider_id) from catalogue.taught t where t.lineage = asked and t.provider_id <> all (own)) < 2 then
    return;
  end if;
  return query select t.ended, sum(t.people)::integer from catalogue.taught t
    where t.lineage = asked and t.provider_id <> all (own) group by t.ended;
end
$$;

-- What others say of their teaching: how many of them name a method or a skill, under the same condition.
create function catalogue.said_by_others(asked text) returns table (kind text, key text, label text, providers integer)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  own integer[] := access.own_organisations('provider');
begin
  if own is null or not exists (select from catalogue.taught t where t.lineage = asked and t.provider_id = any (own))
     or (select count(*) from catalogue.teaching t where t.lineage = asked and t.provider_id <> all (own)) < 2 then
    return;
  end if;
  return query
    select 'method', m.method, null::text, count(*)::integer from catalogue.teaching t, unnest(t.methods) m (method)
      where t.lineage = asked and t.provider_id <> all (own) group by m.method
    union all
    select 'skill', s.skill ->> 'uri', min(s.skill ->> 'label'), count(*)::integer from catalogue.teaching t, jsonb_array_elements(t.skills) s (skill)
      where t.lineage = asked and t.provider_id <> all (own) group by 2;
end
$$;

-- How many others teach what the provider that asks teaches.
create function catalogue.others_teaching() returns table (lineage text, others integer)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  own integer[] := access.own_organisations('provider');
begin
  return query
    select t.lineage, count(distinct t.provider_id) filter (where t.provider_id <> all (own))::integer from catalogue.taught t
     where t.lineage in (select mine.lineage from catalogue.taught mine where mine.provider_id = any (own)) group by t.lineage;
end
$$;
revoke execute on function catalogue.taught_by_others, catalogue.said_by_others, catalogue.others_teaching from public;
grant execute on function catalogue.taught_by_others, catalogue.said_by_others, catalogue.others_teaching to nzrr_provider;
