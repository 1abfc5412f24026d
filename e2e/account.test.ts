import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, expectAccessible, further, journey, type Language, signIn, FLOW_VIEWS, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    dark: 'Dark',
    end: /^End the session/,
    seen: 'I have seen them',
    accept: 'Accept',
    make: 'Make a code',
    link: 'Link my record',
  },
  mi: {
    dark: 'Pōuri',
    end: /^Whakamutua te wātū/,
    seen: 'Kua kite au',
    accept: 'Whakaaetia',
    make: 'Hangaia he waehere',
    link: 'Honoa taku mauhanga',
  },
} as const;

async function open(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(`${baseUrl()}${path}?lang=${language}`);
  await page.locator('h1').waitFor();
}

for (const view of FLOW_VIEWS) {
  const { language } = view;
  const words = WORDS[language];

  journey(
    'a theme that is chosen is there from the first byte, by keyboard, and for as long as it is wanted',
    view,
    async (page) => {
      await signIn(page, 'aroha', language);
      await open(page, '/account', language);
      await page.getByRole('radio', { name: words.dark, exact: true }).focus();
      await page.keyboard.press('Space');
      await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
      await expect
        .poll(async () => (await page.context().cookies()).some(({ name, value }) => name === 'theme' && value === 'dark'))
        .toBe(true);
      await expectAccessible(page);
      const first = await page.request.get(`${baseUrl()}/account`);
      expect(await first.text()).toContain('data-theme="dark"');
      await page.getByRole('radio').nth(2).check();
      await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe(null);
    },
  );

  further('a session elsewhere is seen and ended, and is out at once', view, async (page, context) => {
    await signIn(page, 'wiremu', language);
    const elsewhere = await context.browser()?.newContext();
    if (elsewhere === undefined) throw new Error('there is no browser');
    const other = await elsewhere.newPage();
    await signIn(other, 'wiremu', language);
    await open(page, '/account', language);
    await page.getByRole('button', { name: words.end }).first().waitFor();
    await expectAccessible(page);
    const before = await page.getByRole('button', { name: words.end }).count();
    await page.getByRole('button', { name: words.end }).first().click();
    await expect.poll(() => page.getByRole('button', { name: words.end }).count()).toBe(before - 1);
    await expect.poll(async () => (await (await other.request.get(`${baseUrl()}/api/v1/session`)).json()).signedIn).toBe(false);
    await elsewhere.close();
  });

  further('notices are counted in the masthead until they are seen', view, async (page) => {
    await signIn(page, 'nikau', language);
    await open(page, '/account/notices', language);
    await page.locator('.notices li').first().waitFor();
    await expectAccessible(page);
    const see = page.getByRole('button', { name: words.seen });
    if ((await see.count()) > 0) {
      await page.locator('.unread').waitFor();
      await see.click();
    }
    await expect.poll(() => page.locator('.unread').count()).toBe(0);
    expect(await page.locator('.notices li.new').count()).toBe(0);
  });

  further('the pages of members and of one-time codes are whole', view, async (page) => {
    await signIn(page, 'ngaio', language);
    for (const path of ['/account/members', '/account/code']) {
      await open(page, path, language);
      await page.locator('form').waitFor();
      await expectAccessible(page);
    }
    await page.locator('#nsn').fill('0000000999');
    await page.locator('#givenNames').fill('Nobody');
    await page.locator('#familyName').fill('Here');
    await page.locator('#dateOfBirth').fill('1990-01-01');
    await page.getByRole('button', { name: words.make }).click();
    await page.getByRole('alert').waitFor();
    // What was typed is kept.
    expect(await page.locator('#familyName').inputValue()).toBe('Here');
    await expectAccessible(page);
  });
}

const [first] = FLOW_VIEWS;
if (first === undefined) throw new RangeError('there is no view');
const { language } = first;
const words = WORDS[language];

further('a learner without a record links it with a registrar’s code', first, async (page, context) => {
  await signIn(page, 'ira', language);
  await page.locator('main .btn').first().click();
  await page.waitForURL(/\/account\/link/);
  await page.locator('#code').waitFor();
  await expectAccessible(page);
  const desk = await context.browser()?.newContext();
  if (desk === undefined) throw new Error('there is no browser');
  const registrar = await desk.newPage();
  await signIn(registrar, 'ngaio', language);
  await open(registrar, '/account/code', language);
  await registrar.locator('#nsn').fill('0000 000 108');
  await registrar.locator('#givenNames').fill('Ira');
  await registrar.locator('#familyName').fill('Kawau');
  await registrar.locator('#dateOfBirth').fill('2001-08-19');
  await registrar.getByRole('button', { name: words.make }).click();
  const code = await registrar.locator('.code-shown').innerText();
  await expectAccessible(registrar);
  await desk.close();
  await page.locator('#nsn').fill('0000000108');
  await page.locator('#birth').fill('2001-08-19');
  await page.locator('#code').fill('WRNG-CDEX-HERE');
  await page.getByRole('button', { name: words.link }).click();
  await page.getByRole('alert').waitFor();
  await page.locator('#code').fill(code.toLowerCase());
  await page.getByRole('button', { name: words.link }).click();
  await page.waitForURL(/\/record/);
  await page.locator('.stack').waitFor();
});

further('an address is shown to be mine by the link in the mailbox of the demonstration', first, async (page) => {
  await signIn(page, 'rangi', language);
  await open(page, '/account', language);
  await page.locator('#mail-address').fill('rangi@example.test');
  await page.locator('#mail-address').press('Enter');
  const mailbox = page.locator('a[href="/demonstration/mailbox"]');
  await mailbox.waitFor();
  await expectAccessible(page);
  await page.goto(`${baseUrl()}/demonstration/mailbox`);
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.locator('a[href*="/account/mail"]').count();
      },
      { timeout: 50_000, interval: 2000 },
    )
    .toBeGreaterThan(0);
  await expectAccessible(page);
  await page.locator('a[href*="/account/mail"]').first().click();
  await page.locator('main .btn').first().click();
  await expect.poll(() => page.locator('main .lead').count()).toBe(1);
  await open(page, '/account', language);
  await page.locator('.choice[type=checkbox]').waitFor();
  expect(await page.locator('.choice[type=checkbox]').isChecked()).toBe(true);
});

further('somebody is invited, accepts, gets another role, and leaves', first, async (page, context) => {
  await signIn(page, 'ngaio', language);
  await open(page, '/account/members', language);
  await page.locator('#email').fill('moana@example.test');
  await page.locator('form .btn').click();
  const address = await page.locator('code.long').innerText();
  await expectAccessible(page);
  const desk = await context.browser()?.newContext();
  if (desk === undefined) throw new Error('there is no browser');
  const guest = await desk.newPage();
  await guest.goto(address);
  await guest.locator('h1').waitFor();
  expect(guest.url()).not.toContain('#');
  await guest.locator('main .btn').click();
  await guest.locator('.people a', { hasText: 'Moana Toroa' }).click();
  await guest.waitForURL(/\/invitation/);
  await expectAccessible(guest);
  await guest.getByRole('button', { name: words.accept }).click();
  await guest.waitForURL(/\/account/);
  await page.reload();
  await page.getByRole('button', { name: /Moana/ }).click();
  await page.locator('.choices input').nth(4).check();
  await expectAccessible(page);
  await page.locator('.choices .btn').first().click();
  await expect.poll(() => page.locator('.choices').count()).toBe(0);
  const signedIn = async () => (await (await guest.request.get(`${baseUrl()}/api/v1/session`)).json()).signedIn;
  expect(await signedIn()).toBe(false);
  await page.getByRole('button', { name: /Moana/ }).click();
  await page.locator('.choices .danger').click();
  await expect.poll(() => page.getByRole('button', { name: /Moana/ }).count()).toBe(0);
  await desk.close();
});

further('a passkey is added, signs in, is named and removed', first, async (page, context) => {
  const cdp = await context.newCDPSession(page);
  await virtualAuthenticator(cdp);
  await signIn(page, 'hemi', language);
  await open(page, '/account', language);
  await page.locator('#passkey-name').fill('My laptop');
  await page
    .locator('form', { has: page.locator('#passkey-name') })
    .locator('.btn')
    .click();
  await page.getByText('My laptop').waitFor();
  await expectAccessible(page);
  await context.clearCookies();
  await open(page, '/enter', language);
  await expectAccessible(page);
  await page.locator('main .btn').first().click();
  await page.waitForURL(/\/record/);
  await page.locator('.stack').waitFor();
  await open(page, '/account', language);
  await page
    .getByRole('button', { name: /My laptop/ })
    .first()
    .click();
  await page.locator('.inline .input').fill('Desk');
  await page.locator('.inline .btn').click();
  await page.getByText('Desk', { exact: true }).waitFor();
  await page.locator('.pair .danger').click();
  await expect.poll(() => page.locator('.pair').count()).toBe(0);
});

/** Chromium's own authenticator: a platform one that holds passkeys and has verified its user. */
async function virtualAuthenticator(cdp: CDPSession): Promise<void> {
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
