-- In which languages something is taught, and what whoever begins must hold: a plan is made by both.

alter table offering.offering
  add column languages text[] not null default '{}' check (cardinality(languages) <= 6),  -- BCP 47; none: nobody said
  add column requires  text[] not null default '{}' check (cardinality(requires) <= 20);  -- lineages
grant update (languages, requires) on offering.offering to nzrr_provider;
