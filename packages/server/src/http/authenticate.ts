import { authenticate, isCsrfToken, sessionCookie } from '../account/session.ts';
import type { Services } from '../services.ts';
import { problem } from './problem.ts';
import type { App } from './route.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The names that pages greet with; from the session. */
    person: {
      readonly name: string | null;
      readonly organisation: string | null;
      readonly organisationName: string | null;
    } | null;
  }
  interface FastifyContextConfig {
    /** False for a form without JavaScript that changes nothing. */
    csrf?: boolean;
  }
}

/**
 * Finds who asks: a bearer token of a system, or the session's cookie. What the cookie alone would allow to change needs the
 * session's CSRF token too, and an Origin of ours where the browser sends one.
 */
export function useSignIn(app: App, services: Services, secure: boolean): void {
  const cookie = sessionCookie(secure);
  const origin = new URL(services.settings.url).origin;
  app.decorateRequest('signedIn', null);
  app.decorateRequest('person', null);
  app.addHook('onRequest', async (request) => {
    const { authorization } = request.headers;
    const bearer = authorization !== undefined && /^Bearer [\w-]+$/.test(authorization) ? authorization.slice(7) : null;
    const fromCookie = bearer === null ? request.cookies[cookie] : undefined;
    const token = bearer ?? fromCookie;
    if (token === undefined || request.url.startsWith('/assets/')) return;
    const who = await authenticate(services, token);
    if (who === null) {
      if (bearer !== null && request.url.startsWith('/api/v1/'))
        throw problem('session-ended', 401, 'This token has ended. Get another.');
      return;
    }
    request.signedIn = who.signedIn;
    request.person = { name: who.name, organisation: who.organisation, organisationName: who.organisationName };
    const unsafe = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS';
    if (bearer !== null || !unsafe || request.routeOptions.config.csrf === false) return;
    const foreign = request.headers.origin !== undefined && request.headers.origin !== origin;
    if (foreign || !isCsrfToken(request.headers['x-csrf-token'], token))
      throw problem('csrf-refused', 403, 'This request did not come from our pages.');
  });
}
