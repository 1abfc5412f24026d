import { expect } from 'vitest';
import { testWallet } from '../packages/server/src/wallet/test-wallet.ts';
import { baseUrl, expectAccessible, FLOW_VIEWS, journey, signIn, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: { add: 'Add to a wallet', make: 'Make a code', ask: 'Ask a wallet', see: 'See the answer', taken: 'Handed over' },
  mi: {
    add: 'Tāpiri ki tētahi pūkoro',
    make: 'Hangaia he waehere',
    ask: 'Pātai ki tētahi pūkoro',
    see: 'Tirohia te whakautu',
    taken: 'Kua tukuna',
  },
} as const;

for (const view of FLOW_VIEWS) {
  const words = WORDS[view.language];

  journey(
    'an award goes from the award page into a wallet of others, and from there to an employer’s check',
    view,
    async (page, context) => {
      const wallet = await testWallet(fetch);
      await signIn(page, 'rangi', view.language);
      await page.goto(`${baseUrl()}/record?lang=${view.language}`);
      await page.locator('a[href*="/record/awards/"]').first().click();
      await page.waitForURL(/\/record\/awards\//);
      await page.getByRole('link', { name: words.add }).click();
      await page.getByRole('button', { name: words.make }).click();
      await page.locator('.big-code').waitFor();
      await expectAccessible(page);
      const uri = await page.locator('a[href^="openid-credential-offer:"]').getAttribute('href');
      const pin = (await page.locator('.big-code').innerText()).replaceAll(/\s/gu, '');
      const { copies } = await wallet.take(uri ?? '', pin, 'AwardSdJwt');
      await expect.poll(() => page.locator('#copies').locator('xpath=../..').innerText()).toContain(words.taken);

      // Somebody without an account, and without JavaScript, asks.
      const stranger = await context
        .browser()!
        .newContext({ javaScriptEnabled: false, viewport: { width: view.width, height: 800 }, colorScheme: view.theme });
      const check = await stranger.newPage();
      await check.goto(`${baseUrl()}/verify/wallet?lang=${view.language}`);
      await check.getByRole('button', { name: words.ask }).click();
      const scan = await check.locator('a[href^="openid4vp:"]').getAttribute('href');
      const answer = check.getByRole('link', { name: words.see }).click();
      expect((await wallet.show(scan ?? '', String(copies[0]), { name: true })).status).toBe(200);
      await answer;
      await check.locator('.answer-top').waitFor();
      expect(await check.locator('.checks').innerText()).not.toBe('');
      expect(await check.locator('h1').innerText()).toMatch(view.language === 'en' ? /genuine/i : /./);
      await stranger.close();
    },
  );
}
