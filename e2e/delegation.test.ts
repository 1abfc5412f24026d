import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, expectAccessible, further, FLOW_VIEWS, journey, type Language, signIn, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    act: 'Act for Hana Kea',
    back: 'Back to myself',
    name: 'Name them',
    end: /^End it/,
    take: 'Take the code',
    letIn: 'Let them in',
  },
  mi: {
    act: 'Mahi mō Hana Kea',
    back: 'Hoki ki ahau anō',
    name: 'Whakaingoatia',
    end: /^Whakamutua/,
    take: 'Tangohia te waehere',
    letIn: 'Tukuna kia uru',
  },
} as const;

async function open(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(`${baseUrl()}${path}?lang=${language}`);
  await page.locator('h1').waitFor();
}

for (const view of FLOW_VIEWS) {
  const words = WORDS[view.language];

  journey('a guardian steps in for a learner, sees for whom on every page, and steps back', view, async (page) => {
    await signIn(page, 'tawera', view.language);
    await open(page, '/account/acting', view.language);
    await page.getByRole('button', { name: words.act }).click();
    await page.locator('aside.acting').waitFor();
    await page.locator('.stack, .display').first().waitFor();
    expect(await page.locator('aside.acting').innerText()).toContain('Hana Kea');
    await expectAccessible(page);
    await open(page, '/verify', view.language);
    await page.locator('aside.acting').waitFor();
    await expectAccessible(page);
    // The page of the server has no script: its button is a form.
    await page.getByRole('button', { name: words.back }).click();
    await page.waitForURL(/\/account\/acting/);
    await page.getByRole('button', { name: words.act }).waitFor();
    expect(await page.locator('aside.acting').count()).toBe(0);
  });

  further('a learner of school age is told that a guardian shares for her, and sees who acted', view, async (page) => {
    await signIn(page, 'hana', view.language);
    await open(page, '/record/shares/new', view.language);
    await page.locator('.picks .pick input').first().check();
    await page.locator('#audience').fill('A friend');
    await page.locator('#purpose').fill('A trial');
    await page.locator('form.sharing button[type=submit]').click();
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await open(page, '/record/delegates', view.language);
    await page.locator('.consents li').first().waitFor();
    expect(await page.locator('.consents').first().innerText()).toContain('Tāwera Kea');
    await expectAccessible(page);
  });

  further(
    'a learner names somebody, who takes the code, acts, and is out when the learner says so',
    view,
    async (page, context) => {
      await signIn(page, 'wiremu', view.language);
      await open(page, '/record/delegates', view.language);
      await page.locator('#named').fill(`Taku whaea ${view.language}`);
      await page.locator('input[name=share]').check();
      await page.getByRole('button', { name: words.name }).click();
      const code = await page.locator('.code-shown').innerText();
      await expectAccessible(page);
      const other = await context.browser()!.newContext({ viewport: { width: view.width, height: 800 } });
      const delegate = await other.newPage();
      // Five codes an hour may be tried by one account: all eight views are more than one person may walk.
      await signIn(delegate, view.language === 'en' ? 'tawera' : 'nikau', view.language);
      await open(delegate, '/account/acting', view.language);
      await expectAccessible(delegate);
      await delegate.locator('#code').fill(code.toLowerCase());
      await delegate.getByRole('button', { name: words.take }).click();
      const go = delegate.getByRole('button', { name: /Wiremu Matuku/ }).first();
      await go.click();
      await delegate.locator('aside.acting').waitFor();
      await page.reload();
      await page.getByRole('button', { name: words.end }).first().click();
      await expect.poll(() => page.getByRole('button', { name: words.end }).count()).toBe(0);
      await open(delegate, '/record', view.language);
      await delegate.getByRole('alert').waitFor();
      expect(await delegate.locator('aside.acting').count()).toBe(0);
      await other.close();
    },
  );

  further('a steward lets a guardian in on evidence', view, async (page) => {
    await signIn(page, 'kahu', view.language);
    await open(page, '/stewardship/delegates', view.language);
    await page.locator('summary', { hasText: words.letIn }).click();
    await page.locator('#nsn').fill('0000000109');
    await page.locator('#dateOfBirth').fill('2013-05-09');
    await page.locator('#named').fill(`A second guardian ${view.language}`);
    await page.locator('#evidence').fill('A birth certificate, seen at the counter.');
    await page.locator('details button[type=submit]').click();
    await page.locator('.code-shown').waitFor();
    await page.locator('.rows li').first().waitFor();
    await expectAccessible(page);
  });
}
