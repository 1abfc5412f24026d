import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, expectAccessible, further, journey, type Language, signIn, FLOW_VIEWS, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    undo: 'Undo',
    withdraw: 'Withdraw the link',
    renew: 'Make a new link',
    ended: /ended the link/,
    signIn: /session has ended/,
    opened: /with the link opened it/,
    letRead: 'Let it read',
  },
  mi: {
    undo: 'Wetekina',
    withdraw: 'Tangohia te hono',
    renew: 'Hangaia he hono hou',
    ended: /Kua whakamutua te hono/,
    signIn: /Kua mutu tō wātū/,
    opened: /I huakina e tētahi/,
    letRead: 'Tukuna kia pānui',
  },
} as const;

async function open(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(`${baseUrl()}${path}?lang=${language}`);
  await page.locator('h1').waitFor();
}

async function fill(page: Page, audience: string): Promise<void> {
  await page.locator('.picks .pick input').first().waitFor();
  await page.locator('.picks .pick input').nth(0).check();
  await page.locator('.picks .pick input').nth(1).check();
  await page.locator('#audience').fill(audience);
  await page.locator('#purpose').fill('A trial');
}

for (const view of FLOW_VIEWS) {
  const words = WORDS[view.language];

  journey('share by a link, see it opened, end it and take that back', view, async (page, context) => {
    await signIn(page, 'hemi', view.language);
    await open(page, '/record/shares/new', view.language);
    const name = `Ōtāne & <b>Kea</b> ${view.language}`;
    await fill(page, name);
    await page.locator('.preview li').first().waitFor();
    await expectAccessible(page);
    await page.locator('form.sharing button[type=submit]').click();
    await page.locator('#link').waitFor();
    await expectAccessible(page);
    const link = await page.locator('#link').inputValue();
    const stranger = await context
      .browser()!
      .newContext({ javaScriptEnabled: false, viewport: { width: view.width, height: 800 }, colorScheme: view.theme });
    const seen = await stranger.newPage();
    await seen.goto(`${link}?lang=${view.language}`);
    expect(await seen.locator('.eyebrow').innerText()).toContain(name);
    expect(await seen.locator('table.skills tbody tr').count()).toBeGreaterThan(0);
    await seen.close();
    // axe needs script, which the page itself does not.
    const looked = await context.newPage();
    await looked.goto(`${link}?lang=${view.language}`);
    await expectAccessible(looked);
    await looked.close();
    await page.reload();
    await page.getByText(words.opened).first().waitFor();
    await page.getByRole('button', { name: words.withdraw }).click();
    await page.getByRole('button', { name: words.undo }).waitFor();
    await expectAccessible(page);
    const late = await stranger.newPage();
    const answer = await late.goto(`${link}?lang=${view.language}`);
    expect(answer?.status()).toBe(410);
    expect(await late.locator('.lead').innerText()).toMatch(words.ended);
    await page.getByRole('button', { name: words.undo }).click();
    await page.getByRole('button', { name: words.withdraw }).waitFor();
    expect((await late.goto(link))?.status()).toBe(200);
    await stranger.close();
    await open(page, '/record/shares', view.language);
    await page.locator('.links li').first().waitFor();
    await expectAccessible(page);
  });

  further(
    'a PIN is asked for, a wrong one is told, the right one opens, by keyboard and without JavaScript',
    view,
    async (page, context) => {
      await signIn(page, 'hemi', view.language);
      await open(page, '/record/shares/new', view.language);
      await fill(page, 'Lantern');
      await page.locator('.stacked .pick input').check();
      await page.locator('#pin').fill('2468');
      await page.locator('#pin').press('Enter');
      await page.locator('#link').waitFor();
      const link = await page.locator('#link').inputValue();
      const guest = await context.newPage();
      await guest.goto(`${link}?lang=${view.language}`);
      await expectAccessible(guest);
      await guest.locator('#pin').fill('1111');
      await guest.keyboard.press('Enter');
      await guest.locator('[role=alert]').waitFor();
      await expectAccessible(guest);
      await guest.locator('#pin').fill('2468');
      await guest.keyboard.press('Enter');
      await guest.locator('table.skills').first().waitFor();
      expect(guest.url()).not.toContain('2468');
    },
  );

  further('a session that ends while the form is filled keeps what was typed', view, async (page, context) => {
    await signIn(page, 'hemi', view.language);
    await open(page, '/record/shares/new', view.language);
    await fill(page, 'Kept through a sign-in');
    // The product's own session; the demonstration's issuer keeps one of another name.
    await context.clearCookies({ name: 'session' });
    await page.locator('form.sharing button[type=submit]').click();
    await page.getByRole('alert').getByText(words.signIn).waitFor();
    await expectAccessible(page);
    await signIn(page, 'hemi', view.language);
    await open(page, '/record/shares/new', view.language);
    await page.locator('#audience').waitFor();
    expect(await page.locator('#audience').inputValue()).toBe('Kept through a sign-in');
    expect(await page.locator('.picks').first().locator('input:checked').count()).toBe(2);
    await page.locator('form.sharing button[type=submit]').click();
    await page.locator('#link').waitFor();
  });

  further('two windows change one link: the second is told, and overwrites nothing', view, async (page, context) => {
    await signIn(page, 'hemi', view.language);
    await open(page, '/record/shares/new', view.language);
    await fill(page, 'Two windows');
    await page.locator('form.sharing button[type=submit]').click();
    await page.locator('#link').waitFor();
    const path = `${new URL(page.url()).pathname}/change`;
    const other = await context.newPage();
    for (const window of [page, other]) {
      await open(window, path, view.language);
      await window.locator('#purpose').waitFor();
    }
    await page.locator('#purpose').fill('Changed here first');
    await page.locator('form.sharing button[type=submit]').click();
    await page.locator('.sharing-log').waitFor();
    await other.locator('#purpose').fill('Changed there too');
    await other.locator('form.sharing button[type=submit]').click();
    await other.getByRole('alert').waitFor();
    await expectAccessible(other);
    expect(await other.locator('#purpose').inputValue()).toBe('Changed there too');
  });

  further('an organisation is let in, and let out again', view, async (page) => {
    await signIn(page, 'aroha', view.language);
    await open(page, '/record/consents', view.language);
    await page.locator('input[type=search]').fill('lantern');
    await page.locator('.found button').first().click();
    await page.locator('.consent-form .field input:not([type=date])').last().fill('A trial');
    await expectAccessible(page);
    await page.getByRole('button', { name: words.letRead }).click();
    await page.locator('.consents .btn.danger').first().waitFor();
    await expectAccessible(page);
    await page.locator('.consents .btn.danger').first().click();
    await expect.poll(() => page.locator('.consents .btn.danger').count()).toBe(0);
  });

  further('verify takes what is not a link of ours kindly, and keeps it', view, async (page) => {
    await open(page, '/verify', view.language);
    await page.locator('#link').fill('https://elsewhere.example/award');
    await page.keyboard.press('Enter');
    await page.locator('[role=alert]').waitFor();
    expect(await page.locator('#link').inputValue()).toBe('https://elsewhere.example/award');
    await expectAccessible(page);
  });
}
