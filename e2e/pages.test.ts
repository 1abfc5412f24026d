import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, expectAccessible, further, journey, type Language, signIn, VIEWS, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    claimGo: /^Claim, major/,
    withdraw: /Withdraw this award/,
    genuine: /Genuine/,
    takeOut: /^Take out/,
    undo: /^Undo$/,
    send: /Send it to be checked/,
    form: /Is this award real/,
  },
  mi: {
    claimGo: /^Tonoa, kaupapa matua/,
    withdraw: /Tangohia tēnei tohu/,
    genuine: /He tūturu/,
    takeOut: /^Tangohia te /,
    undo: /^Wetekina$/,
    send: /Tukuna kia hihiratia/,
    form: /He tohu tūturu tēnei/,
  },
} as const;

async function open(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(`${baseUrl()}${path}?lang=${language}`);
  await page.locator('h1').waitFor();
}

for (const view of VIEWS) {
  const words = WORDS[view.language];
  // On a phone, in te reo Māori and in the dark, the pages that most people open; the others with --full.
  const onDesk = view === VIEWS[0] ? journey : further;

  journey('the public pages are whole and accessible', view, async (page) => {
    for (const path of ['/', '/enter', '/catalogue', '/verify', '/no-such-page']) {
      await open(page, path, view.language);
      expect(await page.locator('html').getAttribute('lang')).toBe(view.language);
      await expectAccessible(page);
    }
  });

  onDesk('the catalogue is searched without macrons, and an outcome opens', view, async (page) => {
    await open(page, '/catalogue', view.language);
    await page.locator('.shelf li').first().waitFor();
    await page.getByRole('searchbox').fill('maori');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(/q=maori/);
    await page.locator('.shelf li a').first().click();
    await page.locator('.prose').waitFor();
    await expectAccessible(page);
  });

  onDesk('an award that waits for an answer is told at the top, and the award page says why', view, async (page) => {
    await signIn(page, 'nikau', view.language);
    await open(page, '/record', view.language);
    await page.locator('.holding .wait').waitFor();
    await expectAccessible(page);
    await page.locator('.holding .wait a').click();
    await page.waitForURL(/\/record\/awards\//);
    await page.getByRole('textbox').waitFor();
    await expectAccessible(page);
  });

  journey('my record answers, and the frame decides again by keyboard', view, async (page) => {
    await signIn(page, 'marama', view.language);
    await open(page, '/record', view.language);
    await page.locator('.stack').waitFor();
    const before = await page.locator('h1').innerText();
    const frame = page.getByRole('slider');
    const dates = await frame.getAttribute('aria-valuetext');
    await frame.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => frame.getAttribute('aria-valuetext')).not.toBe(dates);
    await expect.poll(() => page.locator('.picture [aria-live]').innerText()).toContain('20');
    await page.keyboard.press('b');
    await expect.poll(() => page.locator('h1').innerText()).toBe(before);
    await page.getByRole('listbox').focus();
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('.stack-foot button').count()).toBe(1);
    await expectAccessible(page);
  });

  onDesk('300 outcomes stay usable', view, async (page) => {
    await signIn(page, 'moana', view.language);
    await open(page, '/record', view.language);
    await page.locator('.stack').waitFor();
    expect(await page.locator('.figures tbody tr').count()).toBeGreaterThan(10);
    await expectAccessible(page);
  });

  onDesk('an edited claim says which rule it breaks, and undo mends it', view, async (page) => {
    await signIn(page, 'marama', view.language);
    await open(page, '/record/claim', view.language);
    const first = page.locator('.list input:checked').first();
    await first.waitFor();
    await first.click();
    await page.locator('.rules .no').first().waitFor();
    await page.reload();
    await page.locator('.rules .no').first().waitFor();
    await page.locator('.list input').first().click();
    await page.getByRole('button', { name: words.undo }).waitFor();
    await expect.poll(() => page.locator('.rules .no').count()).toBe(0);
    await expectAccessible(page);
  });

  onDesk('a file of results is checked, its rejects are grouped, and a reload loses nothing', view, async (page) => {
    const file = join(mkdtempSync(join(tmpdir(), 'results-')), 'invented.csv');
    writeFileSync(
      file,
      'provider,nsn,family_name,given_names,date_of_birth,outcome,version,date,result,reference\ndemo-harakeke,0000000999,Kea,Tui,1999-02-31,none-1,,2026-01-01,A,r-1\n',
    );
    await signIn(page, 'ngaio', view.language);
    await open(page, '/results', view.language);
    await expectAccessible(page);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('.fix').first().waitFor();
    await page.getByRole('button', { name: words.send }).click();
    await page.waitForURL(/\/results\/[0-9a-f-]+/);
    await page.locator('.fix').first().waitFor();
    await page.reload();
    await page.locator('.fix').first().waitFor();
    await expectAccessible(page);
  });

  onDesk('verify says of a stranger’s text that it is no credential, without JavaScript', view, async (page) => {
    await open(page, '/verify', view.language);
    await page.locator('textarea').fill('{"not":"a credential"}');
    await page.locator('form[method=post] button').click();
    await page.locator('.mark-fail').first().waitFor();
    await expectAccessible(page);
  });
}

// A claim spends; what it spent is free again at the end. It is what everything else is for: on a phone in every run too.
for (const view of VIEWS) {
  journey('claim an award, show it, verify it, print it, give it up', view, async (page) => {
    const { language } = view;
    const words = WORDS[language];
    await signIn(page, 'marama', language);
    await open(page, '/record', language);
    await page.locator('.answer a[href*="/record/claim"]').first().click();
    // Back in the middle of a claim, and forward again: what was chosen and typed is kept. Without the name the claim goes on.
    await page.locator('.spend input.choice').check();
    await page.locator('#name').fill('Mārama of the trial');
    await page.goBack();
    await page.locator('.answer').waitFor();
    await page.goForward();
    expect(await page.locator('#name').inputValue()).toBe('Mārama of the trial');
    await page.locator('.spend input.choice').uncheck();
    await page.getByRole('button', { name: words.claimGo }).click();
    await page.waitForURL(/\/record\/awards\//);
    await page.locator('.qr svg').waitFor();
    await expectAccessible(page);
    const verify = await page.locator('aside a[href*="/verify"]').getAttribute('href');
    const print = await page.locator('a[href*="/print"]').getAttribute('href');
    const here = page.url();
    await page.goto(verify ?? '');
    expect(await page.locator('h1').innerText()).toMatch(words.genuine);
    await expectAccessible(page);
    await page.goto(`${baseUrl()}${print}`);
    await page.locator('.sheet').first().waitFor();
    await expectAccessible(page);
    await page.goto(here);
    await page.getByRole('button', { name: words.withdraw }).click();
    await page.locator('#reason').fill('A trial');
    await page.locator('form .btn.danger').click();
    await expect.poll(() => page.locator('.btn.danger').count()).toBe(0);
  });
}
