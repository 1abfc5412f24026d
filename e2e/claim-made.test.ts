import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { shapeFaults } from '../packages/credentials/test/elm-shapes.ts';
import { has } from '../packages/credentials/test/shared.ts';
import { baseUrl, expectAccessible, FLOW_VIEWS, further, journey, signIn, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    claim: 'Claim it',
    held: /Care at Home \(micro-credential\)/,
    withdraw: 'You may withdraw your own award.',
    never: /Tell the birds of an orchard apart: .*bears no credit.* never stacked/,
    stacked: 'What bears no credit is never stacked.',
  },
  mi: {
    claim: 'Tonoa',
    held: /Care at Home \(tohu moroiti\)/,
    withdraw: 'Ka taea e koe te tango i tō ake tohu.',
    never: /Tell the birds of an orchard apart: .*kāore ōna whiwhinga.*kāore e taea te whakapeto/,
    stacked: 'Ki te kore he whiwhinga, kāore e taea te whakapeto.',
  },
} as const;

/** Follows a link that downloads, and reads what came as JSON. */
async function taken(page: Page, link: string): Promise<unknown> {
  const download = page.waitForEvent('download');
  await page.locator(link).first().click();
  return JSON.parse(await readFile(await (await download).path(), 'utf8'));
}

/** Gives back all that stands, so that the next view finds the record as this one did. */
async function giveBack(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const read = async (path: string): Promise<Record<string, unknown>> => (await fetch(path)).json();
    const { csrfToken } = await read('/api/v1/session');
    const { items } = await read('/api/v1/learners/me/claimable-awards');
    for (const one of Array.isArray(items) ? items : [])
      if (one.held !== null)
        await fetch(`/api/v1/awards/${one.held}/withdrawal`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-csrf-token': String(csrfToken) },
          body: JSON.stringify({ reason: 'The end of a test' }),
        });
  });
}

for (const view of FLOW_VIEWS) {
  const words = WORDS[view.language];

  journey('a learner is told of a micro-credential that they hold all of, sees why, and claims it', view, async (page) => {
    await signIn(page, 'kiri', view.language);
    const canClaim = page.locator('ul.can-claim');
    const open = canClaim.locator('a').first();
    await open.waitFor();
    expect(await canClaim.innerText()).toMatch(words.held);
    // Where what can be claimed cannot be read, the record says so, and asks again when it is told to.
    const answers = /\/api\/v1\/learners\/me\/claimable-awards/;
    await page.route(answers, (route) => route.abort());
    await page.reload();
    const again = page.locator('section[role=alert] button');
    await again.waitFor();
    await expectAccessible(page);
    await page.unroute(answers);
    await again.click();
    await open.waitFor();
    expect(await again.count()).toBe(0);
    await open.click();
    await page.waitForURL(/\/record\/claim\/nz\/MC-CARE-v1/);
    expect(await page.locator('table tbody tr').count()).toBe(4);
    await expectAccessible(page);
    await page.getByRole('button', { name: words.claim }).click();
    await page.waitForURL(/\/record\/awards\/[0-9]{2}-/);
    await page.locator('h1').filter({ hasText: words.held }).waitFor();
    await expectAccessible(page);
    // It spends nothing, so that giving it up frees nothing: that sentence ends there.
    expect(await page.locator('p', { hasText: words.withdraw }).innerText()).toBe(words.withdraw);
    const id = page.url().match(/awards\/([0-9A-Z-]+)/)?.[1] ?? '';
    // The file verifies for anybody, and so does the code of the award.
    const credential = await taken(page, 'a[download]');
    const answer = await fetch(`${baseUrl()}/api/v1/credentials/verification`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ credential }),
    });
    expect(await answer.json()).toMatchObject({ answer: 'verified' });
    await page.goto(`${baseUrl()}/verify?award=${id}&lang=${view.language}`);
    // The document is in English, whoever reads it.
    expect(await page.locator('h1').innerText()).toContain('Care at Home (micro-credential)');
    // Nothing was used up, and it is held once: the record offers it no more.
    await page.goto(`${baseUrl()}/record?lang=${view.language}`);
    await page.locator('.holding').filter({ hasText: words.held }).waitFor();
    await page.goto(`${baseUrl()}/record/claim/nz/MC-CARE-v1?lang=${view.language}`);
    await page.locator('h1').filter({ hasText: words.held }).waitFor();
    expect(await page.getByRole('button', { name: words.claim }).count()).toBe(0);
    // Given back, so that the next view finds the record as this one did.
    await giveBack(page);
  });

  journey(
    'micro-credentials of the Philippines: without basic competencies, for credit, and without credit and so alone',
    view,
    async (page) => {
      await signIn(page, 'dalisay', view.language);
      await page.waitForURL(/\/record\/frameworks\/ph/);
      const state = (ref: string) => page.locator(`.pathway [data-ref="ph-demo-${ref}"]`).getAttribute('data-state');
      await page.locator('.can-claim a').first().waitFor();
      // One core unit makes the micro-credential of TESDA, and is far from the qualification; what bears no credit leads nowhere but to its own.
      expect(await Promise.all(['mc-1', 'nc-1', 'ched-1', 'ched-2', 'ched-3'].map(state))).toEqual([
        'given',
        'open',
        'given',
        'next',
        'given',
      ]);
      const alone = page.locator('section[aria-labelledby=alone]');
      expect(await alone.innerText()).toMatch(words.never);
      expect(await alone.innerText()).toContain('CHED Memorandum Order 1');
      await expectAccessible(page);
      await page.locator('.can-claim a[href*="ph-demo-ched-1"]').click();
      await page.locator('#why').waitFor();
      expect(await page.locator('section[aria-labelledby=why]').innerText()).toMatch(words.never);
      await page.goto(`${baseUrl()}/record/claim/ph/ph-demo-mc-1?lang=${view.language}`);
      await page.getByRole('button', { name: words.claim }).click();
      await page.waitForURL(/\/record\/awards\/[0-9]{2}-/);
      await page.locator('#counted').waitFor();
      expect(await page.locator('section[aria-labelledby=counted] tbody tr').count()).toBe(1);
      expect(await taken(page, 'a[href$="/elm"]')).toMatchObject({ type: ['VerifiableCredential', 'EuropeanDigitalCredential'] });
      await giveBack(page);
      // Nor can anybody put the two together on screen.
      await page.goto(`${baseUrl()}/compose?lang=${view.language}`);
      for (const ref of [/^soil-u1/, /^bird-n1/]) await page.getByRole('checkbox', { name: ref }).first().check();
      await page.getByText(words.stacked).first().waitFor();
    },
  );

  for (const [who, framework, definition] of [
    ['ines', 'es', 'es-demo-c-1'],
    ['amihan', 'ph', 'ph-demo-coc-1'],
    ['dalisay', 'ph', 'ph-demo-ched-1'],
    ['dalisay', 'ph', 'ph-demo-ched-3'],
    ['freja', 'dk', 'dk-demo-48901'],
    ['manon', 'fr', 'fr-demo-rncp-1'],
    ['arjun', 'in', 'in-demo-mc-1'],
    ['arjun', 'in', 'in-demo-mcert-1'],
  ] as const)
    further(`the award ${definition} of the framework ${framework} is claimed by who holds its parts`, view, async (page) => {
      await signIn(page, who, view.language);
      await page.waitForURL(new RegExp(`/record/frameworks/${framework}`));
      await page.locator(`.can-claim a[href*="${definition}"]`).click();
      await page.waitForURL(/\/record\/claim\//);
      await expectAccessible(page);
      await page.getByRole('button', { name: words.claim }).click();
      await page.waitForURL(/\/record\/awards\/[0-9]{2}-/);
      await page.locator('h1').waitFor();
      await expectAccessible(page);
      // In the European Learning Model too: as the Commission's shapes have it, and at the level that its country refers to the EQF.
      const elm = await taken(page, 'a[href$="/elm"]');
      if (has('standards/elm-3')) expect(await shapeFaults(elm)).toEqual([]);
      const level = /eqf\/(?<level>\d)"/.exec(JSON.stringify(elm))?.groups?.['level'];
      expect(level).toBe(definition === 'fr-demo-rncp-1' ? '4' : undefined);
      await giveBack(page);
    });
}
