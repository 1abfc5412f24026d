import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { commands } from './index.ts';
import { run } from './run.ts';

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

/** The commands that contracts.md names, and those that the issue names beside them. */
const PROMISED = [
  'catalogue import',
  'catalogue export',
  'results import',
  'record export',
  'award assess',
  'credential verify',
  'backup',
  'restore',
  'config',
];

test('every promised command is there', () => {
  const names = commands.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(PROMISED));
  expect(new Set(names).size).toBe(names.length);
});

test.each(commands.map(({ name }) => name))('%s --help says how it is used, its exit codes and an example', async (name) => {
  const { exit, out, err } = await nzrr(...name.split(' '), '--help');
  expect([exit, err]).toEqual([0, '']);
  expect(out).toContain(`nzrr ${name}`);
  expect(out).toMatch(/^Exit:? 0|^Exit: /m);
});

test('without words, with help or --help the commands are listed; an unknown one is exit 2 with the list', async () => {
  for (const words of [[], ['help'], ['--help']]) {
    const { exit, out, err } = await nzrr(...words);
    expect([exit, err]).toEqual([0, '']);
    for (const { name, summary } of commands) expect(out).toMatch(new RegExp(`nzrr ${name} .*${summary.slice(0, 12)}`));
  }
  expect((await nzrr('award', '--help')).out).not.toContain('results import');
  const unknown = await nzrr('award', 'eat');
  expect([unknown.exit, unknown.out]).toEqual([2, '']);
  expect(unknown.err).toContain('There is no command "nzrr award eat".');
});

test('npx nzrr hands words, output and exit code over, from any folder', () => {
  const script = fileURLToPath(new URL('../nzrr.mjs', import.meta.url));
  const [good, bad] = [['config', '--json'], ['nothing']].map((words) =>
    spawnSync(process.execPath, [script, ...words], { cwd: '/', encoding: 'utf8' }),
  );
  expect([good?.status, JSON.parse(good?.stdout ?? '')]).toMatchObject([0, expect.any(Array)]);
  expect([bad?.status, bad?.stdout]).toEqual([2, '']);
});
