import { asList, asString, hasType, isIri, isObject, type JsonObject } from '../json.ts';
import { instant } from '../time.ts';

export function isOpenBadge(document: JsonObject): boolean {
  return hasType(document, 'OpenBadgeCredential') || hasType(document, 'AchievementCredential');
}

const TARGET_TYPES = [
  'ceasn:Competency',
  'ceterms:Credential',
  'CFItem',
  'CFRubric',
  'CFRubricCriterion',
  'CFRubricCriterionLevel',
  'CTDL',
];

/**
 * The paths of what is missing or malformed by Open Badges 3.0, the rules of its JSON Schema (ob_v3p0_achievementcredential_schema) that a
 * reader depends on. Written here and not run from that schema: its licence does not let us ship it, and a page with a strict content
 * policy cannot compile one.
 */
export function achievementProblems(document: JsonObject): readonly string[] {
  const problems: string[] = [];
  const need = (path: string, holds: boolean): void => {
    if (!holds) problems.push(path);
  };
  need('id', isIri(document['id']));
  const issuer = document['issuer'];
  if (isObject(issuer)) {
    need('issuer/type', hasType(issuer, 'Profile'));
    for (const [at, other] of asList(issuer['otherIdentifier']).entries()) {
      need(
        `issuer/otherIdentifier/${at}`,
        hasType(other, 'IdentifierEntry') && isObject(other) && text(other['identifier']) && text(other['identifierType']),
      );
    }
  }
  need('validFrom', instant(document['validFrom'] ?? document['issuanceDate']) !== null);
  if (document['awardedDate'] !== undefined) need('awardedDate', instant(document['awardedDate']) !== null);
  for (const [at, evidence] of asList(document['evidence']).entries()) need(`evidence/${at}/type`, hasType(evidence, 'Evidence'));
  const subjects = asList(document['credentialSubject']);
  need('credentialSubject', subjects.length === 1);
  for (const subject of subjects) if (isObject(subject)) subjectProblems(subject, need);
  return problems;
}

type Need = (path: string, holds: boolean) => void;

function subjectProblems(subject: JsonObject, need: Need): void {
  need('credentialSubject/type', hasType(subject, 'AchievementSubject'));
  const identifiers = asList(subject['identifier']);
  for (const [at, identity] of identifiers.entries()) {
    const whole =
      hasType(identity, 'IdentityObject') &&
      isObject(identity) &&
      typeof identity['hashed'] === 'boolean' &&
      text(identity['identityHash']) &&
      text(identity['identityType']);
    need(`credentialSubject/identifier/${at}`, whole);
  }
  const achievement = subject['achievement'];
  need('credentialSubject/achievement', isObject(achievement));
  if (!isObject(achievement)) return;
  const at = 'credentialSubject/achievement';
  need(`${at}/id`, isIri(achievement['id']));
  need(`${at}/type`, hasType(achievement, 'Achievement'));
  need(`${at}/name`, text(achievement['name']));
  need(`${at}/description`, text(achievement['description']));
  const criteria = achievement['criteria'];
  need(`${at}/criteria`, isObject(criteria) && (text(criteria['narrative']) || isIri(criteria['id'])));
  if (achievement['creditsAvailable'] !== undefined)
    need(`${at}/creditsAvailable`, typeof achievement['creditsAvailable'] === 'number');
  for (const [index, alignment] of asList(achievement['alignment']).entries())
    need(`${at}/alignment/${index}`, isAlignment(alignment));
  for (const [index, description] of asList(achievement['resultDescription']).entries()) {
    const whole =
      hasType(description, 'ResultDescription') &&
      isObject(description) &&
      isIri(description['id']) &&
      text(description['name']) &&
      text(description['resultType']);
    need(`${at}/resultDescription/${index}`, whole);
  }
  for (const [index, result] of asList(subject['result']).entries())
    need(`credentialSubject/result/${index}`, hasType(result, 'Result'));
}

function isAlignment(value: unknown): boolean {
  if (!isObject(value) || !hasType(value, 'Alignment') || !text(value['targetName']) || !isIri(value['targetUrl'])) return false;
  const type = value['targetType'];
  return type === undefined || (typeof type === 'string' && (TARGET_TYPES.includes(type) || /^ext:[\w.-]+$/u.test(type)));
}

/** A text, or one for each language. */
function text(value: unknown): boolean {
  const texts = isObject(value) ? Object.values(value) : [value];
  return texts.length > 0 && texts.every((one) => (asString(one) ?? '') !== '');
}
