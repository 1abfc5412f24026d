import { placeName } from '@recognition/recognition/places';
import { entry, fieldLabel, type Language, type Say } from '../../language/index.ts';
import type { Facet } from './search.ts';

interface Value {
  readonly value: string;
  readonly en?: string | undefined;
  readonly mi?: string | null | undefined;
}

/** What a value of a facet is called. Names of providers and skills come with it. */
export function wordsOf(facet: Facet, { value, en, mi }: Value, language: Language, t: Say): string {
  switch (facet) {
    case 'field':
      return fieldLabel(value === 'unclassified' ? null : value, language);
    case 'level':
      return t('outcome.level', { level: value });
    case 'place':
      return value === 'anywhere' ? t('shop.place.anywhere') : placeName(value, language);
    case 'skill':
      return (language === 'mi' ? mi : undefined) ?? en ?? value;
    case 'provider':
      return en ?? value;
    default:
      return entry(language, `shop.${facet}.${value}`) ?? value;
  }
}
