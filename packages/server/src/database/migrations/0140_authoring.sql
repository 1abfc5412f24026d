-- Writing a definition: two who write at once, what is said about it, what waits for a steward, and how many people hold it.

-- Moves with every change of what is written, so that a writer who saw an older text is told.
alter table catalogue.outcome add column revision integer not null default 1;
-- Since when it waits for a steward: a draft in review, or a legacy outcome that is called complete.
alter table catalogue.outcome add column submitted_at timestamptz;
-- A draft that replaces something may say until when that may still be assessed; a steward confirms it.
alter table catalogue.outcome add column previous_until date;
-- The last day for assessment that a developer asks for, without a replacement (review category D). Null: nothing is asked.
alter table catalogue.outcome add column expiry_asked date;
-- What a draft says it excludes; it becomes the lineage's own when it is published. Null: the lineage's own stands.
alter table catalogue.outcome add column draft_excludes text[];
update catalogue.outcome set submitted_at = changed_at where status = 'in-review';
create index outcome_that_waits on catalogue.outcome (submitted_at) where submitted_at is not null or expiry_asked is not null;

-- Who spoke, as developers and stewards see one another, and of which part of the definition.
alter table catalogue.outcome_event add column by_kind text check (by_kind in ('developer', 'steward', 'operator'));
alter table catalogue.outcome_event add column path text;

-- A published version stands as it is; only its way out of use may still be written. A legacy outcome may be completed, never changed.
create or replace function catalogue.keep_outcome() returns trigger
  language plpgsql set search_path = pg_catalog as $$
declare
  may_move constant text[] := array['status', 'last_assessment', 'in_force_to', 'review_category', 'changed_at', 'folded', 'submitted_at', 'expiry_asked'];
  was jsonb := to_jsonb(old) - may_move;
  becomes jsonb;
  part text;
begin
  if tg_op = 'DELETE' then
    if old.status = 'draft' then return old; end if;
    raise exception 'the outcome % has been offered and stays', old.public_id using errcode = 'integrity_constraint_violation', constraint = 'outcome_stays';
  end if;
  becomes := to_jsonb(new) - may_move;
  if old.status in ('published', 'expiring', 'discontinued') then
    if was is distinct from becomes then
      raise exception 'the outcome % is published and does not change', old.public_id using errcode = 'integrity_constraint_violation', constraint = 'published_stays';
    end if;
    if new.status in ('draft', 'in-review', 'legacy') then
      raise exception 'the outcome % is published and does not go back', old.public_id using errcode = 'integrity_constraint_violation', constraint = 'published_stays';
    end if;
  elsif old.status = 'legacy' then
    foreach part in array array['public_id', 'code', 'version', 'lineage', 'name', 'credits', 'level', 'accredited', 'group_id'] loop
      -- Where a listing had lost letters of a name ("M?ori") they may be given back; nothing else of it may be written.
      if was -> part <> 'null' and was -> part is distinct from becomes -> part
         and not (part = 'name' and old.name like '%?%' and length(old.name) = length(new.name)) then
        raise exception 'the legacy outcome % may be completed, not changed', old.public_id using errcode = 'integrity_constraint_violation', constraint = 'legacy_stays';
      end if;
    end loop;
    if new.status in ('draft', 'in-review') then
      raise exception 'the legacy outcome % stays listed', old.public_id using errcode = 'integrity_constraint_violation', constraint = 'legacy_stays';
    end if;
  end if;
  return new;
end
$$;

-- How many people hold each outcome, counted once a day by a job, in steps of five and never fewer than ten: no line of it tells of
-- one person. Null stands for one to nine.
create table catalogue.outcome_holders (
  outcome_id integer primary key references catalogue.outcome,
  people     integer check (people = 0 or (people >= 10 and people % 5 = 0)),
  counted_on date not null
);

alter table catalogue.outcome_holders enable row level security;
grant select on catalogue.outcome_holders to nzrr_developer, nzrr_steward;
grant select, insert, update, delete on catalogue.outcome_holders to nzrr_batch;
create policy batch on catalogue.outcome_holders to nzrr_batch
  using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
create policy steward on catalogue.outcome_holders for select to nzrr_steward using ((select access.is_kind('steward')));
create policy developer on catalogue.outcome_holders for select to nzrr_developer
  using (exists (select from catalogue.outcome o where o.outcome_id = outcome_holders.outcome_id and o.developer_id = any ((select access.own_organisations('developer'))::integer[])));
