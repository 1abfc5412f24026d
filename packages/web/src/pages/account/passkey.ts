import { api } from '../../api.ts';

/** Whether this browser, at this address, can hold passkeys: an address of numbers, such as 127.0.0.1, has none. */
export function passkeysWork(): boolean {
  return window.isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(window.location.hostname);
}

/** Has this device make a passkey, and keeps it under a name. Rejects when the person or the device declines. */
export async function makePasskey(name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { excludeCredentials = [], pubKeyCredParams, ...rest } = await api.post('/api/v1/account/passkeys/options');
  const optionsJSON = {
    ...rest,
    pubKeyCredParams: [...pubKeyCredParams],
    excludeCredentials: excludeCredentials.map(({ transports = [], ...one }) => ({ ...one, transports: [...transports] })),
  };
  const { id, rawId, response } = await startRegistration({ optionsJSON });
  const { clientDataJSON, attestationObject, transports = [] } = response;
  await api.post('/api/v1/account/passkeys', {
    body: {
      name,
      response: { id, rawId, type: 'public-key', response: { clientDataJSON, attestationObject, transports } },
    },
  });
}

/** Signs in by a passkey of this device, and answers where to go. */
export async function enterByPasskey(): Promise<string> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = await api.post('/api/v1/session/passkey/options');
  const { id, rawId, response } = await startAuthentication({ optionsJSON });
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  const answer = {
    clientDataJSON,
    authenticatorData,
    signature,
    ...(userHandle === undefined ? {} : { userHandle }),
  };
  return (await api.post('/api/v1/session/passkey', { body: { response: { id, rawId, type: 'public-key', response: answer } } }))
    .to;
}
