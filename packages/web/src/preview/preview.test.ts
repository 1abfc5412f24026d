import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, test } from 'vitest';
import { counter } from './count.ts';
import { fromOrder, fromSerial, fromYearFirst } from './dates.ts';
import { guessColumns, missingColumns } from './guess-columns.ts';
import type { MendId } from './mends.ts';
import { LARGEST, type OpenedFile, openText, UnreadableFile } from './read-file.ts';
import { openSheet } from './xlsx.ts';

const TODAY = '2026-11-24';

async function count(opened: OpenedFile, mends: readonly MendId[] = []) {
  const mapping = guessColumns(opened.header, [], {});
  const counting = counter(mapping, mends, new Map(), TODAY);
  for await (const { records } of opened.pieces()) counting.add(records);
  return counting.counted();
}
const fileOf = (text: string | Uint8Array<ArrayBuffer>, name = 'a.csv'): File => new File([text], name);
const HEADER = 'NSN;Surname;First names;DOB;Unit standard;Version;Date achieved;Grade;Ref';

describe('dates', () => {
  test.each([
    ['07/03/2026', '2026-03-07', '2026-07-03'],
    ['19/10/2026', '2026-10-19', null],
    ['31.2.2026', null, null],
    ['7-Mar-26', '2026-03-07', null],
    ['1/2/98', '1998-02-01', '1998-01-02'],
  ])('%s', (text, dmy, mdy) => {
    expect([fromOrder(text, 'dmy'), fromOrder(text, 'mdy')]).toEqual([dmy, mdy]);
  });

  test('with the year first, and as a spreadsheet counts days', () => {
    expect(fromYearFirst('2026/03/07')).toBe('2026-03-07');
    expect(fromYearFirst('2026-03-07T00:00:00')).toBe('2026-03-07');
    expect(fromSerial('46088')).toBe('2026-03-07');
    expect(fromSerial('46088.5')).toBe('2026-03-07');
    expect(fromSerial('123')).toBeNull();
  });
});

describe('columns', () => {
  test('are told by what was said before, by their names, by their values', () => {
    const header = ['Student', 'Surname', 'Kōrero', 'DOB', 'Unit', 'Date achieved', 'X', 'Ref'];
    const samples = [['0000000102', 'Tīeke', 'z', '1998-04-11', '8104-2', '2025-01-01', 'A', 'h-1']];
    expect(guessColumns(header, samples, { kōrero: 'mode', unit: null })).toEqual([
      'nsn',
      'family_name',
      'mode',
      'date_of_birth',
      null,
      'date',
      'result',
      'reference',
    ]);
  });

  test('a reject file is taken as it is, without its reasons', () => {
    const header = ['nsn', 'outcome', 'code', 'message'];
    expect(guessColumns(header, [], {})).toEqual(['nsn', 'outcome', null, null]);
  });

  test('what is missing is said; a file of withdrawals needs little', () => {
    expect(missingColumns(['nsn', 'outcome', 'date', 'result', 'reference'])).toEqual(['date_of_birth', 'given_names']);
    expect(missingColumns(['action', 'reference'])).toEqual([]);
  });
});

describe('a CSV', () => {
  const text = `${HEADER}
0000000102;Tīeke;Hēmi;11/04/1998;8104-2;2.0;07/03/2025;Pass;h-1
0000000102;Tīeke;Hēmi;1998-04-11;8104-2;;2025-03-07;A;h-2
102;Tīeke;Hēmi;1998-04-11;8104-2;;2025-03-07;A;h-3
0000000102;Tīeke;Hēmi
`;

  test('of another country is counted by reason, with what mends it and what is broken', async () => {
    const opened = await openText(fileOf(text));
    expect(opened.separator).toBe(';');
    const { rows, passed, problems, codes } = await count(opened);
    expect({ rows, passed, codes }).toEqual({ rows: 4, passed: 1, codes: ['8104-2'] });
    expect(problems).toMatchObject([
      {
        code: 'birth-date-malformed',
        count: 1,
        first: [{ row: 1, cells: ['11/04/1998', 'h-1'], become: '1998-04-11' }],
        mends: [{ id: 'dates-dmy' }, { id: 'dates-mdy' }],
      },
      { code: 'nsn-malformed', first: [{ row: 3, become: '0000000102' }], mends: [{ id: 'nsn-zeros' }] },
      { code: 'field-count', count: 1, columns: [] },
    ]);
  });

  test('is right once all is mended, and what was right is not touched', async () => {
    const mends: readonly MendId[] = ['dates-dmy', 'version-whole', 'result-words', 'nsn-zeros'];
    const { problems, passed } = await count(await openText(fileOf(text)), mends);
    expect(problems.map(({ code }) => code)).toEqual(['field-count']);
    expect(passed).toBe(3);
  });

  test('in the letters of an old spreadsheet is read so', async () => {
    const old = new Uint8Array([...new TextEncoder().encode(`${HEADER}\n0000000102;`), 0xe9, 0x0a]);
    expect((await openText(fileOf(old))).encoding).toBe('windows-1252');
  });

  test('packed is unpacked', async () => {
    const packed = new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')));
    const opened = await openText(fileOf(new Uint8Array(await packed.arrayBuffer()), 'a.csv.gz'));
    expect((await count(opened)).rows).toBe(4);
  });

  test('that is empty, is JSON, or is larger than the limit is refused by name, unread', async () => {
    const code = async (file: File): Promise<string> =>
      openText(file).then(
        () => 'read',
        (error: unknown) => (error instanceof UnreadableFile ? error.code : 'other'),
      );
    const large = fileOf('x');
    Object.defineProperty(large, 'size', { value: LARGEST + 1 });
    Object.defineProperty(large, 'stream', { value: () => expect.fail('it was read') });
    expect([await code(fileOf('')), await code(fileOf('{"nsn":"1"}')), await code(large)]).toEqual([
      'empty',
      'json',
      'too-large',
    ]);
  });
});

describe('a spreadsheet', () => {
  async function book(sheet: string): Promise<File> {
    const zip = new ZipWriter(new BlobWriter());
    const add = (name: string, xml: string) => zip.add(name, new TextReader(`<?xml version="1.0"?>${xml}`));
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    await add(
      'xl/workbook.xml',
      `<workbook ${main} xmlns:r="urn:r"><sheets><sheet name="Hidden" state="hidden" r:id="r0"/><sheet name="Results" r:id="r1"/></sheets></workbook>`,
    );
    await add(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    );
    await add('xl/sharedStrings.xml', `<sst ${main}><si><t>NSN</t></si><si><r><t>Sur</t></r><r><t>name</t></r></si></sst>`);
    await add('xl/styles.xml', `<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`);
    await add(
      'xl/worksheets/sheet1.xml',
      `<worksheet ${main}><sheetData>${sheet}</sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells></worksheet>`,
    );
    return new File([await zip.close()], 'a.xlsx');
  }

  test('gives formulas’ kept values, days as dates, and tells of merged cells', async () => {
    const file = await book(
      `<row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>DOB</t></is></c><c r="D1" t="str"><v>Ref</v></c></row>
       <row><c r="A2"><f>1+1</f><v>1.23456789E8</v></c><c r="B2" t="inlineStr"><is><t>Tīeke</t></is></c><c r="C2" s="1"><v>46088</v></c><c r="D2"><f>X()</f></c></row>
       <row><c r="A3" t="e"><v>#REF!</v></c><c r="D3" t="str"><v>h-2</v></c></row>`,
    );
    const opened = await openSheet(file, null);
    expect(opened).toMatchObject({ header: ['NSN', 'Surname', 'DOB', 'Ref'], sheets: ['Results'] });
    const rows: (readonly string[])[] = [];
    for await (const { records } of opened.pieces()) rows.push(...records.map(({ cells }) => cells));
    expect(rows).toEqual([
      ['123456789', 'Tīeke', '2026-03-07', ''],
      ['#REF!', '', '', 'h-2'],
    ]);
    expect(opened.notes()).toEqual({ formulas: 2, withoutValue: 1, errors: 1, dates: 1, merged: ['B2:B3'] });
  });

  test('that is none is called damaged', async () => {
    await expect(openSheet(fileOf('PK no zip', 'a.xlsx'), null)).rejects.toMatchObject({ code: 'sheet-damaged' });
  });
});
