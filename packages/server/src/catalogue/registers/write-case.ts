import { type Field, fieldName } from '@recognition/recognition';
import type { OutcomeDocument } from '../document.ts';
import { outcomeAddress, uuidOfAddress } from './address.ts';
import type { Node } from './node.ts';
import type { Publisher } from './write-ctdl.ts';

export const CASE_PATH = '/ims/case/v1p1';
/** The key of what CASE has no term for, under `extensions`, the place that CASE 1.1 keeps for it. */
export const EXTENSION = 'nzrr';

/** What CASE has no term for, and what an import takes from `extensions`. */
export const EXTENDED = [
  'id',
  'version',
  'credits',
  'level',
  'field',
  'subfield',
  'domain',
  'lineage',
  'accredited',
  'excludes',
  'group',
  'size',
  'creditBearing',
  'levelLabel',
  'developer',
  'assessments',
  'theory',
  'practice',
  'skills',
  'replaces',
  'gradesAvailable',
] as const satisfies readonly (keyof OutcomeDocument)[];

/** An outcome with the moment of its last change (RFC 3339). */
export interface CaseOutcome extends OutcomeDocument {
  readonly changedAt: string;
}

/** A framework of the provider: the outcomes of a field, those without one, or the whole catalogue as one file. */
export type CaseFramework = Field | 'unclassified' | 'catalogue';

export const frameworkOf = ({ field }: Pick<OutcomeDocument, 'field'>): Field | 'unclassified' => field ?? 'unclassified';

export interface CaseLink {
  readonly title: string;
  readonly identifier: string;
  readonly uri: string;
}

/** The link to a resource of the provider. */
export function caseLink(url: string, kind: string, identifier: string, title: string): CaseLink {
  return { title: oneLine(title), identifier, uri: `${url}${CASE_PATH}/${kind}/${identifier}` };
}

export const documentId = (url: string, framework: CaseFramework): string => uuidOfAddress(`${url}/case/documents/${framework}`);
export const itemId = (url: string, outcome: Pick<OutcomeDocument, 'code' | 'version'>): string =>
  uuidOfAddress(outcomeAddress(url, outcome));
export const itemTypeId = (url: string, kind: string): string =>
  uuidOfAddress(`${url}/case/item-types/${encodeURIComponent(kind)}`);
export const subjectId = (url: string, field: Field): string => uuidOfAddress(`${url}/case/subjects/${field}`);

export function frameworkTitle(framework: CaseFramework): string {
  if (framework === 'catalogue') return 'Learning outcomes of the catalogue';
  return framework === 'unclassified' ? 'Learning outcomes without a field' : `Learning outcomes: ${fieldName(framework, 'en')}`;
}

/** A CFDocument as it stands in a package; on its own it also links to the package. */
export function caseDocument({ url, name }: Publisher, framework: CaseFramework, changedAt: string): Node & CaseLink {
  return {
    ...caseLink(url, 'CFDocuments', documentId(url, framework), frameworkTitle(framework)),
    caseVersion: '1.1',
    creator: name,
    publisher: name,
    lastChangeDateTime: changedAt,
    language: 'en',
    ...(framework === 'catalogue' || framework === 'unclassified'
      ? {}
      : { subject: [fieldName(framework, 'en')], subjectURI: [subjectLink(url, framework)] }),
  };
}

/** A CFItem as it stands in a package; on its own it also links to its document. */
export function caseItem(outcome: CaseOutcome, { url }: Publisher): Node {
  const { kind, field } = outcome;
  const identifier = itemId(url, outcome);
  return {
    identifier,
    uri: `${url}${CASE_PATH}/CFItems/${identifier}`,
    fullStatement: outcome.name,
    humanCodingScheme: outcome.code,
    language: 'en',
    ...(kind === null ? {} : { CFItemType: kind, CFItemTypeURI: caseLink(url, 'CFItemTypes', itemTypeId(url, kind), kind) }),
    ...(field === null ? {} : { subject: [fieldName(field, 'en')], subjectURI: [subjectLink(url, field)] }),
    ...(outcome.skills.length === 0 ? {} : { conceptKeywords: [...new Set(outcome.skills.map(({ label }) => oneLine(label)))] }),
    ...(outcome.registered === null ? {} : { statusStartDate: outcome.registered }),
    ...(outcome.lastAssessment === null ? {} : { statusEndDate: outcome.lastAssessment }),
    lastChangeDateTime: outcome.changedAt,
    extensions: { [EXTENSION]: Object.fromEntries(EXTENDED.map((part) => [part, outcome[part]])) },
  };
}

/** The associations that an outcome is the origin of: its place in the document, and the skills that it is tied to. */
export function caseAssociations(outcome: CaseOutcome, publisher: Publisher, framework: CaseFramework): readonly Node[] {
  const { url } = publisher;
  const address = outcomeAddress(url, outcome);
  const origin = caseLink(url, 'CFItems', itemId(url, outcome), outcome.name);
  const common = (mark: string) => {
    const identifier = uuidOfAddress(`${address}#${mark}`);
    return { identifier, uri: `${url}${CASE_PATH}/CFAssociations/${identifier}`, originNodeURI: origin };
  };
  const place: Node = {
    ...common(`child-of-${framework}`),
    associationType: 'isChildOf',
    destinationNodeURI: caseLink(url, 'CFDocuments', documentId(url, framework), frameworkTitle(framework)),
    lastChangeDateTime: outcome.changedAt,
  };
  const skills = outcome.skills.map(
    ({ uri, label, relation }): Node => ({
      ...common(`${relation}-${encodeURIComponent(uri)}`),
      associationType: `ext:${relation}`,
      destinationNodeURI: { title: oneLine(label), identifier: uri, uri, targetType: 'ext:skill' },
      lastChangeDateTime: outcome.changedAt,
    }),
  );
  return [place, ...skills];
}

/** The types and subjects that items name, each once. */
export function caseDefinitions(
  kinds: Iterable<string>,
  fields: Iterable<Field>,
  { url }: Publisher,
  changedAt: string,
): Readonly<Record<'CFItemTypes' | 'CFSubjects', readonly (Node & CaseLink)[]>> {
  return {
    CFItemTypes: [...new Set(kinds)].sort().map((kind) => ({
      ...caseLink(url, 'CFItemTypes', itemTypeId(url, kind), kind),
      description: kind,
      hierarchyCode: '1',
      lastChangeDateTime: changedAt,
    })),
    CFSubjects: [...new Set(fields)].sort().map((field) => ({
      ...subjectLink(url, field),
      hierarchyCode: '1',
      lastChangeDateTime: changedAt,
    })),
  };
}

function subjectLink(url: string, field: Field): CaseLink {
  return caseLink(url, 'CFSubjects', subjectId(url, field), fieldName(field, 'en'));
}

// A title of CASE is a normalised string: without line breaks and tabs.
function oneLine(words: string): string {
  return words.replaceAll(/\s+/gu, ' ');
}
