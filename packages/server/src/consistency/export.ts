import type { Readable } from 'node:stream';
import { csvStream, onePage } from '../stewardship/csv.ts';
import type { ConsistencyView } from './schemas.ts';

/** A comparison as CSV: a line for each provider, then one for all together. A number that is withheld says so. */
export function consistencyCsv({ rows, all, ends, smallest }: ConsistencyView): Readable {
  const shown = (count: number | null): string | number => count ?? 'withheld';
  const lines = rows.map((row) => {
    const of = (measure: 'grades' | 'ways') => row.differences.find((one) => one.measure === measure);
    const said = (measure: 'grades' | 'ways') => {
      const found = of(measure);
      return found === undefined
        ? ['not compared', null, null]
        : [found.differs ? 'differs' : 'no clear difference', found.of100, found.sure];
    };
    return [
      row.provider?.id ?? null,
      row.provider?.name ?? 'all others together',
      shown(row.people),
      ...row.counts.map(shown),
      ...said('grades'),
      ...said('ways'),
      row.recognisedDays,
      row.offerings,
      row.delivery.join(' '),
      row.weeks === null ? null : `${row.weeks.fewest}-${row.weeks.most}`,
      row.teaching?.methods.join(' ') ?? null,
      row.teaching?.hours ?? null,
      row.teaching?.skills.map(({ label }) => label).join('; ') ?? null,
    ];
  });
  const sum =
    all === null
      ? []
      : [['', 'all together', shown(all.people), ...all.counts.map(shown), ...Array.from({ length: 13 }, () => null)]];
  return csvStream(
    [
      'provider',
      'name',
      'people',
      ...ends.map((end) => end.replace('-', '_')),
      'grades',
      'grades_of_100',
      'grades_chance',
      'ways',
      'ways_of_100',
      'ways_chance',
      'median_days_of_recognition',
      'offerings',
      'delivery',
      'weeks',
      'methods',
      'hours',
      'skills_claimed',
    ],
    onePage([...lines, ...sum, [`Withheld: under ${smallest} people, or what would tell such a number.`]]),
  );
}
