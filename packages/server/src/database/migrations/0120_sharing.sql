-- What a learner lets others see, and who acts for them: links to a part of a record, consents to organisations, delegates. One log
-- says what was made, seen, changed and ended. A token, a PIN and a code are kept as keyed hashes only.

create schema sharing;
create sequence sharing.id_sequence;

create table sharing.share (
  learner_id      bigint not null,
  share_id        bigint not null,             -- sequence * 1024 + the learner's bucket
  achievements    text[] not null default '{}',
  awards          text[] not null default '{}', -- public ids
  fields          text[] not null default '{}' check (fields <@ array['name', 'grades', 'dates', 'providers', 'codes']),
  audience        text not null,
  purpose         text not null,
  expires_on      date not null,               -- the last day on which the link opens
  pin_hash        bytea,
  pin_key         text,
  pin_misses      integer not null default 0,
  pin_wait_until  timestamptz,
  locked_at       timestamptz,
  revision        integer not null default 1,
  made_at         timestamptz not null,
  made_by         text not null,
  changed_at      timestamptz not null,
  withdrawn_at    timestamptz,
  primary key (learner_id, share_id)
);

-- From a link to its learner: a look-up, as award.locator is.
create table sharing.share_link (
  token_hash      bytea primary key,
  token_key       text not null,
  learner_id      bigint not null,
  share_id        bigint not null,
  made_at         timestamptz not null,
  ended_at        timestamptz
);
create index share_link_by_share on sharing.share_link (learner_id, share_id);

create table sharing.consent (
  learner_id      bigint not null,
  consent_id      bigint not null,
  organisation_id integer not null,
  category        text not null check (category in ('record', 'awards', 'skills', 'field')),
  field           text check ((category = 'field') = (field is not null)),
  mode            text not null check (mode in ('live', 'once', 'until')),
  until_on        date check ((mode = 'until') = (until_on is not null)),
  purpose         text not null,
  granted_at      timestamptz not null,
  granted_by      text not null,
  used_at         timestamptz,                 -- a consent for once, when it was read
  withdrawn_at    timestamptz,
  primary key (learner_id, consent_id)
);
create index consent_by_organisation on sharing.consent (organisation_id, consent_id);

create table sharing.delegation (
  learner_id      bigint not null,
  delegation_id   bigint not null,
  authority       text not null,               -- why: a slug of the policy
  may             text not null check (may in ('see', 'act')),
  note            text not null default '',
  from_on         date not null,
  to_on           date,
  made_at         timestamptz not null,
  made_by         text not null,
  code_hash       bytea,
  code_key        text,
  code_until      timestamptz,
  account_id      bigint,                      -- who took it, by the code
  accepted_at     timestamptz,
  ended_at        timestamptz,
  ended_by        text,
  primary key (learner_id, delegation_id)
);
create index delegation_by_account on sharing.delegation (account_id) where ended_at is null;
create index delegation_by_code on sharing.delegation (code_hash) where code_hash is not null;

-- What was made, opened, changed and ended. Nobody changes a line.
create table sharing.log (
  learner_id      bigint not null,
  log_id          bigint not null,
  about           text not null check (about in ('share', 'consent', 'delegation')),
  about_id        bigint not null,
  kind            text not null check (kind in ('made', 'changed', 'link-made', 'opened', 'pin-missed', 'locked', 'withdrawn', 'restored',
                    'granted', 'read', 'accepted', 'entered', 'ended')),
  at              timestamptz not null,
  actor           text not null,               -- 'account:7', 'delegate:9', 'link' for whoever held the link
  organisation_id integer,
  detail          jsonb not null default '{}',
  primary key (learner_id, log_id)
);
create index log_by_subject on sharing.log (learner_id, about, about_id);

do $$
declare
  t text;
begin
  foreach t in array array['share', 'share_link', 'consent', 'delegation', 'log'] loop
    execute format('alter table sharing.%I enable row level security', t);
    execute format('create policy batch on sharing.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
    execute format(
      'create policy learner on sharing.%I to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]))'
      ' with check (learner_id = any ((select access.own_learners())::bigint[]))', t);
  end loop;
end
$$;
grant usage on schema sharing to nzrr_learner, nzrr_provider, nzrr_employer, nzrr_steward, nzrr_batch;
grant usage on sequence sharing.id_sequence to nzrr_learner, nzrr_steward, nzrr_batch;
grant select, insert, update on sharing.share, sharing.share_link, sharing.consent, sharing.delegation to nzrr_learner, nzrr_batch;
grant select, insert on sharing.log to nzrr_learner, nzrr_batch;
grant delete on sharing.log, sharing.share, sharing.share_link to nzrr_batch;

-- An organisation sees the consents that it was given; what they open is read by the service, which writes it into the log.
grant select on sharing.consent to nzrr_provider, nzrr_employer;
create policy provider on sharing.consent for select to nzrr_provider
  using (organisation_id = any ((select access.own_organisations('provider'))::integer[]));
create policy employer on sharing.consent for select to nzrr_employer
  using (organisation_id = any ((select access.own_organisations('employer'))::integer[]));

-- A steward makes and ends a delegation where the policy asks for one, and sees what became of it.
grant select, insert, update on sharing.delegation to nzrr_steward;
grant select, insert on sharing.log to nzrr_steward;
create policy steward on sharing.delegation to nzrr_steward using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));
create policy steward on sharing.log to nzrr_steward
  using ((select access.is_kind('steward')) and about = 'delegation') with check ((select access.is_kind('steward')) and about = 'delegation');
