import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * A flow from end to end takes a minute or more, and so do its views: on two cores all of them would take three times as long as a
 * whole run may. `npm test` walks the pages of the main job in two views; `npm test -- --full` walks every journey in all eight.
 */
const JOURNEYS = process.env['RECOGNITION_FULL'] === undefined ? ['e2e/pages.test.ts'] : ['e2e/**/*.test.ts'];

/** Unit and integration tests beside the code; journeys in e2e/. The database template is made once per run. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // A busy machine is slow, not wrong: what is waited for may take its time.
    expect: { poll: { timeout: 20_000 } },
    pool: 'forks',
    reporters: ['default', fileURLToPath(new URL('./tally-reporter.ts', import.meta.url))],
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
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
          include: ['packages/server/**/*.test.ts'],
          globalSetup: ['packages/server/src/database/test-cluster.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'journeys', include: JOURNEYS, globalSetup: ['e2e/product.ts'], fileParallelism: false },
      },
    ],
  },
});
