import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, expectAccessible, FLOW_VIEWS, further, journey, signIn, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    compose: 'Compose the package',
    put: /^Put in /,
    down: /^Move .* down$/,
    from: 'One after another on working days, from',
    days: 'Give every course its days',
    price: /^What each of .* pays/,
    propose: 'Propose version 1',
    with: 'Version 1 is with the employer.',
    nothing: 'Nothing stands in the way.',
    agree: 'Agree to version 1',
    agreed: 'Agreed',
    provider: 'The provider',
    need: 'In a few words',
    words: 'What you need',
    ask: 'Ask the provider',
    rebundle: 'Re-bundle',
    once: 'counts once',
    title: 'Its title',
    download: 'Download as a file',
    well: 'The checks find nothing.',
    read: /one definition was read/,
    claim: 'What can be claimed',
    can: 'Can be claimed',
    few: /at least 2 are needed/,
    apart: 'Take apart',
    bundle: 'Bundle',
    covered: /All \d+ units are covered/,
    noCredit: /What bears no credit is never stacked/,
  },
  mi: {
    compose: 'Hangaia te mōkihi',
    put: /^Tāpirihia te /,
    down: /^Nekehia whakararo te /,
    from: 'Ia akoranga i muri i tētahi, i ngā rā mahi, mai i te',
    days: 'Whakaritea ngā rā mō ia akoranga',
    price: /^Te utu mā ia tangata o /,
    propose: 'Tukuna te putanga 1',
    with: 'Kei te kaituku mahi te putanga 1.',
    nothing: 'Kāore he mea e aukati ana.',
    agree: 'Whakaae ki te putanga 1',
    agreed: 'Kua whakaaetia',
    provider: 'Te kaiwhakarato',
    need: 'Kia poto ngā kupu',
    words: 'Tō hiahia',
    ask: 'Tonoa te kaiwhakarato',
    rebundle: 'Pūkeitia anō',
    once: 'kotahi te tatau',
    title: 'Tōna taitara',
    download: 'Tikiake hei kōnae',
    well: 'Kāore he hē i kitea.',
    read: /kotahi te whakamāramatanga i pānuitia/,
    claim: 'Ngā mea ka taea te tono',
    can: 'Ka taea te tono',
    few: /me 2 te iti rawa/,
    apart: 'Wāhia',
    bundle: 'Pūkeitia',
    covered: /Kua kapi ngā wāhanga katoa/,
    noCredit: /Ki te kore he whiwhinga, kāore e taea te whakapeto/,
  },
} as const;

/** Any day next year will do: the days are laid out from the next working day on. */
const FROM = `${new Date().getFullYear() + 1}-03-09`;

async function pick(page: Page, label: string, typed: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page
    .getByRole('option', { name: new RegExp(typed, 'i') })
    .first()
    .click();
}

for (const view of FLOW_VIEWS) {
  const words = WORDS[view.language];
  const title = `Infection ${view.language} ${view.theme} ${view.width}`;
  const open = (page: Page, path: string) => page.goto(`${baseUrl()}${path}?lang=${view.language}`);

  journey('an employer asks, a provider composes and proposes, the employer agrees', view, async (page, context) => {
    await signIn(page, 'edith', view.language);
    await open(page, '/talent/packages/new');
    await pick(page, words.provider, 'harakeke');
    await page.getByLabel(words.need).fill(title);
    await page.getByLabel(words.words).fill('Ten people, two courses.');
    await page.getByRole('button', { name: words.ask }).click();
    await page.getByRole('heading', { name: title }).waitFor();

    const browser = context.browser();
    if (browser === null) throw new Error('the context has no browser');
    const theirs = await browser.newContext({
      viewport: { width: view.width, height: 900 },
      colorScheme: view.theme,
      reducedMotion: 'reduce',
    });
    const provider = await theirs.newPage();
    try {
      await signIn(provider, 'ngaio', view.language);
      await open(provider, '/results/packages');
      await provider.getByRole('article', { name: title }).getByRole('button', { name: words.compose }).click();
      await provider.locator('#find-course').fill('infection');
      await provider.locator('.found-courses').getByRole('button', { name: words.put }).first().click();
      await provider.locator('#find-course').fill('dementia');
      await provider.locator('.found-courses').getByRole('button', { name: words.put }).first().click();
      await expect.poll(() => provider.locator('.order-name').count()).toBe(2);
      const order = () => provider.locator('.order-name').allInnerTexts();
      const before = await order();
      await provider.getByRole('button', { name: words.down }).first().focus();
      await provider.keyboard.press('Enter');
      await expect.poll(order).not.toEqual(before);
      // The handle too, by keyboard: taken up, moved to the end, and put down.
      await provider.locator('.handle').first().focus();
      await provider.keyboard.press('Enter');
      await provider.locator('.drop-line[data-drop-target]').waitFor({ state: 'attached' });
      await provider.keyboard.press('End');
      await provider.keyboard.press('Enter');
      await expect.poll(order).toEqual(before);
      await provider.getByLabel(words.from).fill(FROM);
      await provider.getByRole('button', { name: words.days }).click();
      for (const field of await provider.getByLabel(words.price).all()) await field.fill('150');
      await provider.getByText(words.nothing).waitFor();
      await expectAccessible(provider);
      await provider.getByRole('button', { name: words.propose }).click();
      await provider.getByText(words.with).waitFor();
    } finally {
      await theirs.close();
    }

    await open(page, '/talent');
    await page.locator('#course-packages').waitFor();
    await page.getByRole('link', { name: title }).first().click();
    await page.locator('.sheet-of-package').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: words.agree }).click();
    await expect.poll(() => page.locator('.lead').innerText()).toContain(words.agreed);
    await expectAccessible(page);
  });

  further('units are put together anew on screen, and the file that is handed over is read again', view, async (page) => {
    await signIn(page, 'tama', view.language);
    await open(page, '/compose');
    await page.getByRole('radio', { name: words.rebundle, exact: true }).check();
    await page
      .getByRole('checkbox', { name: /^sol-c1/ })
      .first()
      .check();
    await page.getByText(words.few).first().waitFor();
    await page
      .getByRole('checkbox', { name: /^mot-c1/ })
      .first()
      .check();
    await page.locator('#made-award').selectOption('tailored');
    await page
      .getByRole('checkbox', { name: /^sol-c1/ })
      .nth(1)
      .check();
    await page.getByText(words.once).first().waitFor();
    await page.getByLabel(words.title).fill('Invented tailored');
    await page.getByText(words.well).waitFor();
    await expectAccessible(page);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words.download }).click()]);
    await page.reload();
    await page.getByText(words.well).waitFor();
    await page.locator('input[type=file]').setInputFiles(await file.path());
    await page.getByText(words.read).waitFor();
    await page.getByRole('radio', { name: words.claim, exact: true }).check();
    for (const ref of [/^sol-c1/, /^mot-c1/]) await page.getByRole('checkbox', { name: ref }).first().check();
    await expect.poll(() => page.locator('.claims .can').allInnerTexts()).toContain(words.can);
    await expectAccessible(page);
  });

  further(
    'a qualification is taken apart until every unit is covered, and what bears no credit is never stacked',
    view,
    async (page) => {
      await open(page, '/compose');
      await page.getByRole('radio', { name: words.apart, exact: true }).check();
      await page
        .getByRole('radio', { name: /Invented Solar Installation NC II/ })
        .first()
        .check();
      await page.locator('#piece-award').selectOption('coc');
      const pieces = page.locator('.made-units .slim-select');
      await pieces.first().waitFor();
      for (const [nth, unit] of (await pieces.all()).entries()) await unit.selectOption(String(nth === 0 ? 1 : 2));
      await page.getByText(words.covered).waitFor();
      await expectAccessible(page);
      // A unit without credit, for the Philippines' universities: it may be listed, and stacks into nothing.
      const ched = {
        id: 'invented-ched',
        award: 'micro-credential-ched',
        title: 'Invented short course',
        parts: [{ ref: 'inv-nc-1', role: 'unit', minutes: 600, creditBearing: false }],
      };
      const file = { name: 'ched.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(ched)) };
      await page.getByRole('radio', { name: words.bundle, exact: true }).check();
      await page.locator('input[type=file]').setInputFiles(file);
      await page.locator('#made-award').selectOption('micro-credential-ched');
      await page.getByRole('checkbox', { name: /^inv-nc-1/ }).check();
      await page.getByText(words.noCredit).first().waitFor();
      await expectAccessible(page);
    },
  );
}
