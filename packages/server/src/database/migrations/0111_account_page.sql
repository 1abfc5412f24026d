-- What a person sees and changes of their own account: sessions, theme, passkeys, the address that mail goes to.

alter table access.session
  add column session_id bigint generated always as identity unique,
  add column device text not null default '' check (length(device) <= 100),
  add column method text not null default 'issuer' check (method in ('issuer', 'passkey', 'client'));

alter table account.account
  add column theme text check (theme in ('light', 'dark')),          -- null: as the device
  add column user_handle bytea not null default sha256(gen_random_uuid()::text::bytea || gen_random_uuid()::text::bytea) unique,
  add column mail_address text check (length(mail_address) <= 300),
  add column mail_verified_at timestamptz,
  add column mail_wanted boolean not null default true;

alter table account.invitation add column invitation_id bigint generated always as identity unique;

create table account.passkey (
  passkey_id      bigint generated always as identity primary key,
  account_id      bigint not null references account.account,
  credential_id   text not null unique,
  public_key      bytea not null,
  counter         bigint not null,
  transports      text[] not null default '{}',
  synced          boolean not null,
  name            text not null check (length(name) between 1 and 100),
  made_at         timestamptz not null default now(),
  used_at         timestamptz
);
create index passkey_by_account on account.passkey (account_id);

-- A challenge is used once, within minutes, by the browser that asked for it.
create table account.passkey_challenge (
  challenge_hash  bytea primary key,
  account_id      bigint references account.account,                  -- null: somebody who signs in
  expires_at      timestamptz not null
);

do $$
declare
  t text;
begin
  foreach t in array array['passkey', 'passkey_challenge'] loop
    execute format('alter table account.%I enable row level security', t);
    execute format('grant select, insert, update, delete on account.%I to nzrr_account, nzrr_batch', t);
    execute format('create policy of_the_account_login on account.%I to nzrr_account using (true) with check (true)', t);
    execute format('create policy batch on account.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
  end loop;
end
$$;

-- A steward who settles a review tells the learner, in the same transaction.
grant usage on schema notice to nzrr_account;
grant execute on function notice.tell to nzrr_account;
