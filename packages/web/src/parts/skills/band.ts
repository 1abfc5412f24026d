import type { Band } from '@recognition/recognition';
import type { Say } from '../../language/index.ts';

/** A band of people in words: "5 to 9 people". */
export const bandWords = ({ from, to }: Band, t: Say): string =>
  to === null ? t('found.band-open', { from }) : t('found.band', { from, to });
