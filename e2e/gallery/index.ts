// Takes a picture of every page of every role: `npm run gallery`, in two views; all eight with `--full`; some pages only where they are named.
// Writes docs/gallery/.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { FLAGS } from '../flags.ts';
import { startProduct } from '../start-product.ts';
import { SHOWN, type Shown } from './pages.ts';
import { type Prepared, prepare } from './prepare.ts';

const executablePath = process.env['RECOGNITION_BROWSER'];
if (executablePath === undefined) throw new Error('There is no Chromium here to take pictures with.');
const folder = fileURLToPath(new URL('../../docs/gallery/', import.meta.url));
const full = process.argv.includes('--full');
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const pages = named.length === 0 ? SHOWN : SHOWN.filter(({ name }) => named.includes(name));
const views = (['en', 'mi'] as const)
  .flatMap((language) =>
    (['light', 'dark'] as const).flatMap((theme) => ([1280, 390] as const).map((width) => ({ language, theme, width }))),
  )
  .filter(
    ({ language, theme, width }) =>
      full || (language === 'en' ? theme === 'light' && width === 1280 : theme === 'dark' && width === 390),
  );
/** The most of a page that is shown, in pixels. */
const TALLEST = 3000;

if (named.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const product = await startProduct();
const browser = await chromium.launch({ executablePath, args: FLAGS });
const rows: string[] = [];
const missed: string[] = [];
try {
  const made = await prepare(product.url);
  for (const shown of pages) {
    const cells: string[] = [];
    for (const view of views) {
      const file = `${shown.name}-${view.width}-${view.theme}-${view.language}.jpg`;
      try {
        const over = await take(shown, view, made, join(folder, file));
        if (over > 0) missed.push(`${file}: the page is ${over} px wider than its window, which the picture does not show`);
        cells.push(
          `<a href="${file}"><img src="${file}" width="${view.width === 390 ? 195 : 640}" alt="${shown.name}, ${file}"></a>`,
        );
      } catch (error) {
        // The other pages are still worth a picture.
        missed.push(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      }
    }
    console.log(shown.name);
    rows.push(`<h2>${shown.name}</h2><p>${cells.join('\n')}</p>`);
  }
  if (named.length === 0)
    writeFileSync(
      join(folder, 'index.html'),
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page</title><h1>Every page of every role</h1>\n${rows.join('\n')}\n`,
    );
} finally {
  await browser.close();
  await product.stop();
}
for (const one of missed) console.error(one);
if (missed.length > 0) process.exitCode = 1;
console.log('The pictures are in docs/gallery; open docs/gallery/index.html.');

/** Answers by how many px the page is wider than its window. */
async function take(
  shown: Shown,
  { language, theme, width }: (typeof views)[number],
  made: Prepared,
  path: string,
): Promise<number> {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: language === 'mi' ? 'mi-NZ' : 'en-NZ',
  });
  try {
    const page = await context.newPage();
    if (shown.as !== null) await page.goto(`${product.url}/sign-in?as=${shown.as}&lang=${language}`);
    const address = new URL(typeof shown.path === 'string' ? shown.path : shown.path(made), product.url);
    address.searchParams.set('lang', language);
    await page.goto(address.href);
    await settled(page);
    await shown.before?.(page, made);
    await settled(page);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({
      path,
      type: 'jpeg',
      quality: 80,
      fullPage: true,
      clip: { x: 0, y: 0, width, height: Math.min(TALLEST, height) },
    });
    return await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  } finally {
    await context.close();
  }
}

async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}
