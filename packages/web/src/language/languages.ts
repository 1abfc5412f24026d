/** The languages of the site, by their BCP 47 tags. */
export const LANGUAGES = ['en', 'mi'] as const;
export type Language = (typeof LANGUAGES)[number];
