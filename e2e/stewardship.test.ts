import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, expectAccessible, further, journey, type Language, signIn, FLOW_VIEWS, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    door: 'Stewardship',
    again: 'Decide it again from its record',
    same: /^Decided again: the same answer/,
    sealed: /those that the signed credential was issued on/,
    add: 'Add an organisation',
    addGo: 'Add it',
    accredit: 'Accredit, with consent to assess',
    accreditGo: 'Accredit',
    rename: 'Give it another name from a day',
    renameGo: 'Rename it',
    close: 'Close it',
    closeGo: 'Close it on that day',
    end: 'Put a last day on an accreditation',
    withdrawAll: 'Ask to withdraw all its results',
    revoke: 'Ask to revoke it',
    agree: 'Agree, and do it',
    disagree: 'Do not agree',
    look: 'Look',
    csv: 'Download as CSV',
  },
  mi: {
    door: 'Kaitiakitanga',
    again: 'Whakatauhia anō i tōna mauhanga',
    same: /^Kua whakatauhia anō: ōrite katoa/,
    sealed: /ngā mea tonu i tukuna ai te tiwhikete/,
    add: 'Tāpirihia he whakahaere',
    addGo: 'Tāpirihia',
    accredit: 'Whakamanahia, me te whakaaetanga ki te aromatawai',
    accreditGo: 'Whakamanahia',
    rename: 'Hoatu he ingoa hou mai i tētahi rā',
    renameGo: 'Whakaingoatia anō',
    close: 'Katia',
    closeGo: 'Katia i taua rā',
    end: 'Tautuhia te rā whakamutunga o tētahi whakamanatanga',
    withdrawAll: 'Tonoa kia tangohia ōna otinga katoa',
    revoke: 'Tonoa kia whakakorehia',
    agree: 'Whakaae, ka mahi',
    disagree: 'Kaua e whakaae',
    look: 'Rapua',
    csv: 'Tikiake hei CSV',
  },
} as const;

async function open(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(`${baseUrl()}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
  await page.locator('h1').first().waitFor();
}

/** Goes to another room; on a phone they are folded. */
async function openRoom(page: Page, ends: string): Promise<void> {
  const folded = page.locator('.rooms summary');
  if (await folded.isVisible()) await folded.click();
  await page.locator(`.rooms a[href*="${ends}"]`).click();
}

FLOW_VIEWS.forEach((view, at) => {
  const { language } = view;
  const words = WORDS[language];

  journey('the stewards’ door: today, numbers, policies', view, async (page) => {
    await signIn(page, 'kahu', language);
    await open(page, '/', language);
    await page.locator('.mast nav').getByRole('link', { name: words.door }).click();
    await page.locator('.tally').waitFor();
    await expectAccessible(page);
    await openRoom(page, '/numbers');
    await page.locator('.days-plot').waitFor();
    expect(await page.locator('.days-plot .filled').count()).toBeGreaterThan(0);
    expect(await page.locator('.bars tbody tr').count()).toBeGreaterThan(0);
    await expectAccessible(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href*="exports/numbers/days"]').click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toMatch(/^\uFEFFday,recorded,corrected,withdrawn,rejected\r\n/);
    await openRoom(page, '/policies');
    await page.locator('.pairs').waitFor();
    expect(await page.locator('.tbl').first().innerText()).toContain('2025.1');
    await expectAccessible(page);
  });

  further('an award is found, its trace read, and decided again', view, async (page) => {
    await signIn(page, 'kahu', language);
    await open(page, '/stewardship/awards', language);
    await page.locator('.tbl tbody tr').first().waitFor();
    await expectAccessible(page);
    await page.locator('#f-status').selectOption('suspended');
    await page.getByRole('button', { name: words.look, exact: true }).click();
    await page.waitForURL(/status=suspended/);
    await page.locator('.tbl tbody tr').first().waitFor();
    await page.locator('.tbl tbody a').first().click();
    await page.waitForURL(/\/stewardship\/awards\/\d\d-/);
    await page.locator('#events').waitFor();
    await page.locator('ol.log li').first().waitFor();
    expect(await page.locator('.plain li').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: words.again }).press('Enter');
    await page.getByText(words.same).waitFor();
    await page.getByText(words.sealed).waitFor();
    await expectAccessible(page);
  });

  further('an organisation is added, accredited, renamed and closed, all by date', view, async (page) => {
    const id = `org-journey-${at}`;
    await signIn(page, 'kahu', language);
    await open(page, '/stewardship/organisations', language);
    await page.locator('.tbl tbody tr').first().waitFor();
    await expectAccessible(page);
    await act(page, words.add, words.addGo, { '#o-name': '=Kōwhai Training', '#o-id': id, '#o-number': `7${at}1` });
    await page.locator('#q').fill('kowhai');
    await page.locator('#q').press('Enter');
    await page.waitForURL(/q=kowhai/);
    await page.locator(`.tbl a[href*="${id}"]`).click();
    await page.locator('#consent').waitFor();
    await expectAccessible(page);
    await act(page, words.accredit, words.accreditGo, { '#a-from': '2020-01-01' });
    await page.locator('#consent').locator('xpath=../..').locator('tbody tr').waitFor();
    await act(page, words.rename, words.renameGo, { '#r-name': 'Kōwhai Institute', '#r-from': '2024-05-01' });
    await page.getByRole('heading', { level: 1, name: 'Kōwhai Institute' }).waitFor();
    await act(page, words.rename, words.renameGo, { '#r-name': 'Too early', '#r-from': '2023-05-01' });
    await page.locator('.act .say.wrong').waitFor();
    expect(await page.locator('#r-name').inputValue()).toBe('Too early');
    await expectAccessible(page);
    await act(page, words.close, words.closeGo, { '#c-closed': '2026-06-30', '#c-successor': 'demo-harakeke' });
    await page.locator('main a[href*="/organisations/demo-harakeke"]').waitFor();
    const csv = await page.request.get(`${baseUrl()}/api/v1/stewardship/exports/organisations`);
    expect(await csv.text()).toContain(`${id},Kōwhai Institute,`);
    expect(await csv.text()).toContain(`'=Kōwhai Training`);
    await expectAccessible(page);
  });
});

async function act(page: Page, title: string, go: string, values: Readonly<Record<string, string>>): Promise<void> {
  const box = page.locator('details.act').filter({ has: page.locator('summary', { hasText: new RegExp(`^${title}$`) }) });
  if ((await box.getAttribute('open')) === null) await box.locator('summary').press('Enter');
  for (const [field, value] of Object.entries(values)) await page.locator(field).fill(value);
  await box.getByRole('button', { name: go, exact: true }).click();
}

// Two people, and what one asked the other settles: walked once, since it changes an award.
further('revoking takes two stewards; the second may say no', FLOW_VIEWS[0]!, async (page) => {
  const { language } = FLOW_VIEWS[0]!;
  const words = WORDS[language];
  await signIn(page, 'kahu', language);
  await open(page, '/stewardship/awards?status=live', language);
  await page.locator('.tbl tbody a').first().click();
  await page.locator('#change').waitFor();
  const here = page.url();
  await page.locator('#change').locator('xpath=../..').locator('textarea').fill('A trial of two people.');
  await page.getByRole('button', { name: words.revoke }).click();
  await page.getByRole('button', { name: words.agree }).click();
  await page.locator('.say.wrong').waitFor();
  await signIn(page, 'petra', language);
  await open(page, '/stewardship', language);
  await page.locator('#second').waitFor();
  await page.locator(`section a[href*="${new URL(here).pathname}"]`).click();
  await page.getByRole('button', { name: words.disagree }).click();
  await page.getByRole('button', { name: words.revoke }).waitFor();
  await expectAccessible(page);
});

further(
  'a bad import is found, what its withdrawal would touch is seen, and a second steward says no',
  FLOW_VIEWS[0]!,
  async (page) => {
    const { language } = FLOW_VIEWS[0]!;
    const words = WORDS[language];
    await signIn(page, 'kahu', language);
    await open(page, '/stewardship/imports', language);
    await page.locator('.tbl tbody tr').first().waitFor();
    await expectAccessible(page);
    await page.locator('.tbl tbody a').last().click();
    await page.locator('.tally b').first().waitFor();
    const here = page.url();
    await page.locator('textarea').fill('Another year’s file.');
    await page.getByRole('button', { name: words.withdrawAll }).press('Enter');
    await page.getByRole('button', { name: words.agree }).press('Enter');
    await page.locator('.say.wrong').waitFor();
    await expectAccessible(page);
    await signIn(page, 'petra', language);
    await page.goto(here);
    await page.getByRole('button', { name: words.disagree }).press('Enter');
    await page.getByRole('button', { name: words.withdrawAll }).waitFor();
  },
);
