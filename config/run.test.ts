import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = join(root, 'config', 'run.mjs');

/** What a runner of tests tells its children is not told to the one that is started here. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV|RECOGNITION_)/.test(name)),
);

function npm(...words: readonly string[]): { readonly status: number | null; readonly lines: readonly string[] } {
  const done = spawnSync(process.execPath, [run, ...words], { cwd: root, env, encoding: 'utf8' });
  return { status: done.status, lines: `${done.stdout}${done.stderr}`.trimEnd().split('\n') };
}

test('npm test ends with a line of its own that counts, and fails on a skip when it is told to', () => {
  const passed = npm('test', '--project', 'unit', 'packages/client/src/client.test.ts');
  expect(passed.lines.at(-1)).toMatch(/^\d+ passed, 0 failed$/);
  expect(passed.status).toBe(0);
  // A test that is skipped, beside a real one, for this moment only.
  const file = join(root, 'packages', 'client', 'src', 'skipped-for-a-moment.test.ts');
  writeFileSync(
    file,
    `import { test } from 'vitest';\ntest('runs', () => undefined);\ntest.skip('is left out', () => undefined);\n`,
  );
  try {
    const skipped = npm('test', '--no-skips', '--project', 'unit', file);
    expect(skipped.lines.slice(-2)).toEqual([expect.stringMatching(/^skipped: .*is left out/), '1 passed, 0 failed, 1 skipped']);
    expect(skipped.status).toBe(1);
  } finally {
    rmSync(file, { force: true });
  }
});

test('a task that there is not is refused with those that there are', () => {
  const { status, lines } = npm('nothing');
  expect([status, lines.at(-1)]).toEqual([
    2,
    expect.stringMatching(/^There is no task "nothing"\. There are: start, test, check/),
  ]);
});

test('.ci/run checks, tests, and fails on any skip', () => {
  const script = readFileSync(join(root, '.ci', 'run'), 'utf8');
  expect(script).toMatch(/^npm run check$/m);
  expect(script).toMatch(/^npm test -- --no-skips$/m);
  // Where a step fails, so does the whole.
  const folder = mkdtempSync(join(tmpdir(), 'ci-'));
  try {
    writeFileSync(join(folder, 'npm'), '#!/bin/sh\necho "$@"\n[ "$1" != run ]\n', { mode: 0o755 });
    const done = spawnSync('bash', [join(root, '.ci', 'run')], {
      env: { ...env, PATH: `${folder}:${process.env['PATH'] ?? ''}` },
      encoding: 'utf8',
    });
    expect([done.status, done.stdout]).toEqual([1, 'run check\n']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
