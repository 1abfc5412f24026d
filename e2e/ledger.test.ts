import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, expectAccessible, further, FLOW_VIEWS, journey, signIn, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    deposit: 'Deposit',
    deposited: 'One credit deposited.',
    title: 'Title',
    look: /^Look closely: Degree of three years/,
    transfer: /^Transfer them to/,
    understood: 'I understand that these credits are debited for ever.',
    redeem: 'Redeem for ever',
    redeemed: /^Redeemed\./,
    row: /^Redeemed: How goods move/,
    bank: 'Academic Bank of Credits',
    refused: 'already-redeemed',
    nsn: 'National Student Number',
    birth: 'Date of birth',
    given: 'Given names',
    family: 'Family name',
    code: 'Code',
    reference: 'Your reference',
    credits: 'Credits',
    earned: 'Earned',
    spend: /^Spend: Care for older people/,
    spent: 'SGD 420.00',
    account: 'SkillsFuture Credit',
  },
  mi: {
    deposit: 'Tāpaea',
    deposited: 'Kotahi te whiwhinga kua tāpaea.',
    title: 'Taitara',
    look: /^Tirohia: Tohu mātauranga, e toru ngā tau/,
    transfer: /^Whakawhitia ki/,
    understood: 'E mārama ana ahau ka tangohia ēnei whiwhinga mō ake tonu.',
    redeem: 'Hokona mō ake tonu',
    redeemed: /^Kua hokona\./,
    row: /^I hokona: How goods move/,
    bank: 'Pēke Whiwhinga',
    refused: 'already-redeemed',
    nsn: 'Tau Ākonga ā-Motu',
    birth: 'Rā whānau',
    given: 'Ingoa tapa',
    family: 'Ingoa whānau',
    code: 'Waehere',
    reference: 'Tā koutou tohutoro',
    credits: 'Whiwhinga',
    earned: 'I whiwhi',
    spend: /^Whakapaua: Care for older people/,
    spent: 'SGD 420.00',
    account: 'Pūtea SkillsFuture',
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
        headers: { 'content-type': 'application/json', 'x-csrf-token': session.csrfToken },
        ...(sent === null ? {} : { body: sent }),
      });
      return response.json();
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );
  return typeof answer === 'object' && answer !== null ? { ...answer } : {};
}

const OWN = '/api/v1/learners/me/banks/in/abc';

// The people are the demonstration's, and what is redeemed is gone for ever: the first view walks to the end, the others look.
for (const [at, view] of FLOW_VIEWS.entries()) {
  const words = WORDS[view.language];
  const { language } = view;
  const title = `Harbour pilotage ${language} ${view.theme} ${view.width}`;

  journey('an institution deposits, the learner redeems, and nothing is redeemed twice', view, async (page, context) => {
    await alongside(context, async (registrar) => {
      await signIn(registrar, 'devi', language);
      await registrar.goto(`${baseUrl()}/results/bank/in/abc?lang=${language}`);
      for (const [label, value] of [
        [words.nsn, '0000000111'],
        [words.birth, '1999-10-05'],
        [words.given, 'Asha'],
        [words.family, 'Bulbul'],
        [words.title, title],
        [words.code, 'BUL-777'],
        [words.reference, `journey-${language}-${view.theme}-${view.width}`],
        [words.credits, '0.5'],
        [words.earned, '2026-01-15'],
      ] as const)
        await registrar.getByLabel(label, { exact: true }).fill(value);
      await registrar.getByRole('button', { name: words.deposit, exact: true }).click();
      await registrar.getByText(words.deposited).waitFor();
      await registrar.locator('#seen').waitFor();
      await expectAccessible(registrar);
    });

    await signIn(page, 'asha', language);
    await page.goto(`${baseUrl()}/record?lang=${language}`);
    await page.getByRole('navigation').getByRole('link', { name: words.bank }).click();
    await page.locator('.credits').getByText(title).waitFor();
    await page.locator('#statement').waitFor();
    // The skill that a portfolio certified, with the links to its evidence.
    expect(await page.locator('a[href^="https://portfolio.example/"]').count()).toBe(2);
    await expectAccessible(page);
    if (at > 0) return;

    const decision = await ask(page, 'GET', `${OWN}/decision?award=degree&institution=demo-bulbul`);
    const credits = Array.isArray(decision['credits']) ? decision['credits'].map(({ id }) => String(id)) : [];
    expect(credits.length).toBe(15);
    // At a skills university seven credits of ten may come from micro-credentials, and five at any other.
    await page.goto(`${baseUrl()}/bank/in/abc/redeem?award=degree-skills-university&institution=demo-hornbill&lang=${language}`);
    await page.locator('ol.why').getByText('(70%)').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: words.look }).click();
    await page.locator('ol.why').getByText('(50%)').first().waitFor();
    await page.getByRole('button', { name: words.transfer }).click();
    await page.getByLabel(words.understood).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: words.redeem }).click();
    await page.getByText(words.redeemed).waitFor();

    const again = await ask(page, 'POST', `${OWN}/redemptions`, { award: 'degree', institution: 'demo-bulbul', credits });
    expect(again['code']).toBe(words.refused);
    await page.getByRole('navigation').getByRole('link', { name: words.bank }).click();
    await page.getByRole('cell', { name: words.row }).waitFor();
    // What was left: the skill from a portfolio, and what was deposited here.
    expect(await page.locator('.ledger-lines tr').last().innerText()).toMatch(/−8\s+.*1\.25/s);
  });

  further('a learner spends a reservation of their learning account; who has none sees no such page', view, async (page) => {
    await signIn(page, 'meilin', language);
    await page.goto(`${baseUrl()}/learning?lang=${language}`);
    await page.locator('.ledger-lines').waitFor();
    await expectAccessible(page);
    if (at === 0) {
      await page.getByRole('button', { name: words.spend }).click();
      await page.locator('.sums').getByText(words.spent).waitFor();
    }
    await page.context().clearCookies();
    await signIn(page, 'marama', language);
    await page.goto(`${baseUrl()}/record?lang=${language}`);
    await page.locator('h1').waitFor();
    const menu = page.getByRole('navigation').first();
    expect(await menu.getByRole('link', { name: words.bank }).count()).toBe(0);
    expect(await menu.getByRole('link', { name: words.account }).count()).toBe(0);
  });
}
