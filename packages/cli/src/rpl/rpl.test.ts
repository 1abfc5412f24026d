import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../run.ts';

async function nzrr(...words: readonly string[]): Promise<{ exit: number; err: string }> {
  let err = '';
  const exit = await run(words, { cwd: '/nowhere', env: {}, out: () => undefined, err: (text) => void (err += text) });
  return { exit, err };
}

test('what is not named is asked for, before anything is opened', async () => {
  for (const words of [
    ['rpl', 'list'],
    ['rpl', 'list', '--provider', 'x', '--pile', 'lost'],
    ['rpl', 'decide', '1047', '--provider', 'x', '--as', 'a@example.test'],
    ['rpl', 'decide', '1047', 'f.json', '--provider', 'x'],
    ['rpl', 'decide', 'x', 'f.json', '--provider', 'x', '--as', 'a@example.test'],
    ['transfer-agreement', 'import'],
  ]) {
    const { exit, err } = await nzrr(...words);
    expect([words, exit]).toEqual([words, 2]);
    expect(err).toContain(`nzrr ${words[0]} ${words[1]}`);
  }
});

test('a file that is no decision, or no list of agreements, is refused with what is wrong in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rpl-'));
  const file = join(folder, 'judged.json');
  writeFileSync(file, JSON.stringify({ outcomes: [{ outcome: 'HE01', decision: 'perhaps' }] }));
  const decided = await nzrr('rpl', 'decide', '1047', file, '--provider', 'x', '--as', 'a@example.test');
  expect(decided).toMatchObject({ exit: 2, err: expect.stringContaining('outcomes.0.decision') });
  writeFileSync(file, '{}');
  expect(await nzrr('transfer-agreement', 'import', file)).toMatchObject({
    exit: 2,
    err: expect.stringContaining('not-agreements'),
  });
});
