import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { actingAs } from './acting.ts';
import { accountOf } from './own.ts';
import { themeOf } from './own-queries.ts';
import {
  deletePasskey,
  handleOf,
  insertPasskey,
  keepChallenge,
  notePasskeyUse,
  passkeyByCredential,
  type PasskeyRow,
  passkeysOf,
  renamePasskey,
  takeChallenge,
} from './passkey-queries.ts';
import { endSession } from './queries.ts';
import { openSession, SESSION_SECONDS } from './session.ts';
import type { Theme } from './theme.ts';

const MOST = 20;
/** What authenticators are asked for: Ed25519, P-256 and RSA, in that order. */
const ALGORITHMS = [-8, -7, -257];

/** WebAuthn's name for this service: the host of its address. A browser refuses it where that is a number (such as 127.0.0.1). */
function party({ settings }: Services): { readonly id: string; readonly origin: string } {
  const { hostname, origin } = new URL(settings.url);
  return { id: hostname, origin };
}

/** WebAuthn's ceremonies, which bring every form of certificate with them: read when somebody uses a passkey. */
const ceremonies = () => import('@simplewebauthn/server');

/** What the browser needs to make a passkey. The challenge is kept for five minutes, for this person. */
export async function beginPasskey(services: Services, signedIn: SignedIn): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const accountId = accountOf(signedIn);
  return services.db.asAccount(async (tx) => {
    const [who, held] = [await handleOf(tx, accountId), await passkeysOf(tx, accountId)];
    if (who === null) throw problem('not-found', 404, 'There is no such account.');
    if (held.length >= MOST) throw problem('too-many-passkeys', 409, `An account has at most ${MOST} passkeys.`);
    const options = await (await ceremonies()).generateRegistrationOptions({
      rpName: services.settings.authority.name,
      rpID: party(services).id,
      userID: new Uint8Array(who.handle),
      userName: who.name === '' ? `account ${accountId}` : who.name,
      userDisplayName: who.name,
      attestationType: 'none',
      excludeCredentials: held.map(({ credential_id: id, transports }) => ({ id, transports: known(transports) })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: ALGORITHMS,
    });
    await keepChallenge(tx, options.challenge, accountId);
    return options;
  });
}

/** Keeps a passkey that the person's device made. Throws `passkey-refused` (422) when it does not answer the challenge, or is known. */
export async function addPasskey(
  services: Services,
  signedIn: SignedIn,
  given: { readonly response: RegistrationResponseJSON; readonly name: string },
): Promise<{ id: string }> {
  const accountId = accountOf(signedIn);
  const challenge = challengeIn(given.response.response.clientDataJSON);
  if (!(await services.db.asAccount((tx) => takeChallenge(tx, challenge, accountId)))) throw refused();
  const { id: rpId, origin } = party(services);
  const { registrationInfo } = await (await ceremonies())
    .verifyRegistrationResponse({
      response: given.response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    .catch((error: unknown) => {
      throw Object.assign(refused(), { cause: error });
    });
  if (registrationInfo === undefined) throw refused();
  const { credential, credentialBackedUp: synced } = registrationInfo;
  const id = await services.db.asAccount((tx) =>
    insertPasskey(tx, {
      accountId,
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: known(credential.transports ?? []),
      synced,
      name: given.name,
    }),
  );
  if (id === null) throw refused();
  return { id: String(id) };
}

export interface PasskeyView {
  readonly id: string;
  readonly name: string;
  /** Whether its maker keeps a copy, so that it outlives the device. */
  readonly synced: boolean;
  readonly madeAt: string;
  readonly usedAt: string | null;
}

export async function listPasskeys(services: Services, signedIn: SignedIn): Promise<PasskeyView[]> {
  const rows = await services.db.asAccount((tx) => passkeysOf(tx, accountOf(signedIn)));
  return rows.map((row) => ({
    id: String(row.id),
    name: row.name,
    synced: row.synced,
    madeAt: row.made_at.toISOString(),
    usedAt: row.used_at?.toISOString() ?? null,
  }));
}

export async function namePasskey(services: Services, signedIn: SignedIn, id: number, name: string): Promise<void> {
  if (!(await services.db.asAccount((tx) => renamePasskey(tx, accountOf(signedIn), id, name)))) throw unknown();
}

/** Removes a passkey at once. The issuer's sign-in always remains, so nobody locks themself out. */
export async function removePasskey(services: Services, signedIn: SignedIn, id: number): Promise<void> {
  if (!(await services.db.asAccount((tx) => deletePasskey(tx, accountOf(signedIn), id)))) throw unknown();
}

/** What the browser needs to sign in by a passkey; it says nothing of who has one. */
export async function beginPasskeySignIn(services: Services): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await (await ceremonies()).generateAuthenticationOptions({
    rpID: party(services).id,
    userVerification: 'required',
  });
  await services.db.asAccount((tx) => keepChallenge(tx, options.challenge, null));
  return options;
}

/**
 * Opens a session for whose passkey answered the challenge, the user verified by their device. A counter that did not grow means a copied
 * authenticator: refused. Throws `passkey-refused` (422), one answer for unknown, wrong and late.
 */
export async function signInByPasskey(
  services: Services,
  response: AuthenticationResponseJSON,
  from: { readonly device: string; readonly oldToken: string | undefined },
): Promise<{ readonly token: string; readonly theme: Theme | null; readonly kind: string }> {
  const challenge = challengeIn(response.response.clientDataJSON);
  if (!(await services.db.asAccount((tx) => takeChallenge(tx, challenge, null)))) throw refused();
  return services.db.asAccount(async (tx) => {
    const passkey = await passkeyByCredential(tx, response.id);
    const who = passkey === null ? null : await handleOf(tx, passkey.account_id);
    if (passkey === null || who === null) throw refused();
    // The device says whose key it is; it must be the account that the key was made for.
    const { userHandle } = response.response;
    if (userHandle === undefined || userHandle !== who.handle.toString('base64url')) throw refused();
    const { id: rpId, origin } = party(services);
    const answer = await (await ceremonies())
      .verifyAuthenticationResponse({
        response,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpId,
        requireUserVerification: true,
        credential: credentialOf(passkey),
      })
      .catch((error: unknown) => {
        throw Object.assign(refused(), { cause: error });
      });
    if (!answer.verified) throw refused();
    await notePasskeyUse(tx, passkey.id, answer.authenticationInfo.newCounter, answer.authenticationInfo.credentialBackedUp);
    if (from.oldToken !== undefined) await endSession(tx, from.oldToken);
    const session = await actingAs(tx, passkey.account_id, null, { device: from.device, method: 'passkey' });
    return {
      token: await openSession(tx, session, SESSION_SECONDS),
      theme: await themeOf(tx, passkey.account_id),
      kind: session.kind,
    };
  });
}

function credentialOf(row: PasskeyRow) {
  return {
    id: row.credential_id,
    publicKey: new Uint8Array(row.public_key),
    counter: row.counter,
    transports: known(row.transports),
  };
}

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
type Transport = (typeof TRANSPORTS)[number];

function known(transports: readonly string[]): Transport[] {
  return TRANSPORTS.filter((transport) => transports.includes(transport));
}

/** The challenge that the browser says it answered; it is believed only once it was found among those that were given out. */
function challengeIn(clientDataJson: string): string {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8'));
    if (typeof data === 'object' && data !== null && 'challenge' in data && typeof data.challenge === 'string')
      return data.challenge;
  } catch {
    // Not JSON: refused below.
  }
  throw refused();
}

function refused(): Error {
  return problem('passkey-refused', 422, 'This passkey was not accepted. Try again, or sign in another way.');
}

function unknown(): Error {
  return problem('not-found', 404, 'There is no such passkey.');
}
