import type { TestProject } from 'vitest/node';
import { startSmallScanner } from '../packages/server/src/evidence/test-scanner.ts';
import { startSmallModel } from './language-model.ts';
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
  const model = await startSmallModel();
  const scanner = await startSmallScanner();
  const env = {
    LANGUAGE_MODEL_URL: model.url,
    LANGUAGE_MODEL_NAME: 'small-model',
    OUTGOING_ALLOWED: new URL(model.url).origin,
    EVIDENCE_SCANNER: scanner.address,
  };
  const { url, stop } = await startProduct(env);
  project.provide('productUrl', url);
  return async () => {
    await stop();
    await model.stop();
    await scanner.stop();
  };
}
