import type { Database } from '../packages/server/src/database/connection.ts';
import { buildApp } from '../packages/server/src/http/app.ts';
import { testServices } from '../packages/server/src/test-services.ts';

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

/** The OpenAPI document of the service, made from its routes' own schemas, without a database. */
export async function serviceDocument() {
  const app = await buildApp(testServices({ db }, { settings: { demonstration: false } }));
  const document = app.swagger();
  await app.close();
  return document;
}
