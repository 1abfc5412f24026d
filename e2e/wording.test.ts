import { expect } from 'vitest';
import { baseUrl, expectAccessible, FLOW_VIEWS, journey, signIn, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: { use: /^Use this/, reads: 'How it reads', kept: /All is kept/, score: /(\d+) of 100/ },
  mi: { use: /^Whakamahia tēnei/, reads: 'Te pānuitanga', kept: /Kua tiakina te katoa/, score: /(\d+) o te 100/ },
} as const;

/** What a page says within a while: a busy machine is slow, not wrong. */
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 });

for (const view of FLOW_VIEWS) {
  const words = WORDS[view.language];

  journey(
    'a developer takes better words as they type, and a steward sees how all that is listed reads',
    view,
    async (page, context) => {
      await signIn(page, 'tama', view.language);
      await page.goto(`${baseUrl()}/outcomes/new?lang=${view.language}`);
      await page.waitForLoadState('networkidle');
      await page.locator('#code').fill(`E2E-WORDING-${view.language}-${view.theme}-${view.width}`);
      await page.locator('#name').fill('Understand how linen is folded');
      await page.locator('.begin button[type=submit]').click();
      await page.locator('.author').waitFor();
      const scored = async (): Promise<number> => Number(words.score.exec(await page.locator('#reads').innerText())?.[1] ?? -1);
      const before = await scored();
      await page.locator('#part-name .findings').getByRole('button', { name: words.use }).click();
      await soon(() => page.locator('#name').inputValue()).toBe('Explain how linen is folded');
      expect(await page.locator('#part-name .findings .advice').count()).toBe(0);
      expect(await scored()).toBeGreaterThan(before);
      await page.locator('.reads summary').click();
      await expectAccessible(page);
      await soon(() => page.locator('.keeping').innerText()).toMatch(words.kept);

      await context.clearCookies();
      await signIn(page, 'kahu', view.language);
      await page.goto(`${baseUrl()}/stewardship/wording?lang=${view.language}`);
      await page.locator('#wording-worst').waitFor();
      const scores = (await page.locator('section[aria-labelledby=wording-worst] tbody td.r').allInnerTexts()).map(Number);
      expect(scores.length).toBeGreaterThan(5);
      expect(scores).toEqual(scores.toSorted((one, other) => one - other));
      await expectAccessible(page);
    },
  );
}
