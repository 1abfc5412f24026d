import { FIELDS } from '@recognition/recognition';
import type { PathwayAsked } from '@recognition/client';
import type { TaughtIn } from '@recognition/recognition';

export type GoalKind = 'alq' | 'skills' | 'job' | 'definition';
export const WAYS = ['on-site', 'online', 'blended', 'workplace'] as const;

/** The form as it is typed. */
export interface Draft {
  readonly kind: GoalKind;
  readonly major: string;
  readonly skills: readonly { readonly uri: string; readonly name: string }[];
  readonly job: {
    readonly source: string;
    readonly code: string;
    readonly title: string;
    readonly skills: readonly string[];
  } | null;
  readonly definition: string;
  readonly hours: string;
  readonly start: string;
  readonly finish: string;
  readonly dollars: string;
  readonly town: string;
  readonly km: string;
  readonly ways: readonly string[];
  /** None: in any. */
  readonly languages: readonly TaughtIn[];
}

export const EMPTY: Draft = {
  kind: 'alq',
  major: '',
  skills: [],
  job: null,
  definition: '',
  hours: '15',
  start: '',
  finish: '',
  dollars: '',
  town: '',
  km: '',
  ways: [...WAYS],
  languages: [],
};

const numberOf = (typed: string): number | null => (typed.trim() === '' || Number.isNaN(Number(typed)) ? null : Number(typed));

/** The form as the API takes it; null while something that is needed is missing. */
export function askedOf(draft: Draft): PathwayAsked | null {
  const goal = goalOf(draft);
  const dollars = numberOf(draft.dollars);
  const km = numberOf(draft.km);
  const ways = WAYS.filter((one) => draft.ways.includes(one));
  if (goal === null || ways.length === 0) return null;
  return {
    goal,
    hours: numberOf(draft.hours) ?? 15,
    cents: dollars === null ? null : Math.round(dollars * 100),
    audience: 'adult',
    town: draft.town === '' ? null : draft.town,
    km: draft.town === '' || km === null ? null : Math.round(km),
    deliveries: ways.length === WAYS.length ? null : ways,
    languages: draft.languages.length === 0 ? null : [...draft.languages],
    aims: ['soonest', 'cheapest', 'least-study', 'most-skill'],
    ...(draft.start === '' ? {} : { start: draft.start }),
    ...(draft.finish === '' ? {} : { finish: draft.finish }),
  };
}

function goalOf({ kind, major, skills, job, definition }: Draft): PathwayAsked['goal'] | null {
  if (kind === 'alq') return { kind, major: FIELDS.find((one) => one === major) ?? null };
  if (kind === 'job') return job === null ? null : { kind, source: job.source, code: job.code };
  if (kind === 'skills') return skills.length === 0 ? null : { kind, skills: skills.map(({ uri }) => uri) };
  return definition === '' ? null : { kind, framework: 'nz', definition };
}
