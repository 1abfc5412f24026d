import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { coverage, frameworks, unbundle } from '@recognition/recognition/frameworks';
import { type TestDatabase, testDatabase } from '../../../database/test-database.ts';
import type { Services } from '../../../services.ts';
import { testServices } from '../../../test-services.ts';
import { importCatalogue } from '../import-catalogue.ts';
import type { ReadSource } from './canonical.ts';
import { SOURCE_FORMATS, SOURCE_READERS, type SourceFormat } from './index.ts';

const DATA = resolve(process.env['RECOGNITION_SHARED'] ?? join(import.meta.dirname, '../../../../../../../shared'), 'data');
const FILES: Readonly<Record<SourceFormat, string>> = {
  'nsqf-pack': 'in-nsqf-qualification-packs/qualification_packs.json',
  tesda: 'ph-tesda/tesda_competencies.json',
  'tga-unit': 'au-training-gov-au/units_of_competency.jsonl',
  'skills-framework': 'sg-skills-framework/skill_definitions.csv',
  'rncp-block': 'fr-rncp-blocks/rncp_blocks.json',
  'es-certificado': 'es-certificados-profesionalidad/IFCD0211_unidades_competencia.json',
};
const has = (format: SourceFormat): boolean => existsSync(join(DATA, FILES[format]));
for (const format of SOURCE_FORMATS)
  if (!has(format)) console.log(`The data for ${format} is not on this machine: its counts are not checked here.`);
const file = (format: SourceFormat) => ({ name: FILES[format], bytes: readFileSync(join(DATA, FILES[format])) });
const read = (format: SourceFormat): ReadSource => SOURCE_READERS[format](file(format));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const marks = (source: ReadSource, kind: string): number =>
  sum(
    source.outcomes.flatMap(({ outcome }) =>
      outcome.assessments.flatMap((text) => Number(new RegExp(`^${kind}: (\\d+) marks$`).exec(text)?.[1] ?? 0)),
    ),
  );

describe('the counts of the published files', () => {
  test.runIf(has('nsqf-pack'))('India: 60 packs, 326 standards of which 238 are distinct, their criteria and marks', () => {
    const source = read('nsqf-pack');
    expect([source.count, source.outcomes.length, source.rejected, source.definitions.length]).toEqual([326, 238, [], 60]);
    expect(
      Object.fromEntries(
        Map.groupBy(source.definitions, ({ level }) => level)
          .entries()
          .map(([level, of]) => [level, of.length]),
      ),
    ).toEqual({ 3: 10, 4: 22, 5: 17, 6: 9, 7: 2 });
    // MES/N0104 is in every pack, and one outcome.
    expect(source.definitions.filter(({ parts }) => parts.some(({ ref }) => ref === 'in-MES.N0104')).length).toBe(60);
    expect(source.outcomes.filter(({ outcome }) => outcome.code === 'MES/N0104')).toHaveLength(1);
    // What is "TBD", "NA" or "0" is no size.
    expect(new Set(source.outcomes.flatMap(({ outcome }) => outcome.size?.amount ?? []))).toEqual(
      new Set(['1', '2', '3', '4', '8', '10']),
    );
    // One standard of the file has no criteria: they stay missing.
    expect(source.outcomes.filter(({ outcome }) => outcome.practice.length === 0).map(({ outcome }) => outcome.code)).toEqual([
      'MES/N1403',
    ]);
  });

  test.runIf(has('nsqf-pack'))('India: the marks of all 326 standards sum to 13,526 theory and 18,822 practical', () => {
    const packs: unknown = JSON.parse(file('nsqf-pack').bytes.toString('utf8'));
    const rows = Array.isArray(packs)
      ? packs.map((pack: unknown) => SOURCE_READERS['nsqf-pack']({ name: 'one', bytes: Buffer.from(JSON.stringify([pack])) }))
      : [];
    expect([
      sum(rows.map(({ count }) => count)),
      sum(rows.map((one) => marks(one, 'Theory'))),
      sum(rows.map((one) => marks(one, 'Practical'))),
    ]).toEqual([326, 13_526, 18_822]);
    expect(sum(rows.flatMap(({ outcomes }) => outcomes.map(({ outcome }) => outcome.practice.length)))).toBe(criteria(packs));
  });

  test.runIf(has('tesda'))(
    'Philippines: 100 rows, 86 distinct competencies, 11 programmes with 137 references, none dangling',
    () => {
      const source = read('tesda');
      expect([source.count, source.outcomes.length, source.rejected, source.definitions.length]).toEqual([100, 86, [], 11]);
      expect(sum(source.definitions.map(({ parts }) => parts.length))).toBe(137);
      const known = new Set(source.outcomes.map(({ outcome }) => outcome.lineage));
      expect(source.definitions.flatMap(({ parts }) => parts.filter(({ ref }) => !known.has(ref)))).toEqual([]);
      expect(source.outcomes.every(({ outcome }) => outcome.size?.unit === 'hour')).toBe(true);
      // A real certificate taken apart covers itself, and less than all of it is a micro-credential.
      const [nc] = source.definitions;
      expect(nc === undefined ? null : coverage(unbundle(nc), nc, 'core').open).toEqual([]);
      expect(frameworks.ph.awards.some(({ id }) => id === nc?.award)).toBe(true);
    },
  );

  test.runIf(has('tga-unit'))('Australia: 76 units with their criteria and evidence, no credit and no level', () => {
    const source = read('tga-unit');
    expect([source.count, source.outcomes.length, source.rejected]).toEqual([76, 76, []]);
    for (const { outcome } of source.outcomes) {
      expect([outcome.practice.length > 0, outcome.theory.length, outcome.assessments.length]).toEqual([true, 1, 1]);
      expect([outcome.size, outcome.levelLabel]).toEqual([null, null]);
    }
    expect(new Set(source.outcomes.map(({ outcome }) => outcome.version))).toEqual(new Set([1, 2, 3]));
  });

  test.runIf(has('skills-framework'))(
    'Singapore: 7,707 definitions, 48 of them critical core skills; the level is the one that the mapping file states',
    () => {
      const source = read('skills-framework');
      expect([source.count, source.outcomes.length, source.rejected]).toEqual([7707, 7707, []]);
      expect(source.outcomes.filter(({ outcome }) => outcome.kind === 'critical-core-skill')).toHaveLength(48);
      const levels = new Map(source.outcomes.map(({ outcome }) => [outcome.code, outcome.levelLabel]));
      const mapping = readFileSync(join(DATA, 'sg-skills-framework/tsc_to_unique_skill_mapping.csv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1);
      let [undefinedCodes, differing] = [0, 0];
      for (const line of mapping) {
        const [, level = '', code = ''] = /,(\d|Basic|Intermediate|Advanced),([A-Z0-9&]+-[^,]+),/.exec(line) ?? [];
        if (!levels.has(code)) undefinedCodes += 1;
        else if (levels.get(code) !== level.toLowerCase()) differing += 1;
      }
      expect([mapping.length, undefinedCodes, differing]).toEqual([7736, 106, 0]);
    },
  );

  test.runIf(has('rncp-block'))(
    'France: 732 blocks, each in French with its competencies, of which 538 list them one by one',
    () => {
      const source = read('rncp-block');
      expect([source.count, source.outcomes.length, source.rejected]).toEqual([732, 732, []]);
      expect(
        source.outcomes.every(({ outcome }) => outcome.practice.length > 0 && outcome.lang === 'fr' && outcome.size === null),
      ).toBe(true);
      expect(sum(source.outcomes.map(({ outcome }) => outcome.practice.length))).toBe(1770 + (732 - 538));
      // The file names the blocks' assessments without saying anything of them: they stay missing.
      expect(source.outcomes.every(({ outcome }) => outcome.assessments.length === 0)).toBe(true);
      expect(sum(source.definitions.map(({ parts }) => parts.length))).toBe(732);
    },
  );

  test.runIf(has('es-certificado'))('Spain: 3 units, 10 realisations, 47 criteria, at level 3', () => {
    const source = read('es-certificado');
    expect([source.count, source.rejected]).toEqual([3, []]);
    expect(
      source.outcomes.map(({ outcome }) => [
        outcome.code,
        outcome.levelLabel,
        outcome.practice.length,
        outcome.assessments.length,
      ]),
    ).toEqual([
      ['UC0966_3', '3', 3, 10],
      ['UC0967_3', '3', 3, 14],
      ['UC0968_3', '3', 4, 23],
    ]);
  });
});

/** Criteria of all packs, counted from the file itself. */
function criteria(packs: unknown): number {
  let found = 0;
  JSON.stringify(packs, (key, value: unknown) => {
    if (key === 'performance_criteria' && Array.isArray(value)) found += value.length;
    return value;
  });
  return found;
}

describe('into the catalogue', () => {
  let at: TestDatabase;
  let services: Services;
  beforeAll(async () => {
    at = await testDatabase();
    services = testServices(at);
  });
  beforeEach(() => at.owner.query('truncate catalogue.outcome, catalogue.outcome_skill, catalogue.outcome_event cascade'));
  afterAll(() => at.end());
  const given = (name: string, content: unknown) => ({
    name,
    bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
  });

  test('comes in as a draft that has no credit or level of New Zealand, and again changes nothing', async () => {
    const pack = {
      code: 'INV/Q1',
      title: 'Invented pack',
      nsqf_level: 4,
      applicable_nos: [{ code: 'INV/N1', mode: 'compulsory' }],
      nos: [
        {
          code: 'INV/N1',
          title: 'Do an invented thing',
          elements: [{ element: 'Begin', performance_criteria: [{ id: 'PC1', text: 'begin it' }] }],
          knowledge_and_understanding: [{ id: 'KU1', text: 'why it is done' }],
          marks: { columns: ['theory', 'practical', 'project', 'viva'], nos_total: [10, 40, null, 5] },
          parameters: { 'NSQF Level': '4.5', Credits: '0', Version: '2.0', Sector: 'Invented' },
        },
        { code: '', title: 'Nameless' },
      ],
    };
    const answer = await importCatalogue(services, 'operator', given('packs.json', [pack, 7]), 'nsqf-pack');
    expect(answer).toMatchObject({
      rows: 3,
      outcomes: 1,
      created: 1,
      conflicts: [],
      rejected: [
        { row: 2, code: 'number-missing' },
        { row: 3, code: 'not-an-object' },
      ],
    });
    const { rows } = await at.owner.query(
      'select public_id, code, version, credits, level, level_label, size_minutes, status, accredited, subfield, assessments, theory, practice from catalogue.outcome',
    );
    expect(rows).toEqual([
      {
        public_id: 'in-INV.N1',
        code: 'INV/N1',
        version: 2,
        credits: null,
        level: null,
        level_label: '4.5',
        size_minutes: null,
        status: 'draft',
        accredited: false,
        subfield: 'Invented',
        assessments: [
          { text: 'Theory: 10 marks', lang: 'en' },
          { text: 'Practical: 40 marks', lang: 'en' },
          { text: 'Viva: 5 marks', lang: 'en' },
        ],
        theory: [{ text: 'why it is done', lang: 'en' }],
        practice: [{ text: 'Begin: begin it', lang: 'en' }],
      },
    ]);
    expect(await importCatalogue(services, 'operator', given('packs.json', [pack]), 'nsqf-pack')).toMatchObject({
      created: 0,
      unchanged: 1,
      conflicts: [],
    });
    expect(await importCatalogue(services, 'operator', given('packs.json', [pack]), 'nsqf-pack', { as: 'legacy' })).toMatchObject(
      { unchanged: 1 },
    );
  });

  test.each([
    ['nsqf-pack', '{"not":"a list"}'],
    ['tesda', '[]'],
    ['tga-unit', '{"some":"thing"}'],
    ['skills-framework', 'a,b\n1,2\n'],
    ['rncp-block', '{}'],
    ['es-certificado', '"text"'],
  ] as const)('a file that is not %s is refused whole', async (format, content) => {
    await expect(importCatalogue(services, 'operator', given('x', content), format)).rejects.toMatchObject({
      code: 'not-this-format',
    });
  });

  test.runIf(SOURCE_FORMATS.every(has))('every published file comes in whole, and a second time changes nothing', async () => {
    for (const format of SOURCE_FORMATS) {
      const first = await importCatalogue(services, 'operator', file(format), format);
      expect([format, first.created, first.rejected, first.conflicts]).toEqual([format, read(format).outcomes.length, [], []]);
      expect(await importCatalogue(services, 'operator', file(format), format)).toMatchObject({
        created: 0,
        completed: 0,
        unchanged: first.outcomes,
        conflicts: [],
      });
    }
  });
});
