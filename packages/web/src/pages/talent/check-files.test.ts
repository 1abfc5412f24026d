import { expect, test } from 'vitest';
import { answersAsCsv, titleOf } from './check-files.ts';

test('a credential is named by what its subject achieved, else by itself, else not at all', () => {
  expect(titleOf('{"name":"x","credentialSubject":{"achievement":{"name":"An ALQ"}}}')).toBe('An ALQ');
  expect(titleOf('{"name":"x"}')).toBe('x');
  for (const text of ['[]', '{"name":7}', 'not json', 'null']) expect(titleOf(text)).toBeNull();
});

test('a cell never runs as a formula, and quotes stay within it', () => {
  expect(answersAsCsv(['File'], [['=1+1'], ['a "b", c'], ['@x'], ['Mārama']])).toBe(
    '\uFEFFFile\r\n\'=1+1\r\n"a ""b"", c"\r\n\'@x\r\nMārama\r\n',
  );
});
