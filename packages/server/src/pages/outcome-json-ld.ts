import type { KeptOutcome } from '../catalogue/document.ts';

/** Ten notional hours a credit (NZQA). */
const HOURS = 10;

/** One outcome for programs, in the words of schema.org: what is learned, at which level, how long it takes, and the skills by address. */
export function outcomeJsonLd(outcome: KeptOutcome, url: string): object {
  const { skills, assessments, theory, practice, credits, level, lastAssessment, inForceFrom } = outcome;
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    '@id': url,
    url,
    name: outcome.name,
    identifier: outcome.code,
    ...(outcome.version === null ? {} : { version: outcome.version }),
    ...(outcome.kind === null ? {} : { learningResourceType: outcome.kind }),
    ...(level === null
      ? {}
      : { educationalLevel: { '@type': 'DefinedTerm', name: `NZQCF level ${level}`, termCode: String(level) } }),
    ...(credits === null || credits === 0 ? {} : { timeRequired: `PT${credits * HOURS}H` }),
    ...(outcome.field === null ? {} : { about: { '@type': 'DefinedTerm', termCode: outcome.field, name: outcome.field } }),
    ...(outcome.developerName === null
      ? {}
      : { creator: { '@type': 'Organization', name: outcome.developerName, identifier: outcome.developer } }),
    creativeWorkStatus: outcome.status,
    ...(inForceFrom === null ? {} : { datePublished: inForceFrom }),
    ...(lastAssessment === null ? {} : { expires: lastAssessment }),
    teaches: skills.map(({ uri, label, scheme, relation }) => ({
      '@type': 'DefinedTerm',
      url: uri,
      name: label,
      inDefinedTermSet: scheme,
      description: relation,
    })),
    assesses: assessments.map(said),
    text: [...theory, ...practice].map(said),
  };
}

const said = ({ text, lang }: { readonly text: string; readonly lang: string }) => ({ '@value': text, '@language': lang });
