import { placeName } from '@recognition/recognition/places';
import type { Language, Say } from '../../language/index.ts';
import { shortDate } from '../../language/index.ts';
import { money } from '../../language/money.ts';
import type { TaughtIn } from '@recognition/recognition';

/** What of an offering is said in a line. */
interface Said {
  readonly town: string | null;
  readonly delivery: 'on-site' | 'online' | 'blended' | 'workplace';
  readonly schedule: string;
  readonly begins: string | null;
  readonly placesLeft: number | null;
  readonly prices: {
    readonly student?: number | undefined;
    readonly adult?: number | undefined;
    readonly employer?: number | undefined;
    readonly international?: number | undefined;
  };
}

/** Where and how an offering is, in a few words: "Porirua, evenings". */
export function whereOf({ town, delivery, schedule }: Said, language: Language, t: Say): string {
  const place = town === null ? t(`shop.delivery.${delivery}`).toLowerCase() : placeName(town, language);
  const how = town === null || delivery === 'on-site' ? '' : t(`shop.delivery.${delivery}`).toLowerCase();
  return [place, how, schedule].filter((part) => part !== '').join(', ');
}

/** In which languages it is taught, and what whoever begins must hold; empty where neither is said. */
export function asksOf(
  { languages, requires }: { readonly languages: readonly TaughtIn[]; readonly requires: readonly { readonly name: string }[] },
  t: Say,
): string {
  const taught = languages.map((one) => t(`shop.language.${one}`)).join(', ');
  const before = requires.map(({ name }) => name).join(', ');
  return [taught === '' ? '' : t('shop.taught-in', { languages: taught }), before === '' ? '' : t('shop.hold-first', { before })]
    .filter((part) => part !== '')
    .join(' ');
}

/** When it begins. */
export const whenOf = ({ begins }: Said, language: Language, t: Say): string =>
  begins === null ? t('shop.any-day') : t('shop.from-day', { date: shortDate(begins, language) });

/** The price for the audiences that are chosen; else for adults, or the least where none of them is charged. */
export function centsFor(prices: Said['prices'], audiences: readonly string[]): number {
  const all: Readonly<Record<string, number | undefined>> = prices;
  const chosen = audiences.flatMap((one) => all[one] ?? []);
  return chosen.length > 0
    ? Math.min(...chosen)
    : (prices.adult ?? Math.min(...Object.values(all).flatMap((cents) => cents ?? [])));
}

export const priceOf = ({ prices }: Said, audiences: readonly string[], t: Say): string => money(centsFor(prices, audiences), t);

/** How many may still come, where somebody counts. */
export const leftOf = ({ placesLeft }: Said, t: Say): string =>
  placesLeft === null ? '' : placesLeft === 0 ? t('shop.full') : t('shop.places-left', { count: placesLeft });
