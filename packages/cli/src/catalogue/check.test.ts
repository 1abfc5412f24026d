import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCatalogue, nzrrHere } from '../test-product.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-'));
const check = (name: string, content: string, ...words: readonly string[]) => {
  writeFileSync(join(folder, name), content);
  return nzrrHere(folder, ['catalogue', 'check', name, ...words]);
};

test('a definition that names no skill cannot be listed, and the finding says so with its rule; one that is whole may be', async () => {
  const whole = JSON.parse(aCatalogue());
  const [first, second] = whole.outcomes;
  const asked = JSON.stringify({ ...whole, outcomes: [{ ...first, skills: [] }, second] });
  const { exit, out } = await check('catalogue.json', asked);
  expect([exit, out]).toEqual([1, expect.stringContaining('k-1  Invented outcome 1: cannot be listed yet\n')]);
  expect(out).toMatch(/ {2}error: skills: .+ \(.+\)\n/u);
  const answer = JSON.parse((await check('catalogue.json', asked, '--json')).out);
  expect(answer[0]).toMatchObject({ ready: false });
  const skills = answer.map(
    ({ findings }: { findings: readonly { check: string; severity: string }[] }) =>
      findings.filter((one) => one.check === 'skills' && one.severity === 'error').length,
  );
  expect(skills).toEqual([1, 0]);
});

test('what is no catalogue is refused with why', async () => {
  expect(await check('none.json', '{')).toMatchObject({ exit: 2, err: expect.stringContaining('not-json') });
  expect((await nzrrHere(folder, ['catalogue', 'check'])).exit).toBe(2);
});
