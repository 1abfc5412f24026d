import { FRAMEWORK_IDS } from '@recognition/recognition/frameworks';
import { expect } from 'vitest';
import { baseUrl, expectAccessible, FLOW_VIEWS, further, journey, signIn, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    try: 'Try it: as if I held this',
    clear: 'Back to what I hold',
    run: 'Run it here',
    adult: 'An adult, or who changes careers',
  },
  mi: {
    try: 'Whakamātauria: me te mea kei a au tēnei',
    clear: 'Hoki ki ngā mea kei a au',
    run: 'Whakahaeretia i konei',
    adult: 'He pakeke, te hunga huri mahi rānei',
  },
} as const;

for (const view of FLOW_VIEWS) {
  const words = WORDS[view.language];

  journey('a learner reads the ladder, and sees what completes the next', view, async (page) => {
    await signIn(page, 'ines', view.language);
    await page.waitForURL(/\/record\/frameworks\/es/);
    const step = (ref: string) => page.locator(`.pathway [data-ref="es-demo-${ref}"]`);
    await step('c-1').waitFor();
    expect(await step('c-1').getAttribute('data-state')).toBe('given');
    expect(await step('d-1').getAttribute('data-state')).toBe('next');
    expect(await page.locator('h1').innerText()).toContain('Huertos urbanos');
    await expectAccessible(page);
    // By keyboard: to the unit that completes the next, which is tried, and the next is there.
    await step('ra-5').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: words.try }).click();
    await expect.poll(() => step('d-1').getAttribute('data-state')).toBe('given');
    await page.getByRole('button', { name: words.clear }).click();
    await expect.poll(() => step('d-1').getAttribute('data-state')).toBe('next');
    // Another way of the same award is drawn when it is chosen.
    await step('c-1').focus();
    await page.keyboard.press('Enter');
    await page.locator('.ways input[type=radio]').nth(1).check();
    await step('uc-1').waitFor();
    await page.keyboard.press('Shift+Tab');
    await expectAccessible(page);
    // The same as a table.
    expect(await page.locator('.pathway-table tbody tr:not(.group)').count()).toBe(await page.locator('.pathway .step').count());
  });

  further('what was learned in another country is taken along in the European Learning Model', view, async (page) => {
    await signIn(page, 'ines', view.language);
    const link = page.locator('a[href="/api/v1/learners/me/record/elm"]');
    await link.waitFor();
    const answer = await page.request.get(`${baseUrl()}${(await link.getAttribute('href')) ?? ''}`);
    expect(answer.status()).toBe(200);
    const elm: unknown = await answer.json();
    expect(elm).toMatchObject({ type: ['VerifiableCredential', 'EuropeanDigitalCredential'] });
    expect(JSON.stringify(elm)).not.toContain('0000000140');
  });

  further('every framework has its page, with a picture of its rules', view, async (page) => {
    await page.goto(`${baseUrl()}/frameworks?lang=${view.language}`);
    await page.locator('.frameworks a').first().waitFor();
    expect(await page.locator('.frameworks > li').count()).toBe(FRAMEWORK_IDS.length);
    await expectAccessible(page);
    for (const id of [...FRAMEWORK_IDS, 'es']) {
      await page.goto(`${baseUrl()}/frameworks/${id}?lang=${view.language}`);
      await page.locator('.pathway .step').first().waitFor();
    }
    // The last has the most on it that others do not: routes, levels of the EQF, a language of its own.
    await expectAccessible(page);
  });

  further('the worked cases are run in the browser, and changed there', view, async (page) => {
    await page.goto(`${baseUrl()}/frameworks/dk/cases?lang=${view.language}`);
    await page.locator('.cases > li').first().waitFor();
    expect(await page.locator('.lead').innerText()).toMatch(/28\D+28/);
    await page.locator('.cases summary').first().click();
    await page.getByRole('button', { name: words.run }).click();
    await page.locator('.cases .say').waitFor();
    await page.locator('.cases textarea').first().fill('{"no":"case"}');
    await page.getByRole('button', { name: words.run }).click();
    await page.locator('.cases .say.wrong').waitFor();
    await expectAccessible(page);
  });

  further('somebody one competency short sees it', view, async (page) => {
    await signIn(page, 'amihan', view.language);
    await page.locator('.pathway [data-ref="ph-demo-nc-1"][data-state="next"]').waitFor();
    await expectAccessible(page);
  });

  further(
    'units of 7.5 hours of two sectors make a micro-credential, and a skill of a portfolio stands beside them',
    view,
    async (page) => {
      await signIn(page, 'arjun', view.language);
      const step = (ref: string) => page.locator(`.pathway [data-ref="in-demo-${ref}"]`);
      await step('mc-2').waitFor();
      // The skill that a portfolio certifies is one micro-certification, of that skill alone.
      expect(await step('mcert-1').getAttribute('data-state')).toBe('given');
      expect(await step('mc-2').getAttribute('data-state')).toBe('next');
      await step('u-3').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: words.try }).click();
      await expect.poll(() => step('mc-2').getAttribute('data-state')).toBe('given');
      await expectAccessible(page);
      // How long each unit is, and what they add up to, in the country's own unit.
      await page.goto(`${baseUrl()}/record/claim/in/in-demo-mcert-1?lang=${view.language}`);
      await page.locator('#parts').waitFor();
      expect(await page.locator('table tbody tr').count()).toBe(1);
      expect(await page.locator('.lead').innerText()).toContain('0.5');
    },
  );

  further('a statement short of the whole; a sector shows who its programmes are for', view, async (page) => {
    await signIn(page, 'weiling', view.language);
    await page.locator('.pathway [data-ref="sg-demo-wsq-1"][data-state="next"]').waitFor();
    await page.goto(`${baseUrl()}/frameworks/sg/skills?lang=${view.language}`);
    await page.locator('.track a').first().waitFor();
    const programmes = page.locator('section[aria-labelledby=programmes] .log li');
    await expect.poll(() => programmes.count()).toBe(3);
    expect(await programmes.first().innerText()).toContain('full time');
    await page.getByRole('radio', { name: words.adult }).check();
    await expect.poll(() => programmes.first().innerText()).not.toContain('full time');
    await expectAccessible(page);
    await page.locator('.track a').first().click();
    await page.locator('.proficiencies').first().waitFor();
    await expectAccessible(page);
  });
}
