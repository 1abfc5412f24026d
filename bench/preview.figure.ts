import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from '../e2e/start-product.ts';
import { openChromium } from './chromium.ts';
import type { Figure } from './figure.ts';

const ROWS = 200_000;
const TARGET = 3000;

/** From dropping a CSV of 200,000 rows on the page of results to its counted problems, in a real browser; the service does not see it. */
export async function run(): Promise<readonly Figure[]> {
  const browser = await openChromium();
  if (browser === null) return [];
  const folder = mkdtempSync(join(tmpdir(), 'preview-'));
  const file = join(folder, 'results.csv');
  writeFileSync(file, csv());
  const product = await startProduct();
  try {
    const page = await browser.newPage();
    await page.goto(`${product.url}/sign-in?as=ngaio&lang=en`);
    const times: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await page.goto(`${product.url}/results?lang=en`);
      const input = page.locator('input[type=file]');
      await input.waitFor({ state: 'attached' });
      // The clock of the page itself: from the file's change to the figures in the document.
      await page.evaluate(() => {
        const marks: number[] = [];
        Object.assign(window, { marks });
        document.addEventListener('change', () => marks.push(performance.now()), { capture: true, once: true });
        new MutationObserver((_, observer) => {
          if (document.querySelector('.totals') === null) return;
          marks.push(performance.now());
          observer.disconnect();
        }).observe(document.body, { childList: true, subtree: true });
      });
      await input.setInputFiles(file);
      await page.locator('.totals').waitFor({ timeout: 120_000 });
      times.push(
        await page.evaluate(() => {
          const marks: unknown = Reflect.get(window, 'marks');
          return Array.isArray(marks) ? Number(marks[1]) - Number(marks[0]) : Number.NaN;
        }),
      );
    }
    const best = Math.min(...times);
    return [
      {
        name: 'preview of a 200,000-row CSV, problems counted',
        value: `${(best / 1000).toFixed(2)} s (best of 3)`,
        target: '< 3 s',
        reached: best < TARGET,
        how: `a file with 500 problems of four kinds, chosen on /results in Chromium, until its counts are in the page; ${cpus().length} cores, load ${(loadavg()[0] ?? 0).toFixed(0)}`,
      },
    ];
  } finally {
    await browser.close();
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function csv(): string {
  const lines = ['Student ID,Surname,First names,DOB,Unit standard,Version,Date achieved,Grade,Ref'];
  for (let n = 0; n < ROWS; n += 1) {
    const nsn = n % 1200 === 7 ? '12-34' : String(n % 50_000).padStart(10, '0');
    const date = n % 5000 === 17 ? '19/10/2025' : `2025-10-${String(1 + (n % 28)).padStart(2, '0')}`;
    const grade = n % 3000 === 3 ? 'Achieved with Merit' : 'A';
    lines.push(`${nsn},Tīeke,Hēmi,1998-04-11,8104-${n % 40},${n % 900 === 5 ? '2.0' : ''},${date},${grade},h-${n}`);
  }
  return `${lines.join('\n')}\n`;
}
