import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aFile } from '../test-scene.ts';
import { csvLine } from './columns.ts';
import { type CsvRecord, csvReader, LONGEST_RECORD } from '@recognition/recognition/results';
import { openResults, type ReadRow } from './rows.ts';

const HEADER = 'provider,nsn,family_name,given_names,date_of_birth,outcome,date,result,reference';
const LINE = 'test-kea,0000100001,Rimu,Mere,1990-05-04,T2,2023-03-01,A,r-1';

async function read(content: string | Uint8Array): Promise<ReadRow[]> {
  const file = await openResults(aFile(content), { bytesRead: 0 });
  const rows: ReadRow[] = [];
  for await (const piece of file.pieces) rows.push(...piece);
  return rows;
}

function records(text: string, cut = text.length): CsvRecord[] {
  const reader = csvReader();
  const found: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += cut) found.push(...reader.push(text.slice(at, at + cut)));
  return [...found, ...reader.end()];
}

describe('a file that can be read', () => {
  test.each([
    ['plain', `${HEADER}\n${LINE}\n`],
    ['without a last line end', `${HEADER}\n${LINE}`],
    ['with CRLF', `${HEADER}\r\n${LINE}\r\n`],
    ['with a byte order mark', `\ufeff${HEADER}\n${LINE}\n`],
    ['with blank lines', `${HEADER}\n\n${LINE}\n\r\n\n`],
    ['with every cell quoted', `${HEADER}\n"${LINE.replaceAll(',', '","')}"\n`],
    ['gzip', gzipSync(`${HEADER}\n${LINE}\n`)],
    ['gzip in two members', Buffer.concat([gzipSync(`${HEADER}\n`), gzipSync(`${LINE}\n`)])],
    ['with white space around cells', `${HEADER}\n${LINE.replaceAll(',', ' , ')} \n`],
    [
      'as NDJSON',
      '{"provider":"test-kea","nsn":"0000100001","family_name":"Rimu","given_names":"Mere","date_of_birth":"1990-05-04","outcome":"T2","date":"2023-03-01","result":"A","reference":"r-1"}\n',
    ],
  ])('%s', async (_, content) => {
    const rows = await read(content);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      row: 1,
      fault: null,
      reported: { provider: 'test-kea', nsn: '0000100001', family_name: 'Rimu', reference: 'r-1', mode: '' },
    });
  });

  test('columns may come in any order and those not needed may be absent', async () => {
    const columns = HEADER.split(',').reverse();
    const rows = await read(`${columns.join(',')}\n${LINE.split(',').reverse().join(',')}\n`);
    expect(rows[0]?.reported).toMatchObject({ nsn: '0000100001', reference: 'r-1', action: '' });
  });

  test('the columns that a reject file adds are passed over', async () => {
    const rows = await read(`${HEADER},code,message\n${LINE},nsn-malformed,"The NSN, it is said, is wrong"\n`);
    expect(rows[0]).toMatchObject({ fault: null, reported: { reference: 'r-1' } });
  });

  test('a quoted line end stays in its cell', async () => {
    const rows = await read(`${HEADER}\n${LINE.replace('Mere', '"Mere\nHine"')}\n${LINE}\n`);
    expect(rows.map((row) => row.reported?.given_names)).toEqual(['Mere\nHine', 'Mere']);
  });
});

describe('a file that cannot be used', () => {
  test.each([
    ['empty', '', 'file-empty'],
    ['nothing but white space', '\n \n', 'file-empty'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${HEADER}\n${LINE}`, 'utf16le'), 'file-utf-16'],
    ['UTF-16 without a mark', Buffer.from(`${HEADER}\n${LINE}`, 'utf16le'), 'file-utf-16'],
    ['a spreadsheet', Buffer.from('504b0304140000000800', 'hex'), 'file-not-text'],
    ['a wrong header', `name,surname\n${LINE}\n`, 'header-unknown-column'],
    ['a misspelt column', `${HEADER.replace('date_of_birth', 'birthdate')}\n${LINE}\n`, 'header-unknown-column'],
    ['a column twice', `${HEADER},nsn\n${LINE},1\n`, 'header-duplicate-column'],
    ['a column missing', `${HEADER.replace('nsn,', '')}\n`, 'header-missing-column'],
    ['semicolons', `${HEADER.replaceAll(',', ';')}\n`, 'header-separator'],
    ['old line endings', `${HEADER}\r${LINE}\r`, 'header-line-endings'],
    ['one endless line', 'x,'.repeat(1_000_000), 'header-line-endings'],
    ['gzip cut off', gzipSync(`${HEADER}\n${`${LINE}\n`.repeat(5000)}`).subarray(0, 400), 'gzip-truncated'],
    ['gzip damaged', Buffer.concat([gzipSync(`${HEADER}\n`).subarray(0, 12), Buffer.alloc(200, 255)]), 'gzip-broken'],
    ['a gzip bomb', gzipSync(Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.alloc(64 * 2 ** 20, 'x')])), 'gzip-bomb'],
  ])('%s', async (_, content, code) => {
    await expect(read(content)).rejects.toMatchObject({ code, status: 422 });
  });

  test('says which column', async () => {
    await expect(read(`${HEADER},grade\n`)).rejects.toThrow('(grade)');
    await expect(read('nsn,reference\n')).rejects.toThrow('family_name');
  });
});

describe('one bad row does not cost its neighbours', () => {
  test.each([
    ['too many cells', `${LINE},more`, 'field-count'],
    ['too few cells', 'a,b', 'field-count'],
    ['a quote that never closes', LINE.replace('Mere', '"Mere'), 'broken-quotes'],
    ['text after a closing quote', LINE.replace('Mere', '"Me"re'), 'broken-quotes'],
    ['a million columns', ','.repeat(1_000_000), 'row-too-long'],
    ['a zero byte', LINE.replace('Mere', 'Me\0re'), 'forbidden-character'],
    ['bytes that are not UTF-8', Buffer.from(LINE.replace('Mere', 'Zo\xeb'), 'latin1'), 'not-utf-8'],
  ])('%s', async (_, bad, fault) => {
    const rows = await read(
      Buffer.concat([Buffer.from(`${HEADER}\n${LINE}\n`), Buffer.from(bad), Buffer.from(`\n${LINE}\n${LINE}\n`)]),
    );
    expect(rows.map((row) => row.fault)).toEqual([null, fault, null, null]);
    expect(rows.map((row) => row.row)).toEqual([1, 2, 3, 4]);
  });

  test.each([
    ['no JSON', '{"nsn":', 'json-malformed'],
    ['a list', '["nsn"]', 'json-malformed'],
    ['nested as deep as it goes', `{"nsn":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, 'json-not-text'],
    ['an unknown key', '{"nsn":"0000100001","grade":"A"}', 'json-unknown-key'],
    ['a prototype', '{"__proto__":"x"}', 'json-unknown-key'],
    ['an NSN as a number', '{"nsn":100001}', 'json-not-text'],
    ['a huge number', '{"version":1e400}', 'json-not-text'],
    ['an endless line', `{"nsn":"${'1'.repeat(1_000_000)}"}`, 'row-too-long'],
    ['half a letter', '{"reference":"\\ud800"}', 'not-utf-8'],
    ['a zero byte', '{"reference":"\\u0000"}', 'forbidden-character'],
  ])('NDJSON: %s', async (_, bad, fault) => {
    const good = '{"reference":"r-1","version":2}';
    const rows = await read(`${good}\n${bad}\n${good}\n`);
    expect(rows.map((row) => row.fault)).toEqual([null, fault, null]);
    expect(rows[0]?.reported).toMatchObject({ reference: 'r-1', version: '2', nsn: '' });
  });
});

describe('CSV', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'ā', '"', ',', '\n', '\r\n', ' ', '1') })
    .filter((text) => text !== '' && !text.endsWith('\r'));

  test('what is written is read back, wherever the pieces are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, cut) => {
          const text = `a,b,c\n${rows.map((row) => `${csvLine(row)}\n`).join('')}`;
          expect(
            records(text, cut)
              .slice(1)
              .map(({ cells, fault }) => ({ cells, fault })),
          ).toEqual(rows.map((cells) => ({ cells: [...cells], fault: null })));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('memory stays bounded when a quote never closes', () => {
    const reader = csvReader();
    reader.push('a,b\n');
    let found = 0;
    for (let n = 0; n < 20; n += 1) found += reader.push(`"open,${'x'.repeat(LONGEST_RECORD / 2)}\n`).length;
    expect(found).toBeGreaterThan(15);
  });
});
