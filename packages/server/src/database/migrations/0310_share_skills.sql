-- A learner chooses which skills a link shows, and whether the outcomes behind them stand beside them.

alter table sharing.share
  add column outcomes_shown  boolean not null default true,
  add column skills_left_out text[] not null default '{}';   -- addresses
