import { fieldName } from '@recognition/recognition';
import type { OutcomeDocument, Text } from '../document.ts';
import { organisationAddress, outcomeAddress, uuidOfAddress } from './address.ts';
import { NZQCF_URL } from './framework.ts';
import type { Node } from './node.ts';
import type { Publisher } from './write-ctdl.ts';

export const CTDL_ASN_CONTEXT = 'https://credreg.net/ctdlasn/schema/context/json';
/** How an identifier of ours begins; the rest is percent-encoded. */
export const OURS = { id: 'urn:x-nzrr:outcome:', lineage: 'urn:x-nzrr:lineage:', version: 'urn:x-nzrr:version:' } as const;
export const LEVEL = `${NZQCF_URL}#level-`;
export const FIELD = 'urn:x-nzrr:field:';

/** The framework to which every outcome of the catalogue belongs. */
export function frameworkAddress(url: string): string {
  return `${url}/api/v1/outcomes`;
}

export function asnFramework({ url, name }: Publisher): Node {
  const address = frameworkAddress(url);
  return {
    '@id': address,
    '@type': 'ceasn:CompetencyFramework',
    'ceterms:ctid': `ce-${uuidOfAddress(address)}`,
    'ceasn:name': { en: `Learning outcomes of ${name}` },
    'ceasn:description': { en: 'Every learning outcome that this repository lists, each with its versions.' },
    'ceasn:inLanguage': ['en'],
    'ceasn:publisherName': { en: name },
    'ceasn:source': [address],
  };
}

/**
 * An outcome as a `ceasn:Competency`, with the knowledge and the skill that it embodies as competencies of their own. Credit, dates,
 * assessment methods, exclusions and groups have no term for a competency in CTDL-ASN and are left out.
 */
export function asnOutcome(outcome: OutcomeDocument, { url }: Publisher): readonly Node[] {
  const address = outcomeAddress(url, outcome);
  const framework = frameworkAddress(url);
  const { level, field } = outcome;
  const theory = outcome.theory.map((text, at) => embodied(`${address}#theory-${at + 1}`, text, framework));
  const practice = outcome.practice.map((text, at) => embodied(`${address}#practice-${at + 1}`, text, framework));
  const competency: Node = {
    '@id': address,
    '@type': 'ceasn:Competency',
    'ceterms:ctid': `ce-${uuidOfAddress(address)}`,
    'ceasn:competencyText': { en: outcome.name },
    'ceasn:inLanguage': ['en'],
    'ceasn:codedNotation': outcome.code,
    'ceasn:identifier': [
      `${OURS.id}${encodeURIComponent(outcome.id)}`,
      `${OURS.lineage}${encodeURIComponent(outcome.lineage)}`,
      ...(outcome.version === null ? [] : [`${OURS.version}${outcome.version}`]),
    ],
    'ceasn:isPartOf': [framework],
    'ceasn:isTopChildOf': [framework],
    ...(outcome.kind === null ? {} : { 'ceasn:competencyCategory': { en: outcome.kind } }),
    ...(level === null ? {} : { 'ceasn:educationLevelType': [`${LEVEL}${level}`] }),
    ...(field === null
      ? {}
      : { 'ceasn:localSubject': { en: fieldName(field, 'en') }, 'ceasn:conceptTerm': [`${FIELD}${field}`] }),
    ...(outcome.developer === null ? {} : { 'ceasn:creator': [organisationAddress(url, outcome.developer)] }),
    ...some('ceasn:knowledgeEmbodied', theory),
    ...some('ceasn:skillEmbodied', practice),
    ...(outcome.skills.length === 0 ? {} : { 'ceasn:alignTo': [...new Set(outcome.skills.map(({ uri }) => uri))] }),
  };
  return [competency, ...theory, ...practice];
}

function embodied(address: string, { text, lang }: Text, framework: string): Node {
  return {
    '@id': address,
    '@type': 'ceasn:Competency',
    'ceterms:ctid': `ce-${uuidOfAddress(address)}`,
    'ceasn:competencyText': { [lang]: text },
    'ceasn:inLanguage': [lang],
    'ceasn:isPartOf': [framework],
  };
}

function some(term: string, nodes: readonly Node[]): Node {
  return nodes.length === 0 ? {} : { [term]: nodes.map((node) => node['@id']) };
}
