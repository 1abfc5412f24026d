import { asList, hasType, isIri, isObject, type JsonObject } from '../json.ts';

type Need = (path: string, holds: boolean) => void;

/** The kinds of association that CLR 2.0 knows (section C.1). */
export const ASSOCIATIONS = [
  'exactMatchOf',
  'isChildOf',
  'isParentOf',
  'isPartOf',
  'isPeerOf',
  'isRelatedTo',
  'precedes',
  'replacedBy',
] as const;

/** What is missing or malformed in a Comprehensive Learner Record (CLR 2.0, section B.1); nothing for other credentials. */
export function clrProblems(document: JsonObject): readonly string[] {
  return hasType(document, 'ClrCredential') ? collect((need) => clr(document, need)) : [];
}

function clr(document: JsonObject, need: Need): void {
  need('id', isIri(document['id']));
  need('name', words(document['name']));
  need('partial', document['partial'] === undefined || typeof document['partial'] === 'boolean');
  const subject = document['credentialSubject'];
  need('credentialSubject/type', hasType(subject, 'ClrSubject'));
  if (!isObject(subject)) return;
  need('credentialSubject/id', isIri(subject['id']) || asList(subject['identifier']).length > 0);
  need('credentialSubject/verifiableCredential', asList(subject['verifiableCredential']).length > 0);
  for (const [at, one] of asList(subject['association']).entries()) {
    const whole =
      hasType(one, 'Association') &&
      isObject(one) &&
      ASSOCIATIONS.some((type) => type === one['associationType']) &&
      isIri(one['sourceId']) &&
      isIri(one['targetId']);
    need(`credentialSubject/association/${at}`, whole);
  }
}

/** What is missing or malformed in an endorsement (Open Badges 3.0, sections B.7 and B.8); nothing for other credentials. */
export function endorsementProblems(document: JsonObject): readonly string[] {
  if (!hasType(document, 'EndorsementCredential')) return [];
  return collect((need) => {
    need('id', isIri(document['id']));
    need('name', document['name'] === undefined || words(document['name']));
    const subject = document['credentialSubject'];
    need('credentialSubject/type', hasType(subject, 'EndorsementSubject'));
    need('credentialSubject/id', isObject(subject) && isIri(subject['id']));
  });
}

/** What is missing in an SD-JWT VC (section 3.2.2): its type and its issuer. */
export function sdJwtVcProblems(document: JsonObject): readonly string[] {
  return collect((need) => {
    need('vct', words(document['vct']));
    need('iss', document['issuer'] !== undefined);
    need('status', document['status'] === undefined || isObject(document['status']));
  });
}

function collect(check: (need: Need) => void): readonly string[] {
  const problems: string[] = [];
  check((path, holds) => {
    if (!holds) problems.push(path);
  });
  return problems;
}

function words(value: unknown): boolean {
  const texts = isObject(value) ? Object.values(value) : [value];
  return texts.length > 0 && texts.every((text) => typeof text === 'string' && text !== '');
}
