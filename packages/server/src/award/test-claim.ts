import { openDatabase } from '../database/connection.ts';
import { testServices } from '../test-services.ts';
import { claimAward } from './claim.ts';
import { ids, LEARNER } from './test-scene.ts';

/**
 * A process of its own that claims: `faults.test.ts` kills it. It stops for ever in the middle, or with `whole` goes through, and says
 * when it began and, once the claim is answered, the award's id.
 */
const [host = '', database = '', token = '', whole = ''] = process.argv.slice(2);
const address = { host, port: 5432, database };
const db = await openDatabase(address, address);
const base = testServices({ db });
const services = {
  ...base,
  keys: {
    ...base.keys,
    sign: (data: Uint8Array) => {
      if (whole === 'whole') return base.keys.sign(data);
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
process.stdout.write('began\n');
const { id } = await claimAward(services, signedIn, {
  award: 'alq',
  major: 'health',
  select: ids(1, 2, 3, 4, 5, 6, 7, 8),
  nameOnAward: null,
});
process.stdout.write(`claimed ${id}\n`);
await db.end();
