import type { TestProject } from 'vitest/node';
import { startProduct } from './start-product.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the product that this run started is served, without a trailing slash. */
    readonly productUrl: string;
  }
}

/** Starts the whole product once for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env['RECOGNITION_BROWSER'] === undefined) {
    project.provide('productUrl', '');
    return async () => undefined;
  }
  const { url, stop } = await startProduct();
  project.provide('productUrl', url);
  return stop;
}
