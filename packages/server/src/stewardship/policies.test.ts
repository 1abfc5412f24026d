import { loadFramework, nz } from '@recognition/recognition';
import { expect, test } from 'vitest';
import { policyTables } from './policies.ts';

test('versions stand side by side, oldest first, and what differs is marked', () => {
  const [award] = nz.awards;
  const [first] = award!.versions;
  const two = loadFramework({
    ...nz,
    awards: [{ ...award, versions: [{ ...first, version: '2030.1', from: '2030-01-01', windowYears: 8 }, first] }],
  });
  const [table] = policyTables(two);
  expect(table?.versions.map(({ version }) => version)).toEqual([first!.version, '2030.1']);
  const differing = table?.parameters.filter(({ differs }) => differs);
  expect(differing).toEqual([{ name: 'windowYears', values: ['7', '8'], differs: true }]);
  expect(table?.parameters.find(({ name }) => name === 'minCredits')).toEqual({
    name: 'minCredits',
    values: ['40', '40'],
    differs: false,
  });
});
