import { z } from 'zod';
import type { App } from '../http/route.ts';
import type { Services } from '../services.ts';
import { deviceOf } from './device.ts';
import { requirePerson } from './own-routes.ts';
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  listPasskeys,
  namePasskey,
  removePasskey,
  signInByPasskey,
} from './passkeys.ts';
import { giveSession, sessionCookie } from './session.ts';
import { rememberTheme } from './theme.ts';

const base64url = z
  .string()
  .regex(/^[\w-]+$/u)
  .max(20_000);
const name = z.string().trim().min(1).max(100);
const onePasskey = z.object({ id: z.coerce.number().int().positive() });
const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);
const publicKey = z.literal('public-key');
const known = z.object({ id: z.string(), type: publicKey, transports: z.array(transport).exactOptional() });
const verification = z.enum(['discouraged', 'preferred', 'required']);
/** PublicKeyCredentialCreationOptionsJSON and …RequestOptionsJSON of WebAuthn level 3 (5.1.8, 5.1.9), as far as we use them. */
const creationView = z
  .object({
    rp: z.object({ name: z.string(), id: z.string().exactOptional() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    challenge: z.string(),
    pubKeyCredParams: z.array(z.object({ alg: z.number().int(), type: publicKey })),
    timeout: z.number().int().exactOptional(),
    excludeCredentials: z.array(known).exactOptional(),
    authenticatorSelection: z
      .object({
        residentKey: verification.exactOptional(),
        requireResidentKey: z.boolean().exactOptional(),
        userVerification: verification.exactOptional(),
      })
      .exactOptional(),
    attestation: z.enum(['direct', 'enterprise', 'indirect', 'none']).exactOptional(),
  })
  .meta({ id: 'PasskeyCreation' });
const requestView = z
  .object({
    challenge: z.string(),
    rpId: z.string().exactOptional(),
    timeout: z.number().int().exactOptional(),
    userVerification: verification.exactOptional(),
  })
  .meta({ id: 'PasskeyRequest' });
const extensions = z.record(z.string(), z.unknown()).default({});
const attachment = z.enum(['platform', 'cross-platform']).exactOptional();
const transports = z.array(z.string().max(30)).max(10).exactOptional();
const made = z.object({
  id: base64url,
  rawId: base64url,
  type: publicKey,
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url, transports }),
  clientExtensionResults: extensions,
  authenticatorAttachment: attachment,
});
const answered = z.object({
  id: base64url,
  rawId: base64url,
  type: publicKey,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.exactOptional(),
  }),
  clientExtensionResults: extensions,
  authenticatorAttachment: attachment,
});
const passkeysView = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        synced: z.boolean(),
        madeAt: z.string(),
        usedAt: z.string().nullable(),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'Passkeys' });

const doors: Readonly<Record<string, string>> = { learner: '/record', provider: '/results', employer: '/verify' };

/** Passkeys of a person, and signing in by one. */
export function passkeyRoutes(app: App, services: Services): void {
  const secure = services.settings.url.startsWith('https:');
  app.get(
    '/api/v1/account/passkeys',
    { schema: { tags: ['account'], summary: 'My passkeys', response: { 200: passkeysView } } },
    async (request) => ({ items: await listPasskeys(services, requirePerson(request)), next: null }),
  );
  app.post(
    '/api/v1/account/passkeys/options',
    {
      schema: {
        tags: ['account'],
        summary: 'What my browser needs to make a passkey (WebAuthn)',
        response: { 200: creationView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return creationView.parse(await beginPasskey(services, requirePerson(request)));
    },
  );
  app.post(
    '/api/v1/account/passkeys',
    {
      schema: {
        tags: ['account'],
        summary: 'Add the passkey that my device made',
        body: z.strictObject({ name, response: made }),
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) => reply.code(201).send(await addPasskey(services, requirePerson(request), request.body)),
  );
  app.patch(
    '/api/v1/account/passkeys/:id',
    {
      schema: {
        tags: ['account'],
        summary: 'Name a passkey of mine',
        params: onePasskey,
        body: z.strictObject({ name }),
        response: { 200: z.object({ id: z.string() }) },
      },
    },
    async (request) => {
      await namePasskey(services, requirePerson(request), request.params.id, request.body.name);
      return { id: String(request.params.id) };
    },
  );
  app.delete(
    '/api/v1/account/passkeys/:id',
    { schema: { tags: ['account'], summary: 'Remove a passkey of mine', params: onePasskey, response: { 204: z.null() } } },
    async (request, reply) => {
      await removePasskey(services, requirePerson(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/session/passkey/options',
    {
      schema: {
        tags: ['account'],
        summary: 'What my browser needs to sign in by a passkey (WebAuthn)',
        response: { 200: requestView },
      },
    },
    async (_request, reply) => {
      void reply.header('cache-control', 'no-store');
      return requestView.parse(await beginPasskeySignIn(services));
    },
  );
  app.post(
    '/api/v1/session/passkey',
    {
      schema: {
        tags: ['account'],
        summary: 'Sign in by a passkey',
        body: z.strictObject({ response: answered }),
        response: { 200: z.object({ to: z.string() }) },
      },
    },
    async (request, reply) => {
      const { token, theme, kind } = await signInByPasskey(services, request.body.response, {
        device: deviceOf(request.headers['user-agent']),
        oldToken: request.cookies[sessionCookie(secure)],
      });
      giveSession(reply, token, secure);
      if (theme !== null) rememberTheme(reply, theme, secure);
      void reply.header('cache-control', 'no-store');
      return { to: doors[kind] ?? '/catalogue' };
    },
  );
}
