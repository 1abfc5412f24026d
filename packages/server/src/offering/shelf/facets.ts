/** What the catalogue is narrowed by. Several values of one facet widen it; each facet more narrows it. */
export const OUTCOME_FACETS = ['framework', 'field', 'level', 'size', 'skill'] as const;
export const OFFERING_FACETS = ['provider', 'place', 'price', 'start', 'delivery', 'language', 'audience', 'left'] as const;
export const FACETS = [...OUTCOME_FACETS, ...OFFERING_FACETS] as const;
export type OutcomeFacet = (typeof OUTCOME_FACETS)[number];
export type OfferingFacet = (typeof OFFERING_FACETS)[number];
export type Facet = (typeof FACETS)[number];

/** Sizes in hours, up to and with; the last is for more, and `unknown` for outcomes whose size nobody said. */
export const SIZES = ['10', '50', '100', '200', '400', 'more', 'unknown'] as const;
const SIZE_MINUTES = [10, 50, 100, 200, 400].map((hours) => hours * 60);

/** Which of `SIZES` whole minutes are. */
export function sizeOf(minutes: number | null): number {
  if (minutes === null) return 6;
  const at = SIZE_MINUTES.findIndex((most) => minutes <= most);
  return at === -1 ? 5 : at;
}

/** Prices in dollars, up to and with. */
export const PRICES = ['free', '100', '250', '500', '1000', 'more'] as const;
const PRICE_CENTS = [0, 10_000, 25_000, 50_000, 100_000];

/** Which of `PRICES` whole cents are. */
export function priceOf(cents: number): number {
  const at = PRICE_CENTS.findIndex((most) => cents <= most);
  return at === -1 ? 5 : at;
}

/** When it begins: any day, or within so many days from today. */
export const STARTS = ['any-day', '30', '90', '180', 'later'] as const;
const START_DAYS = [30, 90, 180];

/** Which of `STARTS` a first day is, so many days from today; null is any day. */
export function startOf(days: number | null): number {
  if (days === null) return 0;
  const at = START_DAYS.findIndex((most) => days <= most);
  return at === -1 ? 4 : at + 1;
}

/** Where an offering without a town is: online, or at any workplace. */
export const ANYWHERE = 'anywhere';
