-- Awards of any framework, claimed and issued as the Applied Learning Qualification is; and what the workshop lists, where decisions,
-- pictures and baskets find it.

-- Null in an Applied Learning Qualification, whose title is its major and whose size is its credits.
alter table award.award_state
  add column framework      text not null default 'nz',
  add column definition     text,               -- the id of the definition that it was made by; the definition itself is in the trace
  add column definition_key text,               -- what all versions of that definition share
  add column title          jsonb,              -- as it was called when it was issued, by language
  add column minutes        integer,            -- its size in whole minutes, where it is known; `credits` then are whole units of its framework
  add column valid_until    date,               -- the last day on which it holds, where it is renewed
  add constraint award_made_by check ((definition is null) = (definition_key is null) and (definition is null) = (title is null)
    and (definition is not null or minutes is null));

-- One that keeps what it counts spends nothing, so nothing spent stands in the way of a second one: this does.
create unique index award_held_once on award.award_state (learner_id, framework, award, definition_key)
  where definition_key is not null and status in ('live', 'suspended');

-- Which parts a definition has, as an array that an index finds.
create function catalogue.part_refs(document jsonb) returns text[]
  language sql immutable parallel safe set search_path = pg_catalog
  return array(select part ->> 'ref' from jsonb_array_elements(case jsonb_typeof(document -> 'parts') when 'array' then document -> 'parts' else '[]' end) part);
alter table catalogue.framework_entry
  add column code  text,                        -- what all versions of it share; null where it has no versions
  add column parts text[] generated always as (catalogue.part_refs(document)) stored;
create index framework_entry_by_part on catalogue.framework_entry using gin (parts) where kind = 'definition';

-- Out of use as a document, it is out of use as a definition: whoever ends it, its developer or a steward.
create function catalogue.withdraw_definition() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update catalogue.framework_entry e
     set document = jsonb_set(e.document, '{withdrawn}', to_jsonb(new.discontinued_on::text)), changed_at = new.changed_at
   where e.framework = 'nz' and e.kind = 'definition' and e.entry_id = new.public_id;
  return null;
end
$$;
create trigger withdraw_definition after update of status on catalogue.micro_credential
  for each row when (new.status = 'discontinued') execute function catalogue.withdraw_definition();
