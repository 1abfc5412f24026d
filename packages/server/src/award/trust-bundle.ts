import { jwtSigner, signTrustBundle } from '@recognition/credentials';
import type { Services } from '../services.ts';
import { currentSigner, didDocument, issuerDid } from './issuer.ts';
import { publishedStatusList, statusListUrl } from './status.ts';
import { listIds } from './status-queries.ts';

/** A list holds at least 131,072 credentials; of more lists than this the newest are in the bundle. */
const MOST_LISTS = 40;
/** How long a bundle is good: as long as the status lists in it, of which half has passed at the most. */
const DAY_MS = 86_400_000;

/**
 * The register of the issuers that this authority recognises, signed, with what a verifier needs of them to do without a network: their
 * documents, and the status lists as they are now. Made anew for each who asks: a list that nobody changed is not signed again.
 */
export async function trustBundle(services: Services): Promise<string> {
  const { url, authority } = services.settings;
  const register = issuerDid(url);
  const now = services.clock.now();
  const held = new Map<string, unknown>();
  for (const list of await services.db.asBatch((tx) => listIds(tx, MOST_LISTS))) {
    const published = await publishedStatusList(services, list);
    if (published !== null) held.set(statusListUrl(services, list), published.credential);
  }
  const issuers = [{ id: register, name: authority.name, document: { ...(await didDocument(services)) } }];
  return signTrustBundle(
    { issuers, held },
    {
      register,
      at: now.toISOString(),
      until: new Date(now.getTime() + DAY_MS).toISOString(),
      signer: jwtSigner(await currentSigner(services)),
    },
  );
}
