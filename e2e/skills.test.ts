import { expect } from 'vitest';
import { baseUrl, expectAccessible, FLOW_VIEWS, journey, signIn, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    name: 'Name',
    code: 'Code',
    begin: /^Begin$/,
    refuse: /^Not this one: /,
    same: /^The same: /,
    decided: 'Decided.',
    outcomes: 'Outcomes that name it',
  },
  mi: {
    name: 'Ingoa',
    code: 'Waehere',
    begin: /^Tīmata$/,
    refuse: /^Ehara i tēnei: /,
    same: /^He ōrite: /,
    decided: 'Kua whakatauria.',
    outcomes: 'Ngā hua e tapa ana i tēnei',
  },
} as const;

for (const view of FLOW_VIEWS) {
  const words = WORDS[view.language];
  const at = (path: string): string => `${baseUrl()}${path}${path.includes('?') ? '&' : '?'}lang=${view.language}`;

  journey(
    'what is written suggests skills with why; the answers are kept; a steward joins two schemes',
    view,
    async (page, context) => {
      await signIn(page, 'tama', view.language);
      await page.goto(at('/outcomes/new'));
      await page.getByLabel(words.name, { exact: true }).fill('Clean hands to prevent infection, and keep records of it');
      await page.getByLabel(words.code, { exact: true }).fill(`SK${Date.now() % 1_000_000}`);
      await page.getByRole('button', { name: words.begin }).click();
      const suggested = page.locator('.suggested li');
      await suggested.first().waitFor();
      expect(await page.locator('.suggested').innerText()).toMatch(/infection/);
      await expectAccessible(page);
      const refused = (await suggested.first().locator('button.btn').innerText()).replace(/^\+ /u, '');
      await suggested.first().getByRole('button', { name: words.refuse }).click();
      await expect.poll(async () => page.locator('.suggested').innerText()).not.toContain(`+ ${refused}\n`);
      const kept = page.waitForResponse(
        (answer) => answer.url().endsWith('/api/v1/skills/answers') && answer.request().method() === 'POST',
      );
      await suggested.first().locator('button.btn').click();
      expect((await kept).status()).toBe(204);
      await page.locator('.picked li').waitFor();
      await page.reload();
      await suggested.first().waitFor();
      expect(await page.locator('.suggested').innerText()).not.toContain(`+ ${refused}\n`);

      await context.clearCookies();
      await signIn(page, 'kahu', view.language);
      await page.goto(at('/stewardship/skills'));
      await page.getByText('words-and-labels').first().waitFor();
      await page.getByRole('button', { name: words.same }).first().waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: words.same }).first().click();
      await page.getByText(words.decided).waitFor();

      await context.clearCookies();
      await page.goto(at('/skills/nzrr-skills/prevent-infection'));
      await page.getByRole('heading', { name: words.outcomes }).waitFor();
      expect(await page.locator('main').innerText()).toContain('Infection control');
      await expectAccessible(page);
      await page.goto(at('/skills'));
      await expectAccessible(page);
    },
  );
}
