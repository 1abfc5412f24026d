import { expect } from 'vitest';
import { baseUrl, expectAccessible, journey, signIn, FLOW_VIEWS, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: {
    door: 'Plan a way to an award or a skill',
    hours: 'Hours a week',
    english: 'English',
    taughtIn: 'Taught in: English',
    plan: 'Plan',
    plans: /plans? for: Applied Learning Qualification/i,
    proven: 'Proven: no plan is better.',
    keep: 'Keep this plan',
    stands: 'Everything in it still stands.',
    share: 'Make a link for an adviser',
    link: 'The link; it is shown once',
    shared: 'A plan that was shared with you',
    remove: 'Take this plan away',
    anew: 'A new plan',
    job: 'A job role',
    findJob: 'Find a job role',
    forJob: /plans? for: Home carer/i,
    take: 'Take the new plan in its place',
    better: 'All of it still stands, and with what is offered now a better plan is possible.',
  },
  mi: {
    door: 'Whakamaheretia he ara ki tētahi tohu, pūkenga rānei',
    hours: 'Ngā hāora i te wiki',
    english: 'Te reo Ingarihi',
    taughtIn: 'Te reo whakaako: Te reo Ingarihi',
    plan: 'Whakamaheretia',
    plans: /mahere mō: Tohu Ako Whakahāngai/i,
    proven: 'Kua whakamātauhia: kāore he mahere pai ake.',
    keep: 'Puritia tēnei mahere',
    stands: 'E tū tonu ana ngā mea katoa o roto.',
    share: 'Hangaia he hononga mā tētahi kaitohutohu',
    link: 'Te hononga; kotahi anake te whakaaturanga',
    shared: 'He mahere kua tiria ki a koe',
    remove: 'Tangohia tēnei mahere',
    anew: 'He mahere hou',
    job: 'He tūranga mahi',
    findJob: 'Rapua he tūranga mahi',
    forJob: /mahere mō: Home carer/i,
    take: 'Tangohia te mahere hou hei whakakapi',
    better: 'E tū tonu ana te katoa, ā, mā ngā mea e whakaratohia ana ināianei ka taea he mahere pai ake.',
  },
} as const;

for (const view of FLOW_VIEWS) {
  const words = WORDS[view.language];
  journey('a learner plans a way, keeps it, and shares it with an adviser', view, async (page, context) => {
    // Not Hēmi: another journey gives him the credit that he lacks.
    await signIn(page, 'rangi', view.language);
    await page.goto(`${baseUrl()}/record?lang=${view.language}`);
    await page.getByRole('link', { name: words.door }).click();
    await page.getByLabel(words.hours).fill('20');
    await page.getByLabel(words.english, { exact: true }).check();
    await page.getByRole('button', { name: words.plan, exact: true }).click();
    await page.getByRole('heading', { name: words.plans }).waitFor();
    expect(await page.getByText(words.taughtIn).count()).toBeGreaterThan(0);
    expect(await page.getByText(words.proven).count()).toBeGreaterThan(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: words.keep }).first().click();
    await page.getByText(words.stands).waitFor();
    await page.getByRole('button', { name: words.share }).click();
    const link = await page.getByLabel(words.link).inputValue();
    const adviser = await context.browser()!.newPage();
    await adviser.goto(`${baseUrl()}${new URL(link).pathname}?lang=${view.language}`);
    await adviser.getByText(words.shared).waitFor();
    await expectAccessible(adviser);
    await adviser.close();
    await page.getByRole('button', { name: words.remove }).click();
    await page.getByRole('button', { name: words.plan, exact: true }).waitFor();
    // A job role is a goal: what its source says is essential.
    await page.getByLabel(words.job, { exact: true }).check();
    await page.getByLabel(words.findJob).fill('home carer');
    await page.getByRole('button', { name: 'Home carer' }).click();
    await page.getByRole('button', { name: words.plan, exact: true }).click();
    await page.getByRole('heading', { name: words.forJob }).waitFor();
    await expectAccessible(page);
    // A provider has moved a course of the plan that he kept before: it is planned anew by itself, until he takes that in the first view.
    await page.locator('[aria-labelledby="kept"]').getByRole('link', { name: 'Caring for people with dementia' }).first().click();
    await page.locator('.way-plan').first().waitFor();
    const take = page.getByRole('button', { name: words.take });
    if (view === FLOW_VIEWS[0]) {
      await page.getByRole('heading', { name: words.anew, exact: true }).waitFor();
      await expectAccessible(page);
      await take.click();
    }
    await page.getByText(words.stands).waitFor();
  });

  journey('a learner is told that a plan which still stands could be better, and takes the better one', view, async (page) => {
    await signIn(page, 'wiremu', view.language);
    await page.goto(`${baseUrl()}/record/pathway?lang=${view.language}`);
    await page.locator('[aria-labelledby="kept"]').getByRole('link', { name: 'Home carer' }).first().click();
    await page.locator('.way-plan').first().waitFor();
    // Taken in the first view, it is the plan that is kept in the next.
    if (view === FLOW_VIEWS[0]) {
      await page.getByText(words.better).waitFor();
      await page.getByRole('heading', { name: words.anew, exact: true }).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: words.take }).click();
    }
    await page.getByText(words.stands).waitFor();
  });
}
