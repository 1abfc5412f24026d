import { describe, expect, test } from 'vitest';
import { type Agreement, covering } from './agreement.ts';

const AGREEMENT: Agreement = {
  reference: 'a',
  fromLineage: 'T1',
  fromAward: null,
  fromIssuer: null,
  toLineage: 'T2',
  toProvider: 'kea',
  from: '2024-01-01',
  to: '2026-12-31',
};
const WISH = { source: { lineage: 'T1', provider: 'weka' }, toLineage: 'T2', toProvider: 'kea', on: '2026-11-24' };

describe('an agreement covers', () => {
  test.each([
    ['what it names, on its first and last day', {}, WISH, 'a'],
    ['on its last day', {}, { ...WISH, on: '2026-12-31' }, 'a'],
    ['not the day after', {}, { ...WISH, on: '2027-01-01' }, null],
    ['not the day before', {}, { ...WISH, on: '2023-12-31' }, null],
    ['no other outcome', {}, { ...WISH, toLineage: 'T9' }, null],
    ['no other provider', {}, { ...WISH, toProvider: 'weka' }, null],
    ['results of the provider that it names', { fromIssuer: 'weka' }, WISH, 'a'],
    ['of no other', { fromIssuer: 'moa' }, WISH, null],
    [
      'an award of another place, whatever case and spaces',
      { fromLineage: null, fromAward: 'First  Aid ', fromIssuer: 'Red Cross' },
      { ...WISH, source: { award: 'first aid', issuer: 'RED CROSS' } },
      'a',
    ],
    [
      'not the same award of another issuer',
      { fromLineage: null, fromAward: 'First Aid', fromIssuer: 'Red Cross' },
      { ...WISH, source: { award: 'First Aid', issuer: 'Me' } },
      null,
    ],
  ] as const)('%s', (_, change, wish, reference) => {
    expect(covering([{ ...AGREEMENT, ...change }], wish)?.reference ?? null).toBe(reference);
  });
});
