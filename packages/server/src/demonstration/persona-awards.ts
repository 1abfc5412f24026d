import { decide, nz } from '@recognition/recognition';
import { claimForLearner } from '../award/index.ts';
import { matchLearners } from '../identity/index.ts';
import { exportRecord } from '../record/read-record.ts';
import type { Services } from '../services.ts';
import { PERSONAS } from './personas.ts';

/** Who holds an award when the demonstration opens, and in what. */
export const AWARDED = [
  { persona: 'rangi', major: 'maori' },
  { persona: 'nikau', major: 'engineering-and-technology' },
] as const;

/** Claims for the personas who hold an award: the best selection with their major, under their own name. Doing it again changes nothing. */
export async function claimForPersonas(services: Services): Promise<void> {
  for (const { persona, major } of AWARDED) {
    const learnerId = await learnerOfPersona(services, persona);
    const record = await exportRecord(services, learnerId);
    if (record.achievements.some((achievement) => achievement.usedIn.length > 0)) continue;
    const option = decide(nz, 'alq', record, { asOf: services.clock.today() }).options.find((one) => one.major === major);
    if (option === undefined) throw new Error(`the demonstration's ${persona} cannot claim the major ${major}`);
    const name = PERSONAS.find((one) => one.id === persona)?.name ?? null;
    await claimForLearner(
      services,
      { learnerId, actor: 'operator' },
      { award: 'alq', major, select: option.counted, nameOnAward: name },
    );
  }
}

async function learnerOfPersona(services: Services, id: string): Promise<number> {
  const who = PERSONAS.find((persona) => persona.id === id)?.learner;
  if (who === undefined) throw new RangeError(`the demonstration has no learner "${id}"`);
  const [learner] = await matchLearners(services, 'operator', [who]);
  if (typeof learner !== 'number') throw new Error(`the demonstration's ${id} has no record`);
  return learner;
}
