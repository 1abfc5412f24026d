import { expect, test } from 'vitest';
import { readDepositFile } from '../src/ledger/deposit-file.ts';

const HEADER = 'reference,nsn,family_name,given_names,date_of_birth,code,title,credits,earned,mode,evidence,valid_years';

test('a file of deposits is read by its header, with what may be absent left to its default', () => {
  const file = `\uFEFF${HEADER}\r\nr-1,0000000111,Bulbul,Asha,1999-10-05,BUL-1,"Goods, moved",0.25,2025-01-02,rpl,https://a.example/1 https://a.example/2,3\n`;
  expect(readDepositFile(file)).toEqual({
    ok: true,
    rows: [
      {
        learner: { nsn: '0000000111', familyName: 'Bulbul', givenNames: 'Asha', birthDate: '1999-10-05' },
        reference: 'r-1',
        code: 'BUL-1',
        title: 'Goods, moved',
        kind: 'course',
        level: null,
        credits: '0.25',
        earned: '2025-01-02',
        validYears: 3,
        mode: 'rpl',
        evidence: ['https://a.example/1', 'https://a.example/2'],
      },
    ],
  });
});

test.each([
  ['nsn,title\n1,2\n', 'missing-column', 'family_name'],
  [`${HEADER},colour\n`, 'unknown-column', 'colour'],
  [`${HEADER}\n`, 'no-rows', ''],
  [`${HEADER}\nonly,two\n`, 'broken-row', '1'],
  ['', 'missing-column', 'nsn'],
] as const)('%j is unusable: %s', (text, code, at) => {
  expect(readDepositFile(text)).toEqual({ ok: false, code, at });
});
