-- What learners are told: in the site, and later by mail. Every folder of the server tells through one function, in the transaction of
-- what happened. The words come from the code (notice/words.ts).

create schema notice;

create sequence notice.notice_sequence;

create table notice.notice (
  learner_id      bigint not null,
  notice_id       bigint not null,
  code            text not null check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
  data            jsonb not null default '{}',
  once            text check (length(once) <= 200),   -- the same code is told once for each of these
  at              timestamptz not null default now(),
  seen_at         timestamptz,
  primary key (learner_id, notice_id)
);
create unique index notice_once on notice.notice (learner_id, code, once) where once is not null;
create index notice_unseen on notice.notice (learner_id) where seen_at is null;

-- Tells a learner. Answers the number of the notice, or null when this was told before. A learner can tell themself only.
create function notice.tell(learner bigint, code text, data jsonb, once text default null, at timestamptz default now()) returns bigint
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  told bigint;
begin
  if access.current_kind() = 'learner' and not coalesce(learner = any (access.own_learners()), false) then
    raise exception 'a notice to another learner' using errcode = 'insufficient_privilege';
  end if;
  insert into notice.notice (learner_id, notice_id, code, data, once, at)
  values (learner, nextval('notice.notice_sequence'), code, data, once, at)
  on conflict do nothing returning notice_id into told;
  return told;
end
$$;
revoke execute on function notice.tell from public;
grant execute on function notice.tell to nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward, nzrr_batch;

alter table notice.notice enable row level security;
grant usage on schema notice to nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward, nzrr_batch;
grant select, update (seen_at) on notice.notice to nzrr_learner;
grant select, insert, update, delete on notice.notice to nzrr_batch;
grant usage on sequence notice.notice_sequence to nzrr_batch;
create policy learner on notice.notice to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]));
create policy batch on notice.notice to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));

-- What was told about awards before.
insert into notice.notice (learner_id, notice_id, code, data, at, seen_at)
  select learner_id, nextval('notice.notice_sequence'), code, data, at, seen_at from award.notice order by notice_id;
drop table award.notice;
