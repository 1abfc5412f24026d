-- Job roles of public frameworks, from which an employer may begin: what the source says of a role, and the skills that it says it needs.

create table catalogue.job_role_source (
  source    text primary key,                            -- our short name
  form      text not null check (form in ('singapore', 'onet', 'json')),
  version   text not null,
  name      text not null,
  scheme    text references catalogue.skill_scheme,      -- whose skills it speaks of; null where it names none
  content   text not null,                               -- SHA-256 of the files, so that bringing them again is known
  files     text[] not null,
  answer    jsonb not null,
  loaded_by text not null,
  loaded_at timestamptz not null
);

create table catalogue.job_role (
  job_role_id integer generated always as identity primary key,
  source      text not null references catalogue.job_role_source on delete cascade,
  code        text not null,
  title       text not null check (length(title) between 1 and 300),
  sector      text,
  track       text,
  description text not null default '',
  tasks       text[] not null default '{}',
  skills      jsonb not null default '[]',               -- [{"uri", "weight": "essential" | "useful"}], the most needed first
  folded      text not null,                             -- title, sector and track, as a search finds them
  unique (source, code)
);

do $$
declare
  t text;
begin
  foreach t in array array['job_role_source', 'job_role'] loop
    execute format('alter table catalogue.%I enable row level security', t);
    execute format('grant select on catalogue.%I to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward', t);
    execute format('grant insert, update, delete on catalogue.%I to nzrr_steward', t);
    execute format('grant select, insert, update, delete on catalogue.%I to nzrr_batch', t);
    execute format('create policy everybody on catalogue.%I for select using (true)', t);
    execute format('create policy steward on catalogue.%I to nzrr_steward using ((select access.is_kind(''steward''))) with check ((select access.is_kind(''steward'')))', t);
    execute format('create policy batch on catalogue.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
  end loop;
end
$$;

-- An employer's role says where it is, and where it began.
alter table employer.role
  add column region   text,                              -- a slug of our regions; null: anywhere
  add column began_as text,                              -- the job role that it began as, "source/code"
  add column counted  boolean not null default true;     -- whether it counts in the figures of demand, which never name the employer
grant update (region, began_as, counted) on employer.role to nzrr_employer;
