import type { showMicroCredential } from '../micro-credential/list.ts';

type Detail = Awaited<ReturnType<typeof showMicroCredential>>;

/**
 * One micro-credential for programs, in the words of schema.org: an EducationalOccupationalCredential with its developer, level, size,
 * what it shows, and its parts by address. `url` is the address of its page, `site` that of the service.
 */
export function microCredentialJsonLd(one: Detail, url: string, site: string): object {
  const { content, parts, hours } = one;
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationalOccupationalCredential',
    '@id': url,
    url,
    name: content.title,
    inLanguage: content.lang,
    identifier: one.code,
    version: one.version,
    credentialCategory: { '@type': 'DefinedTerm', name: 'Micro-credential', termCode: 'micro-credential' },
    creativeWorkStatus: one.status,
    ...(content.level === null
      ? {}
      : { educationalLevel: { '@type': 'DefinedTerm', name: `NZQCF level ${content.level}`, termCode: String(content.level) } }),
    creator: { '@type': 'Organization', name: one.developerName, identifier: one.developer },
    ...(content.nzsced === '' ? {} : { about: { '@type': 'DefinedTerm', inDefinedTermSet: 'NZSCED', termCode: content.nzsced } }),
    ...(hours === null
      ? {}
      : { timeRequired: `PT${hours}H`, size: { '@type': 'QuantitativeValue', value: one.credits, unitText: 'credit' } }),
    ...(one.listedOn === null ? {} : { datePublished: one.listedOn }),
    ...(one.discontinuedOn === null ? {} : { expires: one.discontinuedOn }),
    competencyRequired: content.skills,
    text: [content.use, content.relevance, content.educationPathway, content.employmentPathway].filter((said) => said !== ''),
    hasPart: parts.map(({ code, name, version, credits, role }) => ({
      '@type': 'LearningResource',
      identifier: code,
      name,
      learningResourceType: role,
      timeRequired: `PT${credits * 10}H`,
      ...(version === null ? {} : { url: `${site}/catalogue/${encodeURIComponent(code)}/${version}` }),
    })),
  };
}
