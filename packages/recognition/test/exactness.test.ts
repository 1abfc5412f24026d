import { expect, test } from 'vitest';
import { differenceFromBruteForce } from './against-brute-force.ts';

test('the decision of 1,000 small records is that of brute force: options, walk, missing, majors, exclusions', () => {
  const differences: string[] = [];
  for (let seed = 1; seed <= 1000 && differences.length < 3; seed += 1) {
    const difference = differenceFromBruteForce(seed);
    if (difference !== null) differences.push(difference);
  }
  expect(differences).toEqual([]);
});
