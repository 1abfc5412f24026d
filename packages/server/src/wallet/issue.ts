import { addProof, type HolderKey } from '@recognition/credentials';
import { z } from 'zod';
import { takeAs } from '../award/formats.ts';
import { currentSigner } from '../award/issuer.ts';
import { credentialOfAchievement, holderOf } from '../award/outcome-credential.ts';
import { openAward } from '../award/view.ts';
import type { Tx } from '../database/connection.ts';
import { serverDigest } from '../keys/digest.ts';
import type { Services } from '../services.ts';
import { CONFIGURATIONS, type ConfigurationId } from './configurations.ts';
import type { Item } from './queries.ts';

const subject = z.looseObject({ credentialSubject: z.looseObject({}) });

/** Whether an item may go into a wallet now, may do so once a question about it is settled, or never again. Throws `award-not-found`. */
export async function standsOf(services: Services, tx: Tx, { learnerId, what, item }: Item): Promise<'now' | 'later' | 'ended'> {
  if (what === 'achievement') {
    await credentialOfAchievement(services, tx, await holderOf(services, learnerId), item);
    return 'now';
  }
  const { status } = (await openAward(tx, item)).award;
  return status === 'live' ? 'now' : status === 'suspended' ? 'later' : 'ended';
}

/**
 * One copy of an item for each key of a wallet, in the form asked for, bound to that key: the subject of an embedded or JWT credential is the
 * key's DID, an SD-JWT names the key itself. A copy shares the status of the credential that it is a copy of, so all fall together.
 */
export async function issueCopies(
  services: Services,
  tx: Tx,
  { learnerId, what, item }: Item,
  id: ConfigurationId,
  holders: readonly Pick<HolderKey, 'jwk' | 'did'>[],
): Promise<readonly unknown[]> {
  const credential =
    what === 'award'
      ? (await openAward(tx, item)).credential
      : await credentialOfAchievement(services, tx, await holderOf(services, learnerId), item);
  const copies: unknown[] = [];
  for (const holder of holders) copies.push(await copyFor(services, tx, credential, id, learnerId, holder));
  return copies;
}

async function copyFor(
  services: Services,
  tx: Tx,
  credential: unknown,
  id: ConfigurationId,
  learnerId: number,
  { jwk, did }: Pick<HolderKey, 'jwk' | 'did'>,
): Promise<unknown> {
  const page = services.settings.url;
  switch (CONFIGURATIONS[id].format) {
    case 'dc+sd-jwt':
      return (await takeAs(services, tx, credential, { format: 'dc+sd-jwt', learnerId, page, holder: jwk })).body;
    case 'jwt_vc_json':
      return (await takeAs(services, tx, boundTo(credential, did), { format: 'vc+jwt', learnerId, page })).body;
    case 'ldp_vc': {
      const created = services.clock.now().toISOString();
      return addProof(boundTo(credential, did), { signer: await currentSigner(services), created, digest: serverDigest });
    }
  }
}

/** The same credential about the holder of this key, unsigned. */
function boundTo(credential: unknown, did: string): { readonly [key: string]: unknown } {
  const { proof: _, ...unsigned } = subject.parse(credential);
  return { ...unsigned, credentialSubject: { ...unsigned.credentialSubject, id: did } };
}
