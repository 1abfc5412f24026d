import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, expectAccessible, FLOW_VIEWS, journey, signIn, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    near: 'Near',
    price: 'Price',
    cheap: /^up to \$250/,
    taught: 'Taught in',
    reo: /^Te reo Māori/,
    add: /^Add .* to the basket$/,
    map: 'Show as: Map',
    list: 'Show as: List',
    open: 'See what it adds up to',
    whole: /Whole: Caring for people with dementia/,
    one: /One more, .*, completes Caring for people with dementia/,
    elsewhere: 'In other frameworks',
    share: 'Share by a link',
    link: /^The link, until/,
    take: 'Take it as my basket',
    name: 'Your name',
    contact: 'Mail or telephone',
    send: 'Send the basket',
    sent: /Sent to Harakeke College of Care/,
    answered: 'I have answered',
  },
  mi: {
    near: 'E tata ana ki',
    price: 'Utu',
    cheap: /^tae ki te \$250/,
    taught: 'Te reo whakaako',
    reo: /^Te reo Māori/,
    add: /^Tāpirihia .* ki te kete$/,
    map: 'Whakaaturia hei: Mahere',
    list: 'Whakaaturia hei: Rārangi',
    open: 'Kia kite ka eke ki te aha',
    whole: /Kua oti: Caring for people with dementia/,
    one: /Kotahi atu, .*, ka oti Caring for people with dementia/,
    elsewhere: 'I ētahi atu anga',
    share: 'Tiria mā te hono',
    link: /^Te hono, tae noa ki te/,
    take: 'Tangohia hei kete māku',
    name: 'Tō ingoa',
    contact: 'Īmēra, waea rānei',
    send: 'Tukuna te kete',
    sent: /Kua tukuna ki a Harakeke College of Care/,
    answered: 'Kua whakautua e au',
  },
} as const;

const addButton = (page: Page, name: string, add: RegExp) =>
  page.locator('.shelf li').filter({ hasText: name }).getByRole('button', { name: add });

for (const view of FLOW_VIEWS) {
  const { language } = view;
  const words = WORDS[language];
  const visitor = `Tauhou ${language} ${view.theme} ${view.width}`;

  journey('a visitor finds what is taught in te reo Māori', view, async (page) => {
    await page.goto(`${baseUrl()}/catalogue?lang=${language}`);
    await page.locator('header.found').waitFor();
    if (view.width === 390) await page.locator('.narrow > button').click();
    await page.getByRole('group', { name: words.taught }).getByLabel(words.reo).check();
    await page.waitForURL(/language=mi/);
    // One of the demonstration's providers teaches in it.
    await expect
      .poll(() =>
        page.locator('.shelf li').evaluateAll((all) => all.every((one) => one.textContent.includes('Te Whare Ako o Huia'))),
      )
      .toBe(true);
    expect(await page.locator('.shelf li').count()).toBeGreaterThan(1);
    await expectAccessible(page);
  });

  journey(
    'a visitor finds units near a town, adds them up, shares the basket, and a provider receives it',
    view,
    async (page, context) => {
      // Chosen while the script is still on its way, as on a slow phone: the choice holds when the website takes over.
      let letCome = (): void => undefined;
      const comes = new Promise<void>((resolve) => (letCome = resolve));
      await page.route(/\/assets\/main-[^/]*\.js$/, async (route) => {
        await comes;
        await route.continue();
      });
      await page.goto(`${baseUrl()}/catalogue?lang=${language}`, { waitUntil: 'commit' });
      await page.getByRole('combobox', { name: words.near, exact: true }).selectOption('porirua');
      letCome();
      await page.waitForURL(/near=porirua/);
      await page.locator('header.found').waitFor();
      if (view.width === 390) await page.locator('.narrow > button').click();
      await expect
        .poll(() => page.locator('.shelf li').first().innerText())
        .toMatch(/Porirua|Lower Hutt|Te Awa Kairangi|Wellington|Te Whanganui/);
      await expectAccessible(page);

      // By date and by price as well: what is left begins from today on, and is dear to nobody.
      await page.locator('#shop-from').fill(new Date().toISOString().slice(0, 10));
      await page.waitForURL(/from=/);
      const cheap = page.getByRole('group', { name: words.price, exact: true }).getByRole('checkbox', { name: words.cheap });
      await cheap.check();
      await page.waitForURL(/price=250/);
      await expect.poll(() => page.locator('.shelf li').count()).toBeGreaterThan(0);

      // On the map, and back: the address says which.
      await page.getByRole('button', { name: words.map }).click();
      await page.waitForURL(/view=map/);
      await page.locator('.atlas svg').waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: words.list }).click();

      // Two of the three parts of an invented micro-credential, whoever teaches them.
      for (const name of ['daily routine', 'living with dementia']) {
        await page.goto(`${baseUrl()}/catalogue?q=${encodeURIComponent(name)}&lang=${language}`);
        await addButton(page, name, words.add).click();
      }
      await page.getByRole('link', { name: words.open }).click();
      await page.waitForURL(/\/basket/);
      const one = page.locator('.one-more').filter({ hasText: words.one });
      await one.getByRole('button', { name: words.add }).click();
      await page.locator('.done').filter({ hasText: words.whole }).waitFor();
      await page.getByRole('heading', { name: words.elsewhere }).waitFor();
      await expectAccessible(page);

      // Shared by a link that opens for somebody else, who has nothing yet.
      await page.getByRole('button', { name: words.share, exact: true }).click();
      const link = await page.getByRole('textbox', { name: words.link }).inputValue();
      const other = await context.browser()?.newContext();
      if (other === undefined) throw new Error('there is no browser');
      const friend = await other.newPage();
      await friend.goto(`${link}?lang=${language}`);
      await friend.getByRole('button', { name: words.take }).click();
      await friend.locator('.done').filter({ hasText: words.whole }).waitFor();
      expect(await friend.locator('.shelf li').count()).toBe(3);
      await other.close();

      // Sent to a provider of one of them, who finds it on its worklist and says that it is answered.
      await page.getByRole('radio', { name: 'Harakeke College of Care' }).check();
      await page.getByRole('textbox', { name: words.name, exact: true }).fill(visitor);
      await page.getByRole('textbox', { name: words.contact }).fill('tauhou@example.test');
      await page.getByRole('button', { name: words.send }).click();
      await page.getByText(words.sent).waitFor();
      await signIn(page, 'ngaio', language);
      await page.goto(`${baseUrl()}/results/offerings?lang=${language}`);
      await page.locator('.own-offerings li').first().waitFor();
      await expectAccessible(page);
      await page.goto(`${baseUrl()}/results/baskets?lang=${language}`);
      const asked = page.locator('.requests article').filter({ hasText: visitor });
      await asked.waitFor();
      await expectAccessible(page);
      await asked.getByRole('button', { name: words.answered }).click();
      await asked.waitFor({ state: 'detached' });
    },
  );
}
