import { type HolderKey, readKeyProof } from '@recognition/credentials';
import { z } from 'zod';
import { Problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { BATCH, CONFIGURATIONS, configurationId, type ConfigurationId } from './configurations.ts';
import { issueCopies, standsOf } from './issue.ts';
import { OAuthError } from '../oauth/error.ts';
import { deliverCopy, insertCopy, insertNonce, type Item, takeNonce, tellCopy, waitingCopy } from './queries.ts';
import { itemShown, type Shown } from './bound-key.ts';
import { hashesFor, inMinutes, newSecret } from '../oauth/secrets.ts';

/** How long a nonce may be answered, in minutes. */
const NONCE_MINUTES = 5;
/** When a wallet may ask again for what waits, in seconds: a review takes days. */
const ASK_AGAIN = 3600;

export const credentialBody = z.looseObject({
  credential_configuration_id: z.string().max(200).optional(),
  credential_identifier: z.string().max(200).optional(),
  proofs: z.looseObject({ jwt: z.array(z.string().max(20_000)).optional() }).optional(),
  credential_response_encryption: z.unknown().optional(),
});
export const deferredBody = z.looseObject({ transaction_id: z.string().max(200) });
export const notificationBody = z.looseObject({
  notification_id: z.string().max(200),
  event: z.string().max(100),
  event_description: z.string().max(2000).optional(),
});

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A nonce for the wallet's proof of possession (OpenID4VCI 1.0, section 7). */
export async function giveNonce(services: Services): Promise<object> {
  const { secret, kept } = newSecret(services, 'nonce');
  await services.db.asBatch((tx) => insertNonce(tx, kept, inMinutes(services, NONCE_MINUTES)));
  return { c_nonce: secret };
}

/**
 * Issues into a wallet (OpenID4VCI 1.0, section 8): one copy for each key that it proves to hold, on a nonce of ours that is taken once. An
 * award that is under review waits: the wallet gets a transaction to ask again with. Throws OAuthError.
 */
export async function issueToWallet(services: Services, shown: Shown, body: z.infer<typeof credentialBody>): Promise<Answer> {
  const item = await itemShown(services, shown);
  const id = wanted(body, item);
  if (body.credential_response_encryption !== undefined)
    throw new OAuthError('invalid_encryption_parameters', 'responses are not encrypted');
  const holders = await holdersOf(services, body.proofs?.jwt ?? []);
  return refusable(() =>
    services.db.asBatch(async (tx) => {
      const stands = await standsOf(services, tx, item);
      if (stands === 'ended') throw new OAuthError('credential_request_denied', 'the award is no longer in force');
      const copy = { ...item, configuration: id, holders, at: services.clock.now() };
      if (stands === 'later') {
        const { secret, kept } = newSecret(services, 'transaction');
        await insertCopy(tx, { ...copy, handle: kept, waits: true });
        return { status: 202, body: { transaction_id: secret, interval: ASK_AGAIN } };
      }
      const { secret, kept } = newSecret(services, 'notification');
      await insertCopy(tx, { ...copy, handle: kept, waits: false });
      return issued(await issueCopies(services, tx, item, id, holders), secret);
    }),
  );
}

const kept = z.array(z.object({ jwk: z.looseObject({ kty: z.string() }), did: z.string() }));

/** Issues what waited, once it may (OpenID4VCI 1.0, section 9). Throws OAuthError. */
export async function issueDeferred(services: Services, shown: Shown, transaction: string): Promise<Answer> {
  const item = await itemShown(services, shown);
  return refusable(() =>
    services.db.asBatch(async (tx) => {
      const waiting = await waitingCopy(tx, hashesFor(services, 'transaction', transaction));
      const id = configurationId(waiting?.configuration);
      if (waiting === null || id === null || waiting.learnerId !== item.learnerId || waiting.item !== item.item)
        throw new OAuthError('invalid_transaction_id', 'there is no such transaction, or it is done');
      const stands = await standsOf(services, tx, item);
      if (stands === 'ended') throw new OAuthError('credential_request_denied', 'the award is no longer in force');
      if (stands === 'later') return { status: 202, body: { transaction_id: transaction, interval: ASK_AGAIN } };
      const notification = newSecret(services, 'notification');
      await deliverCopy(tx, waiting.learnerId, waiting.copyId, notification.kept, services.clock.now());
      return issued(await issueCopies(services, tx, item, id, kept.parse(waiting.holders)), notification.secret);
    }),
  );
}

/** Keeps what the wallet says became of its copy (OpenID4VCI 1.0, section 11). Saying it again changes nothing. Throws OAuthError. */
export async function takeNotification(
  services: Services,
  shown: Shown,
  { notification_id: id, event }: z.infer<typeof notificationBody>,
): Promise<Answer> {
  const item = await itemShown(services, shown);
  const told = (['credential_accepted', 'credential_failure', 'credential_deleted'] as const).find((one) => one === event);
  if (told === undefined) throw new OAuthError('invalid_notification_request', 'there is no such event');
  const hashes = hashesFor(services, 'notification', id);
  const found = await services.db.asBatch((tx) => tellCopy(tx, item.learnerId, hashes, told, services.clock.now()));
  if (!found) throw new OAuthError('invalid_notification_id', 'there is no such notification');
  return { status: 204, body: null };
}

function wanted(body: z.infer<typeof credentialBody>, { what }: Item): ConfigurationId {
  const { credential_configuration_id: named, credential_identifier: identified } = body;
  if ((named === undefined) === (identified === undefined))
    throw new OAuthError(
      'invalid_credential_request',
      'name a credential_configuration_id or a credential_identifier, one of them',
    );
  const id = configurationId(named ?? identified);
  if (id === null || CONFIGURATIONS[id].what !== what)
    throw new OAuthError(
      named === undefined ? 'unknown_credential_identifier' : 'unknown_credential_configuration',
      'the token is not for such a credential',
    );
  return id;
}

async function holdersOf(services: Services, proofs: readonly string[]): Promise<readonly Pick<HolderKey, 'jwk' | 'did'>[]> {
  if (proofs.length === 0) throw new OAuthError('invalid_proof', 'proofs.jwt is missing');
  if (proofs.length > BATCH) throw new OAuthError('invalid_proof', `at most ${BATCH} keys at one time`);
  const keys: HolderKey[] = [];
  for (const proof of proofs) {
    const read = await readKeyProof(proof, { issuer: services.settings.url, now: services.clock.now().toISOString() });
    if (!read.ok) throw new OAuthError('invalid_proof', read.detail);
    keys.push(read.key);
  }
  const nonces = new Set(keys.map(({ nonce }) => nonce));
  const at = services.clock.now();
  // Taken in a transaction of its own: what fails afterwards does not make the nonce good again.
  const all = await services.db.asBatch(async (tx) => {
    let good = true;
    for (const nonce of nonces) good = (await takeNonce(tx, hashesFor(services, 'nonce', nonce), at)) && good;
    return good;
  });
  if (!all) throw new OAuthError('invalid_nonce', 'the nonce is unknown, used or past its time');
  return keys.map(({ jwk, did }) => ({ jwk, did }));
}

function issued(copies: readonly unknown[], notification: string): Answer {
  return { status: 200, body: { credentials: copies.map((credential) => ({ credential })), notification_id: notification } };
}

/** What was there when it was offered may be gone by now. */
async function refusable(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && error.status < 500) throw new OAuthError('credential_request_denied', error.message);
    throw error;
  }
}
