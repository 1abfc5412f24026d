import { VC_V1, VC_V2 } from '../contexts/index.ts';
import { asList, hasType, idOf, isIri, isObject, type JsonObject } from '../json.ts';
import { instant } from '../time.ts';
import { isTextInLanguage } from './language-value.ts';
import { relatedResourceProblems } from './related-resource.ts';

/** The parts that must say of what type they are (VC Data Model 2.0, section 4.5). */
const TYPED = [
  'proof',
  'credentialStatus',
  'credentialSchema',
  'refreshService',
  'termsOfUse',
  'evidence',
  'confidenceMethod',
  'renderMethod',
];

/** The paths of what is missing or malformed in a credential by VC Data Model 2.0, section 4 (or 1.1), in document order. */
export function credentialProblems(document: JsonObject): readonly string[] {
  const problems = contextProblems(document);
  const need = (path: string, holds: boolean): void => {
    if (!holds) problems.push(path);
  };
  const old = asList(document['@context'])[0] === VC_V1;
  need('type', hasType(document, 'VerifiableCredential') && types(document).length === asList(document['type']).length);
  need('id', document['id'] === undefined || isIri(document['id']));
  const issuer = document['issuer'];
  need('issuer', isIri(idOf(issuer)));
  const subjects = asList(document['credentialSubject']);
  need(
    'credentialSubject',
    subjects.length > 0 && subjects.every((subject) => isObject(subject) && Object.keys(subject).length > 0),
  );
  for (const [at, subject] of subjects.entries()) {
    if (isObject(subject) && subject['id'] !== undefined) need(`credentialSubject/${at}/id`, isIri(subject['id']));
  }
  if (old) need('issuanceDate', instant(document['issuanceDate']) !== null);
  datesProblems(document, need);
  typedProblems(document, TYPED, need);
  for (const [at, part] of asList(document['credentialSchema']).entries())
    need(`credentialSchema/${at}/id`, isObject(part) && isIri(part['id']));
  if (!old) {
    for (const name of ['name', 'description']) {
      need(name, document[name] === undefined || isTextInLanguage(document[name]));
      if (isObject(issuer)) need(`issuer/${name}`, issuer[name] === undefined || isTextInLanguage(issuer[name]));
    }
  }
  problems.push(...relatedResourceProblems(asList(document['relatedResource'])));
  return problems;
}

/** The same for a presentation (VC Data Model 2.0, section 4.13). */
export function presentationProblems(document: JsonObject): readonly string[] {
  const problems = contextProblems(document);
  const need = (path: string, holds: boolean): void => {
    if (!holds) problems.push(path);
  };
  need('type', types(document).length === asList(document['type']).length);
  need('id', document['id'] === undefined || isIri(document['id']));
  need('holder', document['holder'] === undefined || isIri(idOf(document['holder'])));
  typedProblems(document, ['termsOfUse'], need);
  const old = asList(document['@context'])[0] === VC_V1;
  for (const [at, held] of asList(document['verifiableCredential']).entries())
    need(`verifiableCredential/${at}`, isObject(held) || (old && typeof held === 'string'));
  return problems;
}

/** The same for an envelope (VC Data Model 2.0, sections 4.12.1 and 4.13.1): what it is, and a `data:` URL that holds what it is about. */
export function envelopeProblems(document: JsonObject): readonly string[] {
  const problems = asList(document['@context']).includes(VC_V2) ? [] : ['@context'];
  const id = document['id'];
  if (typeof id !== 'string' || !/^data:[\w.+-]+\/[\w.+-]+[^,]*,./u.test(id)) problems.push('id');
  return problems;
}

type Need = (path: string, holds: boolean) => void;

function contextProblems(document: JsonObject): string[] {
  const contexts = asList(document['@context']);
  const problems = contexts[0] === VC_V2 || contexts[0] === VC_V1 ? [] : ['@context/0'];
  if (!contexts.every((context) => typeof context === 'string' || isObject(context))) problems.push('@context');
  return problems;
}

/** Section 4.9: every date is one, and the beginning is not after the end. */
function datesProblems(document: JsonObject, need: Need): void {
  for (const name of ['validFrom', 'validUntil', 'expirationDate'])
    if (document[name] !== undefined) need(name, instant(document[name]) !== null);
  const from = instant(document['validFrom'] ?? document['issuanceDate']);
  const until = instant(document['validUntil'] ?? document['expirationDate']);
  if (from !== null && until !== null) need('validUntil', from <= until);
}

function typedProblems(document: JsonObject, names: readonly string[], need: Need): void {
  for (const name of names) {
    for (const [at, part] of asList(document[name]).entries()) {
      need(`${name}/${at}/type`, isObject(part) && types(part).length > 0);
      if (isObject(part) && part['id'] !== undefined) need(`${name}/${at}/id`, isIri(part['id']));
    }
  }
}

function types(value: JsonObject): readonly string[] {
  return asList(value['type']).filter((type): type is string => typeof type === 'string' && type !== '');
}
