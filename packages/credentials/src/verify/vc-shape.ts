import { VC_V1, VC_V2 } from '../contexts/index.ts';
import { asList, asString, idOf, isIri, isObject, type JsonObject } from '../json.ts';
import { instant } from '../time.ts';

/** The paths of what is missing or malformed in a credential by VC Data Model 2.0, section 4 (or 1.1), in document order. */
export function credentialProblems(document: JsonObject): readonly string[] {
  const problems = contextProblems(document);
  const need = (path: string, holds: boolean): void => {
    if (!holds) problems.push(path);
  };
  const old = asList(document['@context'])[0] === VC_V1;
  need('id', document['id'] === undefined || isIri(document['id']));
  need('issuer', isIri(idOf(document['issuer'])));
  const subjects = asList(document['credentialSubject']);
  need(
    'credentialSubject',
    subjects.length > 0 && subjects.every((subject) => isObject(subject) && Object.keys(subject).length > 0),
  );
  for (const [at, subject] of subjects.entries()) {
    if (isObject(subject) && subject['id'] !== undefined) need(`credentialSubject/${at}/id`, isIri(subject['id']));
  }
  if (old) need('issuanceDate', instant(document['issuanceDate']) !== null);
  for (const name of ['validFrom', 'validUntil', 'expirationDate'])
    if (document[name] !== undefined) need(name, instant(document[name]) !== null);
  for (const name of ['credentialStatus', 'credentialSchema', 'refreshService', 'termsOfUse', 'evidence']) {
    for (const [at, part] of asList(document[name]).entries())
      need(`${name}/${at}/type`, isObject(part) && types(part).length > 0);
  }
  for (const [at, part] of asList(document['credentialSchema']).entries()) need(`credentialSchema/${at}/id`, isIri(idOf(part)));
  problems.push(...relatedResourceProblems(asList(document['relatedResource'])));
  return problems;
}

/** The same for a presentation (VC Data Model 2.0, section 4.13). */
export function presentationProblems(document: JsonObject): readonly string[] {
  const problems = contextProblems(document);
  if (document['id'] !== undefined && !isIri(document['id'])) problems.push('id');
  if (document['holder'] !== undefined && !isIri(idOf(document['holder']))) problems.push('holder');
  return problems;
}

function contextProblems(document: JsonObject): string[] {
  const contexts = asList(document['@context']);
  const problems = contexts[0] === VC_V2 || contexts[0] === VC_V1 ? [] : ['@context/0'];
  if (!contexts.every((context) => typeof context === 'string' || isObject(context))) problems.push('@context');
  return problems;
}

/** VC Data Model 2.0, section 5.3: an address, each once, and at least one digest. */
function relatedResourceProblems(resources: readonly unknown[]): readonly string[] {
  const seen = new Set<string>();
  return resources.flatMap((resource, at) => {
    const id = idOf(resource);
    const fresh = id !== null && isIri(id) && !seen.has(id);
    if (id !== null) seen.add(id);
    const digested = isObject(resource) && (digest(resource['digestSRI']) || digest(resource['digestMultibase']));
    return fresh && digested ? [] : [`relatedResource/${at}`];
  });
}

function digest(value: unknown): boolean {
  const digests = asList(value);
  return digests.length > 0 && digests.every((one) => asString(one) !== null && one !== '');
}

function types(value: JsonObject): readonly string[] {
  return asList(value['type']).filter((type): type is string => typeof type === 'string' && type !== '');
}
