-- What was planned anew for a plan that is kept, when something that it counts on had changed: once for each state of what has changed.

alter table pathway.saved
  add column again     jsonb,        -- {"state", "plan"}: the new plan as the API gives it, or that there is none
  add column again_for text,         -- which changes it was made for
  add column again_at  timestamptz,
  add check ((again is null) = (again_for is null) and (again is null) = (again_at is null));
