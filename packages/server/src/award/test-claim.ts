import { openDatabase } from '../database/connection.ts';
import { testServices } from '../test-services.ts';
import { claimAward } from './claim.ts';
import { ids, LEARNER } from './test-scene.ts';

/** A process of its own that stops for ever in the middle of a claim: `faults.test.ts` kills it there. */
const [host = '', database = '', token = ''] = process.argv.slice(2);
const address = { host, port: 5432, database };
const db = await openDatabase(address, address);
const base = testServices({ db });
const services = {
  ...base,
  keys: {
    ...base.keys,
    sign: () => {
      process.stdout.write('in the middle\n');
      return new Promise<Uint8Array>(() => setInterval(() => undefined, 1000));
    },
  },
};
const signedIn = {
  acting: { kind: 'learner', token },
  kind: 'learner',
  actor: 'account:1',
  accountId: 1,
  clientId: null,
  learnerId: LEARNER,
  organisationId: null,
  roles: [],
  scopes: [],
} as const;
await claimAward(services, signedIn, { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: null });
