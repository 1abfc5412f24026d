import { type Node, Parser } from 'commonmark';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeptOutcome } from './document.ts';
import { outcomeMarkdown, plainMarkdown } from './markdown.ts';

const outcome: KeptOutcome = {
  outcomeId: 1,
  developerId: 1,
  id: 'x-v1',
  code: 'X',
  version: 1,
  name: 'Frame a timber wall',
  credits: 4,
  level: 3,
  field: 'planning-and-construction',
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
  assessments: [{ text: 'Two walls', lang: 'en' }],
  theory: [{ text: 'Loads', lang: 'en' }],
  practice: [{ text: 'Frames', lang: 'en' }],
  skills: [{ uri: 'https://skills.example/frame', scheme: 's', label: 'Frame', relation: 'earns', proficiency: null }],
  status: 'published',
  registered: null,
  replaces: null,
  gradesAvailable: [],
  subjects: [],
  inForceFrom: null,
  inForceTo: null,
  revision: 1,
  submittedAt: null,
  previousUntil: null,
  expiryAsked: null,
};

/** The kinds of every node, in order, and what the texts say together. */
function read(markdown: string): { readonly kinds: readonly string[]; readonly said: string; readonly links: readonly string[] } {
  const kinds: string[] = [];
  const links: string[] = [];
  let said = '';
  const walker = new Parser().parse(markdown).walker();
  for (let step = walker.next(); step !== null; step = walker.next()) {
    const node: Node = step.node;
    if (!step.entering) continue;
    if (node.type === 'text') said += node.literal ?? '';
    else kinds.push(node.type);
    if (node.type === 'link') links.push(node.destination ?? '');
  }
  return { kinds, said, links };
}

const hostile = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '#',
        '\n',
        '\n\n',
        '- ',
        '* ',
        '> ',
        '1. ',
        '1) ',
        '```',
        '~~~',
        '---',
        '===',
        '[a](b)',
        '<b>',
        '</b>',
        '&lt;',
        '|',
        '**',
        '_',
        '\\',
        '    ',
        '![x](y)',
        '<https://a.example>',
        '\u2028',
        'word',
        '\t',
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join('')),
);

test('a text of somebody stays a text: it forges no structure and loses no letter', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const before of ['- ', '# ', '- Name: ']) {
        const plain = read(`${before}word x`);
        const given = read(`${before}${plainMarkdown(text) || 'word'} x`);
        expect(given.kinds).toEqual(plain.kinds);
        const said = text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '').trim() === '' ? 'word' : text;
        expect(given.said.replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '')).toBe(
          plain.said.replace('word', () => said).replaceAll(/[\s\p{Cc}\p{Cf}]/gu, ''),
        );
      }
    }),
    { numRuns: 200 },
  );
});

test('a definition whose every text is hostile has the shape of a plain one', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const said = text.trim() === '' || plainMarkdown(text) === '' ? 'x' : text;
      const attacked: KeptOutcome = {
        ...outcome,
        name: said,
        subfield: null,
        developerName: said,
        assessments: [{ text: said, lang: 'en' }],
        theory: [{ text: said, lang: 'en' }],
        practice: [{ text: said, lang: 'en' }],
        skills: outcome.skills.map((skill) => ({ ...skill, label: said, scheme: said })),
      };
      const [plain, given] = [outcome, attacked].map((one) => read(outcomeMarkdown(one, 'https://nzrr.example')));
      expect(given?.kinds).toEqual(plain?.kinds);
      expect(given?.links).toEqual(plain?.links);
    }),
    { numRuns: 100 },
  );
});

test('only an address of the web is a link', () => {
  const skills = ['javascript:alert(1)', 'urn:x', 'https://a.example/x> [b](c)'].map((uri) => ({
    uri,
    scheme: 's',
    label: 'L',
    relation: 'earns' as const,
    proficiency: null,
  }));
  expect(read(outcomeMarkdown({ ...outcome, skills }, 'https://nzrr.example')).links).toEqual([
    'https://nzrr.example/catalogue/X/1',
    'https://a.example/x%3E%20%5Bb%5D(c)',
  ]);
});
