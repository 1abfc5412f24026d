import { addProof, buildStatusListCredential, jwtSigner, signTokenList } from '@recognition/credentials';
import type { Tx } from '../database/connection.ts';
import { serverDigest } from '../keys/digest.ts';
import type { Services } from '../services.ts';
import { currentSigner, issuerDid } from './issuer.ts';
import { drawBoth, findList, keepPublished, setBit, type StatusPlace, type StatusPurpose } from './status-queries.ts';

/** How long a verifier may keep a list, in seconds: a revocation is seen everywhere after this at the latest. */
export const STATUS_TTL_SECONDS = 300;
/** How long one signature over an unchanged list is served, in seconds. */
const SIGNED_FOR_SECONDS = 86_400;

/** The two bits of a credential of this learner: drawn at random, both clear. */
export async function drawStatus(tx: Tx, learnerId: number, credentialId: string): Promise<readonly StatusPlace[]> {
  return drawBoth(tx, learnerId, credentialId);
}

/** Raises or clears a credential's bit in this transaction. Call it last: the list's row stays locked until the transaction ends. */
export async function setStatus(tx: Tx, purpose: StatusPurpose, credentialId: string, raised: boolean): Promise<boolean> {
  return setBit(tx, purpose, credentialId, raised);
}

export function statusListUrl(services: Pick<Services, 'settings'>, list: string): string {
  return `${services.settings.url}/status/${list}`;
}

/**
 * The signed status list with this public id, or null: a credential in JSON-LD, or the text of a `statuslist+jwt` for tokens. What was published is served while no bit has changed; else it is built from the
 * bits as they are and signed. Two requests may both sign; the newer revision is kept.
 */
export async function publishedStatusList(
  services: Services,
  list: string,
): Promise<{ readonly credential: unknown; readonly etag: string } | null> {
  const now = services.clock.now();
  const found = await services.db.asBatch((tx) => findList(tx, list, now.toISOString()));
  if (found === null) return null;
  const etag = `"${list.slice(0, 8)}-${found.revision}-${(found.publishedUntil ?? now).getTime()}"`;
  if (found.bits.length === 0) return { credential: found.published, etag };
  // Half of its life is left when it is renewed, so that nobody is handed a list that is about to end.
  const validUntil = new Date(now.getTime() + 2 * SIGNED_FOR_SECONDS * 1000);
  const renewAt = new Date(now.getTime() + SIGNED_FOR_SECONDS * 1000);
  const signer = await currentSigner(services);
  const common = { id: statusListUrl(services, list), issuer: issuerDid(services.settings.url) };
  const at = now.toISOString();
  const published =
    found.purpose === 'token'
      ? await signTokenList(
          { ...common, bits: 2, list: found.bits, at, until: validUntil.toISOString(), ttl: STATUS_TTL_SECONDS },
          jwtSigner(signer),
        )
      : await addProof(
          buildStatusListCredential({
            ...common,
            purpose: found.purpose,
            bits: found.bits,
            validFrom: at,
            validUntil: validUntil.toISOString(),
            ttl: STATUS_TTL_SECONDS * 1000,
          }),
          { signer, created: at, digest: serverDigest },
        );
  await services.db.asBatch((tx) =>
    keepPublished(tx, list, { published, revision: found.revision, until: renewAt.toISOString() }),
  );
  return { credential: published, etag: `"${list.slice(0, 8)}-${found.revision}-${renewAt.getTime()}"` };
}
