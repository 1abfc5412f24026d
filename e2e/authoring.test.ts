import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, expectAccessible, further, journey, type Language, signIn, FLOW_VIEWS, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    name: 'Name',
    code: 'Code',
    begin: /^Begin$/,
    credits: 'Credits',
    level: 'Level',
    field: 'Field',
    find: 'Find a skill',
    kept: /All is kept/,
    handIn: /^Hand in to the stewards/,
    returned: /A steward has returned this/,
    note: 'What you say with it',
    giveBack: /^Return to the developer/,
    approve: /^Approve and publish/,
    preview: /What a learner sees/,
    thread: /Said and done/,
    after: /What comes after/,
    start: /^Begin it/,
    changed: /What changed/,
    conflict: /Somebody else has written meanwhile/,
    take: 'Take theirs here',
    keepChosen: /Keep what I have chosen/,
    signedOut: /Your session has ended/,
    restored: /has been put back/,
    say: 'Say something',
    send: /^Send$/,
  },
  mi: {
    name: 'Ingoa',
    code: 'Waehere',
    begin: /^Tīmata$/,
    credits: 'Whiwhinga',
    level: 'Taumata',
    field: 'Āpure',
    find: 'Kimihia he pūkenga',
    kept: /Kua tiakina te katoa/,
    handIn: /^Tukuna ki ngā kaitiaki/,
    returned: /Kua whakahokia mai tēnei/,
    note: 'Āu kupu',
    giveBack: /^Whakahokia ki te kaihanga/,
    approve: /^Whakaaetia, whakaputaina/,
    preview: /Ka kitea e te ākonga/,
    thread: /Ngā kōrero me ngā mahi/,
    after: /Ka whai ake/,
    start: /^Tīmataria/,
    changed: /Ngā rerekētanga/,
    conflict: /Kua tuhi tētahi atu/,
    take: 'Tangohia ā rātou ki konei',
    keepChosen: /Puritia āku kōwhiringa/,
    signedOut: /Kua mutu tō wātū/,
    restored: /Kua whakahokia āu tuhinga/,
    say: 'Kōrero mai',
    send: /^Tukuna$/,
  },
} as const;
type Words = (typeof WORDS)[Language];

/** What a page says within a while: a busy machine is slow, not wrong. */
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 });

async function open(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(`${baseUrl()}${path}?lang=${language}`);
  await page.locator('h1').waitFor();
}

const codeFor = (view: { readonly language: string; readonly theme: string; readonly width: number }, what: string): string =>
  `E2E-${what}-${view.language}-${view.theme}-${view.width}`;

/** Begins a definition by its form; answers its address. */
async function begin(page: Page, words: Words, language: Language, code: string): Promise<string> {
  await open(page, '/outcomes/new', language);
  await page.getByLabel(words.code, { exact: true }).fill(code);
  await page.getByLabel(words.name, { exact: true }).fill('Fold a fitted sheet');
  await page.getByRole('button', { name: words.begin }).click();
  await page.waitForURL(/\/outcomes\/E2E-/);
  await page.locator('.author').waitFor();
  return new URL(page.url()).pathname;
}

/** Writes what the checks ask for, and waits until all is kept. */
async function write(page: Page, words: Words): Promise<void> {
  await page.getByLabel(words.credits, { exact: true }).fill('2');
  await page.locator('#level').selectOption('2');
  await page.locator('#field').selectOption('service-sector');
  await page.locator('#part-assessments textarea').fill('Observed on two beds');
  await page.locator('#part-theory textarea').fill('Why corners are tucked');
  await page.locator('#part-practice textarea').fill('Folds a sheet flat and square');
  await pickSkill(page, words);
  await soon(() => page.locator('.desk-side .todo .error').count()).toBe(0);
  await soon(() => page.locator('.keeping').innerText()).toMatch(words.kept);
}

/** Picks a skill by keyboard alone: letters, down, Enter. */
async function pickSkill(page: Page, words: Words): Promise<void> {
  await page.getByRole('combobox', { name: words.find }).focus();
  await page.keyboard.type('maori');
  await page.locator('.picker-list:not([data-late]) [role=option][data-key]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.picked li').waitFor();
}

async function approveOf(context: BrowserContext, page: Page, id: string, view: { readonly language: Language }): Promise<void> {
  const words = WORDS[view.language];
  await context.clearCookies();
  await signIn(page, 'petra', view.language);
  await open(page, `/outcomes/review/${id}`, view.language);
  await page.getByRole('button', { name: words.approve }).click();
  await page.waitForURL(/\/outcomes\/review(\?|$)/);
}

for (const view of FLOW_VIEWS) {
  const words = WORDS[view.language];
  const { language } = view;

  journey(
    'a developer writes, a steward returns, the developer mends, another steward approves, everyone sees it',
    view,
    async (page, context) => {
      await signIn(page, 'tama', language);
      const path = await begin(page, words, language, codeFor(view, 'flow'));
      const id = path.split('/').at(-1) ?? '';
      await soon(() => page.locator('.findings .error').count()).toBeGreaterThan(3);
      await soon(() => page.getByRole('button', { name: words.handIn }).isDisabled()).toBe(true);
      await expectAccessible(page);
      await write(page, words);
      await page.getByRole('tab', { name: words.preview }).click();
      await page.locator('.prose').waitFor();
      await expectAccessible(page);
      await page.reload();
      await page.locator('.author').waitFor();
      expect(await page.locator('#part-theory textarea').inputValue()).toBe('Why corners are tucked');
      await page.getByRole('button', { name: words.handIn }).click();
      await page.locator('.author').waitFor({ state: 'detached' });

      await context.clearCookies();
      await signIn(page, 'kahu', language);
      await open(page, '/outcomes/review', language);
      await expectAccessible(page);
      await page.locator(`a[href*="/outcomes/review/${id}"]`).click();
      await page.locator('.decide').waitFor();
      await expectAccessible(page);
      expect(await page.getByRole('button', { name: words.giveBack }).isDisabled()).toBe(true);
      await page.getByLabel(words.note, { exact: true }).fill('Say how square is square.');
      await page.getByRole('button', { name: words.giveBack }).click();
      await page.waitForURL(/\/outcomes\/review(\?|$)/);

      await context.clearCookies();
      await signIn(page, 'tama', language);
      await open(page, '/outcomes', language);
      await page.locator('.work .quote', { hasText: 'Say how square is square.' }).first().waitFor();
      await expectAccessible(page);
      await open(page, path, language);
      await page.getByText(words.returned).waitFor();
      await page.getByRole('tab', { name: words.thread }).click();
      await page.getByLabel(words.say, { exact: true }).fill('Within one finger. It says so now.');
      await page.getByRole('button', { name: words.send }).click();
      await page.locator('.thread .said', { hasText: 'Within one finger' }).waitFor();
      await expectAccessible(page);
      await page.getByRole('tab').first().click();
      await page.locator('#part-practice textarea').fill('Folds a sheet flat and square, corners within one finger');
      await page.getByRole('button', { name: words.handIn }).click();
      await page.locator('.author').waitFor({ state: 'detached' });

      await approveOf(context, page, id, view);
      await context.clearCookies();
      await open(page, `/catalogue/${codeFor(view, 'flow')}/1`, language);
      await page.getByText('corners within one finger').waitFor();
      await expectAccessible(page);
    },
  );

  further('a new version is compared with the one before it, word by word', view, async (page, context) => {
    await signIn(page, 'tama', language);
    const path = await begin(page, words, language, codeFor(view, 'version'));
    await write(page, words);
    await page.getByRole('button', { name: words.handIn }).click();
    await page.locator('.author').waitFor({ state: 'detached' });
    await approveOf(context, page, path.split('/').at(-1) ?? '', view);
    await context.clearCookies();
    await signIn(page, 'tama', language);
    await open(page, path, language);
    await page.getByRole('tab', { name: words.after }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: words.start }).click();
    await page.waitForURL(/-v2/);
    await page.locator('#part-theory textarea').fill('Why corners are tucked tight');
    await page.getByRole('tab', { name: words.changed }).click();
    await page.locator('.compare .differs').waitFor();
    expect(await page.locator('.compare .differs').count()).toBe(1);
    await page.locator('.compare ins', { hasText: 'tight' }).waitFor();
    await expectAccessible(page);
  });

  further('two tabs on one draft: both texts are shown, and what is chosen is kept', view, async (page, context) => {
    await signIn(page, 'tama', language);
    const path = await begin(page, words, language, codeFor(view, 'tabs'));
    const other = await context.newPage();
    await open(other, path, language);
    await other.locator('.author').waitFor();
    await page.locator('#part-theory textarea').fill('Written in the first tab');
    await soon(() => page.locator('.keeping').innerText()).toMatch(words.kept);
    await other.locator('#part-practice textarea').fill('Written in the second tab');
    await other.getByRole('heading', { name: words.conflict }).waitFor();
    await expectAccessible(other);
    await other.locator('.differs', { hasText: 'Written in the first tab' }).getByLabel(words.take).check();
    await other.getByRole('button', { name: words.keepChosen }).click();
    await other.locator('.author').waitFor();
    await soon(() => other.locator('.keeping').innerText()).toMatch(words.kept);
    await other.reload();
    await other.locator('.author').waitFor();
    expect(await other.locator('#part-theory textarea').inputValue()).toBe('Written in the first tab');
    expect(await other.locator('#part-practice textarea').inputValue()).toBe('Written in the second tab');
    await other.close();
  });

  further('a session that ends while the form is filled loses nothing, and nor does going back', view, async (page, context) => {
    await signIn(page, 'tama', language);
    const path = await begin(page, words, language, codeFor(view, 'session'));
    await soon(() => page.locator('.keeping').innerText()).toMatch(words.kept);
    await context.clearCookies();
    await page.locator('#part-theory textarea').fill('Typed after the session had ended');
    await page.getByRole('status').filter({ hasText: words.signedOut }).waitFor();
    await expectAccessible(page);
    await signIn(page, 'tama', language);
    await open(page, path, language);
    await page.getByRole('status').filter({ hasText: words.restored }).waitFor();
    expect(await page.locator('#part-theory textarea').inputValue()).toBe('Typed after the session had ended');
    await page.locator('#part-practice textarea').fill('Typed just before going back');
    await page.goBack();
    await page.goForward();
    await page.locator('.author').waitFor();
    expect(await page.locator('#part-practice textarea').inputValue()).toBe('Typed just before going back');
  });

  further('the checks and the kinds are public, and a legacy outcome is mended in one field', view, async (page) => {
    for (const path of ['/catalogue/checks', '/catalogue/kinds']) {
      await open(page, path, language);
      await page.locator('.rules-list li, .kinds > div').first().waitFor();
      await expectAccessible(page);
    }
    await signIn(page, 'tama', language);
    await open(page, '/outcomes', language);
    // The first that still lacks something: an earlier view has mended the one before it.
    const lacking = page.locator('.work li', { has: page.locator('.quick input') }).first();
    const address = await lacking.locator('a').first().getAttribute('href');
    const legacy = page.locator('.work li', { has: page.locator(`a[href="${address}"]`) });
    const lacks = legacy.locator('p.small').nth(1);
    const before = await lacks.innerText();
    const box = legacy.getByRole('combobox');
    if ((await box.count()) > 0) {
      await box.focus();
      await page.keyboard.type(language === 'en' ? 'support d' : 'tautoko');
      await page.locator('.picker-list:not([data-late]) [role=option][data-key]').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    } else {
      await legacy.getByRole('textbox').fill('Observed twice');
      await page.keyboard.press('Enter');
    }
    await soon(() => lacks.innerText()).not.toBe(before);
    await expectAccessible(page);
  });

  further('the catalogue reads without JavaScript, by words without macrons, and as data', view, async (page, context) => {
    const plain = await context.browser()?.newContext({ javaScriptEnabled: false, viewport: page.viewportSize() });
    if (plain === undefined) throw new Error('there is no browser');
    const reader = await plain.newPage();
    await reader.goto(`${baseUrl()}/catalogue?lang=${language}`);
    await reader.getByRole('searchbox').fill('maaori');
    await reader.getByRole('searchbox').press('Enter');
    await reader.waitForURL(/q=maaori/);
    await reader.locator('.shelf li a').first().click();
    await reader.locator('.prose dl').waitFor();
    expect(await reader.locator('html').getAttribute('lang')).toBe(language);
    const data: unknown = JSON.parse((await reader.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'LearningResource',
      '@id': reader.url().split('?')[0],
    });
    await plain.close();
    // With JavaScript the website takes over in place, and axe finds nothing in what the server drew either way.
    await page.goto(`${baseUrl()}/catalogue?q=maaori&lang=${language}`);
    await page.locator('.shelf li').first().waitFor();
    await expectAccessible(page);
  });
}
