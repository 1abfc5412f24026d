/** The languages of the site: English and te reo Māori. */
export const LANGUAGES = ['en', 'mi'] as const;
export type Language = (typeof LANGUAGES)[number];
