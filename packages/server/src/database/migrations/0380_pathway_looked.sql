-- Up to which change of an offering (offering.stamp) a kept plan that stands whole was looked at for a better one; null: not since it was kept.

alter table pathway.saved add column looked bigint;
