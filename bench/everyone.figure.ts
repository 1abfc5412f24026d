import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { decideEveryone } from '../packages/server/src/award/everyone.ts';
import { openEmbedded, withOwner } from '../packages/server/src/database/open.ts';
import { testServices } from '../packages/server/src/test-services.ts';
import { fillEveryone } from './everyone-fill.ts';
import type { Figure } from './figure.ts';

const LEARNERS = 200_000;
const EACH = 50;
const MOST_RATIO = 3;
const SUM = `select count(*) from (select learner_id, sum(credits) from record.achievement_state join catalogue.outcome using (outcome_id)
  where countable group by learner_id) as summed`;

/** Deciding everyone against one scan that sums the same rows. `BENCH_SCALE` below 1 makes fewer learners, to try it. */
export async function run(): Promise<readonly Figure[]> {
  const learners = Math.round(LEARNERS * Number(process.env['BENCH_SCALE'] ?? 1));
  const folder = mkdtempSync(join(tmpdir(), 'everyone-'));
  chmodSync(folder, 0o711);
  const { database, owner, stop } = await openEmbedded({ folder: join(folder, 'postgres') });
  try {
    await withOwner(owner, (client) => fillEveryone(client, learners, EACH));
    const scan = (): Promise<number> =>
      withOwner(owner, async (client) => {
        const began = performance.now();
        await client.query(SUM);
        return (performance.now() - began) / 1000;
      });
    await scan();
    const before = await scan();
    const began = performance.now();
    const counts = await decideEveryone(testServices({ db: database }), { asOf: '2026-11-24' });
    const seconds = (performance.now() - began) / 1000;
    const after = await scan();
    const ratio = (2 * seconds) / (before + after);
    return [
      {
        name: 'deciding the award for everyone against one scan that sums the same rows',
        value: `${seconds.toFixed(1)} s (scan ${before.toFixed(1)} s before, ${after.toFixed(1)} s after)`,
        ratio,
        target: `<= ${MOST_RATIO}`,
        reached: ratio <= MOST_RATIO,
        how: `${counts.learners} learners, ${counts.achievements} achievements that count, ${availableParallelism()} cores shared with the embedded database; the scan warmed and parallel`,
      },
    ];
  } finally {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
