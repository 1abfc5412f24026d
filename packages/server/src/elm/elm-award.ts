import { buildElmCredential } from '@recognition/credentials';
import { frameworkNamed, frameworks } from '@recognition/recognition/frameworks';
import { countedOf } from '../award/counted.ts';
import { outcomeFacts } from '../award/facts-queries.ts';
import { madeOptionsOf } from '../award/made.ts';
import type { AwardRow } from '../award/queries.ts';
import { awardTitleOf, noteOf, readField } from '../award/title.ts';
import { openAward } from '../award/view.ts';
import { uuidOfAddress } from '../catalogue/registers/address.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { elmAchievement, elmIssuer, pictureOf } from './achievements.ts';

/**
 * An award as a European Digital Credential, unsigned, as far as the asker may see it (404 `award-not-found`). One that is no longer in
 * force is refused (409 `award-not-in-force`): a copy without a status could not say so.
 */
export async function elmOfAward(
  services: Services,
  run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  publicId: string,
): Promise<unknown> {
  const { url, authority } = services.settings;
  const { award, input, trace } = await run((tx) => openAward(tx, publicId));
  if (award.status !== 'live') throw problem('award-not-in-force', 409, 'This award is not in force.');
  const learnerIds = await aliasSet(services, award.learnerId);
  const facts = await run((tx) => outcomeFacts(tx, learnerIds, award.selection));
  const verify = `${url}/verify?award=${award.publicId}`;
  const major = readField(award.major);
  const name = awardTitleOf(award).en;
  const note = noteOf(award).en;
  const notice = authority.invented ? `${note} The authority, the people and the results are invented.` : note;
  return buildElmCredential({
    id: `urn:uuid:${uuidOfAddress(`${verify}#elm`)}`,
    issuer: elmIssuer(services),
    issued: services.clock.now().toISOString(),
    learner: { id: `urn:uuid:${uuidOfAddress(`${verify}#learner`)}`, name: award.nameOnAward },
    title: name,
    description: notice,
    picture: await pictureOf(verify),
    award: {
      id: award.publicId,
      url:
        award.definition === null
          ? `${url}/awards/alq${major === null ? '' : `#${major}`}`
          : `${url}/frameworks/${award.framework}/definitions/${encodeURIComponent(award.definition)}`,
      name,
      // Of another country it is no number of New Zealand's credits: its size is its minutes.
      credits: award.framework === frameworks.nz.id ? award.credits : 0,
      minutes: award.minutes,
      eqf: eqfOf(award, trace),
      date: award.issuedOn,
      notice,
    },
    achievements: countedOf(input, award.selection).map((one) => elmAchievement(url, one, facts)),
  });
}

/** The EQF level to which the framework refers the level of the definition that the award was made by; null where it refers none. */
function eqfOf({ framework, definition }: AwardRow, trace: unknown): number | null {
  const level = madeOptionsOf(trace)?.definitions.find(({ id }) => id === definition)?.level ?? null;
  return frameworkNamed(framework)?.levels.find(({ label }) => label === level)?.eqf ?? null;
}
