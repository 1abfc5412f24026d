import { FIELDS } from '@recognition/recognition';
import type { SkillStatement } from '../document.ts';
import type { SourceFile } from '../import/answer.ts';
import type { As } from '../import/merge-listing.ts';
import type { Held, ReadCatalogue } from '../import/read-catalogue.ts';
import { idOfPublished, organisationOfAddress } from './address.ts';
import { entriesOf, type Entry } from './entries.ts';
import { CREDIT_UNIT, DASS, NZQCF_URL } from './framework.ts';
import { dayOf, hasType, isNode, listOf, type Node, nodesOf, referencesOf, stringOf, textsOf, wholeOf, wordsOf } from './node.ts';
import { OUR_ID, OUR_LINEAGE } from './write-ctdl.ts';

const OUTCOMES = ['ceterms:LearningOpportunityProfile', 'ceterms:Course', 'ceterms:LearningProgram'];

/** Reads the learning opportunities of a CTDL file as outcomes. A node that only refers to one elsewhere is no entry. */
export async function readCtdl(source: SourceFile, held: Held, as: As | undefined): Promise<ReadCatalogue> {
  const nodes = nodesOf(source).filter((node) => hasType(node, ...OUTCOMES) && node['ceterms:name'] !== undefined);
  return entriesOf(source.name, nodes.map(entryOf), held, as);
}

function entryOf(node: Node): Entry {
  const ours = new Map(
    listOf(node['ceterms:identifier'])
      .filter(isNode)
      .map((one) => [wordsOf(one['ceterms:identifierTypeName']), stringOf(one['ceterms:identifierValueCode'])]),
  );
  const id = ours.get(OUR_ID) ?? idOfPublished(stringOf(node['ceterms:ctid']), stringOf(node['@id']));
  if (id === null) return 'no-address';
  const name = wordsOf(node['ceterms:name']);
  if (name === null) return 'title-missing';
  if (name.length > 500) return 'title-too-long';
  const lineage = ours.get(OUR_LINEAGE);
  const credit = node['ceterms:isNonCredit'];
  const [owner] = referencesOf(node['ceterms:ownedBy']).map(organisationOfAddress);
  return {
    id,
    code: stringOf(node['ceterms:codedNotation']) ?? id,
    name,
    version: wholeOf(node['ceterms:versionCode']),
    credits: creditsOf(node),
    level: levelOf(node),
    ...classificationOf(node),
    ...(lineage == null ? {} : { lineage }),
    ...(typeof credit === 'boolean' ? { creditBearing: !credit } : {}),
    developer: owner ?? null,
    assessments: textsOf(node['ceterms:assessmentMethodDescription']),
    skills: [...skillsOf(node['ceterms:teaches'], 'earns'), ...skillsOf(node['ceterms:assesses'], 'competent')],
    registered: dayOf(node['ceterms:dateEffective']),
    lastAssessment: dayOf(node['ceterms:expirationDate']),
  };
}

// Semester hours and other units are not NZQCF credits, and no rate between them is ours to invent.
function creditsOf(node: Node): number | null {
  const ours = listOf(node['ceterms:creditValue']).find(
    (value) => isNode(value) && wordsOf(value['schema:description']) === CREDIT_UNIT,
  );
  return isNode(ours) ? wholeOf(ours['schema:value']) : null;
}

function levelOf(node: Node): number | null {
  const ours = listOf(node['ceterms:atLevel']).find(
    (value) => isNode(value) && referencesOf(value['ceterms:framework']).includes(NZQCF_URL),
  );
  return isNode(ours) ? wholeOf(ours['ceterms:codedNotation']) : null;
}

function classificationOf(node: Node) {
  const subjects = new Map(
    listOf(node['ceterms:subject'])
      .filter(isNode)
      .map((one) => [wordsOf(one['ceterms:frameworkName']), one]),
  );
  const slug = stringOf(subjects.get(`${DASS}: field`)?.['ceterms:codedNotation']);
  return {
    field: FIELDS.find((field) => field === slug) ?? null,
    subfield: wordsOf(subjects.get(`${DASS}: subfield`)?.['ceterms:targetNodeName']),
    domain: wordsOf(subjects.get(`${DASS}: domain`)?.['ceterms:targetNodeName']),
  };
}

// A skill is tied to a public scheme (S2): one without an address, a scheme or a name is no statement that the catalogue keeps.
function skillsOf(value: unknown, relation: SkillStatement['relation']): readonly SkillStatement[] {
  return listOf(value).flatMap((one): readonly SkillStatement[] => {
    if (!isNode(one) || !hasType(one, 'ceterms:CredentialAlignmentObject')) return [];
    const [uri] = referencesOf(one['ceterms:targetNode']);
    const scheme = referencesOf(one['ceterms:framework'])[0] ?? wordsOf(one['ceterms:frameworkName']);
    const label = wordsOf(one['ceterms:targetNodeName']);
    return uri === undefined || scheme == null || label === null ? [] : [{ uri, scheme, label, relation, proficiency: null }];
  });
}
