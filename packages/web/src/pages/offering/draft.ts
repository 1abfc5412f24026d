import type { OwnOffering } from '@recognition/client';
import type { TaughtIn } from '@recognition/recognition';

export const AUDIENCES = ['adult', 'student', 'employer', 'international'] as const;
export type Audience = (typeof AUDIENCES)[number];
export const DELIVERIES = ['on-site', 'online', 'blended', 'workplace'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** An offering as it is typed: everything is text until it is sent. */
export interface Draft {
  readonly reference: string;
  readonly title: string;
  readonly outcomes: readonly { readonly id: string; readonly name: string }[];
  readonly requires: readonly { readonly id: string; readonly name: string }[];
  readonly languages: readonly TaughtIn[];
  readonly programme: string | null;
  readonly delivery: Delivery;
  readonly town: string;
  readonly venue: string;
  readonly anyDay: boolean;
  readonly begins: string;
  readonly ends: string;
  readonly applyBy: string;
  readonly schedule: string;
  /** Dollars, by audience; empty where it is not offered to them. */
  readonly prices: Readonly<Record<Audience, string>>;
  readonly places: string;
  readonly placesLeft: string;
  readonly link: string;
}

export const emptyDraft = (reference: string): Draft => ({
  reference,
  title: '',
  outcomes: [],
  requires: [],
  languages: [],
  programme: null,
  delivery: 'on-site',
  town: '',
  venue: '',
  anyDay: false,
  begins: '',
  ends: '',
  applyBy: '',
  schedule: '',
  prices: { adult: '', student: '', employer: '', international: '' },
  places: '',
  placesLeft: '',
  link: '',
});

export function draftOf(one: OwnOffering): Draft {
  const dollars = (cents: number | undefined): string =>
    cents === undefined ? '' : cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
  return {
    reference: one.reference,
    title: one.title ?? '',
    outcomes: one.outcomes.map(({ id, name }) => ({ id, name })),
    requires: one.requires.map(({ id, name }) => ({ id, name })),
    languages: [...one.languages],
    programme: one.programme,
    delivery: one.delivery,
    town: one.town ?? '',
    venue: one.venue,
    anyDay: one.begins === null,
    begins: one.begins ?? '',
    ends: one.ends ?? '',
    applyBy: one.applyBy ?? '',
    schedule: one.schedule,
    prices: {
      adult: dollars(one.prices.adult),
      student: dollars(one.prices.student),
      employer: dollars(one.prices.employer),
      international: dollars(one.prices.international),
    },
    places: one.places === null ? '' : String(one.places),
    placesLeft: one.placesLeft === null ? '' : String(one.placesLeft),
    link: one.link ?? '',
  };
}

/** Cents of a price as people type it: "220", "$1,200", "12.50". Null for what is no price. */
export function centsOf(typed: string): number | null {
  const found = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.(\d{1,2}))?$/u.exec(typed.trim());
  return found === null ? null : Number((found[1] ?? '').replaceAll(',', '')) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
const numberOrNull = (typed: string): number | null => (/^\d{1,6}$/u.test(typed.trim()) ? Number(typed) : null);

/** What is sent. */
export function contentOf(draft: Draft) {
  const prices: Partial<Record<Audience, number>> = {};
  for (const audience of AUDIENCES) {
    const cents = centsOf(draft.prices[audience]);
    if (cents !== null) prices[audience] = cents;
  }
  return {
    title: orNull(draft.title),
    programme: draft.programme,
    outcomes: draft.outcomes.map(({ id }) => id),
    requires: draft.requires.map(({ id }) => id),
    delivery: draft.delivery,
    languages: [...draft.languages],
    town: draft.delivery === 'online' ? null : orNull(draft.town),
    venue: draft.venue,
    begins: draft.anyDay ? null : orNull(draft.begins),
    ends: draft.anyDay ? null : orNull(draft.ends),
    applyBy: draft.anyDay ? null : orNull(draft.applyBy),
    schedule: draft.schedule,
    prices,
    places: numberOrNull(draft.places),
    placesLeft: numberOrNull(draft.places) === null ? null : numberOrNull(draft.placesLeft),
    link: orNull(draft.link),
  };
}

/** What still keeps it from being sent, by the sentence that says so; null where nothing does. */
export function lacking(draft: Draft): 'outcomes' | 'title' | 'town' | 'begins' | 'price' | 'price-wrong' | null {
  const typed = AUDIENCES.map((audience) => draft.prices[audience].trim()).filter((price) => price !== '');
  if (draft.outcomes.length === 0) return 'outcomes';
  if (draft.outcomes.length > 1 && draft.title.trim() === '') return 'title';
  if ((draft.delivery === 'on-site' || draft.delivery === 'blended') && draft.town === '') return 'town';
  if (!draft.anyDay && draft.begins === '') return 'begins';
  if (typed.length === 0) return 'price';
  return typed.some((price) => centsOf(price) === null) ? 'price-wrong' : null;
}
