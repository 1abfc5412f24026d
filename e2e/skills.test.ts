import { expect } from 'vitest';
import { baseUrl, expectAccessible, FLOW_VIEWS, journey, signIn, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    name: 'Name',
    code: 'Code',
    begin: /^Begin$/,
    refuse: /^Not this one: /,
    same: /^The same: /,
    decided: 'Decided.',
    outcomes: 'Outcomes that name it',
    draftSkills: 'Have skills drafted',
    take: 'Accept what is chosen',
    draftSummary: 'Have a summary drafted',
    acceptSummary: 'Accept this summary',
    kept: 'The summary is kept.',
    replaceBy: 'What takes the place of Work on ladders',
    takeBack: 'Take back what takes the place of Work on ladders',
    inPlace: 'In its place stands:',
  },
  mi: {
    name: 'Ingoa',
    code: 'Waehere',
    begin: /^Tīmata$/,
    refuse: /^Ehara i tēnei: /,
    same: /^He ōrite: /,
    decided: 'Kua whakatauria.',
    outcomes: 'Ngā hua e tapa ana i tēnei',
    draftSkills: 'Tonoa he pūkenga hukihuki',
    take: 'Whakaaetia ngā mea i kōwhiria',
    draftSummary: 'Tonoa he whakarāpopoto hukihuki',
    acceptSummary: 'Whakaaetia tēnei whakarāpopoto',
    kept: 'Kua tiakina te whakarāpopoto.',
    replaceBy: 'Te pūkenga hei whakakapi i Work on ladders',
    takeBack: 'Whakahokia te whakakapinga o Work on ladders',
    inPlace: 'Kua whakakapia e:',
  },
} as const;

/** What our own matcher suggests; what a language model drafts stands apart from it. */
const SUGGESTED = '.suggested:not(#skill-drafts)';

for (const view of FLOW_VIEWS) {
  const words = WORDS[view.language];
  const at = (path: string): string => `${baseUrl()}${path}${path.includes('?') ? '&' : '?'}lang=${view.language}`;

  journey(
    'what is written suggests skills with why, a model drafts more; the answers are kept; a steward joins two schemes, and says what replaces a skill',
    view,
    async (page, context) => {
      await signIn(page, 'tama', view.language);
      await page.goto(at('/outcomes/new'));
      await page.getByLabel(words.name, { exact: true }).fill('Clean hands to prevent infection, and keep records of it');
      await page.getByLabel(words.code, { exact: true }).fill(`SK${Date.now() % 1_000_000}`);
      await page.getByRole('button', { name: words.begin }).click();
      const suggested = page.locator(`${SUGGESTED} li`);
      await suggested.first().waitFor();
      expect(await page.locator(SUGGESTED).innerText()).toMatch(/infection/);
      await expectAccessible(page);
      const refused = (await suggested.first().locator('button.btn').innerText()).replace(/^\+ /u, '');
      await suggested.first().getByRole('button', { name: words.refuse }).click();
      await expect.poll(async () => page.locator(SUGGESTED).innerText()).not.toContain(`+ ${refused}\n`);
      const kept = page.waitForResponse(
        (answer) => answer.url().endsWith('/api/v1/skills/answers') && answer.request().method() === 'POST',
      );
      await suggested.first().locator('button.btn').click();
      expect((await kept).status()).toBe(204);
      await page.locator('.picked li').waitFor();
      await page.reload();
      await suggested.first().waitFor();
      expect(await page.locator(SUGGESTED).innerText()).not.toContain(`+ ${refused}\n`);

      // A language model, played by a small server that speaks its protocol, drafts; what is taken is a skill of ours, and marked.
      const drafts = page.locator('#skill-drafts');
      await drafts.getByRole('button', { name: words.draftSkills }).click();
      await drafts.locator('li input').first().check();
      await expectAccessible(page);
      const before = await page.locator('.picked li').count();
      await drafts.getByRole('button', { name: words.take }).click();
      await expect.poll(() => page.locator('.picked li').count()).toBe(before + 1);
      const summary = page.locator('#part-summary');
      await summary.getByRole('button', { name: words.draftSummary }).click();
      await expect.poll(() => summary.locator('textarea').inputValue()).toContain('prevent infection');
      expect(await summary.innerText()).toContain('small-model');
      await summary.getByRole('button', { name: words.acceptSummary }).click();
      await summary.getByText(words.kept).waitFor();

      await context.clearCookies();
      await signIn(page, 'kahu', view.language);
      await page.goto(at('/stewardship/skills'));
      await page.getByText('words-and-labels').first().waitFor();
      await page.getByRole('button', { name: words.same }).first().waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: words.same }).first().click();
      await page.getByText(words.decided).waitFor();
      // A skill that its scheme has retired; an earlier view has left nothing in its place.
      await page.getByRole('combobox', { name: words.replaceBy }).fill('Working at height');
      await page.getByRole('option', { name: /Working at height/u }).click();
      const takeBack = page.getByRole('button', { name: words.takeBack });
      await takeBack.waitFor();
      await page.goto(at('/skills/demo-pacific/ladder-work'));
      expect(await page.locator('main').innerText()).toContain(words.inPlace);
      await page.goto(at('/stewardship/skills'));
      await takeBack.click();
      await page.getByRole('combobox', { name: words.replaceBy }).waitFor();

      await context.clearCookies();
      await page.goto(at('/skills/nzrr-skills/prevent-infection'));
      await page.getByRole('heading', { name: words.outcomes }).waitFor();
      expect(await page.locator('main').innerText()).toContain('Infection control');
      await expectAccessible(page);
      await page.goto(at('/skills'));
      await expectAccessible(page);
    },
  );
}
