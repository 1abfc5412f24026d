import { afterAll, beforeAll, expect } from 'vitest';
import { FLOW_VIEWS, further, withBrowser } from './browser.ts';
import { startProduct, type StartedProduct } from './start-product.ts';

withBrowser();

// A second product, set up as it is shipped: without the language model that the other one has.
let shipped: StartedProduct | undefined;
beforeAll(async () => {
  if (process.env['RECOGNITION_BROWSER'] !== undefined) shipped = await startProduct();
});
afterAll(async () => shipped?.stop());

const WORDS = {
  en: { name: 'Name', code: 'Code', begin: 'Begin', kept: 'The summary is kept.' },
  mi: { name: 'Ingoa', code: 'Waehere', begin: 'Tīmata', kept: 'Kua tiakina te whakarāpopoto.' },
} as const;

for (const view of FLOW_VIEWS) {
  const { language } = view;
  const words = WORDS[language];
  further('as it is shipped no model drafts, and a definition and its summary are written without one', view, async (page) => {
    if (shipped === undefined) throw new Error('the second product did not start');
    const { url } = shipped;
    await page.goto(`${url}/sign-in?as=tama&lang=${language}`);
    const model = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/language-model'));
    await page.goto(`${url}/outcomes/new?lang=${language}`);
    await page.getByLabel(words.name, { exact: true }).fill('Clean hands to prevent infection');
    const code = `SHIP-${view.width}-${view.language}-${view.theme}`.toUpperCase();
    await page.getByLabel(words.code, { exact: true }).fill(code);
    await page.getByRole('button', { name: words.begin, exact: true }).click();
    expect(await (await model).json()).toEqual({ on: false, model: null });
    await page.locator('.suggested li').first().waitFor();
    expect(await page.locator('#skill-drafts').count()).toBe(0);
    const summary = page.locator('#part-summary');
    expect(await summary.getByRole('button').count()).toBe(1);
    await summary.locator('textarea').fill('You learn to keep hands clean.');
    await summary.getByRole('button').click();
    await summary.getByText(words.kept).waitFor();
  });
}
