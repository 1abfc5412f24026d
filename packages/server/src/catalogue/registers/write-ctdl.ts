import { fieldName } from '@recognition/recognition';
import type { OutcomeDocument, Text } from '../document.ts';
import { organisationAddress, outcomeAddress, uuidOfAddress } from './address.ts';
import { CREDIT_UNIT, DASS, NZQCF, NZQCF_URL } from './framework.ts';
import type { Node } from './node.ts';

export const CTDL_CONTEXT = 'https://credreg.net/ctdl/schema/context/json';
/** How an identifier of ours says what it is, beside the value. */
export const OUR_ID = 'Outcome in the Recognition Repository';
export const OUR_LINEAGE = 'Lineage in the Recognition Repository';

/** What the graph of a register needs besides the outcomes. */
export interface Publisher {
  /** The public address of this repository. */
  readonly url: string;
  readonly name: string;
}

/**
 * An outcome as a `ceterms:LearningOpportunityProfile`, the class of CTDL that has a level and a credit value and no need of a
 * qualification. Credit that sits on a group is left out: CTDL cannot say that a whole counts only when all its parts are held.
 */
export function ctdlOutcome(outcome: OutcomeDocument, { url }: Publisher): Node {
  const address = outcomeAddress(url, outcome);
  const { level, field, subfield, domain, developer, group } = outcome;
  return {
    '@id': address,
    '@type': 'ceterms:LearningOpportunityProfile',
    'ceterms:ctid': `ce-${uuidOfAddress(address)}`,
    'ceterms:name': { en: outcome.name },
    'ceterms:subjectWebpage': address,
    'ceterms:codedNotation': outcome.code,
    ...(outcome.version === null ? {} : { 'ceterms:versionCode': String(outcome.version) }),
    'ceterms:identifier': [identifier(OUR_ID, outcome.id), identifier(OUR_LINEAGE, outcome.lineage)],
    ...(developer === null ? {} : { 'ceterms:ownedBy': [organisationAddress(url, developer)] }),
    ...(outcome.credits === null || group !== null ? {} : { 'ceterms:creditValue': [credits(outcome.credits)] }),
    'ceterms:isNonCredit': !outcome.creditBearing,
    ...(level === null ? {} : { 'ceterms:atLevel': [alignment(NZQCF, `Level ${level}`, String(level), NZQCF_URL)] }),
    ...some('ceterms:subject', [
      ...(field === null ? [] : [alignment(`${DASS}: field`, fieldName(field, 'en'), field)]),
      ...(subfield === null ? [] : [alignment(`${DASS}: subfield`, subfield)]),
      ...(domain === null ? [] : [alignment(`${DASS}: domain`, domain)]),
    ]),
    ...some('ceterms:teaches', skills(outcome, 'earns')),
    ...some('ceterms:assesses', skills(outcome, 'competent')),
    ...(outcome.assessments.length === 0 ? {} : { 'ceterms:assessmentMethodDescription': languageMap(outcome.assessments) }),
    ...(outcome.registered === null ? {} : { 'ceterms:dateEffective': outcome.registered }),
    ...(outcome.lastAssessment === null ? {} : { 'ceterms:expirationDate': outcome.lastAssessment }),
  };
}

/** An organisation that a graph names. */
export function ctdlOrganisation({ id, name }: { readonly id: string; readonly name: string }, { url }: Publisher): Node {
  const address = organisationAddress(url, id);
  return {
    '@id': address,
    '@type': 'ceterms:CredentialOrganization',
    'ceterms:ctid': `ce-${uuidOfAddress(address)}`,
    'ceterms:name': { en: name },
  };
}

function identifier(type: string, value: string): Node {
  return { '@type': 'ceterms:IdentifierValue', 'ceterms:identifierTypeName': { en: type }, 'ceterms:identifierValueCode': value };
}

function credits(value: number): Node {
  return { '@type': 'ceterms:ValueProfile', 'schema:value': value, 'schema:description': { en: CREDIT_UNIT } };
}

function alignment(framework: string, name: string, code?: string, address?: string): Node {
  return {
    '@type': 'ceterms:CredentialAlignmentObject',
    ...(address === undefined ? {} : { 'ceterms:framework': address }),
    'ceterms:frameworkName': { en: framework },
    'ceterms:targetNodeName': { en: name },
    ...(code === undefined ? {} : { 'ceterms:codedNotation': code }),
  };
}

function skills(outcome: OutcomeDocument, relation: 'earns' | 'competent'): readonly Node[] {
  return outcome.skills
    .filter((skill) => skill.relation === relation)
    .map(({ uri, scheme, label }) => ({
      '@type': 'ceterms:CredentialAlignmentObject',
      'ceterms:targetNode': uri,
      ...(/^https?:/u.test(scheme) ? { 'ceterms:framework': scheme } : { 'ceterms:frameworkName': { en: scheme } }),
      'ceterms:targetNodeName': { en: label },
    }));
}

/** Texts by language, in their order within each. */
export function languageMap(texts: readonly Text[]): Node {
  const map: Record<string, string[]> = {};
  for (const { text, lang } of texts) map[lang] = [...(map[lang] ?? []), text];
  return Object.fromEntries(Object.entries(map).map(([lang, words]) => [lang, words.length === 1 ? words[0] : words]));
}

function some(term: string, values: readonly Node[]): Node {
  return values.length === 0 ? {} : { [term]: values };
}
