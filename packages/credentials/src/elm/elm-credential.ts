/**
 * A record or an award in the European Learning Model 3, as the application profile of European Digital Credentials has it (VC Data Model
 * 1.1). It is not signed: the seal of such a credential is an eIDAS seal (JAdES), which its issuer adds. What is signed is the Open Badge.
 */
import type { JsonObject } from '../json.ts';
import { eqfLevel } from './eqf.ts';
import type { ElmAchievement, ElmInput, ElmOrganisation } from './input.ts';

export const EDC_CONTEXT = 'http://data.europa.eu/snb/model/context/edc-ap';
const NZQCF = 'https://www2.nzqa.govt.nz/qualifications-and-standards/about-new-zealand-qualifications-credentials-framework/';
const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const SNB = 'http://data.europa.eu/snb';
const ESCO = 'http://data.europa.eu/esco/';

const ENGLISH = concept(`${AUTHORITY}/language/ENG`, `${AUTHORITY}/language`, 'English');
const NEW_ZEALAND = concept(`${AUTHORITY}/country/NZL`, `${AUTHORITY}/country`, 'New Zealand');

/** Builds the credential. Nothing is said that the input does not say. One without any achievement has no claim, and the profile asks for one. */
export function buildElmCredential(input: ElmInput): JsonObject {
  const claims = input.achievements.map((one) => achievement(input, one));
  return {
    '@context': ['https://www.w3.org/2018/credentials/v1', EDC_CONTEXT],
    id: input.id,
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    credentialProfiles: concept(`${SNB}/credential/e34929035b`, `${SNB}/credential/25831c2`, 'Generic'),
    credentialSchema: { id: `${SNB}/model/ap/edc-generic-full`, type: 'ShaclValidator2017' },
    displayParameter: display(input),
    issuer: issuer(input),
    issuanceDate: input.issued,
    issued: input.issued,
    validFrom: input.issued,
    credentialSubject: {
      id: input.learner.id,
      type: 'Person',
      ...(input.learner.name === null ? {} : { fullName: { en: input.learner.name } }),
      hasClaim: input.award === null ? claims : award(input, input.award, claims),
    },
  };
}

function award(
  input: ElmInput,
  { id, url, name, credits, minutes, eqf, date, notice }: NonNullable<ElmInput['award']>,
  parts: readonly JsonObject[],
): JsonObject {
  return {
    id: `${input.id}#award`,
    type: 'LearningAchievement',
    title: { en: name },
    description: { en: notice },
    identifier: { id: `${input.id}#award-number`, type: 'Identifier', schemeName: 'Award number', notation: id },
    awardedBy: awarding(`${input.id}#award-awarding`, input.issuer, date),
    ...(credits === 0 ? {} : { creditReceived: credit(`${input.id}#award-credits`, credits) }),
    // Only a Qualification can say its level in ELM. An ALQ has none, and is none.
    specifiedBy: {
      id: url,
      type: eqf === null ? 'LearningAchievementSpecification' : 'Qualification',
      title: { en: name },
      ...sizeOf(`${input.id}#award-size`, credits, minutes),
      ...(eqf === null ? {} : { eqfLevel: eqfConcept(eqf) }),
      language: ENGLISH,
    },
    hasPart: parts,
  };
}

function achievement(input: ElmInput, one: ElmAchievement): JsonObject {
  const at = `${input.id}#${one.id}`;
  const awardedBy = awarding(`${at}-awarding`, one.provider, one.date);
  return {
    id: at,
    type: 'LearningAchievement',
    title: { en: one.name },
    awardedBy,
    // The credit of a member sits on its group.
    ...(one.credits === 0 ? {} : { creditReceived: credit(`${at}-credits`, one.credits) }),
    provenBy: {
      id: `${at}-assessment`,
      type: 'LearningAssessment',
      title: { en: one.name },
      awardedBy,
      assessedBy: organisation(one.provider),
      dateIssued: moment(one.date),
      grade: { id: `${at}-grade`, type: 'Note', noteLiteral: { en: one.result } },
    },
    specifiedBy: specification(at, one),
  };
}

// Only a Qualification can say its level in ELM, and an outcome is a part of one: a partial qualification. The list of national levels that
// the profile allows is Europe's own, so the NZQCF level is a note.
function specification(at: string, one: ElmAchievement): JsonObject {
  const eqf = eqfLevel(one.level);
  return {
    id: one.url,
    type: one.level === null ? 'LearningAchievementSpecification' : 'Qualification',
    title: { en: one.name },
    identifier: {
      id: `${at}-code`,
      type: 'Identifier',
      schemeName: one.version === null ? 'Outcome code' : `Outcome code, version ${one.version}`,
      notation: one.code,
    },
    ...sizeOf(`${at}-size`, one.credits, one.minutes),
    language: ENGLISH,
    ...(one.level === null
      ? {}
      : {
          isPartialQualification: true,
          additionalNote: { id: `${at}-level`, type: 'Note', noteLiteral: { en: `NZQCF level ${one.level}` } },
        }),
    ...(eqf === null ? {} : { eqfLevel: eqfConcept(eqf) }),
    learningOutcome: {
      id: `${at}-outcome`,
      type: 'LearningOutcome',
      title: { en: one.name },
      ...skills(
        'relatedESCOSkill',
        one.skills.filter(({ uri }) => uri.startsWith(ESCO)),
      ),
      ...skills(
        'relatedSkill',
        one.skills.filter(({ uri }) => !uri.startsWith(ESCO)),
      ),
    },
  };
}

function skills(term: string, of: ElmAchievement['skills']): JsonObject {
  const seen = new Map(of.map((skill) => [skill.uri, skill]));
  return seen.size === 0
    ? {}
    : {
        [term]: [...seen.values()].map(({ uri, label }) =>
          uri.startsWith(ESCO)
            ? concept(uri, `${ESCO}concept-scheme/skills`, label)
            : { id: uri, type: 'Concept', prefLabel: { en: label } },
        ),
      };
}

function credit(id: string, credits: number): JsonObject {
  return {
    id,
    type: 'CreditPoint',
    framework: { id: `${NZQCF}#credits`, type: 'Concept', prefLabel: { en: 'NZQCF credits' } },
    point: String(credits),
  };
}

/** Credits with their hours, one being ten notional hours (domain 1.2); else the minutes alone, where somebody says them. */
function sizeOf(id: string, credits: number, minutes: number | null): JsonObject {
  if (credits === 0) return minutes === null ? {} : { volumeOfLearning: duration(minutes) };
  return { creditPoint: credit(id, credits), volumeOfLearning: duration(credits * 600) };
}

/** Whole minutes as an xsd:duration. */
function duration(minutes: number): string {
  return `PT${Math.floor(minutes / 60)}H${minutes % 60 === 0 ? '' : `${minutes % 60}M`}`;
}

function eqfConcept(eqf: number): JsonObject {
  return concept(`${SNB}/eqf/${eqf}`, `${SNB}/eqf/25831c2`, `Level ${eqf}`);
}

function awarding(id: string, body: ElmOrganisation, date: string): JsonObject {
  return { id, type: 'AwardingProcess', awardingBody: organisation(body), awardingDate: moment(date) };
}

/** Midnight at the start of a day, without a zone: ELM knows moments only, and a day is local. */
function moment(date: string): string {
  return `${date}T00:00:00`;
}

function organisation({ id, name }: ElmOrganisation): JsonObject {
  return {
    id,
    type: 'Organisation',
    legalName: { en: name },
    location: {
      id: `${id}#location`,
      type: 'Location',
      address: { id: `${id}#address`, type: 'Address', countryCode: NEW_ZEALAND },
    },
  };
}

function issuer({ issuer: of }: ElmInput): JsonObject {
  return {
    ...organisation(of),
    homepage: { id: `${of.id}#homepage`, type: 'WebResource', contentURL: of.url },
    // The profile asks for one legal identifier of every issuer. No eIDAS identifier is given in New Zealand; the DID is what we have.
    eIDASIdentifier: {
      id: `${of.id}#identifier`,
      type: 'LegalIdentifier',
      schemeName: 'Decentralized identifier',
      notation: of.identifier,
      spatial: NEW_ZEALAND,
    },
  };
}

function display({ id, title, description, picture }: ElmInput): JsonObject {
  return {
    id: `${id}#display`,
    type: 'DisplayParameter',
    title: { en: title },
    description: { en: description },
    primaryLanguage: ENGLISH,
    language: ENGLISH,
    individualDisplay: {
      id: `${id}#display-en`,
      type: 'IndividualDisplay',
      language: ENGLISH,
      displayDetail: {
        id: `${id}#page-1`,
        type: 'DisplayDetail',
        page: 1,
        image: {
          id: `${id}#picture`,
          type: 'MediaObject',
          content: picture,
          contentEncoding: concept(`${SNB}/encoding/6146cde7dd`, `${SNB}/encoding/25831c2`, 'base64'),
          contentType: concept(`${AUTHORITY}/file-type/PNG`, `${AUTHORITY}/file-type`, 'PNG'),
        },
      },
    },
  };
}

function concept(id: string, scheme: string, label: string): JsonObject {
  return { id, type: 'Concept', inScheme: { id: scheme, type: 'ConceptScheme' }, prefLabel: { en: label } };
}
