import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, expectAccessible, FLOW_VIEWS, further, type Language, signIn, withBrowser } from './browser.ts';

withBrowser();

async function open(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(`${baseUrl()}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
  await page.locator('h1').first().waitFor();
}

FLOW_VIEWS.forEach((view, at) => {
  const { language } = view;

  further('a result that is missing goes to the provider, which takes longer and says why', view, async (page, context) => {
    await signIn(page, 'hana', language);
    await open(page, '/record/disputes/missing', language);
    for (const [nth, text] of [
      [0, 'harakeke'],
      [1, `HE0${at + 1}`],
    ] as const) {
      await page
        .locator('.picker input')
        .nth(nth === 0 ? 0 : -1)
        .fill(text);
      await page.locator('.picker-list:not([data-late]) [role=option][data-key]').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }
    await page.locator('textarea').fill('I sat it in March.');
    await expectAccessible(page);
    await page.locator('form button[type=submit]').click();
    await page.waitForURL(/\/record\/disputes\/\d+/);
    await page.locator('#history').waitFor();
    await expectAccessible(page);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const other = await context.browser()!.newContext({ viewport: { width: view.width, height: 800 }, colorScheme: view.theme });
    const office = await other.newPage();
    await signIn(office, 'pita', language);
    await open(office, `/results/disputes/${id}`, language);
    await office.locator('#now').waitFor();
    expect(await office.locator('main').innerText()).toContain('Hana Kea');
    await office.locator('details.act summary').click();
    await office.locator('#until').fill((await office.locator('#until').getAttribute('max')) ?? '');
    await office.locator('#words').fill('The assessor is away until then.');
    await expectAccessible(office);
    await office.locator('details.act button[type=submit]').click();
    await expect.poll(() => office.locator('#until').count()).toBe(0);
    await other.close();
    await page.reload();
    await page.getByText('The assessor is away until then.').waitFor();
  });

  further(
    'a provider that reads a record reads the learner’s statement beside the line, and disputes nothing',
    view,
    async (page, context) => {
      const said = `It was a merit (${language} ${view.theme} ${view.width}).`;
      await signIn(page, 'hana', language);
      await open(page, '/record', language);
      await page.locator('a.wrong-here').first().click();
      await page.locator('input[name=reason]').first().check();
      await page.locator('textarea').fill('The result is another.');
      await page.locator('form button[type=submit]').click();
      await page.waitForURL(/\/record\/disputes\/\d+/);
      await page.locator('.asks details').last().locator('summary').click();
      await page.locator('.asks details').last().locator('textarea').fill(said);
      await page.locator('.asks details').last().locator('button[type=submit]').click();
      await page.locator('.beside').waitFor();
      const dispute = page.url();
      await open(page, '/record', language);
      await page.locator('section[aria-labelledby=reading-code] .btn').click();
      const code = await page.locator('p.reading-code').innerText();
      const other = await context
        .browser()!
        .newContext({ viewport: { width: view.width, height: 800 }, colorScheme: view.theme });
      const office = await other.newPage();
      await signIn(office, 'ngaio', language);
      await open(office, '/reading', language);
      await office.locator('#code').fill(code);
      await office.locator('#why').selectOption('enrolment');
      await office.locator('form button[type=submit]').click();
      await office.getByText(said).waitFor();
      expect(await office.locator('a.wrong-here').count()).toBe(0);
      await expectAccessible(office);
      await other.close();
      await page.goto(dispute);
      for (const left of [1, 0]) {
        await page.locator('.acts .btn.second.slim').last().click();
        await expect.poll(() => page.locator('.acts .btn.second.slim').count()).toBe(left);
      }
    },
  );

  further('a provider says whom it has told', view, async (page) => {
    await signIn(page, 'ngaio', language);
    await open(page, '/results', language);
    await page.locator('a[href*="/results/told"]').click();
    await page.locator('details.act').waitFor();
    await page.locator('details.act summary').click();
    await page.locator('#said').fill('In the privacy statement of the enrolment form.');
    await page.locator('#until').fill('2000-01-01');
    await expectAccessible(page);
    await page.locator('details.act button[type=submit]').click();
    await page.locator('p[role=status]', { hasText: '0' }).last().waitFor();
    await expectAccessible(page);
  });

  further('two definitions stand side by side without JavaScript', view, async (page, context) => {
    const plain = await context.browser()!.newContext({
      javaScriptEnabled: false,
      viewport: { width: view.width, height: 800 },
      colorScheme: view.theme,
    });
    const reader = await plain.newPage();
    await reader.goto(`${baseUrl()}/catalogue/compare?lang=${language}`);
    await reader.locator('#a').fill('HE09/1');
    await reader.locator('#b').fill('HE07/1');
    await reader.locator('form button').click();
    await reader.locator('.compare').waitFor();
    expect(await reader.locator('.compare ins').count()).toBeGreaterThan(0);
    expect(await reader.locator('.compare del').count()).toBeGreaterThan(0);
    const compared = reader.url();
    await reader.locator('#b').fill('nothing/9');
    await reader.locator('form button').click();
    await reader.locator('[role=alert]').waitFor();
    expect(await reader.locator('#b').inputValue()).toBe('nothing/9');
    await plain.close();
    // axe needs script, which the page itself does not.
    await page.goto(compared);
    await expectAccessible(page);
  });
});

// What is closed stays closed, so it is walked once.
further('a steward closes an outcome whose last day is over', FLOW_VIEWS[0]!, async (page) => {
  await signIn(page, 'kahu', FLOW_VIEWS[0]!.language);
  await open(page, '/outcomes/review', FLOW_VIEWS[0]!.language);
  await page.locator('#closing').waitFor();
  await page.locator('[aria-labelledby=closing] summary').first().click();
  await expectAccessible(page);
  await page.locator('[aria-labelledby=closing] button[type=submit]').first().click();
  await expect.poll(() => page.locator('#closing').count()).toBe(0);
});
