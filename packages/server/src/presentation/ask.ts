import { jwtSigner, RESPONSE_ENCRYPTION, signCompact } from '@recognition/credentials';
import { typeAddress } from '../award/formats.ts';
import { currentSigner, issuerDid } from '../award/issuer.ts';
import type { Services } from '../services.ts';
import { isToken, keep, newToken } from '../sharing/secret.ts';
import { secretFrom } from '../oauth/secrets.ts';
import { insertAsked, openAsked } from './queries.ts';
import { responseKey } from './response-key.ts';

/** How long a wallet has to answer, and how long its answer is kept, in minutes. */
export const MINUTES = 15;

/** Handles that follow from the key of whoever asks: the key is theirs alone, and opens the answer; the handle is in the QR code. */
export interface AskedBy {
  readonly key: string;
  readonly handle: string;
}

/** Asks a wallet for an award, of any major (OpenID4VP 1.0). Answers the key under which whoever asks reads the answer. */
export async function askWallet(services: Services): Promise<AskedBy> {
  const key = newToken();
  const at = services.clock.now();
  const handle = handleOf(services, key);
  await services.db.asBatch((tx) =>
    insertAsked(tx, { hash: hashOf(services, handle), at, until: new Date(at.getTime() + MINUTES * 60_000) }),
  );
  return { key, handle };
}

export function handleOf(services: Services, key: string): string {
  return secretFrom(services, 'presentation-handle', key);
}

/** What is kept of a handle. */
export function hashOf({ keys }: Services, handle: string): Uint8Array {
  return keep(keys, 'wallet-presentation', handle).hash;
}

/** The nonce of a request follows from its handle, and is nowhere kept. */
export function nonceOf(services: Services, handle: string): string {
  return secretFrom(services, 'presentation-nonce', handle);
}

/** What a wallet sends back with its answer. */
export function stateOf(services: Services, handle: string): string {
  return secretFrom(services, 'presentation-state', handle);
}

/** Who asks, as wallets and signatures name us (OpenID4VP 1.0, section 5.9.3). */
export function clientId({ settings }: Pick<Services, 'settings'>): string {
  return `decentralized_identifier:${issuerDid(settings.url)}`;
}

/** The address that goes into the QR code; the question itself is fetched from us, signed. */
export function walletAddress(services: Services, handle: string): string {
  const { url } = services.settings;
  const request = `${url}/wallet/presentations/${handle}`;
  const query = new URLSearchParams({ client_id: clientId(services), request_uri: request, request_uri_method: 'post' });
  return `openid4vp://?${query.toString()}`;
}

/**
 * The question as a signed request object (RFC 9101; OpenID4VP 1.0, section 5): an award, in whichever form the wallet holds it. `walletNonce`
 * is the wallet's own, which comes back to it. The answer is to be encrypted, unless the wallet says that it cannot (`metadata`). Null when nobody
 * asks this any more.
 */
export async function requestObject(
  services: Services,
  handle: string,
  { walletNonce, metadata }: { readonly walletNonce: string | null; readonly metadata: WalletMetadata | null },
): Promise<string | null> {
  const asked = isToken(handle)
    ? await services.db.asBatch((tx) => openAsked(tx, hashOf(services, handle), services.clock.now()))
    : null;
  if (asked === null) return null;
  const { url, authority } = services.settings;
  const at = Math.floor(services.clock.now().getTime() / 1000);
  const encrypted = metadata?.response_modes_supported?.includes('direct_post.jwt') ?? true;
  const claims = {
    iss: issuerDid(url),
    aud: 'https://self-issued.me/v2',
    iat: at,
    exp: Math.floor(asked.until.getTime() / 1000),
    response_type: 'vp_token',
    response_mode: encrypted ? 'direct_post.jwt' : 'direct_post',
    client_id: clientId(services),
    response_uri: `${url}/wallet/presentations/${handle}/response`,
    nonce: nonceOf(services, handle),
    state: stateOf(services, handle),
    dcql_query: query(services),
    client_metadata: {
      client_name: authority.name,
      vp_formats_supported: FORMATS,
      ...(encrypted ? encryption(services, handle) : {}),
    },
    ...(walletNonce === null ? {} : { wallet_nonce: walletNonce }),
  };
  return signCompact(claims, { typ: 'oauth-authz-req+jwt', signer: jwtSigner(await currentSigner(services)) });
}

/** What a wallet says of itself when it fetches the question (OpenID4VP 1.0, section 5.10). */
export interface WalletMetadata {
  readonly response_modes_supported?: readonly string[] | undefined;
}

/** The key of this question, to which the answer is encrypted (OpenID4VP 1.0, section 8.3). */
function encryption(services: Services, handle: string): object {
  const key = { ...responseKey(services, handle).open, use: 'enc', alg: RESPONSE_ENCRYPTION.alg, kid: 'response' };
  return { jwks: { keys: [key] }, encrypted_response_enc_values_supported: RESPONSE_ENCRYPTION.enc };
}

const FORMATS = {
  'dc+sd-jwt': { 'sd-jwt_alg_values': ['EdDSA', 'ES256'], 'kb-jwt_alg_values': ['EdDSA', 'ES256'] },
  jwt_vc_json: { alg_values: ['EdDSA', 'ES256'] },
  ldp_vc: {
    proof_type_values: ['DataIntegrityProof'],
    cryptosuite_values: ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019', 'ecdsa-jcs-2019'],
  },
};

/** The types of an award as JSON-LD expands them, which is how `ldp_vc` is asked for (OpenID4VP 1.0, appendix B.1.1). */
const EXPANDED_TYPES = [
  'https://www.w3.org/2018/credentials#VerifiableCredential',
  'https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential',
];

/** Digital Credentials Query Language (OpenID4VP 1.0, section 6): one of three forms, the one that shows least first. */
function query(services: Services): object {
  return {
    credentials: [
      {
        id: 'award_sd_jwt',
        format: 'dc+sd-jwt',
        meta: { vct_values: [typeAddress(services, 'award')] },
        claims: [
          { path: ['name'] },
          { path: ['credentialSubject', 'creditsEarned'] },
          { path: ['credentialSubject', 'identifier'] },
        ],
      },
      { id: 'award_jwt', format: 'jwt_vc_json', meta: { type_values: [['VerifiableCredential', 'OpenBadgeCredential']] } },
      { id: 'award_ldp', format: 'ldp_vc', meta: { type_values: [EXPANDED_TYPES] } },
    ],
    credential_sets: [{ options: [['award_sd_jwt'], ['award_jwt'], ['award_ldp']] }],
  };
}
