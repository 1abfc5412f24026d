import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../run.ts';
import { readLearner, readPlace } from './place.ts';

async function nzrr(...words: readonly string[]): Promise<{ exit: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const exit = await run(words, {
    cwd: '/nowhere',
    env: {},
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { exit, out, err };
}

test('a bank is named with its framework, a learner by number', () => {
  expect(readPlace('in/abc')).toEqual({ framework: 'in', name: 'abc' });
  expect([readPlace('abc'), readPlace('IN/abc'), readPlace(undefined)]).toEqual([null, null, null]);
  expect([readLearner('1049600'), readLearner('0000000111'), readLearner('x')]).toEqual([1_049_600, null, null]);
});

test('what is not named is asked for, before anything is opened', async () => {
  for (const words of [
    ['bank', 'deposit', 'a.csv', '--bank', 'in/abc'],
    ['bank', 'deposit', '--bank', 'in/abc', '--institution', 'x'],
    ['bank', 'statement', '--learner', '0000000111', '--bank', 'in/abc'],
    ['bank', 'admit', 'x', '--bank', 'in/abc', '--from', 'yesterday'],
    ['learning-account', 'open', '--learner', '1', '--account', 'sg'],
    ['learning-account', 'statement', '--learner', '0'],
  ]) {
    const { exit, err } = await nzrr(...words);
    expect([words, exit]).toEqual([words, 2]);
    expect(err).toContain(`nzrr ${words[0]} ${words[1]}`);
  }
});

test('a file without its columns is refused as a whole, with the column that is missing', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'deposit-')), 'bad.csv');
  writeFileSync(file, 'nsn,title\n1,2\n');
  const { exit, err } = await nzrr('bank', 'deposit', file, '--bank', 'in/abc', '--institution', 'x');
  expect(exit).toBe(2);
  expect(err).toContain('missing-column family_name');
});
