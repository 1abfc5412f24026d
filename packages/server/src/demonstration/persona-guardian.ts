import { Temporal } from 'temporal-polyfill';
import { upsertAccount } from '../account/queries.ts';
import { comesOfAge } from '../delegation/authority.ts';
import { acceptDelegation, delegationsOfAccount, findDelegation, insertDelegation } from '../delegation/queries.ts';
import { CODE } from '../delegation/grant.ts';
import { matchLearners } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { writeLog } from '../sharing/log-queries.ts';
import { nextId } from '../sharing/queries.ts';
import { keep, newCode } from '../sharing/secret.ts';
import { demonstrationIssuer } from './issuer/index.ts';
import { PERSONAS } from './personas.ts';

/** Lets the guardian of the demonstration act for her learner, as a steward would on evidence. Doing it again changes nothing. */
export async function letGuardianIn(services: Services): Promise<void> {
  const guardian = PERSONAS.find(({ id }) => id === 'tawera');
  const young = PERSONAS.find(({ id }) => id === 'hana')?.learner;
  if (guardian === undefined || young === undefined) throw new RangeError('the demonstration has no guardian');
  const [learnerId] = await matchLearners(services, 'operator', [young]);
  if (typeof learnerId !== 'number') throw new Error("the demonstration's hana has no record");
  const { issuer } = demonstrationIssuer(services.settings.url);
  const { id: subject, name, email, language } = guardian;
  const accountId = await services.db.asAccount((tx) => upsertAccount(tx, { issuer, subject, name, email, language }));
  const at = services.clock.now();
  const toOn = Temporal.PlainDate.from(comesOfAge(young.birthDate)).subtract({ days: 1 }).toString();
  await services.db.asBatch(async (tx) => {
    if ((await delegationsOfAccount(tx, accountId)).length > 0) return;
    const delegationId = await nextId(tx, learnerId);
    await insertDelegation(tx, {
      learnerId,
      delegationId,
      authority: 'guardian',
      acts: ['share', 'dispute'],
      named: name,
      evidence: 'Invented for this demonstration: a birth certificate that names her.',
      toOn,
      at,
      actor: 'operator',
      code: keep(services.keys, CODE, newCode()),
      codeUntil: at,
    });
    const row = await findDelegation(tx, String(delegationId));
    if (row === null) throw new Error('the authority was not written');
    await acceptDelegation(tx, row, accountId, at);
    const about = { learnerId, about: 'delegation', aboutId: delegationId, at } as const;
    await writeLog(tx, { ...about, kind: 'made', actor: 'steward:0' });
    await writeLog(tx, { ...about, kind: 'accepted', actor: `delegate:${delegationId}` });
  });
}
