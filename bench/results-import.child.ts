import { openDatabase } from '../packages/server/src/database/connection.ts';
import { importResults } from '../packages/server/src/record/import-results.ts';
import { testServices } from '../packages/server/src/test-services.ts';

/** Imports one file in a process of its own, so that its memory is its own: `child.ts <socket folder> <port> <file>`. */
const [host = '', port = '', path = ''] = process.argv.slice(2);
const address = { host, port: Number(port), database: 'postgres' };
const db = await openDatabase(address, address);
const services = testServices({ db });

const marks = [{ rows: 0, ms: 0 }];
let rss = 0;
const sampling = setInterval(() => {
  rss = Math.max(rss, process.memoryUsage.rss());
}, 50);
const began = performance.now();
const answer = await importResults(
  services,
  { actor: 'operator', organisationId: null },
  { path, name: 'bench' },
  {
    onProgress: ({ rows }) => marks.push({ rows, ms: performance.now() - began }),
  },
);
const ms = performance.now() - began;
clearInterval(sampling);
await db.end();
process.send?.({ recorded: answer.recorded, rejected: answer.rejected, codes: answer.tally.codes, ms, rss, marks });
process.disconnect?.();
