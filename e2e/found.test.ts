import { expect } from 'vitest';
import { baseUrl, expectAccessible, FLOW_VIEWS, journey, signIn, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    accept: /^Accept/,
    accepted: 'You accepted.',
    search: 'Search',
    some: /people/,
    kept: /skills only/,
    graph: /joined to the/,
  },
  mi: {
    accept: /^Whakaae/,
    accepted: 'I whakaae koe.',
    search: 'Rapua',
    some: /tāngata/,
    kept: /pūkenga anake/,
    graph: /e hono ana/,
  },
} as const;

for (const view of FLOW_VIEWS) {
  const words = WORDS[view.language];
  const at = (path: string): string => `${baseUrl()}${path}${path.includes('?') ? '&' : '?'}lang=${view.language}`;

  journey('somebody who is found accepts, and an employer reads what they can do', view, async (page, context) => {
    await signIn(page, 'marama', view.language);
    await page.goto(at('/record/skills'));
    await page.locator('table.skills').first().waitFor();
    expect(await page.getByRole('img', { name: words.graph }).count()).toBeGreaterThan(0);
    await expectAccessible(page);
    await page.goto(at('/record/found'));
    const approach = page.getByRole('article', { name: 'Care team lead' });
    await approach.waitFor();
    await expectAccessible(page);
    // The demonstration has one approach: in a later view it was accepted already.
    const accept = approach.getByRole('button', { name: words.accept });
    if ((await accept.count()) > 0) await accept.click();
    await expect.poll(() => approach.innerText()).toContain(words.accepted);

    await context.clearCookies();
    await signIn(page, 'edith', view.language);
    await page.goto(at('/talent'));
    await page.locator('[aria-labelledby="asked"]').getByRole('link', { name: 'Mārama Kōtare' }).first().click();
    await page.locator('table.skills').first().waitFor();
    expect(await page.locator('main').innerText()).toMatch(words.kept);
    expect(await page.locator('[aria-labelledby="outcomes"]').count()).toBe(0);
    await page.locator('#compare').selectOption({ index: 1 });
    await page.locator('.gap-list > li').first().waitFor();
    await expectAccessible(page);

    await page.goto(at('/talent/find'));
    await page.locator('#find-role').selectOption({ label: 'Care team lead' });
    await page.getByRole('button', { name: words.search, exact: true }).click();
    await expect
      .poll(() => page.locator('[aria-labelledby="people-found"] h3').allInnerTexts())
      .toContainEqual(expect.stringMatching(words.some));
    await expectAccessible(page);
    await page.goto(at('/demand?region=wellington'));
    await page.locator('.demand-plot').waitFor();
    await expectAccessible(page);
  });
}
