import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { askBulkRevocation, settleBulkRevocation, viewBulkRevocation } from '../packages/server/src/award/bulk-revocation.ts';
import { publishedStatusList } from '../packages/server/src/award/status.ts';
import { openDatabase } from '../packages/server/src/database/connection.ts';
import { startEmbedded } from '../packages/server/src/database/embedded.ts';
import { migrate } from '../packages/server/src/database/migrate.ts';
import type { SignedIn } from '../packages/server/src/http/route.ts';
import { testServices } from '../packages/server/src/test-services.ts';
import type { Figure } from './figure.ts';

const CREDENTIALS = Math.max(1000, Math.round(100_000 * Number(process.env['BENCH_SCALE'] ?? '1')));

/** A hundred thousand credentials of outcomes, each with a place in a revocation and in a token list, revoked in one call. */
export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nzrr-bulk-'));
  chmodSync(folder, 0o711);
  const server = await startEmbedded({ folder: join(folder, 'postgres') });
  const address = { host: server.host, port: server.port, database: 'postgres' };
  const owner = new pg.Client({ ...address, user: 'postgres' });
  try {
    await owner.connect();
    await migrate(owner);
    const db = await openDatabase(address, address);
    const services = testServices({ db });
    for (const [purpose, width] of [
      ['revocation', 1],
      ['token', 2],
    ] as const) {
      await owner.query(
        `with list as (insert into award.status_list (public_id, purpose, size, entry_bits, bits)
           values ($1, $1, 131072, $2, decode(repeat('00', 16384 * $2), 'hex')) returning list_id)
         insert into award.status_entry (list_id, index, learner_id, credential_id)
         select list_id, (n * 7919) % 131072, 1024 + n, 'urn:bench:' || n from list, generate_series(1, $3::integer) n`,
        [purpose, width, CREDENTIALS],
      );
    }
    await owner.query(
      `insert into award.outcome_credential (learner_id, achievement_id, credential_id, facts_hash, credential)
       select 1024 + n, n, 'urn:bench:' || n, 'x', '{}' from generate_series(1, $1::integer) n`,
      [CREDENTIALS],
    );
    await owner.query('analyze award.status_entry, award.outcome_credential');
    const steward = async (accountId: number): Promise<SignedIn> => {
      await owner.query(
        `insert into access.session (token_hash, kind, account_id, roles, expires_at) values (sha256(convert_to($1, 'UTF8')), 'steward', $2, '{steward}', now() + interval '1 hour')`,
        [`bench-${accountId}`, accountId],
      );
      return {
        acting: { kind: 'steward', token: `bench-${accountId}` },
        kind: 'steward',
        actor: `account:${accountId}`,
        accountId,
        clientId: null,
        learnerId: null,
        organisationId: null,
        roles: ['steward'],
        scopes: [],
      };
    };
    const [one, two] = [await steward(1), await steward(2)];
    const named = Array.from({ length: CREDENTIALS }, (_, n) => `urn:bench:${n + 1}`);
    const begun = performance.now();
    const { id } = await askBulkRevocation(services, one, named, 'A bench');
    const asked = (performance.now() - begun) / 1000;
    await (
      await settleBulkRevocation(services, two, id, true, (error) => {
        throw error;
      })
    ).finished;
    const seconds = (performance.now() - begun) / 1000;
    const { revoked, state } = await viewBulkRevocation(services, one, id);
    if (revoked !== CREDENTIALS || state !== 'ended') throw new Error(`only ${revoked} were revoked`);
    const asks = performance.now();
    await publishedStatusList(services, 'token');
    const following = (performance.now() - asks) / 1000;
    await db.end();
    return [
      {
        name: `revoke ${CREDENTIALS.toLocaleString('en-NZ')} credentials in one call`,
        value: `${seconds.toFixed(1)} s, of which ${asked.toFixed(1)} s to ask; ${(CREDENTIALS / seconds).toFixed(0)} a second; ${following.toFixed(1)} s until the token list that follows is published`,
        target: 'published',
        reached: null,
        how: 'credentials of outcomes with a place in a revocation and a token list, asked for, agreed to, revoked slice by slice, on an embedded PostgreSQL with fsync',
      },
    ];
  } finally {
    await owner.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
