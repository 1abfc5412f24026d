import type { Page } from 'playwright-core';

/** A page of the gallery: who looks at it, where it is, and what is done there before its picture is taken. */
export interface Shown {
  readonly name: string;
  readonly as: string | null;
  readonly path: string;
  readonly before?: (page: Page) => Promise<void>;
}

/** Follows the first link whose address fits, as a person would. */
const follow =
  (address: RegExp) =>
  async (page: Page): Promise<void> => {
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    const found = links.find((href) => address.test(href));
    if (found !== undefined) await page.goto(new URL(found, page.url()).href);
  };

/** Every page of every role, in the order in which a newcomer would meet them. */
export const SHOWN: readonly Shown[] = [
  { name: 'home', as: null, path: '/' },
  { name: 'sign-in', as: null, path: '/enter' },
  { name: 'catalogue', as: null, path: '/catalogue' },
  { name: 'outcome', as: null, path: '/catalogue', before: follow(/^\/catalogue\/[^/]+\/[^/]+/) },
  { name: 'verify', as: null, path: '/verify' },
  { name: 'learner-record', as: 'marama', path: '/record' },
  { name: 'learner-record-near', as: 'hemi', path: '/record' },
  { name: 'learner-record-long', as: 'moana', path: '/record' },
  { name: 'learner-claim', as: 'marama', path: '/record/claim' },
  { name: 'learner-award', as: 'rangi', path: '/record', before: follow(/^\/record\/awards\//) },
  { name: 'learner-award-waits', as: 'nikau', path: '/record', before: follow(/^\/record\/awards\//) },
  { name: 'provider-results', as: 'ngaio', path: '/results' },
  { name: 'provider-packages', as: 'ngaio', path: '/results/packages' },
  { name: 'employer-talent', as: 'edith', path: '/talent' },
  { name: 'employer-role', as: 'edith', path: '/talent/roles/new' },
  { name: 'employer-check', as: 'edith', path: '/talent/check' },
  { name: 'employer-ask', as: 'edith', path: '/talent/packages/new' },
];
