import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../http/problem.ts';
import { checkScheme } from './check.ts';
import { SCHEME_READERS, type SchemeFormat } from './index.ts';

const BASE = 'https://skills.example/invented';
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const read = (format: SchemeFormat, ...files: ReturnType<typeof file>[]) => checkScheme(SCHEME_READERS[format](files, BASE));
const told = (scheme: ReturnType<typeof read>) => scheme.notTaken.map(({ row, code }) => [row, code]);
const thrown = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return '';
};

describe('what a file says is taken, and what it lacks is told', () => {
  test('ESCO: labels in cells of several lines, groups joined by a file of edges', () => {
    const skills = file(
      'skills.csv',
      'conceptUri,reuseLevel,preferredLabel,altLabels\nhttps://s.example/1,cross-sector,shear sheep,"shear flock\nclip sheep"\nhttps://s.example/2,,,x\n',
    );
    const groups = file(
      'groups.csv',
      'ID,ORIGINURI,CODE,PREFERREDLABEL,DESCRIPTION\nk1,https://s.example/g,S1,work with animals,Animals.\nk2,https://s.example/h,S1.1,work with sheep,\n',
    );
    const edges = file(
      'edges.csv',
      'PARENTOBJECTTYPE,PARENTID,CHILDID,CHILDOBJECTTYPE\nskillgroup,k1,k2,skillgroup\nskillgroup,k9,k2,skillgroup\n',
    );
    const scheme = read('esco', skills, groups, edges);
    expect(scheme.concepts.map(({ label, altLabels, links }) => [label, altLabels, links])).toEqual([
      ['shear sheep', ['shear flock', 'clip sheep'], []],
      ['work with animals', [], []],
      ['work with sheep', [], [{ kind: 'broader', to: 'https://s.example/g' }]],
    ]);
    expect(told(scheme)).toEqual([
      [2, 'label-missing'],
      [2, 'link-unknown'],
    ]);
  });

  test('Singapore: a code is a skill at its level, its unique skill is the broader one; another release is told', () => {
    const codes = file(
      'd.csv',
      'TSC Code,Sector,TSC_CCS Category,TSC_CCS Title,TSC_CCS Description,TSC_CCS Type,Latest Update Date\nWOOL-SHR-3001-1.1,Wool,Shearing,Shearing,Shear sheep,tsc,2025-01-01\n,Wool,Shearing,Crutching,,tsc,\n',
    );
    const unique = file('u.csv', 'skill_title,skill_description,skill_type,Emerging Skills\nSheep Shearing,Shear,tsc,False\n');
    const map = file(
      'm.csv',
      'sector_title,skill_11k_title,proficiency_level,tsc_code,skill_type,Emerging Skills,skill_2k_title\nWool,Shearing,3,WOOL-SHR-3001-1.1,tsc,False,Sheep Shearing\nWool,Gone,3,WOOL-GON-3001-1.1,tsc,False,Sheep Shearing\n',
    );
    const scheme = read('singapore', unique, codes, map);
    expect(scheme.concepts).toMatchObject([
      { uri: `${BASE}/sheep-shearing` },
      { notation: 'WOOL-SHR-3001-1.1', level: '3', links: [{ kind: 'broader', to: `${BASE}/sheep-shearing` }] },
    ]);
    expect(told(scheme)).toEqual([
      [2, 'address-missing'],
      [2, 'link-unknown'],
    ]);
  });

  test('SKOS in Turtle: languages, narrower turned round, a circle opened, a label that is missing', () => {
    const scheme = read(
      'skos',
      file(
        'a.ttl',
        `@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix s: <https://s.example/> . @prefix schema: <https://schema.org/> .
        s:a a skos:Concept ; skos:prefLabel "Weave"@en, "Te raranga"@mi, "Weben"@de ; skos:altLabel "Plait; Braid"@en ; skos:narrower s:b ; skos:broader s:c ; schema:keywords "flax; harakeke"@en .
        s:b a skos:Concept ; skos:prefLabel "Weave a basket"@en ; skos:narrower s:c ; skos:exactMatch <https://other.example/1> .
        s:c a skos:Concept ; skos:prefLabel "Weave a small basket"@en .
        s:d a skos:Concept .`,
      ),
    );
    expect(scheme.concepts[0]).toMatchObject({
      label: 'Weave',
      mi: 'Te raranga',
      labels: { de: 'Weben' },
      altLabels: ['Plait', 'Braid'],
      keywords: ['flax', 'harakeke'],
    });
    expect(new Set(told(scheme).map(([, code]) => code))).toEqual(new Set(['broader-circle', 'label-missing']));
    expect(scheme.notTaken).toHaveLength(2);
    expect(scheme.concepts.flatMap(({ links }) => links).filter(({ kind }) => kind === 'broader')).toHaveLength(2);
    expect(thrown(() => read('skos', file('b.ttl', 'this is no Turtle')))).toBe('not-this-format');
  });

  test('O*NET: elements below their branch, activities below them; what is no skill is told', () => {
    const model = file(
      'model.csv',
      'Element ID,Element Name,Description\n2.A,Basic Skills,Skills\n2.A.1,Content,\n1.B,Interests,\n',
    );
    const dwa = file(
      'dwa.csv',
      'Element ID,Element Name,IWA ID,IWA Title,DWA ID,DWA Title\n4.A.1,Getting,4.A.1.I01,Study details.,4.A.1.I01.D01,Review wool.\n',
    );
    const scheme = read('onet', model, dwa);
    expect(scheme.concepts.map(({ label, links }) => [label, links.length])).toEqual([
      ['Basic Skills', 0],
      ['Content', 1],
      ['Study details', 0],
      ['Review wool', 1],
    ]);
    expect(told(scheme).map(([, code]) => code)).toEqual(['not-a-skill', 'link-unknown']);
  });

  test('Rich Skill Descriptors: lists as arrays or with semicolons, a system’s own numbers left out', () => {
    const scheme = read(
      'rsd',
      file(
        'r.json',
        JSON.stringify([
          { id: 'https://r.example/1', skillName: 'Shear', skillStatement: 'Shear sheep.', keywords: 'wool; XYZ: 100' },
          { uuid: '0b8f', skillName: 'Crutch', keywords: ['wool'] },
          { id: 'https://r.example/2', skillName: ' ' },
          { skillName: 'Nowhere' },
          7,
        ]),
      ),
    );
    expect(scheme.concepts.map(({ uri, keywords }) => [uri, keywords])).toEqual([
      ['https://r.example/1', ['wool']],
      ['urn:uuid:0b8f', ['wool']],
    ]);
    expect(told(scheme)).toEqual([
      [3, 'label-missing'],
      [4, 'address-missing'],
      [5, 'entry-not-valid'],
    ]);
  });

  test('CASE: an item that stands twice is taken as it was changed last', () => {
    const item = (fullStatement: string, lastChangeDateTime: string) => ({
      uri: 'https://c.example/i',
      fullStatement,
      lastChangeDateTime,
    });
    const scheme = read(
      'case',
      file(
        'c.json',
        JSON.stringify({
          CFDocument: { uri: 'https://c.example/d', title: 'Invented', version: '2' },
          CFItems: [item('New words', '2026-02-01T00:00:00Z'), item('Old words', '2025-02-01T00:00:00Z')],
          CFAssociations: [
            {
              associationType: 'isChildOf',
              originNodeURI: { identifier: 'i', uri: 'https://c.example/i' },
              destinationNodeURI: { identifier: 'd', uri: 'https://c.example/d' },
            },
          ],
        }),
      ),
    );
    expect(scheme).toMatchObject({ about: { version: '2', name: 'Invented' }, concepts: [{ label: 'New words', links: [] }] });
    expect(told(scheme)).toEqual([[2, 'two-versions']]);
  });

  test('CASE as CSV: the place in the tree is what is broader; a label or an identifier that is missing costs its row', () => {
    const scheme = read(
      'case',
      file(
        'items.csv',
        'identifier,fullStatement,humanCodingScheme,smartLevel,abbreviatedStatement,conceptKeywords,language,CFItemType\n' +
          'a,Reading,R,1,,,en,Strand\nb,"Ask and answer questions about a text",R.1,1.2,Ask questions,"text; question",en,Standard\n' +
          'c,,R.2,1.3,,,en,Standard\n,No identifier,R.3,1.4,,,en,Standard\nd,Stands alone,R.9,4.1,,,en,Standard\n',
      ),
    );
    expect(
      scheme.concepts.map(({ uri, label, links }) => [uri.split('/').at(-1), label, links.map(({ to }) => to.split('/').at(-1))]),
    ).toEqual([
      ['a', 'Reading', []],
      ['b', 'Ask questions', ['a']],
      ['d', 'Stands alone', []],
    ]);
    expect(scheme.concepts[1]).toMatchObject({
      notation: 'R.1',
      description: 'Ask and answer questions about a text',
      keywords: ['text', 'question'],
    });
    expect(told(scheme)).toEqual([
      [3, 'label-missing'],
      [4, 'address-missing'],
    ]);
    expect(thrown(() => read('case', file('x.csv', 'a,b\n1,2\n')))).toBe('not-this-format');
  });

  test('CTDL-ASN: competencies of a framework; what is no JSON says so', () => {
    const scheme = read(
      'ctdl-asn',
      file(
        'f.json',
        JSON.stringify({
          '@graph': [
            { '@id': 'https://f.example/f', '@type': 'ceasn:CompetencyFramework', 'ceasn:name': { en: 'Invented' } },
            {
              '@id': 'https://f.example/1',
              '@type': 'ceasn:Competency',
              'ceasn:competencyText': { 'en-nz': 'Shear', mi: 'Te kuti' },
              'ceasn:hasChild': ['https://f.example/2'],
              'ceasn:isChildOf': 'https://f.example/f',
            },
            {
              '@id': 'https://f.example/2',
              '@type': 'ceasn:Competency',
              'ceasn:competencyText': 'Crutch',
              'ceasn:isChildOf': 'https://f.example/1',
            },
            { '@id': 'https://f.example/3', '@type': 'ceasn:Competency' },
          ],
        }),
      ),
    );
    expect(scheme).toMatchObject({
      about: { uri: 'https://f.example/f', name: 'Invented' },
      concepts: [
        { label: 'Shear', lang: 'en', mi: 'Te kuti', links: [] },
        { links: [{ kind: 'broader', to: 'https://f.example/1' }] },
      ],
    });
    expect(told(scheme)).toEqual([[4, 'label-missing']]);
    expect(thrown(() => read('ctdl-asn', file('x.json', '// a comment\n{}')))).toBe('file-not-json');
  });

  test('Moodle: the row of the framework names it, parents by their number', () => {
    const scheme = read(
      'moodle',
      file(
        'm.csv',
        'Parent ID number,ID number,Shortname,Description,Is framework\n,wool,Wool skills,,1\n,1,Shear,<p>Shear sheep</p>,\n1,1.1,Shear fine wool,,\n9,1.2,Shear dags,,\n',
      ),
    );
    expect(scheme).toMatchObject({
      about: { name: 'Wool skills' },
      concepts: [{ description: 'Shear sheep' }, { links: [{ to: `${BASE}/1` }] }, { links: [] }],
    });
    expect(told(scheme)).toEqual([[4, 'link-unknown']]);
  });

  test('a file of another form says what is expected', () => {
    for (const format of ['esco', 'singapore', 'onet', 'moodle'] as const)
      expect(
        thrown(() => read(format, file('x.csv', 'a,b\n1,2\n'))),
        format,
      ).toBe('not-this-format');
    for (const format of ['rsd', 'case', 'ctdl-asn'] as const)
      expect(
        thrown(() => read(format, file('x.json', '{"a":1}'))),
        format,
      ).toBe('not-this-format');
  });
});

const DATA = [process.env['RECOGNITION_SHARED'], new URL('../../../../../../shared', import.meta.url).pathname]
  .map((folder) => `${folder}/data`)
  .find((folder) => existsSync(folder));

describe.skipIf(DATA === undefined)('files of the schemes themselves (skipped without the shared data)', () => {
  const real = (...paths: readonly string[]) =>
    paths.map((path) => ({ name: basename(path), bytes: readFileSync(`${DATA}/${path}`) }));

  test('counts are those that were counted by hand', () => {
    expect(
      read(
        'skos',
        ...real(
          'au-training-gov-au/national_skills_taxonomy_part1.ttl',
          'au-training-gov-au/national_skills_taxonomy_unit_tagged.ttl',
        ),
      ).concepts,
    ).toHaveLength(365);
    expect(
      read('rsd', ...real('us-osmt-rsd/rsd_skills_v3.json', 'us-osmt-rsd/rsd_collection_skills_v3.json')).concepts,
    ).toHaveLength(74);
    expect(read('moodle', ...real('moodle-competency-framework/pharmacy_core_competencies.csv')).concepts).toHaveLength(209);
    expect(told(read('case', ...real('us-case-frameworks/smarter_balanced_pkg_1.json')))).toEqual([
      [expect.any(Number), 'two-versions'],
    ]);
    expect(read('case', ...real('us-case-frameworks/ccss_ela_items.csv')).concepts).toHaveLength(1189);
    const singapore = read(
      'singapore',
      ...real(
        'sg-skills-framework/unique_skills_list.csv',
        'sg-skills-framework/tsc_to_unique_skill_mapping.csv',
        'sg-skills-framework/skill_definitions.csv',
      ),
    );
    expect(singapore.concepts).toHaveLength(7707 + 2182);
    expect(singapore.notTaken.filter(({ code }) => code === 'link-unknown')).toHaveLength(106);
  });

  test('every file of CTDL that is no JSON is refused as that', () => {
    const files = readdirSync(`${DATA}/us-ctdl/invalid-json`, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const { parentPath, name } of files)
      expect(
        thrown(() => read('ctdl-asn', { name, bytes: readFileSync(`${parentPath}/${name}`) })),
        name,
      ).toBe('file-not-json');
  });
});
