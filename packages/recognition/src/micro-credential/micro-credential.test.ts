import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecognitionRecord } from '../record/portable-record.ts';
import {
  checkMicroCredential,
  creditsOf,
  holdings,
  type MicroCredential,
  type MicroCredentialContent,
  NOTHING_WRITTEN,
  overlapsOf,
  type PartFacts,
  partFacts,
  type PartSource,
  publishedChecks,
  ruleVersions,
  stacksOnward,
  toDefinition,
} from './index.ts';

const fact = (ref: string, more: Partial<PartFacts> = {}): PartFacts => ({
  ref,
  role: 'outcome',
  code: ref,
  name: `Invented ${ref}`,
  version: 1,
  kind: null,
  credits: 4,
  level: 3,
  field: 'health',
  accredited: true,
  creditBearing: true,
  excludes: [],
  within: [],
  status: 'offered',
  lastAssessment: null,
  ...more,
});

const whole: MicroCredentialContent = {
  ...NOTHING_WRITTEN,
  title: 'Care at Home',
  level: 3,
  nzsced: '060399',
  use: 'Work in home care',
  relevance: 'Whānau and care providers',
  skills: 'Moves people safely and keeps records',
  educationPathway: 'A certificate in health and wellbeing',
  employmentPathway: 'Support worker',
  need: 'Four care providers asked for it',
  assessment: 'Observed on the job',
  reviewYears: 2,
  parts: [{ ref: 'A' }, { ref: 'B' }],
};

const made = (
  content: Partial<MicroCredentialContent> = {},
  facts: readonly PartFacts[] = [fact('A'), fact('B')],
  more: Partial<MicroCredential> = {},
): MicroCredential => ({
  id: 'MC-v1',
  code: 'MC',
  developer: 'Invented Board',
  content: { ...whole, ...content },
  facts,
  ...more,
});

const said = (one: MicroCredential, options: Parameters<typeof checkMicroCredential>[1] = {}): readonly string[] =>
  checkMicroCredential(one, options).map(
    ({ check, path, severity }) => `${check} ${path}${severity === 'advice' ? ' advice' : ''}`,
  );

describe('the checks of rule 6', () => {
  test('find nothing in one that is whole', () => {
    expect(said(made())).toEqual([]);
  });

  test('ask for every field of the listing, each at its own place', () => {
    expect(said({ ...made(), developer: null, content: NOTHING_WRITTEN, facts: [] })).toEqual([
      'title title',
      'required parts',
      'required level',
      'required reviewYears',
      'required nzsced',
      'required developer',
      'required use',
      'required relevance',
      'required skills',
      'required educationPathway',
      'required employmentPathway',
      'parts parts',
      'evidence need',
      'evidence assessment',
    ]);
  });

  test.each([
    ['New Zealand Care', 'title title'],
    ['National Care', 'title title'],
    ['A Mini-Diploma of Care', 'title title'],
    ['Undergraduate Care', 'title title'],
    ['Care for Invented Board', 'title-names title'],
  ])('refuse the title “%s”', (title, finding) => {
    expect(said(made({ title }))).toEqual([finding]);
  });

  test.each(['Internationally Minded Care', 'Mastery of Care'])('let “%s” stand', (title) => {
    expect(said(made({ title }))).toEqual([]);
  });

  test('let the developer be named with a reason', () => {
    expect(said(made({ title: 'Care for Invented Board', titleReason: 'Its own equipment' }))).toEqual([]);
  });

  test.each([
    [1, []],
    [40, []],
    [41, ['size parts']],
    [0, ['size parts']],
  ])('take %i credits as the sum of the parts', (credits, findings) => {
    const one = made({ parts: [{ ref: 'A' }] }, [fact('A', { credits })]);
    expect(creditsOf(one)).toBe(credits);
    expect(said(one)).toEqual(findings);
  });

  test.each(['06039', '0603990', 'health'])('refuse the NZSCED code %s', (nzsced) => {
    expect(said(made({ nzsced }))).toEqual(['nzsced nzsced']);
  });

  test.each([
    [1, []],
    [3, []],
    [4, ['review-period reviewYears']],
  ])('take a review every %i years', (reviewYears, findings) => {
    expect(said(made({ reviewYears }))).toEqual(findings);
  });

  test.each<[string, Partial<PartFacts>, readonly string[]]>([
    ['a draft', { status: 'draft' }, ['offered parts[1]']],
    ['a closed outcome', { status: 'closed' }, ['offered parts[1]']],
    ['one that is not accredited', { accredited: false }, ['offered parts[1]']],
    ['one without credit', { creditBearing: false }, ['non-credit parts[1].creditBearing']],
    ['one that runs out', { status: 'expiring', lastAssessment: '2027-12-31' }, ['offered parts[1] advice']],
    ['one that excludes another', { excludes: ['A'] }, ['same-learning parts[1]']],
    ['one that lies within another', { within: ['A'] }, ['same-learning parts[1]']],
  ])('look at the catalogue: %s', (_, more, findings) => {
    expect(said(made({}, [fact('A'), fact('B', more)]))).toEqual(findings);
  });

  test('refuse a part twice, and one that is not there', () => {
    expect(said(made({ parts: [{ ref: 'A' }, { ref: 'B' }, { ref: 'A' }] }))).toEqual(['same-learning parts[2]']);
    expect(said(made({ parts: [{ ref: 'A' }, { ref: 'Z' }] }))).toEqual(['required parts', 'offered parts[1]']);
  });
});

describe('the rule of 2018', () => {
  const at = { asOf: '2019-03-01' };
  const other = toDefinition(
    made({ title: 'Older', parts: [{ ref: 'A' }, { ref: 'C' }] }, [fact('A'), fact('C')], { id: 'OLD-v1', code: 'OLD' }),
  );

  test('asks for 5 credits and a review every year, and for no field of rule 6', () => {
    const one = made({ ...NOTHING_WRITTEN, title: 'Care', reviewYears: 1, parts: [{ ref: 'A' }, { ref: 'B' }] });
    expect(said(one, at)).toEqual([]);
    expect(said(made({ reviewYears: 1, parts: [{ ref: 'A' }] }), at)).toEqual(['size parts']);
    expect(said(made({ reviewYears: 2 }), at)).toEqual(['review-period reviewYears']);
  });

  test('refuses one half of which is there already, and says with which and how much', () => {
    const [found] = checkMicroCredential(made({ reviewYears: 1 }), { ...at, others: [other] });
    expect(found).toMatchObject({ check: 'overlap', text: { en: '50% of it is in “Older”, and at most 49% may be.' } });
    expect(said(made({ reviewYears: 1 }), { others: [other] })).toEqual([]);
    const small = [fact('A', { credits: 4 }), fact('B', { credits: 5 })];
    expect(said(made({ reviewYears: 1 }, small), { ...at, others: [other] })).toEqual([]);
  });

  test('measures the overlap under every rule', () => {
    expect(overlapsOf(toDefinition(made()), [other])).toEqual([{ id: 'OLD-v1', title: 'Older', percent: 50, shared: ['A'] }]);
  });
});

test('every finding belongs to a check that is published with the rule that decides, and says its source', () => {
  const texts = fc.constantFrom('', 'Care', 'A National Diploma', 'Invented Board');
  const facts = fc.record({
    credits: fc.integer({ min: 0, max: 50 }),
    status: fc.constantFrom('offered' as const, 'expiring' as const, 'closed' as const, 'draft' as const),
    accredited: fc.boolean(),
    creditBearing: fc.boolean(),
  });
  fc.assert(
    fc.property(
      texts,
      texts,
      fc.array(facts, { maxLength: 4 }),
      fc.constantFrom(...ruleVersions().map(({ version }) => version)),
      fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
      (title, nzsced, parts, version, reviewYears) => {
        const known = parts.map((more, at) => fact(`P${at}`, more));
        const one = made({ title, nzsced, reviewYears, parts: known.map(({ ref }) => ({ ref })) }, known);
        const others = [toDefinition(made({}, known, { id: 'OTHER-v1' }))];
        const published = publishedChecks({ version });
        for (const found of checkMicroCredential(one, { version, others })) {
          const rule = published.find(({ check }) => check === found.check);
          expect(rule, found.check).toBeDefined();
          expect(found.source).toBe(rule?.source);
          expect(found.text.en).not.toBe(found.text.mi);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('the order of the parts changes neither the credits nor what is found', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 5 }), (credits) => {
      const facts = credits.map((each, at) => fact(`P${at}`, { credits: each }));
      const parts = facts.map(({ ref }) => ({ ref }));
      const [one, other] = [made({ parts }, facts), made({ parts: [...parts].reverse() }, [...facts].reverse())];
      expect(creditsOf(one)).toBe(credits.reduce((sum, each) => sum + each, 0));
      expect(creditsOf(other)).toBe(creditsOf(one));
      expect(said(other)).toEqual(said(one));
    }),
    { numRuns: 50 },
  );
});

describe('what the catalogue says of a part', () => {
  const source = (more: Partial<PartSource>): PartSource => ({
    code: 'A',
    version: 1,
    name: 'Invented',
    lineage: 'A',
    credits: 3,
    level: 2,
    field: 'health',
    accredited: true,
    excludes: [],
    group: null,
    lastAssessment: null,
    status: 'published',
    ...more,
  });

  test('the newest version that is offered, and not a draft of the next', () => {
    const versions = [
      source({ status: 'expiring', lastAssessment: '2027-01-31' }),
      source({ version: 2, credits: 5 }),
      source({ version: 3, credits: 9, status: 'draft' }),
    ];
    expect(partFacts('A', versions, '2026-11-24')).toMatchObject({ version: 2, credits: 5, role: 'outcome', status: 'offered' });
    expect(partFacts('A', [versions[2]!], '2026-11-24')).toMatchObject({ status: 'draft' });
    expect(partFacts('A', [versions[0]!], '2027-02-01')).toMatchObject({ status: 'closed' });
    expect(partFacts('Z', versions, '2026-11-24')).toBeNull();
  });

  test('a standard carries the credit of its outcomes', () => {
    const group = { id: 'S-1', lineage: 'S', credits: 8, members: 2 };
    const members = [
      source({ lineage: 'S1', code: 'S1', credits: 0, group, name: 'One' }),
      source({ lineage: 'S2', code: 'S2', credits: 0, group, name: 'Two', level: 3 }),
    ];
    expect(partFacts('S', members, '2026-11-24')).toMatchObject({
      role: 'standard',
      credits: 8,
      level: 3,
      within: ['S1', 'S2'],
      name: 'One; Two',
    });
    expect(partFacts('S1', members, '2026-11-24')).toMatchObject({ role: 'outcome', credits: 0, within: ['S'] });
    expect(partFacts('A', [source({ kind: 'skill-standard' })], '2026-11-24')).toMatchObject({ role: 'standard' });
  });
});

test('it stacks onward to the awards that are made by size, by level, and to others that share its parts', () => {
  const other = toDefinition(
    made({ parts: [{ ref: 'A' }, { ref: 'C' }] }, [fact('A'), fact('C')], { id: 'OLD-v1', code: 'OLD' }),
  );
  const { awards, definitions } = stacksOnward(
    made({}, [fact('A'), fact('B', { level: 5, field: 'business' })]),
    [other],
    '2026-11-24',
  );
  const of = (award: string) => awards.find((one) => one.award === award);
  expect(of('alq')).toMatchObject({ credits: 8, of: 40, majors: [] });
  expect(of('certificate')).toMatchObject({ credits: 8, of: 40 });
  expect(of('diploma-5')).toMatchObject({ credits: 4, of: 120 });
  expect(of('diploma-6')).toBeUndefined();
  expect(of('graduate-certificate')).toBeUndefined();
  expect(definitions).toEqual([{ id: 'OLD-v1', title: 'Care at Home', have: 1, of: 2 }]);
  const [alq] = stacksOnward(
    made({}, [fact('A', { credits: 51 }), fact('B', { credits: 49, field: 'business' })]),
    [],
    '2026-11-24',
  ).awards;
  expect(alq?.majors).toEqual(['health']);
});

test('a learner holds it when every part is held, and is told which are missing', () => {
  const outcome = (lineage: string) => ({
    id: `o-${lineage}`,
    code: lineage,
    version: 1,
    name: `Invented ${lineage}`,
    credits: 4,
    level: 3,
    field: 'health' as const,
    subfield: null,
    domain: null,
    lineage,
    accredited: true,
    excludes: [],
    group: null,
    lastAssessment: null,
  });
  const achievement = (lineage: string, usedIn: readonly string[] = []) => ({
    id: `a-${lineage}`,
    outcome: `o-${lineage}`,
    provider: 'p',
    date: '2026-02-01',
    result: 'achieved' as const,
    mode: 'assessed' as const,
    originalDate: null,
    source: null,
    status: 'confirmed' as const,
    usedIn: [...usedIn],
    alsoCountedIn: [],
  });
  const record = (...lineages: readonly string[]): RecognitionRecord => ({
    type: 'RecognitionRecord',
    version: 1,
    framework: 'nz',
    organisations: [
      {
        id: 'p',
        name: 'Invented Training',
        kind: 'provider',
        accreditations: [{ from: '2018-01-01', to: null, scope: [{ kind: 'all' }] }],
      },
    ],
    outcomes: lineages.map(outcome),
    // What an Applied Learning Qualification has spent still counts here: a micro-credential keeps credit free.
    achievements: lineages.map((lineage) => achievement(lineage, ['alq-1'])),
  });
  expect(holdings(made(), record('A', 'B'), '2026-11-24')).toMatchObject({ whole: true, have: 2, of: 2 });
  const half = holdings(made(), record('A', 'C'), '2026-11-24');
  expect(half).toMatchObject({
    whole: false,
    have: 1,
    of: 2,
    parts: [
      { ref: 'A', held: 'a-A' },
      { ref: 'B', held: null },
    ],
  });
  expect(half.lines.en[0]).toBe('You cannot claim yet: Care at Home (Micro-credential).');
  expect(half.lines.en.length).toBe(half.lines.mi.length);
});
