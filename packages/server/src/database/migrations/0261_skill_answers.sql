-- What writers said to suggested skills, and which skills of two schemes are the same. Neither knows who a learner is.

-- One line for each skill that was suggested for an outcome: the last word of its writer.
create table catalogue.skill_answer (
  outcome         text not null references catalogue.outcome (public_id) on delete cascade,
  uri             text not null references catalogue.skill,
  scheme          text not null,
  matcher         text not null,
  answer          text not null check (answer in ('accepted', 'refused')),
  place           smallint not null check (place between 1 and 100),  -- where it stood among the suggestions
  organisation_id integer not null references catalogue.organisation,
  answered_at     timestamptz not null,
  primary key (outcome, uri)
);

-- Pairs of skills of two schemes: proposed with a score, then confirmed or refused by a person. A pair stands once, whichever way round.
create table catalogue.skill_crosswalk (
  from_uri    text not null references catalogue.skill,
  to_uri      text not null references catalogue.skill,
  relation    text not null check (relation in ('exact', 'close', 'broader', 'narrower')),
  score       real not null check (score between 0 and 1),
  source      text not null check (source in ('labels', 'scheme', 'steward')),
  words       text[] not null default '{}',                           -- the words that both labels have
  status      text not null default 'proposed' check (status in ('proposed', 'confirmed', 'refused')),
  proposed_at timestamptz not null,
  decided_by  text,
  decided_at  timestamptz,
  note        text,
  primary key (from_uri, to_uri),
  check (from_uri <> to_uri),
  check ((status = 'proposed') = (decided_at is null))
);
create unique index skill_crosswalk_once on catalogue.skill_crosswalk (least(from_uri, to_uri), greatest(from_uri, to_uri));
create index skill_crosswalk_to on catalogue.skill_crosswalk (to_uri);

alter table catalogue.skill_answer enable row level security;
alter table catalogue.skill_crosswalk enable row level security;
grant select, insert, update, delete on catalogue.skill_answer, catalogue.skill_crosswalk to nzrr_batch;
grant select, insert, update on catalogue.skill_answer to nzrr_developer;
grant select on catalogue.skill_answer to nzrr_steward;
grant select on catalogue.skill_crosswalk to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward;
grant insert, update on catalogue.skill_crosswalk to nzrr_steward;
create policy batch on catalogue.skill_answer to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
create policy batch on catalogue.skill_crosswalk to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
create policy steward on catalogue.skill_answer for select to nzrr_steward using ((select access.is_kind('steward')));
create policy steward on catalogue.skill_crosswalk to nzrr_steward using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));
create policy everybody on catalogue.skill_crosswalk for select using (status = 'confirmed');
create policy developer on catalogue.skill_answer to nzrr_developer
  using (organisation_id = any ((select access.own_organisations('developer'))::integer[]))
  with check (organisation_id = any ((select access.own_organisations('developer'))::integer[])
    and exists (select from catalogue.outcome o where o.public_id = skill_answer.outcome and o.developer_id = skill_answer.organisation_id));
create index outcome_skill_by_uri on catalogue.outcome_skill (uri);
