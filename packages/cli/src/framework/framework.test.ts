import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FRAMEWORK_IDS } from '@recognition/recognition/frameworks';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'framework-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const frameworkFile = (id: string): string =>
  readFileSync(new URL(`../../../../frameworks/${id}/framework.json`, import.meta.url), 'utf8');
function file(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}
async function nzrr(...words: string[]): Promise<{ exit: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const exit = await run(words, { cwd: folder, env: {}, out: (text) => void (out += text), err: (text) => void (err += text) });
  return { exit, out, err };
}

describe('nzrr framework', () => {
  test('list names every framework, its unit and the versions of its awards', async () => {
    const { exit, out } = await nzrr('framework', 'list');
    expect(exit).toBe(0);
    for (const line of [
      'nz  Aotearoa New Zealand (1 credit = 600 minutes)',
      'in  India (1 credit = 1800 minutes)',
      'dk  Denmark (1 day = 444 minutes)',
    ])
      expect(out).toContain(line);
    expect(out).toContain('micro-credential  Micro-credential  2018.1, 2022.1');
    const json: readonly { readonly id: string }[] = JSON.parse(
      (await nzrr('framework', 'list', '--json', '--language', 'mi')).out,
    );
    expect(json.map(({ id }) => id)).toEqual([...FRAMEWORK_IDS]);
    expect((await nzrr('framework', 'list', '--language', 'xx')).exit).toBe(2);
  });

  test('check: 0 for one that can be used, 1 with path and reason for one that cannot, 2 for what cannot be read', async () => {
    expect(await nzrr('framework', 'check', file('in.json', frameworkFile('in')))).toMatchObject({
      exit: 0,
      out: 'in.json can be used: 4 awards.\n',
    });
    const bad = frameworkFile('in').replace('"mostPercent": 70', '"mostPercent": 170');
    const refused = await nzrr('framework', 'check', file('bad.json', bad));
    expect(refused).toMatchObject({
      exit: 1,
      out: 'awards[3].versions[0].caps[0].mostPercent: A share is at most 100 percent. (cap-over-100)\n',
    });
    expect(JSON.parse((await nzrr('framework', 'check', 'bad.json', '--json')).out)).toMatchObject({
      ok: false,
      problems: [{ path: 'awards[3].versions[0].caps[0].mostPercent', code: 'cap-over-100' }],
    });
    expect((await nzrr('framework', 'check', file('text.json', 'no'))).exit).toBe(2);
    expect((await nzrr('framework', 'check', 'nowhere.json')).exit).toBe(2);
    expect((await nzrr('framework', 'check')).exit).toBe(2);
  });

  test('pathway: what is held, given and next, by refs or by a record; 1 when nothing is given, 2 for what cannot be used', async () => {
    const definitions = file('ladder.json', [
      { id: 'a-1', award: 'a', title: 'Invented A', parts: [{ ref: 'ra-1', role: 'outcome' }] },
      {
        id: 'b-1',
        award: 'b',
        title: 'Invented B',
        parts: [
          { ref: 'mf-1', role: 'module' },
          { ref: 'a-1', role: 'a' },
        ],
      },
      {
        id: 'd-1',
        award: 'd',
        title: 'Invented D',
        parts: [
          { ref: 'b-1', role: 'b' },
          { ref: 'b-2', role: 'b' },
        ],
      },
      { id: 'b-2', award: 'b', title: 'Invented B 2', parts: [{ ref: 'mf-2', role: 'module' }] },
    ]);
    const held = await nzrr('framework', 'pathway', definitions, '--framework', 'es', '--held', 'ra-1');
    expect(held.exit).toBe(0);
    for (const line of [
      '  b-1 Invented B: given by what is held',
      '  d-1 Invented D: one more completes it; missing mf-2',
      '    by grade-a: 1 of 1',
      '    completes d-1, b-2',
    ])
      expect(held.out).toContain(line);
    expect((await nzrr('framework', 'pathway', definitions, '--framework', 'es', '--held', 'none')).exit).toBe(1);
    expect((await nzrr('framework', 'pathway', definitions, '--framework', 'es', '--record', definitions)).exit).toBe(2);
    expect((await nzrr('framework', 'pathway', definitions, '--framework', 'es')).exit).toBe(2);
    expect((await nzrr('framework', 'import', definitions)).exit).toBe(2);
  });

  test('cases: 0 when all agree, 1 with what differs, 2 for another file', async () => {
    const all = await nzrr('framework', 'cases');
    expect(all.exit).toBe(0);
    for (const id of FRAMEWORK_IDS) expect(all.out).toMatch(new RegExp(`^${id}: (\\d+) of \\1 cases agree\\.$`, 'm'));
    const wrong = {
      framework: 'dk',
      invented: true,
      cases: [{ name: 'wrong', rule: 'none', do: 'convert', minutes: 444, expect: { amount: '2' } }],
    };
    expect(await nzrr('framework', 'cases', '--file', file('wrong.json', wrong))).toMatchObject({
      exit: 1,
      out: 'dk: 0 of 1 cases agree.\n  wrong: amount is "1", not "2"\n',
    });
    expect((await nzrr('framework', 'cases', '--file', file('other.json', { cases: 1 }))).exit).toBe(2);
    // A country that is not among ours yet.
    const country = file('new.json', frameworkFile('dk').replace('"id": "dk"', '"id": "xx"'));
    const one = { name: 'a day', rule: 'invented', do: 'convert', minutes: 444, expect: { amount: '1' } };
    const own = file('own.json', { framework: 'xx', invented: true, cases: [one] });
    expect((await nzrr('framework', 'cases', '--file', own)).exit).toBe(2);
    expect((await nzrr('framework', 'cases', '--file', own, '--framework', country)).exit).toBe(0);
    expect((await nzrr('framework', 'cases', '--framework', country)).exit).toBe(2);
    expect((await nzrr('framework', 'cases', '--file', own, '--framework', own)).exit).toBe(2);
    expect((await nzrr('framework', 'cases', 'xx')).exit).toBe(2);
  });
});

const part = (ref: string, role = 'core', minutes = 240, source = 'TR-1') => ({ ref, role, minutes, source });
const nc = {
  id: 'nc-1',
  award: 'nc',
  title: 'Invented Servicing NC II',
  level: '2',
  sector: 'ELC',
  parts: [part('c-2'), part('c-1')],
};
const other = {
  id: 'nc-2',
  award: 'nc',
  title: 'Invented Cookery NC II',
  level: '2',
  sector: 'TRS',
  parts: [part('d-1', 'core', 480, 'TR-2'), part('c-1')],
};
const head = ['--id', 't-1', '--title', 'Tailored', '--award', 'tailored'];

describe('nzrr compose', () => {
  test('unbundle, then bundle: the units, and the award again', async () => {
    file('nc.json', nc);
    expect((await nzrr('compose', 'unbundle', 'nc.json')).out).toBe('c-1  core  240 minutes\nc-2  core  240 minutes\n');
    file('both.json', [nc, other]);
    const made = await nzrr('compose', 'bundle', 'both.json', ...head, '--json');
    expect(made.exit).toBe(0);
    expect(JSON.parse(made.out)).toMatchObject({
      ok: true,
      once: ['c-1'],
      definition: { minutes: 960, parts: [{ ref: 'c-1' }, { ref: 'c-2' }, { ref: 'd-1' }] },
    });
    expect((await nzrr('compose', 'bundle', 'both.json', ...head)).out).toContain('c-1 (in several, counted once)');
  });

  test('unbundle into smaller awards: covered in full, or what is in none of them', async () => {
    file('whole.json', { ...nc, parts: [part('c-1'), part('c-2'), part('b-1', 'basic'), { ref: 'coc-1', role: 'coc' }] });
    const coc = (id: string, ...refs: readonly string[]) => ({
      id,
      award: 'coc',
      title: id,
      parts: refs.map((ref) => part(ref)),
    });
    file('some.json', [coc('coc-1', 'c-1')]);
    file('pieces.json', [coc('coc-1', 'c-1'), coc('coc-2', 'c-2')]);
    const into = (...words: string[]) => nzrr('compose', 'unbundle', 'whole.json', '--into', ...words);
    expect(await into('pieces.json', '--role', 'core')).toEqual({
      exit: 0,
      out: 'coc-1: c-1\ncoc-2: c-2\nAll 2 units are covered.\n',
      err: '',
    });
    expect(await into('some.json')).toMatchObject({ exit: 1, out: expect.stringContaining('In none of them: c-2, b-1\n') });
    expect(JSON.parse((await into('some.json', '--role', 'core', '--json')).out)).toEqual({
      pieces: ['coc-1'],
      covered: ['c-1'],
      open: ['c-2'],
    });
    expect((await into('some.json', '--role', 'elective')).exit).toBe(2);
    expect((await nzrr('compose', 'unbundle', 'whole.json', '--role', 'core')).exit).toBe(2);
  });

  test('bundle says whether it is vertical or horizontal, where two name their qualification', async () => {
    const named = (id: string, qualification: string, level: string) => ({ ...nc, id, level, listing: { qualification } });
    for (const [second, said] of [
      [named('nc-3', 'Servicing', '3'), 'Vertical bundling: one qualification across levels.\n'],
      [
        { ...named('nc-3', 'Cookery', '2'), parts: [part('d-1')] },
        'Horizontal bundling: qualifications of one sector and level.\n',
      ],
    ] as const) {
      file('two.json', [named('nc-1', 'Servicing', '2'), second]);
      expect((await nzrr('compose', 'bundle', 'two.json', ...head)).out).toContain(said);
    }
    expect((await nzrr('compose', 'bundle', 'both.json', ...head)).out).not.toContain('bundling');
  });

  test('check: what stands in the way of a definition, with its rule; 0 when nothing does', async () => {
    const tailored = {
      id: 't-1',
      award: 'micro-credential-ched',
      title: 'Tailored',
      parts: [{ ...part('c-1'), creditBearing: false }],
    };
    const found = await nzrr('compose', 'check', file('tailored.json', tailored), '--framework', 'ph');
    expect([found.exit, found.err]).toEqual([1, '']);
    expect(found.out).toMatch(/^t-1: .+ \(.+; .+\)$/m);
    expect(JSON.parse((await nzrr('compose', 'check', 'tailored.json', '--framework', 'ph', '--json')).out)).toMatchObject({
      ok: false,
      findings: expect.arrayContaining([expect.objectContaining({ definition: 't-1', check: 'non-credit' })]),
    });
    const language = await nzrr('compose', 'check', 'tailored.json', '--framework', 'ph', '--language', 'mi');
    expect(language.out).not.toBe(found.out);
    file('plain.json', { ...nc, parts: [part('c-1'), part('b-1', 'basic'), part('m-1', 'common')] });
    expect(await nzrr('compose', 'check', 'plain.json', '--framework', 'ph')).toMatchObject({
      exit: 0,
      out: 'nc-1: nothing stands in the way.\n',
    });
    for (const words of [
      ['plain.json'],
      ['plain.json', '--framework', 'xx'],
      ['plain.json', '--framework', 'dk'],
      ['plain.json', '--framework', 'ph', '--rule', '1999.1'],
      ['plain.json', '--framework', 'ph', '--as-of', '2024-02-31'],
      ['--framework', 'ph'],
    ])
      expect([words, (await nzrr('compose', 'check', ...words)).exit]).toEqual([words, 2]);
  });

  test('rebundle asks for two sources: exit 1 with the reason', async () => {
    expect((await nzrr('compose', 'rebundle', 'both.json', ...head)).exit).toBe(0);
    expect(await nzrr('compose', 'rebundle', 'nc.json', ...head)).toMatchObject({
      exit: 1,
      out: 'The units come from 1 sources, and at least 2 are needed. (too-few-sources)\n',
    });
  });

  test('package: days and price; a withdrawn course is refused', async () => {
    const course = (id: string, days: number, more: object = {}) => ({
      id,
      award: 'amu-certificate',
      title: id,
      minutes: days * 444,
      parts: [part('t', 'test')],
      ...more,
    });
    file('courses.json', [course('k-1', 3), course('k-2', 2)]);
    expect(await nzrr('compose', 'package', 'courses.json', '--on', '2024-05-01', '--participants', '12')).toMatchObject({
      exit: 0,
      out: '2 courses, 5 days, DKK 12480.00. Certificates: k-1, k-2.\n',
    });
    file('gone.json', [course('k-1', 3, { withdrawn: '2024-04-01' })]);
    expect(await nzrr('compose', 'package', 'gone.json', '--on', '2024-05-01')).toMatchObject({ exit: 1 });
    expect((await nzrr('compose', 'package', 'courses.json', '--on', 'soon')).exit).toBe(2);
  });

  test('claimable: upwards, and what one more unit completes', async () => {
    file('ladder.json', [
      { id: 'b-1', award: 'b', title: 'B', parts: [part('mf-1', 'module')] },
      { id: 'c-1', award: 'c', title: 'C', parts: [part('b-1', 'b'), part('b-2', 'b')] },
    ]);
    expect(await nzrr('compose', 'claimable', 'ladder.json', '--framework', 'es', '--held', 'mf-1')).toMatchObject({
      exit: 0,
      out: 'b-1: can be claimed\nc-1: needs b-2\nOne more, b-2, completes c-1.\n',
    });
    expect((await nzrr('compose', 'claimable', 'ladder.json', '--framework', 'es', '--held', 'x')).exit).toBe(1);
  });

  test('convert reads a size in every unit, and says what is left out', async () => {
    const { exit, out } = await nzrr('compose', 'convert', '1', '--from', 'nz');
    expect(exit).toBe(0);
    expect(out).toContain('nz  1 credit\nin  0.25 credit, 150 minutes left out\n');
    expect(out).toContain('dk  1 day, 156 minutes left out\n');
    expect((await nzrr('compose', 'convert', 'much', '--from', 'nz')).exit).toBe(2);
  });

  test('definitions: the awards that a country’s file makes, ready to take apart', async () => {
    file(
      'blocks.json',
      [1, 2].map((at) => ({ id: `RNCP0BC0${at}`, prefLabel: [`Bloc inventé ${at}`], competenciesSource: 'faire' })),
    );
    const made = await nzrr('compose', 'definitions', 'blocks.json', '--from', 'rncp-block');
    expect(made.exit).toBe(0);
    file('made.json', made.out);
    expect((await nzrr('compose', 'unbundle', 'made.json')).out).toBe('fr-RNCP0BC01  bloc\nfr-RNCP0BC02  bloc\n');
    expect((await nzrr('compose', 'definitions', 'blocks.json', '--from', 'es-certificado')).exit).toBe(1);
    expect((await nzrr('compose', 'definitions', 'blocks.json', '--from', 'tesda')).err).toContain('(not-this-format)');
    expect((await nzrr('compose', 'definitions', 'blocks.json', '--from', 'xml')).exit).toBe(2);
  });

  test('what cannot be read, and what is no definition, is exit 2 with a code', async () => {
    file('itself.json', { ...nc, parts: [part('nc-1')] });
    for (const [path, code] of [
      ['nowhere.json', 'not-readable'],
      ['itself.json', 'bundle-of-itself'],
    ] as const) {
      expect(JSON.parse((await nzrr('compose', 'unbundle', path, '--json')).out)).toMatchObject({ error: { code } });
      expect((await nzrr('compose', 'unbundle', path)).exit).toBe(2);
    }
    for (const verb of ['unbundle', 'bundle', 'rebundle', 'package', 'claimable', 'convert'])
      expect((await nzrr('compose', verb)).exit).toBe(2);
  });
});

const record = (
  framework: string | undefined,
  holds: readonly { id: string; minutes?: number; credits?: number; kind?: string; by: string }[],
) => ({
  type: 'RecognitionRecord',
  version: 1,
  ...(framework === undefined ? {} : { framework }),
  organisations: ['uni', 'other'].map((id) => ({
    id,
    name: `Invented ${id}`,
    kind: 'provider',
    accreditations: [{ from: '2010-01-01', to: null, scope: [{ kind: 'all' }] }],
  })),
  outcomes: holds.map(({ id, minutes, credits = 0, kind }) => ({
    id,
    code: id,
    version: null,
    name: `Outcome ${id}`,
    credits,
    level: framework === 'es' ? 3 : 5,
    field: null,
    subfield: null,
    domain: null,
    lineage: id,
    accredited: true,
    excludes: [],
    group: null,
    lastAssessment: null,
    ...(minutes === undefined ? {} : { size: { minutes, amount: String(minutes), unit: 'minute' } }),
    ...(kind === undefined ? {} : { kind }),
  })),
  achievements: holds.map(({ id, by }) => ({
    id: `a-${id}`,
    outcome: id,
    provider: by,
    date: '2025-03-01',
    result: 'achieved',
    mode: 'assessed',
    originalDate: null,
    source: null,
    status: 'confirmed',
    usedIn: [],
    alsoCountedIn: [],
  })),
});

describe('nzrr award assess in another framework', () => {
  test('a degree in India: exit 0 or 1, the decision, and every line of it', async () => {
    file(
      'yes.json',
      record('in', [
        { id: 'c', minutes: 108_000, by: 'uni' },
        { id: 'm', minutes: 108_000, kind: 'micro-credential', by: 'other' },
      ]),
    );
    const yes = await nzrr('award', 'assess', 'yes.json', '--framework', 'in', '--award', 'degree', '--json');
    expect(yes.exit).toBe(0);
    expect(JSON.parse(yes.out)).toMatchObject({
      framework: 'in',
      award: 'degree',
      version: '2025.1',
      eligible: true,
      minutes: 216_000,
      points: '600',
      use: 'debits',
      comparison: false,
    });
    file('no.json', record('in', [{ id: 'm', minutes: 216_000, kind: 'micro-credential', by: 'uni' }]));
    const no = await nzrr('award', 'assess', 'no.json', '--framework', 'in', '--award', 'degree');
    expect(no.exit).toBe(1);
    expect(no.out).toContain('Outcome m: not counted here, because no more may come from there.');
    expect(
      (await nzrr('award', 'assess', 'no.json', '--framework', 'in', '--award', 'degree', '--language', 'mi')).out,
    ).toContain('E toe ana: 120 whiwhinga.');
  });

  test('a New Zealand record is read for comparison, and says so', async () => {
    file('nz.json', record(undefined, [{ id: 'x', credits: 360, by: 'uni' }]));
    const { exit, out } = await nzrr(
      'award',
      'assess',
      'nz.json',
      '--framework',
      'in',
      '--award',
      'degree',
      '--institution',
      'uni',
    );
    expect(exit).toBe(0);
    expect(out).toContain('this is for comparison, and is no claim');
    expect(out).toContain('120 credits of at least 120 credits count.');
  });

  test('an award of named parts takes its definitions, and speaks its country’s language', async () => {
    file('es.json', record('es', [{ id: 'mf-1', minutes: 5400, by: 'uni' }]));
    file('b.json', { id: 'b-1', award: 'b', title: 'Módulo inventado', parts: [part('mf-1', 'module')] });
    const { exit, out } = await nzrr('award', 'assess', 'es.json', '--award', 'b', '--definitions', 'b.json', '--language', 'es');
    expect(exit).toBe(0);
    expect(out).toContain('Puede solicitar: Módulo inventado (Grado B: certificado de competencia).');
  });

  test('what is not there is exit 2 with its code', async () => {
    for (const [words, code] of [
      [['yes.json', '--framework', 'xx'], 'unknown-framework'],
      [['yes.json', '--framework', 'in', '--award', 'phd'], 'unknown-award'],
      [['yes.json', '--framework', 'in', '--award', 'degree', '--policy', '1999.1'], 'unknown-policy'],
      [['es.json', '--award', 'b'], 'unknown-definition'],
      [['es.json', '--award', 'b', '--definitions', 'nowhere.json'], 'not-readable'],
      [['yes.json', '--framework', 'in', '--award', 'degree', '--select', 'a-c'], 'not-selectable'],
    ] as const) {
      const { exit, out } = await nzrr('award', 'assess', ...words, '--json');
      expect([exit, JSON.parse(out)]).toMatchObject([2, { error: { code } }]);
    }
    expect((await nzrr('award', 'assess', 'yes.json', '--framework', 'in', '--language', 'es')).exit).toBe(2);
  });
});
