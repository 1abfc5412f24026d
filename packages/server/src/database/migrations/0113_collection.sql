-- Privacy Act 2020, IPP 3A: whom we have information about, from which provider, and whether they were told.

create table notice.attestation (
  attestation_id  bigint generated always as identity primary key,
  organisation_id integer not null,
  said            text not null check (length(said) between 1 and 2000),
  until           date not null,                 -- it speaks of everybody reported up to this day
  made_by         bigint not null,
  made_at         timestamptz not null default now()
);

create table notice.collection (
  learner_id      bigint not null,
  provider_id     integer not null,
  collected_on    date not null,
  notice_id       bigint not null,               -- delivered in the site when it was seen
  attestation_id  bigint,                        -- or by the provider, who said so
  primary key (learner_id, provider_id)
);
create index collection_owed on notice.collection (provider_id, collected_on) where attestation_id is null;

alter table notice.attestation enable row level security;
alter table notice.collection enable row level security;
grant select, insert, update, delete on notice.attestation, notice.collection to nzrr_batch;
grant select on notice.collection to nzrr_learner;
create policy batch on notice.attestation to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
create policy batch on notice.collection to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
create policy learner on notice.collection for select to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]));
