import { differenceFromBruteForce } from '../packages/recognition/test/against-brute-force.ts';
import { differencesFromHighs } from '../packages/recognition/test/against-highs.ts';
import type { Figure } from './figure.ts';

const SMALL = 10_000;
const LARGE = 100;

/** How often the engine differs from brute force, from HiGHS and from the second walk. */
export async function run(): Promise<readonly Figure[]> {
  let small = 0;
  for (let seed = 1; seed <= SMALL; seed += 1) {
    const difference = differenceFromBruteForce(seed);
    if (difference === null) continue;
    small += 1;
    console.log(`  ${difference}`);
  }
  let large = 0;
  for (let seed = 1; seed <= LARGE; seed += 1) {
    const differences = await differencesFromHighs(seed, 300);
    large += differences.length;
    for (const difference of differences) console.log(`  ${difference}`);
  }
  return [
    {
      name: 'records decided unlike brute force',
      value: `${small} of ${SMALL}`,
      target: '0',
      reached: small === 0,
      how: 'seeded records of up to 14 achievements; options, walk, missing, majors, exclusions, expiry',
    },
    {
      name: 'options unlike HiGHS or the second walk',
      value: `${large} in ${LARGE} records`,
      target: '0',
      reached: large === 0,
      how: 'seeded records of 30 to 300 achievements; credits and major credits by HiGHS, ties by a second plain walk',
    },
  ];
}
