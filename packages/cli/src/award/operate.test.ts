import { expect, test } from 'vitest';
import { run } from '../run.ts';

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

test('a claim names one learner or how many generated ones, before anything is opened', async () => {
  for (const words of [
    [],
    ['--learner', '0'],
    ['--learner', '0000000101x'],
    ['--generated', '-3'],
    ['--learner', '1', '--generated', '2'],
    ['--learner', '1', '--unknown'],
    ['--generated', '2', '--threads', '-1'],
    ['--generated', '2', '--threads', '100000'],
  ]) {
    const { exit, err } = await nzrr('award', 'claim', ...words);
    expect([words, exit]).toEqual([words, 2]);
    expect(err).toContain('nzrr award claim --learner ID');
  }
});

test('a withdrawal needs an award and a reason', async () => {
  for (const words of [[], ['26-4K7Q-MX2P-9D3H'], ['26-4K7Q-MX2P-9D3H', '--reason', ' '], ['no-award', '--reason', 'x']]) {
    const { exit, err } = await nzrr('award', 'withdraw', ...words);
    expect([words, exit]).toEqual([words, 2]);
    expect(err).toContain('nzrr award withdraw <award> --reason TEXT');
  }
});

test('the help says that only the learner’s own request makes an award', async () => {
  const { exit, out } = await nzrr('award', 'claim', '--help');
  expect(exit).toBe(0);
  expect(out).toContain('Only on the learner');
});
