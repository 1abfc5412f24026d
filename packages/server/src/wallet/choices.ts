import { countedOf } from '../award/counted.ts';
import { isCreditable } from '../award/outcome-credential.ts';
import { awardsOf } from '../award/queries.ts';
import { readForDecision } from '../award/reading.ts';
import { awardTitleOf } from '../award/title.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import type { What } from './configurations.ts';

/** What of the learner's may go into a wallet, newest first, with the day on which it was issued or achieved. */
export async function choicesFor(
  services: Services,
  { acting, learnerId }: SignedIn & { readonly learnerId: number },
  what: What,
  language: 'en' | 'mi',
): Promise<readonly { readonly id: string; readonly name: string; readonly on: string }[]> {
  const ids = await aliasSet(services, learnerId);
  return services.db.as(acting, async (tx) => {
    if (what === 'award') {
      const awards = await awardsOf(tx, ids);
      return awards
        .filter(({ status }) => status === 'live')
        .map((award) => ({ id: award.publicId, name: awardTitleOf(award)[language], on: award.issuedOn }));
    }
    const record = await readForDecision(tx, ids);
    return countedOf(
      record,
      record.achievements.map(({ id }) => id),
    )
      .filter(isCreditable)
      .map(({ achievement, outcome }) => ({ id: achievement.id, name: outcome.name, on: achievement.date }))
      .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  });
}
