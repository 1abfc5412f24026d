import { NOTHING_WRITTEN } from '@recognition/recognition/micro-credential';
import { expect, test } from 'vitest';
import { microCredentialChecksPage } from './micro-credential-checks.ts';
import { microCredentialComparePage } from './micro-credential-compare.ts';
import { microCredentialPage, microCredentialsPage } from './micro-credentials.ts';

const assets = { script: '/assets/main.js', styles: ['/assets/main.css'], fonts: [], scripts: () => [] };
const options = { assets, language: 'en', otherLanguage: '/micro-credentials?lang=mi', notice: null } as const;
const SCRIPT = '</script><script>alert(1)</script>';

const detail = {
  id: 'MC-v1',
  code: 'MC',
  version: 1,
  status: 'published' as const,
  developer: 'isb',
  developerName: 'Invented Board',
  listedOn: '2026-01-01',
  discontinuedOn: null,
  reviewDue: '2028-01-01',
  credits: 7,
  hours: 70,
  content: {
    ...NOTHING_WRITTEN,
    title: 'Te manaaki i te kāinga',
    lang: 'mi' as const,
    level: 3,
    nzsced: '060313',
    use: SCRIPT,
    skills: 'Cares\n\nand notices',
    reviewYears: 2,
    parts: [{ ref: 'A' }, { ref: 'S' }, { ref: 'GONE' }],
  },
  parts: [
    {
      ref: 'A',
      role: 'outcome' as const,
      code: 'A',
      name: 'Move a person',
      version: 1,
      kind: null,
      credits: 3,
      level: 3,
      field: 'health' as const,
      accredited: true,
      creditBearing: true,
      excludes: [],
      within: [],
      status: 'expiring' as const,
      lastAssessment: '2027-06-30',
    },
    {
      ref: 'S',
      role: 'standard' as const,
      code: 'S',
      name: 'One; Two',
      version: null,
      kind: 'standard',
      credits: 4,
      level: 3,
      field: 'health' as const,
      accredited: true,
      creditBearing: true,
      excludes: [],
      within: ['S1', 'S2'],
      status: 'offered' as const,
      lastAssessment: null,
    },
  ],
  versions: [
    { id: 'MC-v1', version: 1, status: 'published' as const, listedOn: '2026-01-01' },
    { id: 'MC-v2', version: 2, status: 'draft' as const, listedOn: null },
  ],
  findings: [],
  overlaps: [{ id: 'OLD-v1', title: 'Older', percent: 43, shared: ['A'], code: 'OLD', version: 1 }],
  onward: {
    awards: [
      {
        award: 'alq',
        title: { en: 'Applied Learning Qualification', mi: 'Tohu Ako Whakahāngai' },
        credits: 7,
        of: 40,
        majors: ['health' as const],
        note: null,
      },
    ],
    definitions: [{ id: 'OLD-v1', title: 'Older', have: 1, of: 2, code: 'OLD', version: 1 }],
  },
};
const at = { url: 'https://r.example/micro-credentials/MC/1', site: 'https://r.example' };
const standing = {
  asOf: '2026-11-24',
  whole: false,
  have: 1,
  of: 2,
  parts: [
    { ref: 'A', code: 'A', name: 'Move a person', held: 'a-1', on: '2026-02-03' },
    { ref: 'S', code: 'S', name: 'One; Two', held: null, on: null },
  ],
  lines: { en: ['One of two.'], mi: ['Kotahi o te rua.'] },
};

test('a micro-credential is a public document: what it is made of, what each part is, where it leads, what overlaps', () => {
  const said = microCredentialPage({ ...options, ...at }, detail, null);
  for (const part of [
    '<span lang="mi">Te manaaki i te kāinga</span>',
    '7 credits, 70 hours of learning, level 3, Invented Board',
    'href="/catalogue/kinds?lang=en#micro-credential"',
    'href="/catalogue/kinds?lang=en#outcome"',
    'href="/catalogue/kinds?lang=en#unit-standard"',
    'Assessed until 30 June 2027',
    'Not in the catalogue: GONE',
    'Applied Learning Qualification: 7 of 40 credits. On its own it leans to Health.',
    '43% of it is in Older',
    'gives 1 of 2 parts',
    'It passes every check today.',
    '<p>Cares</p><p>and notices</p>',
  ])
    expect(said).toContain(part);
  expect(microCredentialPage({ ...options, ...at, language: 'mi' }, detail, null)).toContain(
    'Tohu Ako Whakahāngai: 7 o ngā whiwhinga 40.',
  );
});

test('it is JSON-LD for programs, and nothing that was written runs', () => {
  const said = microCredentialPage({ ...options, ...at }, detail, null);
  const data: unknown = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(said)?.[1] ?? 'null');
  expect(data).toMatchObject({
    '@type': 'EducationalOccupationalCredential',
    '@id': at.url,
    identifier: 'MC',
    timeRequired: 'PT70H',
    hasPart: [
      { identifier: 'A', url: 'https://r.example/catalogue/A/1' },
      { identifier: 'S', learningResourceType: 'standard' },
    ],
  });
  expect(said).not.toContain('<script>alert');
  expect([...said.matchAll(/<script(?! type="application\/ld\+json")/g)]).toEqual([]);
});

test('a learner is told what they hold and what is missing; nobody else is', () => {
  const said = microCredentialPage({ ...options, ...at }, detail, standing);
  expect(said).toContain('You hold 1 of 2 parts.');
  expect(said).toContain('Held since 3 February 2026');
  expect(said).toContain('<b>Still missing</b>');
  expect(said).toContain('<li>One of two.</li>');
  expect(microCredentialPage({ ...options, ...at }, detail, null)).not.toContain('You hold');
});

test('the list, the checks with the table of developers, and two side by side read without a script', () => {
  const list = microCredentialsPage(options, '"care"', { items: [detail], next: 'abc' });
  expect(list).toContain('href="/micro-credentials/MC/1?lang=en"');
  expect(list).toContain('value="&#34;care&#34;"');
  const rule = { check: 'title', source: 'Rule 6', says: { en: 'No banned words.', mi: 'Kāore he kupu aukati.' } };
  const checks = {
    version: '2022.1',
    from: '2022-01-01',
    source: 'Rule 6',
    versions: [{ version: '2018.1', from: '2018-08-01' }],
    items: [rule],
  };
  const row = { listed: 3, submitted: 3, returned: 1, largestOverlap: { id: 'MC-v1', with: 'OLD-v1', percent: 43 } };
  const developers = [{ developer: 'isb', name: 'Invented Board', ...row, passes: [{ check: 'title', passes: 2 }] }];
  const table = microCredentialChecksPage(options, checks, { asOf: '2026-11-24', rule: '2022.1', checks: [rule], developers });
  for (const part of ['No banned words.', 'The rule 2018.1', '<b>2 of 3</b>', '43%', 'Invented Board'])
    expect(table).toContain(part);
  const other = { ...detail, id: 'MC-v2', version: 2, content: { ...detail.content, title: 'Te manaaki hou' } };
  const compared = microCredentialComparePage(options, { a: 'MC/1', b: 'MC/2' }, [detail, other], null);
  expect(compared).toContain('1 part differs: Title.');
  expect(compared).toMatch(/<ins>.*hou.*<\/ins>/);
});
