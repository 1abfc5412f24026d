import { LISTING_RULES } from '@recognition/recognition';
import { expect, test } from 'vitest';
import type { KeptOutcome } from '../catalogue/document.ts';
import { FACETS } from '../offering/shelf/facets.ts';
import { shelfPage as shelfPageSchema } from '../offering/shelf/schemas.ts';
import { checksPage, kindsPage, outcomePage } from './catalogue.ts';
import { shelfPage } from './shelf.ts';
import { comparePage } from './compare.ts';

const assets = { script: '/assets/main.js', styles: ['/assets/main.css'], fonts: [], scripts: () => [] };
const options = { assets, language: 'en', otherLanguage: '/catalogue?lang=mi', notice: null } as const;
const SCRIPT = '</script><script>alert(1)</script>';

const outcome: KeptOutcome = {
  outcomeId: 1,
  developerId: 1,
  id: 'x-v1',
  code: 'X',
  version: 1,
  name: 'Te whai wāhi ki te pōwhiri',
  credits: 4,
  level: 3,
  field: 'maori',
  subfield: null,
  domain: null,
  lineage: 'X',
  accredited: true,
  excludes: [],
  group: null,
  lastAssessment: null,
  size: null,
  kind: 'skill-standard',
  creditBearing: true,
  levelLabel: null,
  developer: 'isb',
  developerName: 'Invented Board',
  assessments: [{ text: SCRIPT, lang: 'en' }],
  theory: [{ text: 'Kawa', lang: 'mi' }],
  practice: [],
  skills: [
    {
      uri: 'https://recognition.example/skills/tikanga-maori',
      scheme: 's',
      label: 'Tikanga Māori',
      relation: 'earns',
      proficiency: null,
    },
    { uri: 'javascript:alert(1)', scheme: 's', label: SCRIPT, relation: 'earns', proficiency: null },
  ],
  status: 'published',
  registered: '2026-01-01',
  replaces: null,
  gradesAvailable: [],
  subjects: [],
  inForceFrom: '2026-01-01',
  inForceTo: null,
  revision: 1,
  submittedAt: null,
  previousUntil: null,
  expiryAsked: null,
};
const shown = { ...outcome, versions: [{ id: 'x-v1', version: 1, status: 'published', lastAssessment: null }] } as const;
const page = (language: 'en' | 'mi') =>
  outcomePage(
    { ...options, language, url: 'https://r.example/catalogue/X/1' },
    shown,
    [],
    [{ queryKey: ['outcome', 'X', '1'], data: outcome }],
  );

test('an outcome is a public document in both languages, with each text in its own', () => {
  const said = page('en');
  expect(said).toContain('<span lang="mi">Te whai wāhi ki te pōwhiri</span>');
  expect(said).toContain('<li lang="mi">Kawa</li>');
  expect(said).toContain('href="/catalogue/kinds?lang=en#skill-standard"');
  expect(page('mi')).toContain('<html lang="mi"');
});

test('nothing that was written runs: in the text, in a link, or in the data', () => {
  const said = page('en');
  expect(said).not.toContain('<script>alert');
  expect(said).not.toContain('href="javascript:');
  expect([...said.matchAll(/<script/g)]).toHaveLength(3);
  expect([...said.matchAll(/<script(?! type="(application\/ld\+json|application\/json|module)")/g)]).toEqual([]);
});

test('a program reads it as JSON-LD', () => {
  const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page('en')) ?? [];
  expect(JSON.parse(text)).toMatchObject({
    '@context': 'https://schema.org',
    '@id': 'https://r.example/catalogue/X/1',
    identifier: 'X',
    timeRequired: 'PT40H',
    teaches: [{ name: 'Tikanga Māori' }, {}],
    creator: { name: 'Invented Board' },
  });
});

test('the list keeps what was asked in its form, in its facets and in the link to more', () => {
  const nothing = Object.fromEntries(FACETS.map((facet) => [facet, []]));
  const found = shelfPageSchema.parse({
    items: [],
    next: 'abc',
    total: 1,
    towns: [],
    facets: {
      ...nothing,
      level: [
        { value: '3', count: 7 },
        { value: '4', count: 2 },
      ],
      provider: [
        { value: 'x', count: 1, en: '<b>' },
        { value: 'y', count: 1, en: 'Y' },
      ],
    },
  });
  const said = shelfPage(options, { q: '"><b>', level: '3', near: 'porirua' }, found, []);
  expect(said).toContain('value="&#34;&#62;&#60;b&#62;"');
  expect(said).toContain('<option value="porirua" selected>');
  expect(said).toMatch(/href="\/catalogue\?q=%22%3E%3Cb%3E&#38;level=3&#38;near=porirua&#38;cursor=abc/);
  // A value that is chosen is given up by its link; another is added by its own.
  expect(said).toMatch(/q=%22%3E%3Cb%3E&#38;near=porirua&#38;lang=en" aria-current="true"/);
  expect(said).toMatch(/level=3%2C4&#38;near=porirua/);
  expect(said).not.toContain('<b></a>');
});

test('every check is listed with its source, and every kind is explained', () => {
  const said = checksPage(options, LISTING_RULES, []);
  for (const { check, source } of LISTING_RULES) {
    expect(said).toContain(`id="${check}"`);
    expect(said).toContain(source.replaceAll('’', '&#8217;').slice(0, 20));
  }
  for (const kind of ['outcome', 'unit-standard', 'skill-standard', 'micro-credential'])
    expect(kindsPage(options)).toContain(`id="${kind}"`);
});

test('two definitions stand side by side, with what is each one’s own marked, and nothing that was written runs', () => {
  const after = { ...outcome, id: 'x-v2', version: 2, credits: 5, theory: [{ text: 'Kawa and tikanga', lang: 'en' }] };
  const said = comparePage(options, { a: 'X/1', b: '"><script>' }, [outcome, after], null);
  expect(said).toContain('2 parts differ: Credits, ');
  expect(said).toMatch(/<ins><span class="unseen">added: <\/span>[^<]*and tikanga<\/ins>/);
  expect(said).toMatch(/<del><span class="unseen">taken out: <\/span>4<\/del>/);
  expect(said).toContain('href="/catalogue/X/2?lang=en"');
  expect(said).not.toContain('<script');
  expect(comparePage(options, { a: '', b: '' }, [outcome, outcome], null)).toContain('Nothing differs.');
});

test('one that is not there keeps what was typed', () => {
  const said = comparePage(options, { a: 'X/1', b: 'Y/9' }, null, 'There is no such outcome.');
  expect(said).toContain('value="Y/9"');
  expect(said).toContain('role="alert"');
});
