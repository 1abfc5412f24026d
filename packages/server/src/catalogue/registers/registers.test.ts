import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../database/test-database.ts';
import { loadDemonstrationCatalogue } from '../../demonstration/catalogue/load.ts';
import { testServices } from '../../test-services.ts';
import { importCatalogue } from '../import/import-catalogue.ts';
import { testApp } from '../test-app.ts';
import { caseRoutes } from './case-routes.ts';
import { exportRegister } from './export-register.ts';
import type { RegisterFormat } from './formats.ts';
import { isNode, type Node } from './node.ts';
import { has, nodeOf, nodesIn, sharedFiles, sharedJson } from './test-shared.ts';

let at: TestDatabase;
let outcomes: number;
beforeAll(async () => {
  at = await testDatabase();
  outcomes = (await loadDemonstrationCatalogue(testServices(at))).created;
});
afterAll(() => at.end());

async function exported(format: RegisterFormat) {
  let text = '';
  for await (const piece of exportRegister(testServices(at), 'operator', format)) text += piece;
  return { name: `${format}.json`, bytes: Buffer.from(text) };
}

describe.each(['ctdl', 'ctdl-asn', 'case'] as const)('%s', (format) => {
  test('a catalogue that comes back changes nothing', async () => {
    const answer = await importCatalogue(testServices(at), 'operator', await exported(format), format);
    expect(answer).toEqual({
      rows: outcomes,
      outcomes,
      created: 0,
      completed: 0,
      unchanged: outcomes,
      conflicts: [],
      rejected: [],
    });
  });

  test('in an empty catalogue every outcome is a draft, and twice changes nothing', async () => {
    const other = await testDatabase();
    try {
      const file = await exported(format);
      const first = await importCatalogue(testServices(other), 'operator', file, format);
      expect(first).toMatchObject({ rows: outcomes, created: outcomes, rejected: [] });
      expect(await importCatalogue(testServices(other), 'operator', file, format)).toMatchObject({
        created: 0,
        completed: 0,
        unchanged: outcomes,
        conflicts: [],
      });
      const { rows } = await other.owner.query('select distinct status from catalogue.outcome');
      expect(rows).toEqual([{ status: 'draft' }]);
    } finally {
      await other.end();
    }
  });
});

describe.skipIf(!has('standards/ctdl'))('the published schemas of CTDL', () => {
  const terms = (path: string): Map<string, Node> =>
    new Map(nodesIn(nodeOf(sharedJson(path))['@graph']).map((one) => [String(one['@id']), one]));

  test.each(['ctdl', 'ctdl-asn'] as const)('every term of %s stands there, on a class that may have it', async (format) => {
    const known = new Map([...terms('standards/ctdl/ctdl-schema.json'), ...terms('standards/ctdl/ctdlasn-schema.json')]);
    const graph: unknown = JSON.parse((await exported(format)).bytes.toString());
    const wrong = new Set<string>();
    const used = new Set<string>();
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) return value.forEach(walk);
      if (!isNode(value)) return;
      const type = value['@type'];
      for (const [key, inner] of Object.entries(value)) {
        if (typeof type === 'string' && key.includes(':')) {
          used.add(key);
          const domain = JSON.stringify(known.get(key)?.['schema:domainIncludes'] ?? []);
          if (!domain.includes(`"${type}"`)) wrong.add(`${key} on ${type}`);
        }
        walk(inner);
      }
    };
    walk(graph);
    expect([...wrong]).toEqual([]);
    expect(used.size).toBeGreaterThan(10);
  });
});

describe.skipIf(!has('data/us-ctdl'))('the files of Credential Engine', () => {
  // Counted apart from this code: 91 + 13 + 101 + 61 + 66 competencies of frameworks, 6 + 20 + 9 of levels; 13 named opportunities.
  test.each([
    ['ctdl-asn', 367],
    ['ctdl', 13],
  ] as const)('%s: what is not JSON is rejected by name and stops nothing; the rest comes in once', async (format, rows) => {
    const files = sharedFiles('data/us-ctdl');
    const invalid = sharedFiles('data/us-ctdl/invalid-json').map(({ name }) => name);
    const other = await testDatabase();
    try {
      const first = await importCatalogue(testServices(other), 'operator', files, format);
      const unusable = first.rejected.filter(({ row }) => row === 0);
      const notJson = unusable.filter(({ code }) => code === 'file-not-json').map(({ file }) => file);
      expect(notJson.sort()).toEqual([...invalid].sort());
      expect(new Set(unusable.map(({ code }) => code))).toEqual(new Set(['file-not-json', 'not-this-format']));
      const rejected = first.rejected.length - unusable.length;
      expect([first.rows, first.outcomes]).toEqual([rows, rows - rejected]);
      const again = await importCatalogue(testServices(other), 'operator', files, format);
      expect(again).toMatchObject({ rows, created: 0, completed: 0, unchanged: first.outcomes });
      const { rows: kept } = await other.owner.query(
        'select count(*)::int as outcomes, count(credits)::int as credits, count(level)::int as levels from catalogue.outcome',
      );
      // Semester hours are not our credits, and a level of another framework is not ours.
      expect(kept).toEqual([{ outcomes: first.created, credits: 0, levels: 0 }]);
    } finally {
      await other.end();
    }
  });
});

describe.skipIf(!has('data/us-case-frameworks'))('the packages of 1EdTech members', () => {
  test('every item comes in or is rejected with a reason, once', async () => {
    const other = await testDatabase();
    try {
      const found: Record<string, unknown> = {};
      for (const file of sharedFiles('data/us-case-frameworks')) {
        const { rows, created, unchanged, conflicts, rejected } = await importCatalogue(
          testServices(other),
          'operator',
          file,
          'case',
        );
        const codes = Object.fromEntries([...Map.groupBy(rejected, ({ code }) => code)].map(([code, all]) => [code, all.length]));
        expect(created + unchanged + rejected.length).toBe(rows);
        expect(conflicts).toEqual([]);
        found[file.name] = [rows, created, codes];
        expect(await importCatalogue(testServices(other), 'operator', file, 'case')).toMatchObject({
          created: 0,
          completed: 0,
          unchanged: created + unchanged,
        });
      }
      expect(found).toMatchInlineSnapshot(`
        {
          "opensalt_sample_framework.json": [
            16,
            16,
            {},
          ],
          "smarter_balanced_item_types.json": [
            19,
            19,
            {},
          ],
          "smarter_balanced_math_g3_c1_th.json": [
            48,
            40,
            {
              "title-too-long": 8,
            },
          ],
          "smarter_balanced_pkg_1.json": [
            38,
            27,
            {
              "entry-not-valid": 1,
              "title-too-long": 10,
            },
          ],
          "smarter_balanced_pkg_2.json": [
            65,
            47,
            {
              "code-and-version-taken": 4,
              "title-too-long": 14,
            },
          ],
          "smarter_balanced_pkg_3.json": [
            305,
            291,
            {
              "title-too-long": 14,
            },
          ],
          "webb_dok_levels.json": [
            15,
            6,
            {
              "title-too-long": 9,
            },
          ],
        }
      `);
    } finally {
      await other.end();
    }
  });
});

describe('the provider of CASE 1.1', () => {
  const idOf = (node: Node) => String(node['identifier']);
  const asked = async (url: string) => {
    const app = await testApp(testServices(at), caseRoutes);
    try {
      const answer = await app.ask(null, 'GET', `/ims/case/v1p1${url}`);
      return { status: answer.status, body: nodeOf(answer.body) };
    } finally {
      await app.close();
    }
  };
  const listed = async (url: string) => nodesIn((await asked(url)).body['CFDocuments']);

  test('the frameworks are paged, sorted and cut to fields, and every one is seen once', async () => {
    const all = await listed('/CFDocuments?limit=1000');
    expect(all).toHaveLength(17);
    const seen: unknown[] = [];
    for (let offset = 0; offset < 17; offset += 5)
      seen.push(...(await listed(`/CFDocuments?limit=5&offset=${offset}`)).map(idOf));
    expect(seen).toEqual(all.map(idOf));
    const titles = (await listed('/CFDocuments?sort=title&orderBy=desc&fields=title,identifier')).map((one) =>
      String(one['title']),
    );
    expect(titles).toEqual(titles.toSorted((a, b) => (a < b ? 1 : -1)));
    expect(Object.keys((await listed('/CFDocuments?fields=title'))[0] ?? {})).toEqual(['title']);
  });

  test.each([
    ['/CFDocuments?limit=0', 400, 'invaliddata'],
    ['/CFDocuments?limit=ten', 400, 'invaliddata'],
    ['/CFDocuments?offset=-1', 400, 'invaliddata'],
    ['/CFDocuments?sort=colour', 400, 'invalid_sort_field'],
    ['/CFDocuments?fields=colour', 400, 'invalid_selection_field'],
    ["/CFDocuments?filter=title='Health'", 400, 'invalid_filter_field'],
    ['/CFDocuments/00000000-0000-4000-8000-000000000000', 404, 'unknownobject'],
    ['/CFPackages/x', 404, 'unknownobject'],
    ['/CFItems/x', 404, 'unknownobject'],
    ['/CFItemAssociations/x', 404, 'unknownobject'],
    ['/CFAssociations/x', 404, 'unknownobject'],
    ['/CFRubrics/x', 404, 'unknownobject'],
    ['/CFConcepts/x', 404, 'unknownobject'],
    ['/CFLicenses/x', 404, 'unknownobject'],
    ['/CFAssociationGroupings/x', 404, 'unknownobject'],
    ['/CFItemTypes/x', 404, 'unknownobject'],
    ['/CFSubjects/x', 404, 'unknownobject'],
  ])('%s is refused with %i %s', async (url, status, minor) => {
    const answer = await asked(url);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toContain(`"imsx_codeMinorFieldValue":"${minor}"`);
  });

  test.skipIf(!has('standards/case-1.1'))('every package fits 1EdTech’s own schema, and every part has its address', async () => {
    const ajv = new Ajv({ strict: false });
    formats.default(ajv);
    const { $schema: _, ...schema } = nodeOf(sharedJson('standards/case-1.1/official/case-v1p1-cfpackage.json'));
    const fits = ajv.compile(schema);
    let items = 0;
    for (const identifier of (await listed('/CFDocuments?limit=1000')).map(idOf)) {
      const { body } = await asked(`/CFPackages/${identifier}`);
      expect(fits(body), JSON.stringify(fits.errors?.slice(0, 3))).toBe(true);
      expect((await asked(`/CFDocuments/${identifier}`)).body).toMatchObject(nodeOf(body['CFDocument']));
      const item = nodeOf(nodesIn(body['CFItems'])[0]);
      const alone = (await asked(`/CFItems/${idOf(item)}`)).body;
      expect(alone).toMatchObject({ ...item, CFDocumentURI: { identifier } });
      for (const association of nodesIn(body['CFAssociations'])) {
        if (idOf(nodeOf(association['originNodeURI'])) !== idOf(item)) continue;
        expect((await asked(`/CFAssociations/${idOf(association)}`)).body).toMatchObject(association);
        expect(JSON.stringify((await asked(`/CFItemAssociations/${idOf(item)}`)).body)).toContain(idOf(association));
      }
      const links = { CFItemTypes: item['CFItemTypeURI'], CFSubjects: nodesIn(item['subjectURI'])[0] };
      for (const [kind, link] of Object.entries(links)) {
        if (!isNode(link)) continue;
        expect(nodesIn((await asked(`/${kind}/${idOf(link)}`)).body[kind])[0]).toMatchObject(link);
      }
      items += nodesIn(body['CFItems']).length;
    }
    expect(items).toBe(outcomes);
  });
});
