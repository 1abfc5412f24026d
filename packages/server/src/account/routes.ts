import { z } from 'zod';
import { PERSONAS } from '../demonstration/personas.ts';
import { type App, requireActor } from '../http/route.ts';
import type { Services } from '../services.ts';
import { actingAs } from './acting.ts';
import { clientRoutes } from './client-routes.ts';
import { deviceOf } from './device.ts';
import { linkRoutes } from './link-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { endSession, endSessionsOfAccount, methodOf } from './queries.ts';
import { ownRoutes } from './own-routes.ts';
import { rememberTheme } from './theme.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { giveSession, openSession, SESSION_SECONDS, sessionCookie } from './session.ts';
import { signIns } from './sign-in.ts';
import { sessionView, whoIsSignedIn } from './who.ts';

/** Sign-in, sessions, links between sign-ins and records, members of organisations and the systems of organisations. */
export function accountRoutes(app: App, services: Services): void {
  signInRoutes(app, services);
  sessionRoutes(app, services);
  ownRoutes(app, services);
  passkeyRoutes(app, services);
  linkRoutes(app, services);
  memberRoutes(app, services);
  clientRoutes(app, services);
}

function signInRoutes(app: App, services: Services): void {
  const secure = services.settings.url.startsWith('https:');
  const flow = signIns(app, services);
  const stateCookie = secure ? '__Host-sign-in' : 'sign-in';
  app.get(
    '/sign-in',
    {
      schema: {
        hide: true,
        querystring: z.object({
          as: z.string().max(60).optional(),
          return: z.string().max(500).optional(),
          lang: z.string().optional(),
        }),
      },
    },
    async (request, reply) => {
      const { as, return: back } = request.query;
      const { to, state } = await flow.begin(services.settings.demonstration ? (as ?? null) : null, ownPath(back) ?? doorOf(as));
      return reply
        .setCookie(stateCookie, state, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 600 })
        .redirect(to);
    },
  );
  app.get('/sign-in/callback', { schema: { hide: true } }, async (request, reply) => {
    const state = request.cookies[stateCookie];
    const device = deviceOf(request.headers['user-agent']);
    const { token, returnTo, theme } = await flow.complete(request.url, state, request.cookies[sessionCookie(secure)], device);
    void reply.clearCookie(stateCookie, { path: '/', secure });
    giveSession(reply, token, secure);
    if (theme !== null) rememberTheme(reply, theme, secure);
    return reply.header('cache-control', 'no-store').redirect(returnTo);
  });
}

/** Where to go after the sign-in: an address of ours and nothing else. */
function ownPath(path: string | undefined): string | null {
  return path !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : null;
}

function doorOf(persona: string | undefined): string {
  const found = PERSONAS.find((one) => one.id === persona);
  if (found?.opens !== undefined) return found.opens;
  const door = found?.door;
  return door === 'learner'
    ? '/record'
    : door === 'provider'
      ? '/results'
      : door === 'employer'
        ? '/verify'
        : door === 'developer'
          ? '/outcomes'
          : door === undefined
            ? '/'
            : '/catalogue';
}

function sessionRoutes(app: App, services: Services): void {
  const secure = services.settings.url.startsWith('https:');
  app.get(
    '/api/v1/session',
    { schema: { tags: ['account'], summary: 'Who is signed in', response: { 200: sessionView } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return whoIsSignedIn(services, request);
    },
  );
  app.post(
    '/api/v1/session/end',
    {
      schema: {
        tags: ['account'],
        summary: 'Sign out, here or everywhere',
        querystring: z.object({ everywhere: z.stringbool().default(false) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { signedIn } = request;
      if (signedIn !== null) {
        const { accountId } = signedIn;
        await services.db.asAccount((tx) =>
          request.query.everywhere && accountId !== null
            ? endSessionsOfAccount(tx, accountId)
            : endSession(tx, signedIn.acting.token),
        );
      }
      return reply.clearCookie(sessionCookie(secure), { path: '/', secure }).code(204).send(null);
    },
  );
  app.post(
    '/api/v1/session/organisation',
    {
      schema: {
        tags: ['account'],
        summary: 'Act for another of my organisations',
        body: z.strictObject({ organisation: z.string().max(64) }),
        response: { 200: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) => {
      const signedIn = requireActor(request, 'learner', 'provider', 'developer', 'employer', 'steward');
      const { organisation } = request.body;
      const token = await services.db.asAccount(async (tx) => {
        const device = deviceOf(request.headers['user-agent']);
        const next = await actingAs(tx, signedIn.accountId ?? 0, organisation, {
          device,
          method: await methodOf(tx, signedIn.acting.token),
        });
        await endSession(tx, signedIn.acting.token);
        return openSession(tx, next, SESSION_SECONDS);
      });
      giveSession(reply, token, secure);
      return { id: organisation };
    },
  );
}
