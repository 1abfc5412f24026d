-- Packages of courses made for one employer: a draft that only the provider sees, versions that do not change, and what either party did
-- about them. Where a package stands moves by its events alone: no role may write it.

create table employer.course_package (
  package_id      bigint generated always as identity primary key,
  request_id      bigint references employer.package_request,
  organisation_id integer not null references catalogue.organisation,   -- the employer
  provider_id     integer not null references catalogue.organisation,
  title           text not null check (length(title) between 1 and 200),
  skills          text[] not null default '{}',                         -- of the job role it is made for
  status          text not null default 'draft' check (status in ('draft', 'proposed', 'change-asked', 'agreed', 'declined', 'withdrawn')),
  version         integer not null default 0 check (version >= 0),
  made_by         text not null,
  made_at         timestamptz not null,
  changed_at      timestamptz not null
);
-- A request has one package at a time: making it twice finds the first.
create unique index course_package_of_request on employer.course_package (request_id) where status not in ('declined', 'withdrawn');
create index course_package_by_employer on employer.course_package (organisation_id, package_id);
create index course_package_by_provider on employer.course_package (provider_id, package_id);

create table employer.course_package_draft (
  package_id      bigint primary key references employer.course_package,
  content         jsonb not null,
  revision        integer not null default 1,
  changed_by      text not null,
  changed_at      timestamptz not null
);

create table employer.course_package_version (
  package_id      bigint not null references employer.course_package,
  version         integer not null check (version >= 1),
  content         jsonb not null,
  sums            jsonb not null,
  draft_revision  integer not null,
  proposed_at     timestamptz not null,
  primary key (package_id, version),
  unique (package_id, draft_revision)          -- one draft is proposed once
);

-- The courses of a version and their days: one course a day.
create table employer.course_package_course (
  package_id      bigint not null,
  version         integer not null,
  place           smallint not null check (place between 1 and 40),
  outcome_id      integer not null references catalogue.outcome,
  primary key (package_id, version, place),
  unique (package_id, version, outcome_id),
  foreign key (package_id, version) references employer.course_package_version
);
create table employer.course_package_day (
  package_id      bigint not null,
  version         integer not null,
  taught_on       date not null,
  place           smallint not null,
  primary key (package_id, version, taught_on),
  foreign key (package_id, version, place) references employer.course_package_course
);

-- What either party did. Nobody changes a line.
create table employer.course_package_event (
  event_id        bigint generated always as identity primary key,
  package_id      bigint not null references employer.course_package,
  version         integer not null,
  kind            text not null check (kind in ('proposed', 'change-asked', 'agreed', 'declined', 'withdrawn')),
  side            text not null check (side in ('employer', 'provider')),
  words           text not null default '',
  actor           text not null,
  at              timestamptz not null,
  check ((kind in ('proposed', 'withdrawn')) = (side = 'provider')),
  check (kind <> 'change-asked' or words <> '')
);
create index course_package_event_by_package on employer.course_package_event (package_id, event_id);

-- The courses of a version that may no longer be assessed on the last day on which they are taught.
create function employer.withdrawn_courses(package bigint, of_version integer) returns integer[]
  language sql stable set search_path = pg_catalog as $$
  select coalesce(array_agg(c.outcome_id order by c.place), '{}')
    from employer.course_package_course c join catalogue.outcome o on o.outcome_id = c.outcome_id
   where c.package_id = package and c.version = of_version
     and (o.status = 'discontinued'
          or o.last_assessment < (select max(d.taught_on) from employer.course_package_day d
                                   where d.package_id = c.package_id and d.version = c.version and d.place = c.place))
$$;

-- A step of a package: which may follow which, on the version that both parties see, and never agreed with a course that was withdrawn.
create function employer.move_course_package() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  p employer.course_package;
  allowed text[];
begin
  select * into p from employer.course_package where package_id = new.package_id for update;
  allowed := case new.kind
    when 'proposed' then array['draft', 'proposed', 'change-asked', 'agreed']
    when 'change-asked' then array['proposed']
    when 'agreed' then array['proposed']
    when 'declined' then array['proposed', 'change-asked']
    when 'withdrawn' then array['draft', 'proposed', 'change-asked']
  end;
  if not coalesce(p.status = any (allowed), false) then
    raise exception 'a package that is % does not become %', p.status, new.kind
      using errcode = 'integrity_constraint_violation', constraint = 'course_package_step';
  end if;
  if new.version <> p.version + (new.kind = 'proposed')::integer then
    raise exception 'the package is at version %', p.version
      using errcode = 'integrity_constraint_violation', constraint = 'course_package_version';
  end if;
  if new.kind in ('proposed', 'change-asked', 'agreed') and exists (
    select from employer.package_request r where r.request_id = p.request_id and r.status in ('declined', 'taken-back')) then
    raise exception 'the request has ended' using errcode = 'integrity_constraint_violation', constraint = 'course_package_request';
  end if;
  if new.kind = 'proposed' and not exists (
    select from employer.course_package_course c where c.package_id = new.package_id and c.version = new.version) then
    raise exception 'this version has no course' using errcode = 'integrity_constraint_violation', constraint = 'course_package_version';
  end if;
  if new.kind in ('proposed', 'agreed') and employer.withdrawn_courses(new.package_id, new.version) <> '{}' then
    raise exception 'a course was withdrawn' using errcode = 'integrity_constraint_violation', constraint = 'course_package_withdrawn';
  end if;
  update employer.course_package set status = new.kind, version = new.version, changed_at = new.at where package_id = new.package_id;
  return new;
end
$$;
create trigger course_package_event_moves before insert on employer.course_package_event
  for each row execute function employer.move_course_package();

-- A version stands as it is once it was proposed, and its courses and days with it.
create function employer.keep_course_package_version() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.version <= (select p.version from employer.course_package p where p.package_id = new.package_id) then
    raise exception 'version % was proposed and does not change', new.version
      using errcode = 'integrity_constraint_violation', constraint = 'course_package_version';
  end if;
  return new;
end
$$;
create trigger course_package_version_stays before insert on employer.course_package_version
  for each row execute function employer.keep_course_package_version();
create trigger course_package_course_stays before insert on employer.course_package_course
  for each row execute function employer.keep_course_package_version();
create trigger course_package_day_stays before insert on employer.course_package_day
  for each row execute function employer.keep_course_package_version();

-- What was agreed is not undone by ending the request it came from.
create function employer.keep_agreed_request() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.status in ('declined', 'taken-back') and exists (
    select from employer.course_package p where p.request_id = new.request_id and p.status = 'agreed') then
    raise exception 'the package was agreed' using errcode = 'integrity_constraint_violation', constraint = 'package_request_agreed';
  end if;
  return new;
end
$$;
create trigger package_request_stays before update of status on employer.package_request
  for each row execute function employer.keep_agreed_request();

do $$
declare
  t text;
begin
  foreach t in array array['course_package', 'course_package_draft', 'course_package_version', 'course_package_course', 'course_package_day', 'course_package_event'] loop
    execute format('alter table employer.%I enable row level security', t);
    execute format('create policy batch on employer.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
    execute format('grant select, insert on employer.%I to nzrr_batch, nzrr_provider', t);
  end loop;
  -- Whoever sees the package sees its versions and what was done about them; its employer those that were proposed.
  foreach t in array array['course_package_version', 'course_package_course', 'course_package_day', 'course_package_event'] loop
    execute format('grant select on employer.%I to nzrr_employer', t);
    execute format('create policy employer on employer.%I for select to nzrr_employer'
      ' using (exists (select from employer.course_package p where p.package_id = %I.package_id and %I.version <= p.version))', t, t, t);
    execute format('create policy provider on employer.%I for select to nzrr_provider'
      ' using (exists (select from employer.course_package p where p.package_id = %I.package_id))', t, t);
  end loop;
  foreach t in array array['course_package_version', 'course_package_course', 'course_package_day'] loop
    execute format('create policy provider_writes on employer.%I for insert to nzrr_provider'
      ' with check (exists (select from employer.course_package p where p.package_id = %I.package_id))', t, t);
  end loop;
end
$$;
grant select on employer.course_package to nzrr_employer;
grant insert on employer.course_package_event to nzrr_employer;
grant update (content, revision, changed_by, changed_at) on employer.course_package_draft to nzrr_provider, nzrr_batch;
-- Its provider names whom it is for once and for all; the database moves where it stands.
revoke insert on employer.course_package from nzrr_provider;
grant insert (request_id, organisation_id, provider_id, title, skills, made_by, made_at, changed_at) on employer.course_package to nzrr_provider;

create policy employer on employer.course_package for select to nzrr_employer
  using (version > 0 and organisation_id = any ((select access.own_organisations('employer'))::integer[]));
create policy provider on employer.course_package to nzrr_provider
  using (provider_id = any ((select access.own_organisations('provider'))::integer[]))
  with check (provider_id = any ((select access.own_organisations('provider'))::integer[])
    and (request_id is null or exists (select from employer.package_request r
      where r.request_id = course_package.request_id and r.organisation_id = course_package.organisation_id and r.provider_id = course_package.provider_id)));
create policy provider on employer.course_package_draft to nzrr_provider
  using (exists (select from employer.course_package p where p.package_id = course_package_draft.package_id))
  with check (exists (select from employer.course_package p where p.package_id = course_package_draft.package_id));
create policy employer_acts on employer.course_package_event for insert to nzrr_employer
  with check (side = 'employer' and exists (select from employer.course_package p where p.package_id = course_package_event.package_id));
create policy provider_acts on employer.course_package_event for insert to nzrr_provider
  with check (side = 'provider' and exists (select from employer.course_package p where p.package_id = course_package_event.package_id));

revoke execute on function employer.withdrawn_courses, employer.move_course_package, employer.keep_course_package_version, employer.keep_agreed_request from public;
grant execute on function employer.withdrawn_courses to nzrr_employer, nzrr_provider, nzrr_batch;
