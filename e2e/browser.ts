import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { FLAGS } from './flags.ts';

export type Language = 'en' | 'mi';
export type Theme = 'light' | 'dark';

export interface View {
  readonly language: Language;
  readonly theme: Theme;
  readonly width: 390 | 1280;
}

const DESK: View = { language: 'en', theme: 'light', width: 1280 };
const PHONE: View = { language: 'mi', theme: 'dark', width: 390 };
const full = process.env['RECOGNITION_FULL'] !== undefined;
const EVERY = (['en', 'mi'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => ([390, 1280] as const).map((width) => ({ language, theme, width }))),
);

/** English in light on a desk and te reo Māori in dark on a phone; all eight with `npm test -- --full`. */
export const VIEWS: readonly View[] = full ? EVERY : [DESK, PHONE];

/** For whole flows, which take minutes: one view, and all eight with `npm test -- --full`. */
export const FLOW_VIEWS: readonly View[] = full ? EVERY : [DESK];

/** axe without its comments and long names, which each page would read anew. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** The folder for a picture of every page that a journey holds to axe; none are taken where it is not named. */
const pictures = process.env['RECOGNITION_PICTURES'];
const taken = new Map<string, number>();

const executablePath = process.env['RECOGNITION_BROWSER'];
export const baseUrl = (): string => inject('productUrl');

let browser: Browser | undefined;

/** Opens the one browser of all files, where it is not open yet. Call it once at the top. It ends with the process. */
export function withBrowser(): void {
  beforeAll(async () => {
    if (executablePath !== undefined) browser ??= await chromium.launch({ executablePath, args: FLAGS });
  });
}

/** A journey: a test in a page of its own. Skipped, by name, where there is no browser. */
export function journey(name: string, view: View, walk: (page: Page, context: BrowserContext) => Promise<void>): void {
  test.skipIf(executablePath === undefined)(`${name} (${view.language}, ${view.theme}, ${view.width} px)`, async () => {
    if (browser === undefined) throw new Error('the browser did not start');
    const context = await browser.newContext({
      viewport: { width: view.width, height: view.width === 390 ? 844 : 900 },
      colorScheme: view.theme,
      reducedMotion: 'reduce',
      acceptDownloads: true,
      locale: view.language === 'mi' ? 'mi-NZ' : 'en-NZ',
    });
    const page = await context.newPage();
    try {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy/.test(message.text())) errors.push(message.text());
      });
      await walk(page, context);
      expect(errors, 'errors in the page').toEqual([]);
    } catch (error) {
      // What stood on the page when it failed says more than the line that waited.
      const seen = await page
        .locator('body')
        .innerText({ timeout: 1000 })
        .catch(() => '');
      const alarms = await page
        .locator('[role=alert]')
        .allInnerTexts()
        .catch(() => []);
      if (error instanceof Error) error.message += `\n${[page.url(), ...alarms, seen.slice(0, 1500)].join('\n')}`;
      throw error;
    } finally {
      await context.close();
    }
  });
}

/**
 * A journey that goes further than the main one of its flow: walked with `npm test -- --full` only. All of them on two cores would take
 * twice as long as a whole run may.
 */
export const further: typeof journey = full ? journey : () => undefined;

/** Signs in as one of the demonstration's people, through its real OpenID Connect issuer. */
export async function signIn(page: Page, persona: string, language: Language): Promise<void> {
  await page.goto(`${baseUrl()}/sign-in?as=${persona}&lang=${language}`);
}

const found = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()) })) }));

/**
 * axe, WCAG 2.0 to 2.2, A and AA: nothing may be found. Also: the page is no wider than the window. axe runs in the page itself, since none
 * of ours has a frame of another origin, and does not fetch the style sheets anew, which no rule of these needs: half the time of its
 * own driver.
 */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const answer: unknown = await page.evaluate(async (options) => (await window.axe.run(document, options)).violations, {
    runOnly: { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    resultTypes: ['violations' as const],
    preload: false,
  });
  const violations = found
    .parse(answer)
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(violations).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, 'sideways scrolling in px').toBeLessThanOrEqual(0);
  if (pictures !== undefined) await keepPicture(page, pictures);
}

/** Keeps what stands on the page, named by its address and by how many of it came before in this view: the same step is the same name in each. */
async function keepPicture(page: Page, folder: string): Promise<void> {
  const view = await page.evaluate(() => {
    const theme = document.documentElement.dataset['theme'];
    const dark = theme === undefined || theme === '' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
    return `${window.innerWidth}-${dark ? 'dark' : 'light'}-${document.documentElement.lang}`;
  });
  const path = new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{20,}|\d{2,}|[\w-]{30,}/g, 'n').replaceAll('/', '_');
  const journeys = basename(expect.getState().testPath ?? '').replace(/\..*/, '');
  const before = taken.get(`${path}-${view}`) ?? 0;
  taken.set(`${path}-${view}`, before + 1);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${journeys}${path}-${before + 1}-${view}.jpg`);
  await page.screenshot({ path: file, type: 'jpeg', quality: 70, fullPage: true });
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
