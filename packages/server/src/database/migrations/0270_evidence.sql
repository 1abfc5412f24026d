-- What a learner keeps to show what they can do: files (which lie encrypted in the data folder, beside the database), links, and credentials
-- of other issuers with what the checks said. Nobody but the learner reads it here: whoever was given consent reads through the service,
-- which writes that down first.

create schema evidence;
create sequence evidence.item_sequence;

create table evidence.item (
  learner_id      bigint not null,
  item_id         bigint not null,             -- sequence * 1024 + the learner's bucket
  kind            text not null check (kind in ('file', 'link', 'credential')),
  title           text not null check (length(title) between 1 and 200),
  url             text,
  file_id         uuid,                        -- the name of the file in the data folder
  media_type      text,                        -- by its content, never by its name
  bytes           bigint,
  content_hash    bytea,                       -- SHA-256 of what was sent: the same file again is the same item
  file_key        bytea,                       -- the file's own key, sealed by the key store
  key_id          text,
  issuer          text,                        -- of a credential, as it names itself
  finding         jsonb,                       -- of a credential: the answer of contracts 4 when it came
  proof           boolean not null default false,
  added_at        timestamptz not null,
  added_by        text not null,
  primary key (learner_id, item_id),
  check ((kind = 'link') = (url is not null) and (kind = 'link') = (file_id is null) and (file_id is null) = (file_key is null)),
  check ((kind = 'credential') = (finding is not null) and (kind = 'credential' or not proof))
);
create unique index item_once on evidence.item (learner_id, content_hash) where content_hash is not null;
create unique index item_link_once on evidence.item (learner_id, url) where url is not null;
create unique index item_by_file on evidence.item (learner_id, file_id) where file_id is not null;

alter table evidence.item enable row level security;
create policy batch on evidence.item to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
create policy learner on evidence.item to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]))
  with check (learner_id = any ((select access.own_learners())::bigint[]));
-- Whoever acts for the learner sees and changes it only where they may share.
create policy shares on evidence.item as restrictive to nzrr_learner using ((select access.may_act('share'))) with check ((select access.may_act('share')));
grant usage on schema evidence to nzrr_learner, nzrr_batch;
grant usage on sequence evidence.item_sequence to nzrr_learner, nzrr_batch;
grant select, insert, delete on evidence.item to nzrr_learner;
grant select, insert, update, delete on evidence.item to nzrr_batch;
