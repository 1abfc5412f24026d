// Takes a picture of every page of every role: `npm run gallery`, in two views; all eight with `--full`. Writes docs/gallery/.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { FLAGS } from '../flags.ts';
import { startProduct } from '../start-product.ts';
import { SHOWN } from './pages.ts';

const executablePath = process.env['RECOGNITION_BROWSER'];
if (executablePath === undefined) throw new Error('There is no Chromium here to take pictures with.');
const folder = fileURLToPath(new URL('../../docs/gallery/', import.meta.url));
const full = process.argv.includes('--full');
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

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const product = await startProduct();
const browser = await chromium.launch({ executablePath, args: FLAGS });
const rows: string[] = [];
try {
  for (const shown of SHOWN) {
    const cells: string[] = [];
    for (const { language, theme, width } of views) {
      const context = await browser.newContext({
        viewport: { width, height: width === 390 ? 844 : 900 },
        colorScheme: theme,
        reducedMotion: 'reduce',
        locale: language === 'mi' ? 'mi-NZ' : 'en-NZ',
      });
      const page = await context.newPage();
      if (shown.as !== null) await page.goto(`${product.url}/sign-in?as=${shown.as}&lang=${language}`);
      await page.goto(`${product.url}${shown.path}?lang=${language}`);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      await shown.before?.(page);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      const file = `${shown.name}-${width}-${theme}-${language}.jpg`;
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.screenshot({
        path: join(folder, file),
        type: 'jpeg',
        quality: 80,
        fullPage: true,
        clip: { x: 0, y: 0, width, height: Math.min(TALLEST, height) },
      });
      cells.push(`<a href="${file}"><img src="${file}" width="${width === 390 ? 195 : 640}" alt="${shown.name}, ${file}"></a>`);
      await context.close();
    }
    console.log(shown.name);
    rows.push(`<h2>${shown.name}</h2><p>${cells.join('\n')}</p>`);
  }
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page</title><h1>Every page of every role</h1>\n${rows.join('\n')}\n`,
  );
} finally {
  await browser.close();
  await product.stop();
}
console.log('The pictures are in docs/gallery; open docs/gallery/index.html.');
