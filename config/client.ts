// Writes the types of packages/client from the routes' own schemas: `npm run client`, and the first step of every check, so that the
// website is held against the service as it is.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import type { Database } from '../packages/server/src/database/connection.ts';
import { buildApp } from '../packages/server/src/http/app.ts';
import { testServices } from '../packages/server/src/test-services.ts';

const target = fileURLToPath(new URL('../packages/client/src/openapi.gen.ts', import.meta.url));

/** Routes are described without being asked anything, so no database stands behind them. */
function unasked(): never {
  throw new Error('a description asks nothing of the database');
}
const db: Database = {
  as: unasked,
  look: unasked,
  asPublic: unasked,
  asBatch: unasked,
  asIdentity: unasked,
  askIdentity: unasked,
  asAccount: unasked,
  ask: unasked,
  end: () => Promise.resolve(),
};

const app = await buildApp(testServices({ db }, { settings: { demonstration: false } }));
const document = app.swagger();
await app.close();

const types = astToString(
  await openapiTS(JSON.stringify(document), { immutable: true, alphabetize: true, emptyObjectsUnknown: true }),
);
const text = `// Made by \`npm run client\` from the service's own OpenAPI document; do not edit.\n${types}`;

writeFileSync(target, text);
