import { expect, test } from 'vitest';
import { differenceFromBruteForce } from './against-brute-force.ts';
import { differencesFromHighs, differencesOfTangled } from './against-highs.ts';

test('the decision of 1,000 small records is that of brute force: options, walk, missing, majors, exclusions', () => {
  const differences: string[] = [];
  for (let seed = 1; seed <= 1000 && differences.length < 3; seed += 1) {
    const difference = differenceFromBruteForce(seed);
    if (difference !== null) differences.push(difference);
  }
  expect(differences).toEqual([]);
});

test('long records have the optimum of HiGHS, and the ties of a second plain walk', async () => {
  expect(await differencesFromHighs(11, 40)).toEqual([]);
  expect(await differencesFromHighs(12, 60)).toEqual([]);
  expect(await differencesFromHighs(13, 60)).toEqual([]);
});

test('and records of about two exclusions for each outcome, ties too', async () => {
  expect(await differencesOfTangled(1, { achievements: [40, 50], fields: 3 }, 2)).toEqual([]);
  expect(await differencesOfTangled(6, { achievements: [30, 60], groups: 0.1, transfers: 0.1, fields: 4 }, 1)).toEqual([]);
});
