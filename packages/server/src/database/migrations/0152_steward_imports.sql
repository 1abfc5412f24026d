-- A steward names an import to see what its withdrawal would touch, and to ask for it.
grant select (public_id, default_provider) on record.import_batch to nzrr_steward;
