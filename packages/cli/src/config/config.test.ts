import { expect, test } from 'vitest';
import { run } from '../run.ts';

async function nzrr(
  words: readonly string[],
  env: Record<string, string> = {},
): Promise<{ exit: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const exit = await run(words, { cwd: '/somewhere', env, out: (text) => (out += text), err: (text) => (err += text) });
  return { exit, out, err };
}

test('config shows every setting with its source, secrets masked', async () => {
  const { exit, out } = await nzrr(['config'], { PORT: '9090', KEY_STORE: 'https://kms.example', KEY_STORE_TOKEN: 'swordfish' });
  expect(exit).toBe(0);
  expect(out).toMatch(/^PORT +9090 {2}\(environment\)/m);
  expect(out).toMatch(/^KEY_STORE_TOKEN +\*{8} {2}\(environment\)/m);
  expect(out).not.toContain('swordfish');
  expect(JSON.parse((await nzrr(['config', '--json'])).out)).toContainEqual(
    expect.objectContaining({ name: 'PORT', value: '8080', source: 'default' }),
  );
});

test('a setting that is unusable is a sentence and exit 2', async () => {
  expect(await nzrr(['config'], { PORT: 'eighty' })).toEqual({
    exit: 2,
    out: '',
    err: 'PORT must be a port number, 0 to 65535.\n',
  });
});

test.each([['backup'], ['restore'], ['keys', 'rotate'], ['learners', 'merge'], ['learners', 'unmerge']])(
  '%s %s without its argument says so',
  async (...words) => {
    const { exit, err } = await nzrr(words.filter((word) => word !== undefined));
    expect(exit).toBe(2);
    expect(err).toMatch(/takes one/);
  },
);
