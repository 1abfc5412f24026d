import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const full = process.env['RECOGNITION_FULL'] !== undefined;

/** Unit and integration tests beside the code; journeys in e2e/. The database template is made once per run. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A busy machine is slow, not wrong: what is waited for may take its time.
    expect: { poll: { timeout: 20_000 } },
    // Files share what their worker has loaded already, journeys their browser too: reading the product anew for each cost a fifth of the run.
    pool: 'forks',
    reporters: ['default', fileURLToPath(new URL('./tally-reporter.ts', import.meta.url))],
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          isolate: false,
          include: [
            'packages/{recognition,credentials,cli,client,web}/**/*.test.{ts,tsx}',
            'config/**/*.test.ts',
            'frameworks/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          isolate: false,
          include: ['packages/server/**/*.test.ts'],
          globalSetup: ['packages/server/src/database/test-cluster.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          isolate: false,
          // One after the other, when all others are done.
          sequence: { groupOrder: 1 },
          include: ['e2e/**/*.test.ts'],
          // What is walked with --full only.
          exclude: full ? [] : ['e2e/**/*.full.test.ts'],
          globalSetup: ['e2e/product.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
});
