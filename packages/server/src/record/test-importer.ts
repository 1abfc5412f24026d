import { openDatabase } from '../database/connection.ts';
import { fileKeyStore } from '../keys/file-key-store.ts';
import { testServices } from '../test-services.ts';
import { importResults } from './import-results.ts';

/** A process that imports one file, for tests that kill it: `test-importer.ts <socket> <database> <keys> <file> <rows in a batch>`. */
const [host = '', database = '', keys = '', path = '', batchRows = ''] = process.argv.slice(2);
const address = { host, port: 5432, database };
const db = await openDatabase(address, address);
const services = { ...testServices({ db }), keys: fileKeyStore(keys) };
const answer = await importResults(
  services,
  { actor: 'operator', organisationId: null },
  { path, name: 'killed' },
  {
    batchRows: Number(batchRows),
    onProgress: ({ rows }) => process.send?.(rows),
  },
);
await db.end();
process.send?.({ recorded: answer.recorded, duplicates: answer.duplicates, rejected: answer.rejected, rows: answer.rows_total });
process.disconnect?.();
