import type { AwardView, ImportProgress, OutcomeView, Session } from '@recognition/client';
import type { VerificationAnswer } from '@recognition/credentials';
import { bestOption, linesOf } from '../src/deciding/model.ts';
import type { PrintedAward } from '../../server/src/pages/award-print.ts';
import { fixtureRecord } from './fixture-record.ts';

export function fixtureSession(actor: 'learner' | 'provider' | null): Session {
  return {
    signedIn: actor !== null,
    person: actor === null ? null : { name: actor === 'learner' ? 'Mārama Kōtare' : 'Ngaio Karearea' },
    actor,
    roles: [],
    organisation: actor === 'provider' ? { id: 'demo-harakeke', name: 'Harakeke College of Care' } : null,
    csrfToken: 'invented',
    demonstration: true,
    authority: {
      en: 'A demonstration: the authority, people, places and results are invented.',
      mi: 'He whakaaturanga: he mea tito te mana, ngā tāngata, ngā wāhi me ngā otinga.',
    },
    personas: [
      {
        id: 'marama',
        door: 'learner',
        name: 'Mārama Kōtare',
        shows: { en: 'Can claim an ALQ, with a choice of majors', mi: 'Ka taea te tono ALQ, me te kōwhiri i te kaupapa matua' },
      },
      {
        id: 'ngaio',
        door: 'provider',
        name: 'Ngaio Karearea',
        shows: { en: 'Registrar of a provider: report results', mi: 'Pouroki o tētahi kaiwhakarato: tuku hua' },
      },
    ],
  };
}

export function fixtureAward(): AwardView {
  const data = fixtureRecord('marama');
  const option = bestOption(data.decision!)!;
  const counted = new Set(option.counted);
  return {
    id: '4K7Q-MX2P',
    award: 'alq',
    title: { en: 'Applied Learning Qualification', mi: 'Tohu Ako Whakahāngai' },
    major: option.major,
    credits: option.credits,
    from: option.from,
    to: option.to,
    issuedOn: '2026-11-24',
    status: 'live',
    version: 1,
    supersedes: null,
    nameOnAward: 'Mārama Kōtare',
    counted: linesOf(data.record, data.decision)
      .filter((line) => counted.has(line.id))
      .map((line) => ({
        achievement: line.id,
        outcome: { code: line.code, version: 1, name: line.name, credits: line.credits, level: line.level, field: line.field },
        provider: line.provider,
        date: line.date,
        result: line.result,
      })),
    fieldCredits: Object.fromEntries(Object.entries(option.fieldCredits)),
    policy: { id: 'nz-alq', version: '2025.1' },
    verifyUrl: 'http://127.0.0.1:8080/verify?award=4K7Q-MX2P',
    credentialUrl: '/api/v1/awards/4K7Q-MX2P/credential',
    printUrl: '/awards/4K7Q-MX2P/print',
    reason: null,
  };
}

export function fixturePrint(): PrintedAward {
  const award = fixtureAward();
  return {
    id: award.id,
    major: award.major,
    credits: award.credits,
    issuedOn: award.issuedOn,
    nameOnAward: award.nameOnAward,
    policy: award.policy,
    verifyUrl: award.verifyUrl,
    inForce: true,
    statusSentence: null,
    outcomes: award.counted.map((one) => ({
      id: one.achievement,
      name: one.outcome.name,
      credits: one.outcome.credits,
      level: String(one.outcome.level),
      field: one.outcome.field,
      date: one.date,
      provider: one.provider,
      skills: [],
    })),
  };
}

export function fixtureCredential(): unknown {
  const award = fixtureAward();
  const alignment = [
    {
      type: ['Alignment'],
      targetName: 'Move and position people safely',
      targetUrl: 'urn:x:1',
      targetType: 'ceasn:Competency',
      targetDescription: 'Has shown it in real work or practice.',
    },
    {
      type: ['Alignment'],
      targetName: 'Prevent the spread of infection',
      targetUrl: 'urn:x:2',
      targetType: 'ceasn:Competency',
      targetDescription: 'Has been assessed as competent.',
    },
  ];
  return {
    name: 'Applied Learning Qualification (Major: Health)',
    awardedDate: '2026-11-24T00:00:00Z',
    issuer: { name: 'Recognition Repository (demonstration)' },
    credentialSubject: {
      creditsEarned: award.credits,
      identifier: [{ type: 'IdentityObject', identityType: 'name', identityHash: 'Mārama Kōtare', hashed: false }],
      achievement: {
        name: 'Applied Learning Qualification (Major: Health)',
        achievementType: 'ext:AppliedLearningQualification',
        specialization: 'Health',
        alignment,
      },
    },
    evidence: award.counted.map((one, index) => ({
      id: `urn:x#${one.achievement}`,
      name: one.outcome.name,
      creditsEarned: one.outcome.credits,
      activityEndDate: one.date,
      source: { name: one.provider },
      achievement: {
        name: one.outcome.name,
        fieldOfStudy: one.outcome.field === 'health' ? 'Health' : one.outcome.field === 'business' ? 'Business' : undefined,
        alignment: index < 2 ? [alignment[index]] : [],
      },
    })),
  };
}

export function fixtureAnswer(kind: string): VerificationAnswer {
  const bad = kind === 'bad';
  const open = kind === 'open';
  return {
    answer: bad ? 'not-verified' : open ? 'inconclusive' : 'verified',
    checks: [
      { check: 'format', outcome: 'pass', detail: '' },
      { check: 'schema', outcome: 'pass', detail: '' },
      {
        check: 'proof',
        outcome: bad ? 'fail' : 'pass',
        detail: bad ? 'the signature does not match the document' : 'the signature matches the document',
      },
      { check: 'issuer', outcome: 'pass', detail: '' },
      { check: 'recognised', outcome: 'pass', detail: '' },
      { check: 'status', outcome: open ? 'unknown' : 'pass', detail: open ? 'the status list could not be reached' : '' },
      { check: 'validity', outcome: 'pass', detail: '' },
      { check: 'log', outcome: 'not-applicable', detail: '' },
    ],
    credentials: [],
  };
}

export function fixtureImport(state: 'checking' | 'done'): ImportProgress {
  const rows = 200_000;
  return {
    id: state === 'done' ? 'i2' : 'i1',
    name: 'harakeke-results-2026-11.csv',
    state,
    dryRun: true,
    rows,
    done: state === 'done' ? rows : 156_300,
    recorded: 0,
    corrected: 0,
    withdrawn: 0,
    duplicates: 262,
    rejected: 124,
    bytesTotal: 31_000_000,
    bytesRead: 31_000_000,
    rowsPerSecond: 14_200,
    secondsLeft: state === 'done' ? null : 3,
    startedAt: '2026-11-24T01:00:00Z',
    endedAt: null,
    rejectsByCode: [
      {
        code: 'unknown-version',
        count: 83,
        message: { en: 'This version of the outcome does not exist.', mi: 'Kāore tēnei putanga o te hua ako.' },
        fix: {
          en: 'Name a version that exists, or leave the column empty.',
          mi: 'Tapaina he putanga kei reira, waiho rānei kia noho kau te pou.',
        },
        examples: [
          { row: 61_204, message: '8104-2 has no version 4' },
          { row: 61_239, message: '8104-2 has no version 4' },
        ],
      },
      {
        code: 'bad-date',
        count: 41,
        message: { en: 'The date is written another way.', mi: 'He rerekē te tuhi o te rā.' },
        fix: { en: 'Write dates as year-month-day.', mi: 'Tuhia ngā rā hei tau-marama-rā.' },
        examples: [{ row: 2118, message: '07/03/2026 is not a date as 2026-03-07' }],
      },
    ],
    marks: [1, 900, 5000, 12_000, 61_204, 61_239, 61_300, 62_000, 90_000, 118_402, 133_790],
  };
}

export function fixtureOutcomes(): OutcomeView[] {
  return fixtureRecord('marama').record.outcomes.map((outcome) => ({
    code: outcome.code,
    version: outcome.version,
    name: outcome.name,
    credits: outcome.credits,
    level: outcome.level,
    field: outcome.field,
    developer: { id: 'isb', name: 'Health and Community Industry Skills Board' },
    status: 'published',
    assessments: [{ text: 'Show it twice in a real workplace, watched by an assessor.', lang: 'en' }],
    theory: [{ text: 'Why it matters, and what can go wrong.', lang: 'en' }],
    practice: [{ text: 'Do it alone, then with a colleague.', lang: 'en' }],
    skills: [{ uri: 'urn:x:1', scheme: 'own', label: 'Move and position people safely', relation: 'competent' }],
  }));
}
