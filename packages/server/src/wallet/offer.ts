import type { SignedIn } from '../http/route.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { keep } from '../sharing/secret.ts';
import { configurationsFor, type What } from './configurations.ts';
import { standsOf } from './issue.ts';
import { insertOffer, openOffer } from './queries.ts';
import { hashesFor, inMinutes, newPin, newSecret, PIN, secretFrom } from '../oauth/secrets.ts';

export interface Offer {
  /** `openid-credential-offer://…`, for a QR code or a link on the same device. */
  readonly uri: string;
  /** Six digits, for the wallet to ask for. */
  readonly pin: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

/** How long an offer stands, in minutes. */
const STANDS = 10;

/**
 * Offers an award or an achievement of the learner's to a wallet of theirs: for ten minutes, to whoever has both the address and the six
 * digits, once (OpenID4VCI 1.0, section 4.1). Throws `award-not-found`, `achievement-not-found` (404), `award-not-live` (409).
 */
export async function makeOffer(
  services: Services,
  learner: SignedIn & { readonly learnerId: number },
  what: What,
  item: string,
): Promise<Offer> {
  const { acting, actor: by, learnerId } = learner;
  const handle = newSecret(services, 'offer');
  const code = codeOf(services, handle.secret);
  const pin = newPin();
  const until = inMinutes(services, STANDS);
  await services.db.as(acting, async (tx) => {
    if ((await standsOf(services, tx, { learnerId, what, item })) === 'ended')
      throw problem('award-not-live', 409, 'This award is no longer in force.');
    await insertOffer(tx, {
      learnerId,
      what,
      item,
      by,
      until,
      at: services.clock.now(),
      handle: handle.kept,
      code: keep(services.keys, 'wallet-code', code),
      pin: keep(services.keys, PIN, pin),
    });
  });
  const address = `${services.settings.url}/wallet/offers/${handle.secret}`;
  return {
    uri: `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(address)}`,
    pin,
    expiresAt: until.toISOString(),
  };
}

/** The offer as a wallet reads it at its address (OpenID4VCI 1.0, section 4.1.1); null when there is none that stands. */
export async function readOffer(services: Services, handle: string): Promise<object | null> {
  const found = await services.db.asBatch((tx) => openOffer(tx, hashesFor(services, 'offer', handle), services.clock.now()));
  if (found === null) return null;
  return {
    credential_issuer: services.settings.url,
    credential_configuration_ids: configurationsFor(found.what),
    grants: {
      'urn:ietf:params:oauth:grant-type:pre-authorized_code': {
        'pre-authorized_code': codeOf(services, handle),
        tx_code: { input_mode: 'numeric', length: 6, description: 'The six digits beside the code that you scanned' },
      },
    },
  };
}

/** The code of an offer follows from its handle, so that the address can be read again while the offer stands. */
function codeOf(services: Services, handle: string): string {
  return secretFrom(services, 'wallet-offer-code', handle);
}
