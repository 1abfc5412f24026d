import { expect } from 'vitest';
import { baseUrl, expectAccessible, FLOW_VIEWS, further, journey, signIn, withBrowser } from './browser.ts';

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
    'a developer takes better words as they type and sees how an outcome is taught; a steward sees how all that is listed reads and is taught',
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

      // One outcome that several teach, side by side: where they differ, and nobody's small number.
      await page.goto(`${baseUrl()}/outcomes/consistency/CS03?lang=${view.language}`);
      await page.locator('section[aria-labelledby=c-out] tr.differs').first().waitFor();
      const people = (await page.locator('section[aria-labelledby=c-ends] tbody td.r').allInnerTexts()).map(Number);
      expect(people.filter((count) => count < 10)).toEqual([]);
      expect(await page.locator('section[aria-labelledby=c-ends] .shares').count()).toBe(4);
      await expectAccessible(page);

      await context.clearCookies();
      await signIn(page, 'kahu', view.language);
      await page.goto(`${baseUrl()}/stewardship/consistency?lang=${view.language}`);
      await page.locator('tr.differs a[href*=CS03]').waitFor();
      await expectAccessible(page);
      await page.goto(`${baseUrl()}/stewardship/wording?lang=${view.language}`);
      await page.locator('#wording-worst').waitFor();
      const scores = (await page.locator('section[aria-labelledby=wording-worst] tbody td.r').allInnerTexts()).map(Number);
      expect(scores.length).toBeGreaterThan(5);
      expect(scores).toEqual(scores.toSorted((one, other) => one - other));
      await expectAccessible(page);
    },
  );
}

for (const view of FLOW_VIEWS) {
  further('a provider sees itself beside all others together, and says how it assesses', view, async (page) => {
    await signIn(page, 'ngaio', view.language);
    await page.goto(`${baseUrl()}/results/consistency?lang=${view.language}`);
    await page.locator('a[href*="/results/consistency/CS03"]').click();
    await page.locator('#c-say').waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/Kānuka|Tī Kōuka/);
    await page.locator('#c-hours').fill('25');
    await page.locator('section[aria-labelledby=c-say] button[type=submit]').click();
    await page.locator('section[aria-labelledby=c-how]').getByText('25', { exact: true }).waitFor();
    await expectAccessible(page);
  });
}
