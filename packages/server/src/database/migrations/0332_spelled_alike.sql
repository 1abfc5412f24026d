-- The skills that are spelled most alike, wherever the extension that compares spelling lies. Skills are public: it shows nothing else.
do $make$
declare
  trgm text := (select extnamespace::regnamespace::text from pg_extension where extname = 'pg_trgm');
begin
  execute format($format$
    create function catalogue.spelled_alike(said text, of_scheme text, most integer) returns table (skill_id integer, alike double precision)
      language sql stable security definer set search_path = pg_catalog as $$
      select s.skill_id, %1$s.similarity(s.folded, catalogue.fold(said))::float8
        from catalogue.skill s
       where s.folded operator(%1$s.%%) catalogue.fold(said) and s.status = 'current' and (of_scheme is null or s.scheme = of_scheme)
       order by 2 desc, 1 limit most
    $$ $format$, trgm);
end
$make$;
revoke execute on function catalogue.spelled_alike from public;
grant execute on function catalogue.spelled_alike to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward, nzrr_batch;

-- A retired skill may say which one takes its place: a person says so, or the scheme does.
create table catalogue.skill_replacement (
  uri        text primary key references catalogue.skill on delete cascade,
  by_uri     text not null references catalogue.skill on delete cascade,
  source     text not null check (source in ('scheme', 'steward')),
  said_by    text not null,
  said_at    timestamptz not null,
  check (uri <> by_uri)
);
create index skill_replacement_by on catalogue.skill_replacement (by_uri);
alter table catalogue.skill_replacement enable row level security;
grant select on catalogue.skill_replacement to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward;
grant select, insert, update, delete on catalogue.skill_replacement to nzrr_batch;
grant insert, update, delete on catalogue.skill_replacement to nzrr_steward;
create policy everybody on catalogue.skill_replacement for select using (true);
create policy steward on catalogue.skill_replacement to nzrr_steward using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));
create policy batch on catalogue.skill_replacement to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
