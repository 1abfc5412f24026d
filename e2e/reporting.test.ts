import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, expectAccessible, further, journey, type Language, signIn, FLOW_VIEWS, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    send: 'Send it to be checked',
    record: 'Record the results',
    dates: /as day\/month\/year/,
    words: /Read the words of/,
    mend: 'Mend these rows here',
    find: 'Find',
    correct: 'Correct the result',
    withdraw: 'Withdraw the result',
    withdrawIt: 'Withdraw it',
    see: 'See what would be touched',
    askBatch: 'Ask for the withdrawal',
    code: 'Make a code',
    read: 'Read the record',
    waiting: /connection is lost/,
    make: 'Make a key',
  },
  mi: {
    send: 'Tukuna kia hihiratia',
    record: 'Mauhia ngā otinga',
    dates: /hei rā\/marama\/tau/,
    words: /Pānuitia ngā kupu o/,
    mend: 'Whakatikaina ēnei rārangi ki konei',
    find: 'Rapua',
    correct: 'Whakatikaina te otinga',
    withdraw: 'Tangohia te otinga',
    withdrawIt: 'Tangohia',
    see: 'Tirohia ka pā ki te aha',
    askBatch: 'Tonoa te tango',
    code: 'Hangaia he waehere',
    read: 'Pānuitia te pūkete',
    waiting: /Kua ngaro te hononga/,
    make: 'Hangaia he kī',
  },
} as const;

const HEADER = 'Student no,Surname,First names,DOB,Unit standard,Date achieved,Grade,Ref';
const HEMI = '0000000102,Tīeke,Hēmi,11/04/1998,HE01';

function fileOf(name: string, lines: readonly string[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'results-')), name);
  writeFileSync(path, `${[HEADER, ...lines].join('\n')}\n`);
  return path;
}

/** What a busy machine may take its time for. */
const settled = (look: () => Promise<unknown>) => expect.poll(look, { timeout: 20_000 });

async function open(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(`${baseUrl()}${path}?lang=${language}`);
  await page.locator('h1').waitFor();
}

async function give(page: Page, file: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator('.totals').waitFor();
}

for (const view of FLOW_VIEWS) {
  const { language } = view;
  const words = WORDS[language];
  const mark = `${language}-${view.theme}-${view.width}`;

  journey(
    'a file of another system is mapped, mended, checked, recorded, and one result corrected and withdrawn',
    view,
    async (page) => {
      const file = fileOf('system.csv', [
        `${HEMI},07/03/2025,Achieved with Merit,${mark}-1`,
        `${HEMI},19/10/2025,A,${mark}-2`,
        `0000000999,Kea,Tui,01/02/1999,none-1,01/02/2026,A,${mark}-3`,
      ]);
      await signIn(page, 'ngaio', language);
      await open(page, '/results', language);
      await give(page, file);
      await expectAccessible(page);
      // The dates were remembered as day/month/year once a file before said so; the first time a click says it.
      const dates = page.getByRole('button', { name: words.dates });
      await page.getByRole('button', { name: words.words }).or(dates).first().waitFor();
      if ((await dates.count()) > 0) await dates.first().click();
      await page.getByRole('button', { name: words.words }).first().focus();
      await page.keyboard.press('Enter');
      await settled(() => page.locator('.fix').count()).toBe(1);
      await page.getByRole('button', { name: words.send, exact: true }).click();
      await page.waitForURL(/\/results\/[0-9a-f-]{36}/);
      await page.getByRole('button', { name: words.record, exact: true }).click();
      await page.locator('#withdraw-batch').waitFor();
      await page.reload();
      await page.locator('#withdraw-batch').waitFor();
      await settled(() => page.locator('.totals dd').first().innerText()).toBe('2');
      await page.getByRole('button', { name: words.see }).click();
      await page.locator('#batch-reason').fill('The file of another year');
      await expectAccessible(page);
      await page.getByRole('button', { name: words.askBatch }).click();
      await settled(() => page.locator('#batch-reason').count()).toBe(0);

      // What was rejected is mended here, and dropped again.
      await page.getByRole('button', { name: words.mend }).click();
      await page.locator('.totals').waitFor();

      await open(page, '/results/one', language);
      await expectAccessible(page);
      await page.locator('#reference').fill(`${mark}-1`);
      await page.getByRole('button', { name: words.find, exact: true }).click();
      await page.locator('#c-result').selectOption('excellence');
      await page.locator('[id$="-nsn"]').fill('0000000102');
      await page.locator('[id$="-born"]').fill('1998-04-11');
      await page.locator('#c-given').fill('Hēmi');
      await page.locator('#c-family').fill('Kea');
      await page.locator('#c-reason').fill('Marked again');
      await page.getByRole('button', { name: words.correct }).click();
      // A wrong name is refused, and what was typed is kept.
      await page.locator('.say.wrong').waitFor();
      expect(await page.locator('#c-reason').inputValue()).toBe('Marked again');
      await page.locator('#c-family').fill('Tīeke');
      await page.getByRole('button', { name: words.correct }).click();
      await settled(() => page.locator('.ruled > li').count()).toBe(2);
      await settled(() => page.locator('.ruled > li').last().innerText()).toContain('Marked again');
      await expectAccessible(page);
      await page.getByRole('radio', { name: words.withdrawIt, exact: true }).check();
      await page.locator('#c-reason').fill('Not theirs');
      await page.getByRole('button', { name: words.withdraw }).click();
      await settled(() => page.locator('.ruled > li').count()).toBe(3);
    },
  );

  further('a connection that is lost while a file is sent is waited out, and nothing is doubled', view, async (page) => {
    await signIn(page, 'ngaio', language);
    await open(page, '/results', language);
    await give(page, fileOf(`offline-${mark}.csv`, [`${HEMI},2025-03-07,A,${mark}-9`]));
    // The service takes the file, and its answer is lost on the way.
    let lost = 0;
    const keys = new Set<string | undefined>();
    await page.route(/\/api\/v1\/results\/imports\?/, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      keys.add(route.request().headers()['idempotency-key']);
      if (lost > 0) return route.fallback();
      lost += 1;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.getByRole('button', { name: words.send, exact: true }).click();
    await page.getByText(words.waiting).waitFor();
    await expectAccessible(page);
    // It is sent again by itself, as soon as it can be.
    await page.waitForURL(/\/results\/[0-9a-f-]{36}/);
    expect(keys.size).toBe(1);
    const { items } = await (await page.request.get(`${baseUrl()}/api/v1/results/imports?q=offline-${mark}`)).json();
    expect(items).toHaveLength(1);
  });

  further('a learner shows a code, a provider reads for a purpose, and the learner sees it', view, async (page, context) => {
    const learner = await context
      .browser()
      ?.newContext({ viewport: page.viewportSize(), colorScheme: view.theme, reducedMotion: 'reduce' });
    if (learner === undefined) throw new Error('no browser');
    try {
      const theirs = await learner.newPage();
      await signIn(theirs, 'hemi', language);
      await open(theirs, '/record', language);
      await theirs.getByRole('button', { name: words.code }).click();
      const code = await theirs.locator('.reading-code').innerText();
      await expectAccessible(theirs);

      await signIn(page, 'ngaio', language);
      await open(page, '/reading', language);
      await expectAccessible(page);
      await page.locator('#code').fill('AAAA-AAAA');
      await page.locator('#why').selectOption('enrolment');
      await page.locator('#words').fill(`Level 3, ${mark}`);
      await page.getByRole('button', { name: words.read }).click();
      await page.locator('.say.wrong').waitFor();
      await page.locator('#code').fill(code);
      await page.getByRole('button', { name: words.read }).click();
      await page.locator('.stack').waitFor();
      expect(await page.locator('h1').innerText()).toBe('Hēmi Tīeke');
      expect(page.url()).not.toContain(code);
      await expectAccessible(page);

      await open(theirs, '/record', language);
      await settled(() => theirs.locator('.log').last().innerText()).toContain(`Level 3, ${mark}`);
    } finally {
      await learner.close();
    }
  });

  further('keys of own systems are made, changed and ended; another role is turned away', view, async (page) => {
    await signIn(page, 'ngaio', language);
    await open(page, '/results/systems', language);
    await page.locator('#system-name').fill(`System ${mark}`);
    await page.getByRole('button', { name: words.make }).click();
    await page.locator('.secret').first().waitFor();
    const first = await page.locator('.secret').last().innerText();
    await expectAccessible(page);
    const row = page.locator('.ruled > li', { hasText: `System ${mark}` });
    await row.getByRole('button').first().click();
    await settled(() => page.locator('.secret').last().innerText()).not.toBe(first);
    await row.getByRole('button').last().click();
    await row.locator('.btn.danger').click();
    await settled(() => row.count()).toBe(0);

    await signIn(page, 'hemi', language);
    for (const path of ['/results', '/results/systems']) {
      await open(page, path, language);
      await page.locator('[role=alert]').waitFor();
    }
  });
}
