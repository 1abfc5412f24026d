import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publishedChecks, ruleVersions } from './index.ts';

test('docs/reference/micro-credential-checks.md holds every published check of every rule, and no other', () => {
  const page = readFileSync(new URL('../../../../docs/reference/micro-credential-checks.md', import.meta.url), 'utf8');
  for (const { version, from } of ruleVersions()) {
    const chapter = page.split(`## The rule ${version}, in force from ${from}\n`)[1]?.split('\n## ')[0] ?? '';
    const rows = chapter.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows).toEqual(
      publishedChecks({ version }).map(({ check, says, source }) => `| \`${check}\` | ${says.en} | ${source} |`),
    );
  }
});
