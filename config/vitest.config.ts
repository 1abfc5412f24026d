import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Unit and integration tests beside the code; journeys in e2e/. The database template is made once per run. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    testTimeout: 120_000,
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
        test: { name: 'journeys', include: ['e2e/**/*.test.ts'], globalSetup: ['e2e/product.ts'], fileParallelism: false },
      },
    ],
  },
});
