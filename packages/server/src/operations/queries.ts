import type { Query } from '../database/connection.ts';

/** Whether the database answers at all. */
export const anything: Query = { text: 'select 1' };

/** What the product keeps about itself, by name. */
export const settingOf = (name: string): Query => ({
  text: 'select value from operations.setting where name = $1',
  values: [name],
});

export const keepSetting = (name: string, value: string): Query => ({
  text: `insert into operations.setting (name, value) values ($1, $2)
    on conflict (name) do update set value = excluded.value, changed_at = now()`,
  values: [name, value],
});

/** Counts calls of an actor in the slot of now; answers how many there are and how long the slot lasts. */
export const countCalls = (actor: string, bucket: string, seconds: number, cost: number): Query => ({
  name: 'rate-count',
  text: `insert into operations.rate as r (actor, bucket, slot, count)
         values ($1, $2, date_bin(make_interval(secs => $3), now(), timestamptz '2000-01-01'), $4)
         on conflict (actor, bucket, slot) do update set count = r.count + excluded.count
         returning count, ceil(extract(epoch from slot + make_interval(secs => $3) - now()))::int as wait`,
  values: [actor, bucket, seconds, cost],
});
