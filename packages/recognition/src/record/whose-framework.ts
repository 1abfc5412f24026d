/** What importers of other countries' registers write as the kind of an outcome, and whose framework that is a unit of. */
const FRAMEWORK_OF_KIND: Readonly<Record<string, string>> = {
  'national-occupational-standard': 'in',
  competency: 'ph',
  'technical-skill': 'sg',
  'critical-core-skill': 'sg',
  'unidad-de-competencia': 'es',
  'bloc-de-competences': 'fr',
  'unit-of-competency': 'au',
};

/** The framework that an outcome is a unit of: New Zealand's for all that it accredits, and for kinds that no other register writes. */
export const frameworkOf = (kind: string | null, accredited: boolean): string =>
  accredited ? 'nz' : (FRAMEWORK_OF_KIND[kind ?? ''] ?? 'nz');

/**
 * Whether an outcome is an entry of another country: nobody in New Zealand answers for it, and it is not accredited here. Its kind says of
 * which country only where one register alone writes it: a "standard" is a word of several.
 */
export const isOfAnotherCountry = ({
  accredited,
  developer,
}: {
  readonly accredited: boolean;
  readonly developer: string | number | null;
}): boolean => !accredited && developer === null;
