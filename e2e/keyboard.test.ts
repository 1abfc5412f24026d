import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, FLOW_VIEWS, further, journey, type Language, signIn, withBrowser } from './browser.ts';
import { handsOn } from './hands.ts';

withBrowser();

/** The first page of a flow, as a link or a bookmark opens it; from here on the keyboard does the rest. */
async function open(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(`${baseUrl()}${path}?lang=${language}`);
  await page.locator('h1').first().waitFor();
}

FLOW_VIEWS.forEach((view, at) => {
  const { language } = view;

  journey('by keyboard alone: check what somebody gives', view, async (page) => {
    const hands = handsOn(page);
    await open(page, '/verify', language);
    await hands.type(page.locator('textarea'), '{"not":"a credential"}');
    await hands.press(page.locator('form[method=post] button'));
    await page.locator('.mark-fail').first().waitFor();
  });

  further('by keyboard alone: skip to the content, and another language', view, async (page) => {
    const hands = handsOn(page);
    await open(page, '/', language);
    await page.keyboard.press('Tab');
    expect(await page.locator('.skip').evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
    await hands.press(page.locator('.tools a[lang]'));
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language === 'en' ? 'mi' : 'en');
  });

  further('by keyboard alone: claim an award, and give it back', view, async (page) => {
    const hands = handsOn(page);
    await signIn(page, 'aroha', language);
    await open(page, '/record', language);
    await hands.press(page.locator('.answer a[href*="/record/claim"]'));
    await page.waitForURL(/\/record\/claim/);
    // The page before stays until this one has come, with the focus on its link.
    await hands.press(page.locator('.spend .btn[type=submit]'));
    await page.waitForURL(/\/record\/awards\//);
    await page.locator('.qr svg').waitFor();
    await hands.press(page.locator('.btn.danger'));
    await hands.type(page.locator('#reason'), 'A trial');
    await hands.press(page.locator('form .btn.danger'));
    await expect.poll(() => page.locator('.btn.danger').count()).toBe(0);
  });

  further('by keyboard alone: share by a link, and end it', view, async (page) => {
    const hands = handsOn(page);
    await signIn(page, 'hemi', language);
    await open(page, '/record/shares', language);
    await hands.press(page.locator('main a[href*="/record/shares/new"]'));
    await page.locator('.picks .pick input').first().waitFor();
    await hands.press(page.locator('.picks .pick input').nth(1), 'Space');
    await hands.type(page.locator('#audience'), `Keyboard ${language} ${view.theme} ${view.width}`);
    await hands.type(page.locator('#purpose'), 'A trial');
    await page.keyboard.press('Enter');
    await page.locator('#link').waitFor();
    await hands.press(page.locator('main .btn.danger'));
    await expect.poll(() => page.locator('main .btn.danger').count()).toBe(0);
  });

  further('by keyboard alone: report a file', view, async (page) => {
    const hands = handsOn(page);
    const file = join(mkdtempSync(join(tmpdir(), 'keyboard-')), 'invented.csv');
    writeFileSync(
      file,
      'provider,nsn,family_name,given_names,date_of_birth,outcome,version,date,result,reference\ndemo-harakeke,0000000999,Kea,Tui,1999-02-31,none-1,,2026-01-01,A,r-1\n',
    );
    await signIn(page, 'ngaio', language);
    await open(page, '/results', language);
    const chosen = page.waitForEvent('filechooser');
    await hands.press(page.locator('.drop .btn'));
    await (await chosen).setFiles(file);
    await page.locator('.fix').first().waitFor();
    await hands.press(page.locator('main .btn:not(.second):not(.slim)').last());
    await page.waitForURL(/\/results\/[0-9a-f-]+/);
    await page.locator('.fix').first().waitFor();
  });

  further(
    'by keyboard alone: a learner makes a code, and a provider reads the record for a purpose',
    view,
    async (page, context) => {
      const learner = handsOn(page);
      await signIn(page, 'hemi', language);
      await open(page, '/record', language);
      await page.locator('.stack').waitFor();
      await learner.press(page.locator('section[aria-labelledby=reading-code] .btn'));
      const code = (await page.locator('p.reading-code').innerText()).trim();
      const other = await context.browser()!.newContext({ viewport: { width: view.width, height: 800 } });
      const office = await other.newPage();
      const provider = handsOn(office);
      await signIn(office, 'ngaio', language);
      await open(office, '/reading', language);
      await provider.type(office.locator('#code'), code);
      await provider.to(office.locator('#why'));
      await office.keyboard.press('ArrowDown');
      await provider.press(office.locator('form button[type=submit]'));
      await office.locator('.stack').waitFor();
      await other.close();
    },
  );

  further('by keyboard alone: write an outcome, and hand it in', view, async (page) => {
    const hands = handsOn(page);
    await signIn(page, 'tama', language);
    await open(page, '/outcomes', language);
    await hands.press(page.locator('main a[href*="/outcomes/new"]'));
    await page.waitForURL(/\/outcomes\/new/);
    const boxes = page.locator('main form input.input');
    await boxes.first().waitFor();
    await hands.type(boxes.nth(0), `E2E-keys-${at}`);
    await hands.type(boxes.nth(1), 'Fold a fitted sheet');
    await hands.press(page.locator('main form button[type=submit]'));
    await page.waitForURL(/\/outcomes\/E2E-/);
    await page.locator('.author').waitFor();
    await hands.type(page.locator('#credits'), '2');
    await hands.choose(page.locator('#level'), '2');
    await hands.to(page.locator('#field'));
    for (let step = 0; step < 16; step += 1) await page.keyboard.press('ArrowDown');
    await hands.type(page.locator('#part-assessments textarea'), 'Observed on two beds');
    await hands.type(page.locator('#part-theory textarea'), 'Why corners are tucked');
    await hands.type(page.locator('#part-practice textarea'), 'Folds a sheet flat and square');
    await hands.pick(page.locator('.picker input'), 'maori');
    await page.locator('.picked li').waitFor();
    await expect.poll(() => page.locator('.desk-side .todo .error').count()).toBe(0);
    const handIn = page.locator('.desk-side .btn:not(.second), .author .btn:not(.second):not(.slim)').last();
    await expect.poll(() => handIn.isDisabled()).toBe(false);
    await hands.press(handIn);
    await page.locator('.author').waitFor({ state: 'detached' });
  });

  further('by keyboard alone: describe a role by its skills', view, async (page) => {
    const hands = handsOn(page);
    await signIn(page, 'edith', language);
    await open(page, '/talent', language);
    await hands.press(page.locator('main a[href*="/talent/roles/new"]'));
    await page.waitForURL(/\/talent\/roles\/new/);
    await page.locator('.picker input').waitFor();
    await hands.type(page.locator('#role-name'), `Keyboard lead ${language} ${view.theme} ${view.width}`);
    await hands.pick(page.locator('.picker input'), 'dementia');
    await page.locator('.picked li').waitFor();
    await hands.press(page.locator('main form button[type=submit]'));
    await page.waitForURL(/\/talent\/roles\/\d+/);
  });

  further('by keyboard alone: say that a line is wrong, and take it back', view, async (page) => {
    const hands = handsOn(page);
    await signIn(page, 'hana', language);
    await open(page, '/record', language);
    await hands.press(page.locator('a.wrong-here').first());
    await page.waitForURL(/\/record\/disputes\//);
    await hands.press(page.locator('input[name=reason]').first(), 'Space');
    await hands.type(page.locator('textarea'), 'It was another day.');
    await hands.press(page.locator('form button[type=submit]'));
    await page.waitForURL(/\/record\/disputes\/\d+/);
    await page.locator('#history').waitFor();
    await hands.press(page.locator('main > .acts .btn.second, .acts .btn.second.slim').last());
    await expect.poll(() => page.locator('ol.log li').count()).toBe(2);
  });

  further('by keyboard alone: say that a result is missing, and take it back', view, async (page) => {
    const hands = handsOn(page);
    await signIn(page, 'hana', language);
    await open(page, '/record/disputes', language);
    await hands.press(page.locator('main a[href*="/record/disputes/missing"]'));
    await page.waitForURL(/missing/);
    await hands.pick(page.locator('.picker input').first(), 'harakeke');
    await hands.pick(page.locator('.picker input').last(), 'CG0');
    await hands.type(page.locator('textarea'), 'I sat it in March.');
    await hands.press(page.locator('form button[type=submit]'));
    await page.waitForURL(/\/record\/disputes\/\d+/);
    await page.locator('#history').waitFor();
    await hands.press(page.locator('main > .acts .btn.second, .acts .btn.second.slim').last());
    await expect.poll(() => page.locator('ol.log li').count()).toBe(2);
  });

  further('by keyboard alone: find an award, and decide it again', view, async (page) => {
    const hands = handsOn(page);
    await signIn(page, 'kahu', language);
    await open(page, '/stewardship', language);
    await page.locator('.rooms a, .rooms summary').first().waitFor();
    if (await page.locator('.rooms summary').isVisible()) await hands.press(page.locator('.rooms summary'));
    await hands.press(page.locator('.rooms a[href*="/stewardship/awards"]'));
    await page.locator('.tbl tbody a').first().waitFor();
    await hands.press(page.locator('.tbl tbody a').first());
    await page.waitForURL(/\/stewardship\/awards\/\d\d-/);
    await page.locator('ol.log li').first().waitFor();
    const again = page.locator('main button.btn').first();
    await hands.press(again);
    await page.locator('[role=status]', { hasText: /\S/ }).first().waitFor();
  });

  further('by keyboard alone: choose a theme, and step in for somebody and back', view, async (page) => {
    const hands = handsOn(page);
    await signIn(page, 'tawera', language);
    await open(page, '/account', language);
    await hands.to(page.locator('input[name=theme]'));
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe(null);
    await hands.press(page.locator('main a[href*="/account/acting"]'));
    await hands.press(page.locator('.consents .btn').first());
    await page.locator('aside.acting').waitFor();
    await hands.press(page.locator('aside.acting button'));
    await page.waitForURL(/\/account\/acting/);
    await page.locator('.consents .btn').first().waitFor();
  });
});
