import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, expectAccessible, further, journey, type Language, signIn, FLOW_VIEWS, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    wrong: /^Something is wrong with/,
    reason: 'The result is wrong',
    send: 'Send it',
    decline: 'It stays as it is',
    corrected: 'It is corrected',
    isCorrected: /has been corrected since/,
    state: 'Put it beside the line',
    ask: 'Ask the stewards',
    back: 'The provider must look again',
    takeBack: 'Take back what you said',
    check: /Send it to be checked/,
    record: /Record the results/,
    appeal: 'Appeal against a decision',
    decided: 'The rules were applied wrongly',
    right: 'The learner is right',
  },
  mi: {
    wrong: /^Kei te hē tētahi mea o/,
    reason: 'Kei te hē te otinga',
    send: 'Tukuna',
    decline: 'Ka noho pērā tonu',
    corrected: 'Kua whakatikahia',
    isCorrected: /Kua whakatikahia te otinga/,
    state: 'Tāpirihia ki te rārangi',
    ask: 'Pātaihia ngā kaitiaki',
    back: 'Me titiro anō te kaiwhakarato',
    takeBack: 'Unuhia tō kōrero',
    check: /Tukuna kia hihiratia/,
    record: /Mauhia ngā otinga/,
    appeal: 'Pīra i tētahi whakatau',
    decided: 'I hē te whakamahi i ngā ture',
    right: 'Kei te tika te ākonga',
  },
} as const;

/** Who disputes in which view: a line is disputed once at a time, so each view has a learner of its own. */
const LEARNERS = ['hemi', 'aroha', 'rangi', 'wiremu', 'marama', 'nikau', 'moana', 'hemi'] as const;

async function open(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(`${baseUrl()}${path}?lang=${language}`);
  await page.locator('h1').first().waitFor();
}

/** Opens a worklist page by page until the dispute is there. */
async function openFromList(page: Page, path: string, id: string, language: Language): Promise<void> {
  await open(page, path, language);
  const link = page.locator(`a[href*="${path}/${id}"]`);
  await page.locator('.tbl').first().waitFor();
  while ((await link.count()) === 0)
    await page.locator('main > section .btn.second.slim, section .btn.second.slim').last().click();
  await link.click();
  await page.locator('#history').waitFor();
}

FLOW_VIEWS.forEach((view, at) => {
  const { language } = view;
  const words = WORDS[language];
  const learner = LEARNERS[at] ?? 'moana';

  journey('a line is disputed, declined, stated beside, and brought before the stewards', view, async (page) => {
    await signIn(page, learner, language);
    await open(page, '/record', language);
    await page.locator('.years').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: words.wrong }).first().click();
    await page.waitForURL(/disputes\/new/);
    await page.locator('fieldset').waitFor();
    await expectAccessible(page);
    await page.locator('textarea').fill('I was told merit.');
    await page.reload();
    await page.locator('fieldset').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('I was told merit.');
    await page.getByLabel(words.reason).check();
    await page.getByRole('button', { name: words.send, exact: true }).click();
    await page.waitForURL(/\/record\/disputes\/\d+/);
    await page.locator('#history').waitFor();
    await expectAccessible(page);
    const id = /disputes\/(\d+)/.exec(page.url())?.[1] ?? '';
    expect(await page.locator('h1').innerText()).toMatch(/20\d\d/);

    // Whose results these are differs by learner: a steward sees all, the provider only its own.
    await page.locator('details.act summary').first().press('Enter');
    await page.locator('form').first().locator('textarea').fill('Nobody looked at the sheet.');
    await page.getByRole('button', { name: words.ask, exact: true }).click();
    await page.locator('.log li').nth(1).waitFor();
    await page.locator('details.act summary').last().press('Enter');
    await page.locator('form textarea').last().fill('It was merit; my assessor said so on the day.');
    await page.getByRole('button', { name: words.state, exact: true }).click();
    await page.locator('.beside').waitFor();
    await expectAccessible(page);

    await signIn(page, 'petra', language);
    await openFromList(page, '/stewardship/disputes', id, language);
    await expectAccessible(page);
    await page.locator('textarea').fill('The sheet must be looked at.');
    await page.getByRole('button', { name: words.back, exact: true }).click();
    await page.locator('.log li').nth(3).waitFor();

    await signIn(page, learner, language);
    await open(page, '/record', language);
    await page.locator('.years .beside').first().waitFor();
    const file = await page.request.get(`${baseUrl()}/api/v1/learners/me/statements`);
    expect(await file.text()).toContain('my assessor said so on the day');
    await page.goto(`${baseUrl()}/record/disputes/${id}?lang=${language}`);
    await page.getByRole('button', { name: words.takeBack, exact: true }).click();
    await page.locator('.log li').nth(4).waitFor();
    await open(page, '/record/disputes', language);
    await page.locator('.log li').first().waitFor();
    await expectAccessible(page);
  });
});

// What spends or changes is walked once, by keyboard alone.
further(
  'a provider corrects by the way of all results and closes the dispute; an appeal is upheld',
  FLOW_VIEWS[0]!,
  async (page) => {
    const { language } = FLOW_VIEWS[0]!;
    const words = WORDS[language];
    await signIn(page, 'marama', language);
    const record = await (await page.request.get(`${baseUrl()}/api/v1/learners/me/record`)).json();
    const provider = record.record.organisations.findIndex(({ id }: { id: string }) => id === 'demo-harakeke');
    expect(provider).toBeGreaterThanOrEqual(0);
    const line = record.record.achievements.find(
      (one: { provider: string; result: string; usedIn: string[] }) =>
        one.provider === 'demo-harakeke' && one.result === 'achieved',
    );
    await page.goto(`${baseUrl()}/record/disputes/new?line=${line.id}&lang=${language}`);
    await page.locator('fieldset').waitFor();
    await page.locator('input[type=radio]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel(words.reason).isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type('It should say merit.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/record\/disputes\/\d+/);
    const id = /disputes\/(\d+)/.exec(page.url())?.[1] ?? '';

    await signIn(page, 'ngaio', language);
    await open(page, '/results', language);
    await page.locator('a[href*="/results/disputes"]').first().click();
    await page.locator('.tbl').waitFor();
    await expectAccessible(page);
    await openFromList(page, '/results/disputes', id, language);
    await expectAccessible(page);
    expect(await page.getByRole('button', { name: words.corrected, exact: true }).count()).toBe(0);
    const reference = await (await page.request.get(`${baseUrl()}/api/v1/disputes/${id}`))
      .json()
      .then(({ line: { reference } }) => reference);
    await correct(
      page,
      language,
      reference,
      line,
      record.record.outcomes.find(({ id: one }: { id: string }) => one === line.outcome),
    );
    await page.goto(`${baseUrl()}/results/disputes/${id}?lang=${language}`);
    await page.getByText(words.isCorrected).waitFor();
    await page.locator('textarea:visible').fill('It was merit.');
    await page.getByRole('button', { name: words.corrected, exact: true }).press('Enter');
    await page.locator('#line-history').waitFor();
    await expectAccessible(page);

    await signIn(page, 'rangi', language);
    await open(page, '/record', language);
    await page.locator('.log.awards a').first().click();
    await page.waitForURL(/\/record\/awards\//);
    await page.getByRole('link', { name: words.appeal }).click();
    await page.locator('fieldset').waitFor();
    await expectAccessible(page);
    await page.getByLabel(words.decided).check();
    await page.locator('textarea').fill('Two of my outcomes were left out.');
    await page.getByRole('button', { name: words.send, exact: true }).click();
    await page.waitForURL(/\/record\/disputes\/\d+/);
    const appeal = /disputes\/(\d+)/.exec(page.url())?.[1] ?? '';
    await signIn(page, 'kahu', language);
    await openFromList(page, '/stewardship/disputes', appeal, language);
    await page.locator('textarea').fill('They were; claim a new version.');
    await page.getByRole('button', { name: words.right, exact: true }).click();
    await page.locator('.log li').nth(1).waitFor();
    await expectAccessible(page);
  },
);

async function correct(
  page: Page,
  language: Language,
  reference: string,
  line: { readonly date: string },
  outcome: { readonly code: string; readonly version: number | null },
): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'correction-')), 'correction.csv');
  writeFileSync(
    file,
    `action,provider,nsn,family_name,given_names,date_of_birth,outcome,version,date,result,reference\ncorrect,demo-harakeke,0000000101,Kōtare,Mārama,1996-03-14,${outcome.code},${outcome.version ?? ''},${line.date},merit,${reference}\n`,
  );
  await open(page, '/results', language);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: WORDS[language].check }).click();
  await page.waitForURL(/\/results\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: WORDS[language].record }).click();
  await expect
    .poll(
      async () =>
        (
          await page.request.get(
            page
              .url()
              .replace(/\/results\//, '/api/v1/results/imports/')
              .replace(/\?.*/, ''),
          )
        ).json(),
      {
        timeout: 30_000,
      },
    )
    .toMatchObject({ state: 'done', dryRun: false, corrected: 1 });
}
