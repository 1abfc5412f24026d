-- Pathways that learners keep: what was asked, and the plan as it was then. Made from the record and from what is offered; nothing of
-- what somebody looked at or clicked is in it. A link opens one plan for an adviser until its day; what is kept of the link is a hash.

create schema pathway;
create sequence pathway.id_sequence;

create table pathway.saved (
  learner_id  bigint not null,
  pathway_id  bigint not null,                -- sequence * 1024 + the learner's bucket
  title       text not null check (length(title) between 1 and 200),
  asked       jsonb not null,                 -- the goal and the limits, as the API takes them
  plan        jsonb not null,                 -- the plan that was chosen, as the API gave it
  made_at     timestamptz not null,
  changed_at  timestamptz not null,
  revision    integer not null default 1,
  primary key (learner_id, pathway_id)
);

-- From a link to its plan: a look-up, as sharing.share_link is.
create table pathway.link (
  token_hash  bytea primary key,
  token_key   text not null,
  learner_id  bigint not null,
  pathway_id  bigint not null,
  made_at     timestamptz not null,
  expires_on  date not null,                  -- the last day on which it opens
  ended_at    timestamptz
);
create index link_by_pathway on pathway.link (learner_id, pathway_id);

do $$
declare
  t text;
begin
  foreach t in array array['saved', 'link'] loop
    execute format('alter table pathway.%I enable row level security', t);
    execute format('create policy batch on pathway.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
    execute format('create policy learner on pathway.%I to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]))'
      ' with check (learner_id = any ((select access.own_learners())::bigint[]))', t);
    execute format('grant select, insert, update, delete on pathway.%I to nzrr_batch, nzrr_learner', t);
  end loop;
end
$$;
-- What a learner plans is theirs alone: who acts for them sees it and changes it only where they may share.
create policy shares on pathway.saved as restrictive to nzrr_learner using ((select access.may_act('share'))) with check ((select access.may_act('share')));
create policy shares on pathway.link as restrictive to nzrr_learner using ((select access.may_act('share'))) with check ((select access.may_act('share')));
grant usage on schema pathway to nzrr_learner, nzrr_batch;
grant usage on sequence pathway.id_sequence to nzrr_learner, nzrr_batch;
