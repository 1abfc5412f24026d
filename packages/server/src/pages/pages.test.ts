import { CHECKS, type VerificationAnswer } from '@recognition/credentials';
import { describe, expect, test } from 'vitest';
import type { PageAssets } from './assets.ts';
import { awardPrintPage, type PrintedAward } from './award-print.ts';
import { readCredential } from './credential-reading.ts';
import { errorPage } from './error-page.ts';
import { qrCode } from './qr.ts';
import { appShell } from './shell.ts';
import { verifyAnswerPage, verifyFormPage } from './verify.ts';

const assets: PageAssets = {
  script: '/assets/main.js',
  styles: ['/assets/main.css'],
  fonts: ['/assets/latin.woff2'],
  scripts: () => ['/assets/en.js'],
};
const page = { assets, language: 'en', otherLanguage: '/verify?lang=mi', notice: 'Invented' } as const;
const options = { ...page, at: '2026-11-24T11:30:00Z', again: '/verify?award=x' };
const SCRIPT = '<script>alert(1)</script>';

function answerOf(outcome: 'pass' | 'fail' | 'unknown'): VerificationAnswer {
  return {
    answer: outcome === 'pass' ? 'verified' : outcome === 'fail' ? 'not-verified' : 'inconclusive',
    checks: CHECKS.map((check) => ({ check, outcome: check === 'status' ? outcome : 'pass', detail: 'as expected' })),
    credentials: [],
  };
}

function award(name: string): unknown {
  return {
    name: 'Applied Learning Qualification (Major: Health)',
    awardedDate: '2026-11-24T11:30:00Z',
    issuer: { name: 'Invented Authority' },
    credentialSubject: {
      creditsEarned: 4,
      identifier: [{ identityType: 'name', identityHash: name }],
      achievement: { achievementType: 'ext:AppliedLearningQualification', specialization: 'Health' },
    },
    evidence: [
      {
        id: 'urn:a',
        name,
        creditsEarned: 4,
        activityEndDate: '2024-05-01',
        source: { name },
        achievement: { fieldOfStudy: 'Health' },
      },
    ],
  };
}

const printed: PrintedAward = {
  id: '26-0F47',
  title: { en: 'Applied Learning Qualification', mi: 'Tohu Ako Whakahāngai' },
  size: { en: '4 credits', mi: '4 whiwhinga' },
  note: { en: SCRIPT, mi: SCRIPT },
  stacked: true,
  major: 'health',
  credits: 4,
  issuedOn: '2026-11-24',
  nameOnAward: SCRIPT,
  policy: { id: 'nz-alq', version: '2025.1' },
  verifyUrl: 'http://127.0.0.1:8080/verify?award=26-0F47',
  inForce: true,
  statusSentence: null,
  outcomes: [
    { id: 'a', name: SCRIPT, credits: 4, level: '3', field: 'health', date: '2024-05-01', provider: SCRIPT, skills: [] },
  ],
};

describe('pages of the server', () => {
  const pages = [
    verifyFormPage(page, { text: SCRIPT, trouble: SCRIPT }),
    verifyAnswerPage(options, answerOf('pass'), award(SCRIPT)),
    awardPrintPage(page, printed),
    errorPage(page, SCRIPT, 'some-code'),
  ];

  test.each(pages.map((html, index) => [index, html] as const))(
    'page %i holds nothing inline and lets no markup through',
    (_, html) => {
      expect(html).not.toContain('<script');
      expect(html).not.toContain('<style');
      expect(html).not.toMatch(/\s(style|on\w+)=/);
      expect(html).toContain('&#60;script&#62;');
    },
  );

  test('the shell starts the website by address only', () => {
    const html = appShell(assets, 'mi');
    expect(html).toContain('<html lang="mi"');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<script type="module" src="/assets/main.js"></script>');
  });

  test('three answers have three shapes, and unknown never looks like false', () => {
    expect(verifyAnswerPage(options, answerOf('pass'), award('Mārama Kōtare'))).toContain('Genuine. Mārama Kōtare holds');
    const unknown = verifyAnswerPage(options, answerOf('unknown'), award('Mārama Kōtare'));
    expect(unknown).toContain('Nothing we saw was wrong');
    expect(unknown).not.toContain('mark-fail');
    expect(verifyAnswerPage(options, answerOf('fail'), award('Mārama Kōtare'))).toContain('mark-fail');
  });

  test('an award says that it has no level, on the answer and on paper', () => {
    expect(verifyAnswerPage(options, answerOf('pass'), award('A'))).toContain(
      'no level of its own and is not a listed qualification',
    );
    expect(awardPrintPage(page, printed)).toContain('no level of its own and is not a listed qualification');
    expect(awardPrintPage(page, printed), 'paper is white in every theme').toContain('data-theme="light"');
  });

  test('dates of instants are those of Auckland', () => {
    expect(readCredential(award('A')).awarded).toBe('2026-11-25');
  });
});

test.each([
  null,
  7,
  'text',
  [],
  { evidence: 'x', credentialSubject: [] },
  { name: 5, awardedDate: '2026-99-99T99:99:99Z', evidence: [{ creditsEarned: 1e9 }] },
])('whatever a stranger sends is read without a throw: %j', (document) => {
  expect(readCredential(document).isAward).toBe(false);
  expect(verifyAnswerPage(options, answerOf('fail'), document)).toContain('What was checked');
});

test('a QR code is one path with its quiet zone', () => {
  const svg = qrCode('http://127.0.0.1:8080/verify?award=26-0F47', 'QR');
  expect(svg.match(/<path/g)).toHaveLength(1);
  expect(svg).not.toMatch(/M[0-3] \d/);
});
