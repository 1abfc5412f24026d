-- Demand against supply: how many people hold a skill, by region, as it is published. Only numbers that may be published are kept here: small
-- cells are withheld, with others beside them, and the rest is rounded, before anything is written.

create schema demand;

create table demand.supply (
  uri    text not null,
  region text not null,                        -- a slug of our regions; 'unknown'; '' for all of New Zealand
  people integer check (people >= 10),         -- null: withheld
  primary key (uri, region)
);
create table demand.counted (
  one        boolean primary key default true check (one),
  counted_at timestamptz not null
);

do $$
declare
  t text;
begin
  foreach t in array array['supply', 'counted'] loop
    execute format('alter table demand.%I enable row level security', t);
    execute format('create policy batch on demand.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
    execute format('grant select, insert, update, delete on demand.%I to nzrr_batch', t);
    execute format('create policy everybody on demand.%I for select to nzrr_employer, nzrr_developer, nzrr_steward using (true)', t);
    execute format('grant select on demand.%I to nzrr_employer, nzrr_developer, nzrr_steward', t);
  end loop;
end
$$;
grant usage on schema demand to nzrr_employer, nzrr_developer, nzrr_steward, nzrr_batch;
