-- What a language model drafted for a definition, where the operator has set one up: kept apart, marked, and worth nothing until a person
-- accepts it. And plain summaries of outcomes, written by a person or drafted by a model and accepted by one.

create table catalogue.model_draft (
  draft_id    bigint generated always as identity primary key,
  outcome_id  integer not null references catalogue.outcome on delete cascade,
  kind        text not null check (kind in ('skills', 'summary')),
  lang        text not null check (lang in ('en', 'mi')),
  body        jsonb not null,                  -- {"text"} of a summary; {"skills": [{"statement", "relation", "evidence"}]}
  model       text not null,
  status      text not null default 'open' check (status in ('open', 'accepted', 'refused')),
  accepted    jsonb not null default '[]',     -- of skills, those that a person took: [{"uri", "statement"}]
  made_at     timestamptz not null,
  made_by     text not null,
  decided_at  timestamptz,
  decided_by  text,
  check ((status = 'open') = (decided_at is null))
);
create index model_draft_by_outcome on catalogue.model_draft (outcome_id, draft_id);

create table catalogue.outcome_summary (
  outcome_id  integer not null references catalogue.outcome on delete cascade,
  lang        text not null check (lang in ('en', 'mi')),
  text        text not null check (length(text) between 1 and 1000),
  model       text,                            -- what drafted it; null: a person wrote it
  kept_at     timestamptz not null,
  kept_by     text not null,
  primary key (outcome_id, lang)
);

do $$
declare
  t text;
begin
  foreach t in array array['model_draft', 'outcome_summary'] loop
    execute format('alter table catalogue.%I enable row level security', t);
    execute format('grant select, insert, update, delete on catalogue.%I to nzrr_batch', t);
    execute format('grant select, insert on catalogue.%I to nzrr_developer, nzrr_steward', t);
    execute format('create policy batch on catalogue.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
    execute format('create policy steward on catalogue.%I to nzrr_steward using ((select access.is_kind(''steward''))) with check ((select access.is_kind(''steward'')))', t);
    execute format(
      'create policy developer on catalogue.%I to nzrr_developer using (exists (select from catalogue.outcome o where o.outcome_id = %I.outcome_id'
      ' and o.developer_id = any ((select access.own_organisations(''developer''))::integer[])))'
      ' with check (exists (select from catalogue.outcome o where o.outcome_id = %I.outcome_id'
      ' and o.developer_id = any ((select access.own_organisations(''developer''))::integer[])))', t, t, t);
  end loop;
end
$$;
grant update (status, accepted, decided_at, decided_by) on catalogue.model_draft to nzrr_developer, nzrr_steward;
grant update (text, model, kept_at, kept_by), delete on catalogue.outcome_summary to nzrr_developer, nzrr_steward;
-- Everybody reads the summary of what they may read, and which skills a model had drafted that a person then took.
grant select on catalogue.outcome_summary to nzrr_public, nzrr_learner, nzrr_provider, nzrr_employer;
create policy everybody on catalogue.outcome_summary for select
  using (exists (select from catalogue.outcome o where o.outcome_id = outcome_summary.outcome_id));
grant select (outcome_id, kind, model, status, accepted) on catalogue.model_draft to nzrr_public, nzrr_learner, nzrr_provider, nzrr_employer;
create policy everybody on catalogue.model_draft for select to nzrr_public, nzrr_learner, nzrr_provider, nzrr_employer
  using (status = 'accepted' and exists (select from catalogue.outcome o where o.outcome_id = model_draft.outcome_id));
