import { dateOfDay, dayNumber, isLocalDate } from '../packages/recognition/src/index.ts';

/** One change of one parameter of a framework file. */
export interface Mutation {
  readonly path: string;
  readonly to: unknown;
  /** The whole file with the change. */
  readonly file: unknown;
}

/** Names, texts and sources say what a rule is; they decide nothing. */
const TEXTS = new Set(['id', 'name', 'title', 'note', 'words', 'source', 'fields', 'language', 'rule']);
const USES = ['keeps', 'spends', 'debits'];

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Every change of one parameter: a number one step up and down, a date a day, a flag turned, one of a list left out, a name for another. */
export function mutationsOf(
  file: Json,
  { step, levels, awards }: { step: number; levels: readonly string[]; awards: readonly string[] },
): readonly Mutation[] {
  const found: Mutation[] = [];
  const walk = (value: Json, path: readonly (string | number)[]): void => {
    const say = (to: Json | undefined): void => void found.push({ path: path.join('.'), to, file: changed(file, path, to) });
    if (typeof value === 'number') {
      const by = value % step === 0 && value >= step ? step : 1;
      say(value + by);
      say(value - by);
    } else if (typeof value === 'boolean') say(!value);
    else if (typeof value === 'string') {
      if (typeof path.at(-1) === 'number') return;
      for (const other of othersOf(value, String(path.at(-1)), levels, awards)) say(other);
    } else if (Array.isArray(value)) {
      for (const [at, one] of value.entries()) {
        found.push({
          path: [...path, at].join('.'),
          to: undefined,
          file: changed(
            file,
            path,
            value.filter((_, nth) => nth !== at),
          ),
        });
        walk(one, [...path, at]);
      }
    } else if (value !== null && typeof value === 'object')
      for (const [key, one] of Object.entries(value)) if (!TEXTS.has(key)) walk(one, [...path, key]);
  };
  walk(file, []);
  return found;
}

function othersOf(value: string, key: string, levels: readonly string[], awards: readonly string[]): readonly string[] {
  const isDate: boolean = isLocalDate(value);
  if (isDate) return [dateOfDay(dayNumber(value) + 1), dateOfDay(dayNumber(value) - 1)];
  if (USES.includes(value)) return USES.filter((one) => one !== value);
  // Of any size, or of what a definition lists: the two that have nothing else beside them. The others are refused with another's keys.
  if (key === 'kind') return ['any', 'list'].filter((one) => one !== value);
  if (key === 'version') return ['2099.9'];
  if (key === 'label') return [`${value}0`];
  if (key === 'of') return awards.filter((one) => one !== value).slice(0, 2);
  const at = levels.indexOf(value);
  return at < 0 ? [`${value}x`] : [levels[at - 1], levels[at + 1]].filter((one) => one !== undefined);
}

function changed(value: Json, path: readonly (string | number)[], to: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return to ?? null;
  if (Array.isArray(value)) return value.map((one, at) => (at === key ? changed(one, rest, to) : one));
  if (value === null || typeof value !== 'object') throw new TypeError('There is nothing here to change.');
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === key ? changed(one, rest, to) : one]));
}
