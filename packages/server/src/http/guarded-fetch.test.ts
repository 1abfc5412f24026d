import { expect, test } from 'vitest';
import { guardedFetch, isPublicAddress } from './guarded-fetch.ts';

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.20.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  '2001:db8::1',
  '2002:7f00:1::',
  'localhost',
  '',
])('%s is not on the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['1.1.1.1', '203.97.0.1', '2404:138::1'])('%s is on the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ['http://example.nz/', 'HTTPS'],
  ['https://127.0.0.1/', 'public internet'],
  ['https://[::1]/', 'public internet'],
  ['https://example.nz:8443/', 'usual port'],
  ['https://user:secret@example.nz/', 'password'],
  ['https://localhost/', 'no connection'],
  ['https://2130706433/', 'public internet'],
  ['nonsense', 'not a URL'],
])('%s is not asked', async (address, why) => {
  expect(await guardedFetch(address)).toMatchObject({ status: 'unreachable', detail: expect.stringContaining(why) });
});
