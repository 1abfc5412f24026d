import type { SkillDetail } from './detail-queries.ts';

/** A skill as SKOS in JSON-LD; what is not known is left out. */
export function skillJsonLd(skill: SkillDetail, page: string): object {
  const addresses = (of: readonly { readonly uri: string }[]): readonly { '@id': string }[] =>
    of.map(({ uri }) => ({ '@id': uri }));
  const some = (name: string, of: readonly unknown[]): object => (of.length === 0 ? {} : { [name]: of });
  const { en, lang, mi, labels, altLabels, description, notation } = skill;
  return {
    '@context': {
      skos: 'http://www.w3.org/2004/02/skos/core#',
      dcterms: 'http://purl.org/dc/terms/',
      schema: 'https://schema.org/',
      owl: 'http://www.w3.org/2002/07/owl#',
    },
    '@id': skill.uri,
    '@type': 'skos:Concept',
    'skos:prefLabel': [
      { '@value': en, '@language': lang },
      ...(mi === null ? [] : [{ '@value': mi, '@language': 'mi' }]),
      ...Object.entries(labels).map(([language, value]) => ({ '@value': value, '@language': language })),
    ],
    ...some(
      'skos:altLabel',
      altLabels.map((label) => ({ '@value': label, '@language': lang })),
    ),
    ...(description === null ? {} : { 'skos:definition': { '@value': description, '@language': lang } }),
    ...(notation === null ? {} : { 'skos:notation': notation }),
    ...some('schema:keywords', skill.keywords),
    'skos:inScheme': {
      '@id': skill.schemeUri,
      '@type': 'skos:ConceptScheme',
      'skos:prefLabel': skill.schemeName,
      'owl:versionInfo': skill.schemeVersion,
    },
    ...some('skos:broader', addresses(skill.broader)),
    ...some('skos:narrower', addresses(skill.narrower)),
    ...some('skos:related', addresses(skill.related)),
    ...some('skos:exactMatch', addresses(skill.exact)),
    ...(skill.replacedBy === null ? {} : { 'dcterms:isReplacedBy': { '@id': skill.replacedBy.uri } }),
    ...some('dcterms:replaces', addresses(skill.replaces)),
    ...(skill.status === 'retired' ? { 'owl:deprecated': true } : {}),
    'schema:url': page,
  };
}
