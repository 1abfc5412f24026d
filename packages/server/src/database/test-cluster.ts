import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly databaseHost: string;
  }
}

/** One cluster for a test run, with a migrated template; `testDatabase` clones it for each file. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'nzrr-test-'));
  chmodSync(folder, 0o711);
  const server = await startEmbedded({
    folder: join(folder, 'postgres'),
    settings: { fsync: 'off', max_connections: '200', shared_buffers: '256MB' },
  });
  const admin = new pg.Client({ host: server.host, port: server.port, user: 'postgres', database: 'postgres' });
  await admin.connect();
  await admin.query('create database template_migrated');
  const client = new pg.Client({ host: server.host, port: server.port, user: 'postgres', database: 'template_migrated' });
  await client.connect();
  await migrate(client);
  await client.end();
  await admin.end();
  project.provide('databaseHost', server.host);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
