-- Mail: it says that there is something to see, never what. One mail covers all that is new to a learner at the time.

alter table notice.notice add column mailed boolean not null default false;
create index notice_to_mail on notice.notice (learner_id, notice_id) where not mailed;

-- A row is claimed before its mail is handed over, so that one which was cut off in between is not sent twice.
create table notice.mail (
  mail_id         bigint generated always as identity primary key,
  kind            text not null check (kind in ('notices', 'address')),
  account_id      bigint not null references account.account,
  address         text not null,
  language        text not null check (language in ('en', 'mi')),
  count           integer not null default 0,                -- how many notices it speaks of
  state           text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'unsure', 'failed')),
  tries           integer not null default 0,
  next_at         timestamptz not null default now(),
  made_at         timestamptz not null default now(),
  changed_at      timestamptz not null default now(),
  problem         text
);
create index mail_due on notice.mail (next_at) where state = 'waiting';
create unique index mail_one_address_check on notice.mail (account_id) where kind = 'address' and state = 'waiting';

-- A link that shows that an address is this account's; only its hash is kept.
create table account.mail_check (
  token_hash      bytea primary key,
  account_id      bigint not null references account.account,
  address         text not null,
  expires_at      timestamptz not null
);

-- The demonstration's mailbox: mail that went nowhere else.
create table notice.mailbox (
  mail_id         bigint primary key,
  address         text not null,
  subject         text not null,
  body            text not null,
  html            text not null,
  at              timestamptz not null default now()
);

do $$
declare
  t text;
begin
  foreach t in array array['notice.mail', 'notice.mailbox', 'account.mail_check'] loop
    execute format('alter table %s enable row level security', t);
    execute format('grant select, insert, update, delete on %s to nzrr_account, nzrr_batch', t);
    execute format('create policy of_the_account_login on %s to nzrr_account using (true) with check (true)', t);
    execute format('create policy batch on %s to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
  end loop;
end
$$;

-- What was told before there was mail is not mailed now.
update notice.notice set mailed = true;
