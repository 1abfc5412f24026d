import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, expectAccessible, further, journey, signIn, FLOW_VIEWS, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    describe: 'Describe a role',
    name: 'What the role is called',
    find: 'Find a skill',
    save: 'Save the role',
    saved: 'Saved.',
    keep: 'Keep a link',
    link: 'The link',
    label: 'What you call it',
    role: 'For the role',
    open: /skills are shown/,
    provider: 'The provider',
    need: 'In a few words',
    words: 'What you need',
    ask: 'Ask the provider',
    answer: 'Your answer',
    offer: 'Offer the package',
    offered: 'Offered',
    genuine: 'Genuine',
    false: 'Not genuine, or no longer in force',
    checked: /3 checked, 1 genuine/,
  },
  mi: {
    describe: 'Whakaahuatia he tūranga',
    name: 'Te ingoa o te tūranga',
    find: 'Kimihia he pūkenga',
    save: 'Tiakina te tūranga',
    saved: 'Kua tiakina.',
    keep: 'Puritia he hononga',
    link: 'Te hononga',
    label: 'Tō ingoa mōna',
    role: 'Mō te tūranga',
    open: /pūkenga waiwai/,
    provider: 'Te kaiwhakarato',
    need: 'Kia poto ngā kupu',
    words: 'Tō hiahia',
    ask: 'Tonoa te kaiwhakarato',
    answer: 'Tō whakautu',
    offer: 'Tukuna te mōkihi',
    offered: 'Kua tukuna he tono',
    genuine: 'He tūturu',
    false: 'Ehara i te tūturu, kua kore rānei e mana',
    checked: /3 kua hihiraina, 1 he tūturu/,
  },
} as const;

/** Another person in a window of their own. */
async function alongside(context: BrowserContext, walk: (page: Page) => Promise<void>): Promise<void> {
  const browser: Browser | null = context.browser();
  if (browser === null) throw new Error('the context has no browser');
  const other = await browser.newContext();
  try {
    await walk(await other.newPage());
  } finally {
    await other.close();
  }
}

/** Asks the service as whoever is signed in on the page, as the website does. */
async function ask(page: Page, method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const answer: unknown = await page.evaluate(
    async ([verb, address, sent]) => {
      const session = await (await fetch('/api/v1/session')).json();
      const response = await fetch(address, {
        method: verb,
        headers: {
          'content-type': 'application/json',
          'x-csrf-token': session.csrfToken,
          'idempotency-key': crypto.randomUUID(),
        },
        ...(sent === null ? {} : { body: sent }),
      });
      return response.json();
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );
  return typeof answer === 'object' && answer !== null ? { ...answer } : {};
}

/** A link to all that Mārama has earned, made as she would. */
async function shareOf(page: Page): Promise<string> {
  await signIn(page, 'marama', 'en');
  const seen = await ask(page, 'GET', '/api/v1/learners/me/record');
  const record = seen['record'];
  const achievements =
    typeof record === 'object' && record !== null && 'achievements' in record && Array.isArray(record.achievements)
      ? record.achievements.filter(({ result }) => result !== 'not-achieved').map(({ id }) => String(id))
      : [];
  expect(achievements.length).toBeGreaterThan(5);
  const made = await ask(page, 'POST', '/api/v1/shares', {
    achievements,
    awards: [],
    fields: ['name', 'dates', 'providers', 'grades'],
    audience: 'Lantern Works',
    purpose: 'an application',
    expiresOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  });
  return String(made['link']);
}

for (const view of FLOW_VIEWS) {
  const words = WORDS[view.language];
  const name = `Care lead ${view.language} ${view.theme} ${view.width}`;

  journey('an employer describes a role by its skills, and reads a shared record beside it', view, async (page, context) => {
    let link = '';
    await alongside(context, async (learner) => void (link = await shareOf(learner)));
    await signIn(page, 'edith', view.language);
    await page.goto(`${baseUrl()}/talent?lang=${view.language}`);
    await page.locator('#roles').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: words.describe }).click();
    await page.getByLabel(words.name).fill(name);
    await page.getByRole('combobox', { name: words.find }).focus();
    await page.keyboard.type('dementia');
    await page.locator('.picker-list:not([data-late]) [role=option][data-key]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.picked li').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: words.save }).click();
    await page.waitForURL(/\/talent\/roles\/\d+/);
    await page.goto(`${baseUrl()}/talent?lang=${view.language}`);
    await page.getByRole('button', { name: words.keep }).first().click();
    await page.getByLabel(words.link, { exact: true }).fill(link);
    await page.getByLabel(words.label).fill(`Mārama ${name}`);
    await page.getByLabel(words.role).selectOption({ label: name });
    await expectAccessible(page);
    await page.locator('form').getByRole('button', { name: words.keep }).click();
    await page.getByRole('link', { name: `Mārama ${name}` }).click();
    await expect.poll(() => page.locator('#match ~ *, [aria-labelledby="match"] .lead').innerText()).toMatch(words.open);
    expect(await page.locator('h1').innerText()).toContain('Mārama');
    await expectAccessible(page);
  });

  further('an employer asks a provider for a package, and the provider offers one', view, async (page, context) => {
    await signIn(page, 'edith', view.language);
    await page.goto(`${baseUrl()}/talent/packages/new?lang=${view.language}`);
    await page.getByRole('combobox', { name: words.provider }).fill('harakeke');
    await page
      .getByRole('option', { name: /harakeke/i })
      .first()
      .click();
    await page.getByLabel(words.need).fill(`Dementia care ${name}`);
    await page.getByLabel(words.words).fill('Twelve people, two afternoons a week.');
    await expectAccessible(page);
    await page.getByRole('button', { name: words.ask }).click();
    await page.getByRole('heading', { name: `Dementia care ${name}` }).waitFor();
    await alongside(context, async (provider) => {
      await signIn(provider, 'ngaio', view.language);
      await provider.goto(`${baseUrl()}/results/packages?lang=${view.language}`);
      const request = provider.getByRole('article', { name: `Dementia care ${name}` });
      await request.getByLabel(words.answer).fill('From 12 January, at your place.');
      await expectAccessible(provider);
      await request.getByRole('button', { name: words.offer }).click();
      await expect.poll(() => request.innerText()).toContain(words.offered);
    });
    await page.reload();
    await expect
      .poll(() => page.getByRole('article', { name: `Dementia care ${name}` }).innerText())
      .toContain('From 12 January, at your place.');
    await expectAccessible(page);
  });

  further(
    'many files are checked at once: each has an answer, and the good one is the only genuine',
    view,
    async (page, context) => {
      let credential = '';
      await alongside(context, async (learner) => {
        await signIn(learner, 'rangi', 'en');
        const seen = await ask(learner, 'GET', '/api/v1/learners/me/record');
        const awards: readonly unknown[] = Array.isArray(seen['awards']) ? seen['awards'] : [];
        const award = awards[0];
        const id = typeof award === 'object' && award !== null && 'id' in award ? String(award.id) : '';
        credential = JSON.stringify(await ask(learner, 'GET', `/api/v1/awards/${id}/credential`));
      });
      const folder = mkdtempSync(join(tmpdir(), 'check-'));
      const files = [
        ['good.json', credential],
        ['changed.json', credential.replace('Applied', 'Other')],
        ['empty.json', ''],
      ].map(([file, text]) => {
        const path = join(folder, file ?? '');
        writeFileSync(path, text ?? '');
        return path;
      });
      await signIn(page, 'edith', view.language);
      await page.goto(`${baseUrl()}/talent/check?lang=${view.language}`);
      await page.locator('input[type=file]').setInputFiles(files);
      await expect
        .poll(
          () =>
            page
              .locator('[role=status]')
              .allInnerTexts()
              .then((texts) => texts.join(' ')),
          { timeout: 20_000 },
        )
        .toMatch(words.checked);
      expect(await page.locator('.tbl tbody td:nth-child(2)').allInnerTexts()).toEqual([
        words.genuine,
        words.false,
        expect.any(String),
      ]);
      await expectAccessible(page);
    },
  );
}
