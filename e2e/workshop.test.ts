import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  baseUrl,
  expectAccessible,
  FLOW_VIEWS,
  further,
  journey,
  type Language,
  signIn,
  type View,
  VIEWS,
  withBrowser,
} from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    code: 'Code',
    title: 'Title',
    begin: /^Begin$/,
    find: 'Add an outcome or a standard',
    level: 'Level',
    kept: /All is kept/,
    handIn: /^Hand in to the stewards/,
    waits: /A steward has it since/,
    approve: /^Approve and list/,
    overlap: /% of it is in Care at Home/,
    hold: /You hold 3 of 4 parts/,
    parts: 'What it is made of',
  },
  mi: {
    code: 'Waehere',
    title: 'Taitara',
    begin: /^Tīmata$/,
    find: 'Tāpirihia he hua ako, he paerewa rānei',
    level: 'Taumata',
    kept: /Kua tiakina te katoa/,
    handIn: /^Tukuna ki ngā kaitiaki/,
    waits: /Kei te kaitiaki mai i te/,
    approve: /^Whakaaetia, rārangitia/,
    overlap: /% i Care at Home/,
    hold: /Kua riro i a koe te 3 o ngā wāhanga 4/,
    parts: 'Ōna wāhanga',
  },
} as const;

/** What a page says within a while: a busy machine is slow, not wrong. */
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 });

async function open(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(`${baseUrl()}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
  await page.locator('h1').waitFor();
}

/** Picks a part by keyboard alone: its code, down, Enter. */
async function addPart(page: Page, language: Language, code: string, nth: number): Promise<void> {
  await page.getByRole('combobox', { name: WORDS[language].find }).fill(code);
  await page.locator('.picker-list:not([data-late]) [role=option][data-key]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await soon(() => page.locator('.mc-parts > li').count()).toBe(nth);
}

async function write(page: Page, language: Language): Promise<void> {
  await page.getByLabel(WORDS[language].title, { exact: true }).fill('Care after a Fall');
  await addPart(page, language, 'HE01', 1);
  await addPart(page, language, 'HE07', 2);
  await page.locator('#level').selectOption('3');
  await page.locator('#reviewYears').selectOption('1');
  await page.locator('#nzsced').fill('060313');
  for (const part of ['use', 'relevance', 'skills', 'educationPathway', 'employmentPathway', 'need', 'assessment'])
    await page.locator(`#${part}`).fill(`Invented for this walk: ${part}`);
}

async function approve(page: Page, context: BrowserContext, id: string, language: Language): Promise<void> {
  await context.clearCookies();
  await signIn(page, 'petra', language);
  await open(page, '/outcomes/review', language);
  await page.locator(`a[href*="/outcomes/review/micro-credentials/${id}"]`).click();
  await page.locator('.decide').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: WORDS[language].approve }).click();
  await page.waitForURL(/\/outcomes\/review(\?|$)/);
}

const codeFor = ({ language, theme, width }: View): string => `E2E-MC-${language}-${theme}-${width}`;

for (const view of FLOW_VIEWS) {
  const { language } = view;
  const words = WORDS[language];

  journey(
    'a developer writes a micro-credential and sees the checks change, a steward lists it, anyone reads it',
    view,
    async (page, context) => {
      await signIn(page, 'tama', language);
      await open(page, '/outcomes/micro-credentials', language);
      await page.getByLabel(words.code, { exact: true }).fill(codeFor(view));
      await page.getByLabel(words.title, { exact: true }).fill('A National Degree of Care');
      await page.getByRole('button', { name: words.begin }).click();
      await page.locator('.author').waitFor();
      const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      const errors = () => page.locator('.desk-side .todo .error').count();
      await soon(errors).toBeGreaterThan(10);
      // Two words that belong to qualifications, each with the rule that it comes from.
      await soon(() => page.locator('#findings-title .error').count()).toBe(2);
      expect(await page.locator('#findings-title').innerText()).toMatch(/2022/);
      expect(await page.getByRole('button', { name: words.handIn }).isDisabled()).toBe(true);
      await expectAccessible(page);

      await write(page, language);
      await soon(errors).toBe(0);
      await soon(() => page.locator('.desk-side').innerText()).toMatch(words.overlap);
      // By the rule of 2018 more than half of it is in another; by that of today this is no hindrance.
      await page.locator('#rule').selectOption('2018.1');
      // One for each definition that it overlaps: an earlier walk may have listed one of the same parts.
      await soon(() => page.locator('#findings-parts .error').count()).toBeGreaterThan(0);
      await page.locator('#rule').selectOption('2022.1');
      await soon(errors).toBe(0);
      await soon(() => page.locator('.keeping').innerText()).toMatch(words.kept);
      await page.getByRole('button', { name: words.handIn }).click();
      await page.getByText(words.waits).waitFor();

      await approve(page, context, id, language);
      await context.clearCookies();
      await open(page, `/micro-credentials/${codeFor(view)}/1`, language);
      await page.getByRole('heading', { name: words.parts }).waitFor();
      expect(await page.locator('tfoot td').innerText()).toBe('6');
      await expectAccessible(page);
    },
  );

  further('a learner sees which parts they hold; an outcome names what it is part of', view, async (page) => {
    await signIn(page, 'marama', language);
    await open(page, '/micro-credentials/MC-CARE/1', language);
    await page.getByText(words.hold).waitFor();
    await expectAccessible(page);
    await open(page, '/catalogue/HE01/1', language);
    await page.locator('#part-of').waitFor();
    expect(await page.locator('section[aria-labelledby="part-of"] a[href^="/micro-credentials/MC-CARE/1"]').count()).toBe(1);
  });
}

for (const view of VIEWS) {
  further('the public pages of micro-credentials', view, async (page) => {
    for (const path of [
      '/micro-credentials',
      '/micro-credentials/MC-POWHIRI/1',
      '/micro-credentials/checks',
      '/catalogue/checks/developers',
      '/micro-credentials/checks?version=2018.1',
      '/micro-credentials/compare?a=MC-CARE/1&b=MC-NET/1',
    ]) {
      await open(page, path, view.language);
      await expectAccessible(page);
    }
  });
}
