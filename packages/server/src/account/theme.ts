import type { FastifyReply, FastifyRequest } from 'fastify';

export type Theme = 'light' | 'dark';
const YEAR_SECONDS = 365 * 24 * 3600;

/** The theme that was chosen on this device; null: as the device. The page's root carries it from the first byte, so nothing flashes. */
export function themeOfRequest(request: FastifyRequest): Theme | null {
  const theme = request.cookies['theme'];
  return theme === 'light' || theme === 'dark' ? theme : null;
}

export function rememberTheme(reply: FastifyReply, theme: Theme | null, secure: boolean): void {
  if (theme === null) void reply.clearCookie('theme', { path: '/', secure });
  else void reply.setCookie('theme', theme, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', secure });
}
