import type { TestProject } from 'vitest/node';
import { startProduct } from './start-product.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the products that this run started are served, without a trailing slash: one for each worker. */
    readonly productUrls: readonly string[];
  }
}

/** How many journeys are walked side by side, each worker's in a product of its own, so that none meets what another did. */
export const SIDE_BY_SIDE = 2;

/** Starts the whole product for the journeys, once for each worker. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env['RECOGNITION_BROWSER'] === undefined) {
    project.provide('productUrls', []);
    return async () => undefined;
  }
  const products = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => startProduct()));
  project.provide(
    'productUrls',
    products.map(({ url }) => url),
  );
  return async () => void (await Promise.all(products.map(({ stop }) => stop())));
}
