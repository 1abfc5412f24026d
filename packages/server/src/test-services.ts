import type { TestDatabase } from './database/test-database.ts';
import { memoryKeyStore } from './keys/memory-key-store.ts';
import { LIMITS } from './operations/rate-limit.ts';
import type { Settings } from './operations/settings.ts';
import type { Clock, Services } from './services.ts';

/** Services over a test's own database, with keys made for the test and a clock that stands still until it is moved. */
export function testServices(
  at: Pick<TestDatabase, 'db'>,
  options: { readonly today?: string; readonly settings?: Partial<Settings> } = {},
): Services & { readonly clock: Clock & { moveTo: (today: string) => void } } {
  let today = options.today ?? '2026-11-24';
  return {
    db: at.db,
    keys: memoryKeyStore(),
    settings: {
      url: 'http://127.0.0.1:8080',
      port: 8080,
      demonstration: true,
      newLearners: 'create',
      identityMissesPerHour: 200,
      authority: { name: 'Invented Recognition Authority', nameMi: 'Te Mana Whakamana Tito', invented: true },
      dataFolder: '.data',
      databaseUrl: null,
      oidc: null,
      claims: {
        scope: 'profile email',
        nsn: 'nsn',
        nsnVerified: null,
        birthDate: 'birthdate',
        familyName: 'family_name',
        givenNames: 'given_name',
      },
      mail: { smtpUrl: null, from: 'no-reply@example.test' },
      openTelemetryEndpoint: null,
      metricsToken: null,
      vcApi: 'off',
      jwtAlgorithm: 'EdDSA',
      outgoingAllowed: [],
      trustedRegisters: [],
      languageModel: null,
      evidenceScanner: null,
      limits: LIMITS,
      logLevel: 'silent',
      ...options.settings,
    },
    clock: {
      now: () => new Date(`${today}T00:00:00.000Z`),
      today: () => today,
      moveTo: (date) => {
        today = date;
      },
    },
  };
}
