import { countSupply } from '../demand/count.ts';
import { insertApproaches, insertBatch } from '../found/approach-queries.ts';
import { createLearners } from '../identity/index.ts';
import { tell } from '../notice/tell.ts';
import type { Services } from '../services.ts';
import { writeAccess } from '../sharing/log-queries.ts';
import { OWN_SCHEME } from '../skill/own-scheme.ts';
import { PERSONAS } from './personas.ts';
import { anybodyFound, letFound, organisationNumber, peopleForFinding } from './queries.ts';

/** Where invented people let themselves be found, and how many: enough in some regions for a search to show them, too few in another. */
const PEOPLE: readonly (readonly [region: string, people: number])[] = [
  ['wellington', 60],
  ['waikato', 40],
  ['canterbury', 25],
  ['northland', 3],
];
const DAY = 86_400_000;

/**
 * Some people let themselves be found by their skills, Mārama and Moana among them; the demonstration's employer has asked Mārama something
 * that waits; and who holds what is counted. Doing it again changes nothing.
 */
export async function letPeopleBeFound(services: Services): Promise<void> {
  const { db, clock } = services;
  const until = new Date(Date.parse(clock.today()) + 180 * DAY).toISOString().slice(0, 10);
  const at = clock.now();
  const [marama, moana] = await Promise.all([personaNumber(services, 'marama'), personaNumber(services, 'moana')]);
  await db.asBatch(async (tx) => {
    if (await anybodyFound(tx)) return;
    const many = PEOPLE.reduce((sum, [, people]) => sum + people, 0);
    const others = await peopleForFinding(tx, OWN_SCHEME.scheme, many, [marama, moana]);
    const regions = PEOPLE.flatMap(([region, people]) => Array.from({ length: people }, () => region));
    await letFound(tx, OWN_SCHEME.scheme, [marama, moana, ...others], ['wellington', 'wellington', ...regions], at, until);
    const employer = await organisationNumber(tx, 'demo-lantern');
    if (employer === null) return;
    const title = 'Care team lead';
    const untilOn = new Date(Date.parse(clock.today()) + 14 * DAY).toISOString().slice(0, 10);
    const batch = { organisationId: employer, sentAt: at, untilOn };
    const batchId = await insertBatch(tx, {
      ...batch,
      roleId: null,
      title,
      words:
        'We open a second house for people with dementia in autumn and look for somebody to lead a shift. Would you talk with us?',
      region: 'wellington',
      skills: [`${OWN_SCHEME.uri}/support-dementia`],
      from: 20,
      to: 49,
      actor: 'operator',
    });
    await insertApproaches(tx, batchId, batch, [marama]);
    await writeAccess(tx, {
      learnerId: marama,
      at,
      actor: 'operator',
      organisationId: employer,
      purpose: title,
      what: `approach:${batchId}`,
    });
    await tell(tx, {
      learnerId: marama,
      code: 'approach-received',
      data: { organisation: 'Lantern Home Care', title, date: untilOn },
    });
  });
  await countSupply(services);
}

async function personaNumber(services: Services, id: string): Promise<number> {
  const who = PERSONAS.find((persona) => persona.id === id)?.learner;
  if (who === undefined) throw new RangeError(`the demonstration has no learner ${id}`);
  const { nsn, familyName, givenNames, birthDate } = who;
  const [learnerId] = await createLearners(services, 'operator', [{ nsn, familyName, givenNames, birthDate }]);
  if (typeof learnerId !== 'number') throw new RangeError(`the demonstration has no record of ${id}`);
  return learnerId;
}
