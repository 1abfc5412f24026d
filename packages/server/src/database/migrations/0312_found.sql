-- Being found: a learner may let employers find them by skills and region. What employers see is groups of people who look the same, made by
-- the service; no employer may read who is found or who was approached. Only a learner themself may choose this.

create schema found;
create sequence found.id_sequence;

create table found.profile (
  learner_id  bigint primary key,
  region      text not null,                   -- a slug of our regions
  skills      text[] not null check (cardinality(skills) between 1 and 60),
  hidden_from integer[] not null default '{}', -- employers that never find them
  since       timestamptz not null,
  changed_at  timestamptz not null,
  until_on    date not null                    -- the last day on which they are found
);
create index profile_by_region on found.profile (region);
create index profile_by_skill on found.profile using gin (skills);

-- What an employer asked a group of people.
create table found.approach_batch (
  batch_id        bigint generated always as identity primary key,
  organisation_id integer not null references catalogue.organisation,
  role_id         bigint references employer.role,
  title           text not null,
  words           text not null,
  region          text,
  skills          text[] not null,             -- those of the group
  people_from     integer not null,            -- the band of how many were in the group; never how many were asked
  people_to       integer,
  asked_by        text not null,
  sent_at         timestamptz not null,
  until_on        date not null                -- the last day on which it may be accepted
);
create index approach_batch_by_employer on found.approach_batch (organisation_id, batch_id);

create table found.approach (
  learner_id      bigint not null,
  approach_id     bigint not null,             -- sequence * 1024 + the learner's bucket
  batch_id        bigint not null,
  organisation_id integer not null,
  status          text not null default 'waits' check (status in ('waits', 'accepted', 'declined', 'withdrawn')),
  sent_at         timestamptz not null,
  until_on        date not null,
  answered_at     timestamptz,
  share_id        bigint,
  primary key (learner_id, approach_id),
  unique (learner_id, batch_id)
);
create index approach_by_batch on found.approach (batch_id);

-- What was searched for, so that whoever was among those found can see it, and so that searches are counted.
create table found.search (
  search_id       bigint generated always as identity primary key,
  organisation_id integer not null references catalogue.organisation,
  skills          text[] not null,
  region          text,
  actor           text not null,
  at              timestamptz not null
);
create index search_by_time on found.search (at);

do $$
declare
  t text;
begin
  foreach t in array array['profile', 'approach_batch', 'approach', 'search'] loop
    execute format('alter table found.%I enable row level security', t);
    execute format('create policy batch on found.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
    execute format('grant select, insert, update, delete on found.%I to nzrr_batch', t);
  end loop;
  foreach t in array array['profile', 'approach'] loop
    execute format('create policy learner on found.%I to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]))'
      ' with check (learner_id = any ((select access.own_learners())::bigint[]))', t);
    execute format('create policy in_person on found.%I as restrictive to nzrr_learner using ((select access.in_person())) with check ((select access.in_person()))', t);
  end loop;
end
$$;
grant usage on schema found to nzrr_learner, nzrr_employer, nzrr_batch;
grant usage on sequence found.id_sequence to nzrr_batch;
grant select, insert, update, delete on found.profile to nzrr_learner;
grant select on found.approach to nzrr_learner;
grant update (status, answered_at, share_id) on found.approach to nzrr_learner;
-- Whoever was approached reads what was asked; the employer reads its own.
grant select on found.approach_batch to nzrr_learner, nzrr_employer;
create policy approached on found.approach_batch for select to nzrr_learner
  using (exists (select from found.approach a where a.batch_id = approach_batch.batch_id and a.learner_id = any ((select access.own_learners())::bigint[])));
create policy employer on found.approach_batch for select to nzrr_employer
  using (organisation_id = any ((select access.own_organisations('employer'))::integer[]));

-- A link that came by an approach that was accepted.
alter table employer.kept_link add column batch_id bigint;
