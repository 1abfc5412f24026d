import { createHash, randomBytes } from 'node:crypto';
import { type CallbackContext, clientAuthenticationAnonymous, setGlobalConfig } from '@openid4vc/oauth2';
import { Openid4vciClient } from '@openid4vc/openid4vci';
import { Openid4vpClient } from '@openid4vc/openid4vp';
import { digest, generateSalt } from '@sd-jwt/crypto-nodejs';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import {
  calculateJwkThumbprint,
  CompactEncrypt,
  CompactSign,
  compactVerify,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import { z } from 'zod';

// Ours is served over plain HTTP on this machine in a test.
setGlobalConfig({ allowInsecureUrls: true });

const didDocument = z.looseObject({
  verificationMethod: z.array(z.looseObject({ id: z.string(), publicKeyMultibase: z.string() })),
});

/** A wallet as others write one: on `@openid4vc` and `@sd-jwt`, with a key of its own, and `fetch` to reach us. */
export interface TestWallet {
  readonly jwk: JWK;
  /** ECDSA with SHA-256, under the wallet's key. */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>;
  readonly vci: Openid4vciClient;
  readonly vp: Openid4vpClient;
  readonly callbacks: CallbackContext;
  /** Takes what is offered, in this configuration, with a token that is bound to its key where that is wanted (DPoP); answers the copies as they came, the token and the notification's id. */
  readonly take: (
    offerUri: string,
    pin: string,
    configuration: string,
    options?: { readonly bound: boolean },
  ) => Promise<{ readonly copies: readonly unknown[]; readonly token: string; readonly notification: string | undefined }>;
  /** Answers a question with this SD-JWT, showing these parts. */
  readonly show: (
    walletAddress: string,
    sdJwt: string,
    parts: object,
  ) => Promise<{ readonly status: number; readonly encrypted: boolean; readonly wants: unknown }>;
}

export async function testWallet(fetchUs: typeof fetch): Promise<TestWallet> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const { kty, crv, x, y } = await exportJWK(publicKey);
  const jwk = { kty: kty ?? '', crv: crv ?? '', x: x ?? '', y: y ?? '' };
  const callbacks = callbacksOf(fetchUs, privateKey, jwk);
  const vci = new Openid4vciClient({ callbacks });
  const vp = new Openid4vpClient({ callbacks });
  return {
    jwk,
    sign: async (data) =>
      new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, Uint8Array.from(data))),
    vci,
    vp,
    callbacks,
    take: async (offerUri, pin, configuration, { bound } = { bound: false }) => {
      const credentialOffer = await vci.resolveCredentialOffer(offerUri);
      const issuerMetadata = await vci.resolveIssuerMetadata(credentialOffer.credential_issuer);
      const dpop = bound ? { dpop: { signer: { method: 'jwk', alg: 'ES256', publicJwk: jwk } } as const } : {};
      const { accessTokenResponse } = await vci.retrievePreAuthorizedCodeAccessTokenFromOffer({
        credentialOffer,
        issuerMetadata,
        txCode: pin,
        ...dpop,
      });
      const { c_nonce: nonce } = await vci.requestNonce({ issuerMetadata });
      const { jwt } = await vci.createCredentialRequestJwtProof({
        issuerMetadata,
        credentialConfigurationId: configuration,
        nonce,
        signer: {
          method: 'jwk',
          alg: 'ES256',
          publicJwk: jwk,
        },
      });
      const { credentialResponse } = await vci.retrieveCredentials({
        issuerMetadata,
        credentialConfigurationId: configuration,
        accessToken: accessTokenResponse.access_token,
        proofs: { jwt: [jwt] },
        ...dpop,
      });
      const copies = (credentialResponse.credentials ?? []).map((one) =>
        typeof one === 'object' && 'credential' in one ? one.credential : one,
      );
      return {
        copies,
        token: accessTokenResponse.access_token,
        notification: credentialResponse.notification_id,
      };
    },
    show: async (address, sdJwt, parts) => {
      const parsed = vp.parseOpenid4vpAuthorizationRequest({ authorizationRequest: address });
      const resolved = await vp.resolveOpenId4vpAuthorizationRequest({ authorizationRequestPayload: parsed.params });
      const { authorizationRequestPayload: asked } = resolved;
      if (!('response_uri' in asked) || typeof asked.client_id !== 'string')
        throw new Error('it asks for another way of answering');
      const presentation = await present(sdJwt, parts, privateKey, {
        nonce: asked.nonce,
        aud: asked.client_id,
      });
      const { authorizationResponsePayload, jarm } = await vp.createOpenid4vpAuthorizationResponse({
        authorizationRequestPayload: asked,
        authorizationResponsePayload: { vp_token: { award_sd_jwt: [presentation] } },
        ...(asked.response_mode === 'direct_post.jwt'
          ? {
              jarm: {
                encryption: { nonce: randomBytes(16).toString('base64url') },
                serverMetadata: {
                  authorization_signing_alg_values_supported: [],
                  authorization_encryption_alg_values_supported: ['ECDH-ES'],
                  authorization_encryption_enc_values_supported: ['A128GCM', 'A256GCM'],
                },
              },
            }
          : {}),
      });
      const { response } = await vp.submitOpenid4vpAuthorizationResponse({
        authorizationRequestPayload: { response_uri: String(asked.response_uri) },
        authorizationResponsePayload,
        ...(jarm === undefined ? {} : { jarm }),
      });
      return {
        status: response.status,
        encrypted: jarm !== undefined,
        wants: resolved.dcql?.query,
      };
    },
  };
}

async function present(
  sdJwt: string,
  parts: object,
  key: CryptoKey,
  { nonce, aud }: { readonly nonce: string; readonly aud: string },
): Promise<string> {
  const instance = new SDJwtVcInstance({
    hasher: digest,
    hashAlg: 'sha-256',
    saltGenerator: generateSalt,
    kbSignAlg: 'ES256',
    kbSigner: async (data) =>
      Buffer.from(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, Buffer.from(data))).toString('base64url'),
  });
  return instance.present(sdJwt, parts, { kb: { payload: { iat: Math.floor(Date.now() / 1000), nonce, aud } } });
}

function callbacksOf(fetchUs: typeof fetch, key: CryptoKey, jwk: JWK): CallbackContext {
  return {
    fetch: fetchUs,
    hash: (data, algorithm) => createHash(algorithm.replace('-', '').toLowerCase()).update(data).digest(),
    generateRandom: (length) => randomBytes(length),
    clientAuthentication: clientAuthenticationAnonymous(),
    decryptJwe: () => ({ decrypted: false }),
    encryptJwe: async (encryptor, payload) => {
      const { publicJwk, alg, enc } = encryptor;
      const { kty, crv = '', x = '', y = '' } = publicJwk;
      const jwe = await new CompactEncrypt(new TextEncoder().encode(payload))
        .setProtectedHeader({ alg, enc, ...(publicJwk.kid === undefined ? {} : { kid: publicJwk.kid }) })
        .encrypt(await importJWK({ kty, crv, x, y }, alg));
      return { jwe, encryptionJwk: publicJwk };
    },
    signJwt: async (_signer, { header, payload }) => {
      const said = Object.fromEntries(Object.entries(header).filter(([, value]) => value !== undefined));
      const bytes = new TextEncoder().encode(JSON.stringify(payload));
      const jwt = await new CompactSign(bytes).setProtectedHeader({ ...said, alg: 'ES256' }).sign(key);
      return { jwt, signerJwk: { ...jwk, kty: jwk.kty ?? '', kid: await calculateJwkThumbprint(jwk) } };
    },
    verifyJwt: async (signer, { compact }) => {
      if (signer.method !== 'did') return { verified: false };
      const found = await keyOf(fetchUs, signer.didUrl);
      const verified = await compactVerify(compact, await importJWK(found, 'EdDSA')).then(
        () => true,
        () => false,
      );
      return verified ? { verified, signerJwk: { ...found, kty: 'OKP' } } : { verified };
    },
  };
}

/** The key of a `did:web` as a JWK: an Ed25519 Multikey behind its two leading bytes. */
async function keyOf(fetchUs: typeof fetch, didUrl: string): Promise<JWK> {
  const host = decodeURIComponent(didUrl.split('#')[0]?.replace('did:web:', '') ?? '');
  const document = didDocument.parse(await (await fetchUs(`http://${host}/.well-known/did.json`)).json());
  const multikey = document.verificationMethod.find(({ id }) => id === didUrl)?.publicKeyMultibase ?? '';
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let value = 0n;
  for (const letter of multikey.slice(1)) value = value * 58n + BigInt(letters.indexOf(letter));
  const bytes = Buffer.from(value.toString(16).padStart(68, '0'), 'hex');
  return { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(2).toString('base64url') };
}
