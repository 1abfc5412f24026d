-- An agent that asks for more than a learner let it do is refused, and the refusal stands in the history of that consent.
alter table sharing.log drop constraint log_kind_check;
alter table sharing.log add constraint log_kind_check check (kind in ('made', 'changed', 'link-made', 'opened', 'pin-missed', 'locked', 'withdrawn',
  'restored', 'granted', 'read', 'refused', 'accepted', 'entered', 'left', 'ended'));
