import type { Offering } from '@recognition/client';
import { placeName } from '@recognition/recognition/places';
import type { Language, Say } from '../../language/index.ts';
import { shortDate } from '../../language/index.ts';
import { money } from '../../language/money.ts';

/** Where and how an offering is, in a few words: "Porirua, evenings". */
export function whereOf({ town, delivery, schedule }: Offering, language: Language, t: Say): string {
  const place = town === null ? t(`shop.delivery.${delivery}`) : placeName(town, language);
  const how = town === null || delivery === 'on-site' ? '' : t(`shop.delivery.${delivery}`).toLowerCase();
  return [place, how, schedule].filter((part) => part !== '').join(', ');
}

/** When it begins. */
export const whenOf = ({ begins }: Offering, language: Language, t: Say): string =>
  begins === null ? t('shop.any-day') : t('shop.from-day', { date: shortDate(begins, language) });

/** The price for the first of the audiences that is asked for, or the least. */
export function priceOf({ prices }: Offering, audiences: readonly string[], t: Say): string {
  const all: Readonly<Record<string, number | undefined>> = prices;
  const chosen = audiences.flatMap((one) => all[one] ?? []);
  const some = chosen.length > 0 ? chosen : Object.values(all).flatMap((cents) => cents ?? []);
  return money(Math.min(...some), t);
}

/** How many may still come, where somebody counts. */
export const leftOf = ({ placesLeft }: Offering, t: Say): string =>
  placesLeft === null ? '' : placesLeft === 0 ? t('shop.full') : t('shop.places-left', { count: placesLeft });
