import { timingSafeEqual } from 'node:crypto';
import prometheus from 'prom-client';
import { notFound } from '../http/errors.ts';
import type { App } from '../http/route.ts';

/** Measures every request by route, and shows it to Prometheus: from this machine itself, or with the token. */
export function useMetrics(app: App, token: string | null): void {
  const register = new prometheus.Registry();
  prometheus.collectDefaultMetrics({ register });
  const durations = new prometheus.Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route, method and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  app.addHook('onResponse', async (request, reply) => {
    durations.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    // Behind a proxy everyone comes from loopback; a forwarded request therefore needs the token.
    const near =
      /^(127\.|::1$|::ffff:127\.)/.test(request.ip) &&
      request.headers['x-forwarded-for'] === undefined &&
      request.headers.forwarded === undefined;
    if (!near && !(token !== null && same(request.headers.authorization ?? '', `Bearer ${token}`))) throw notFound();
    return reply.type(register.contentType).send(await register.metrics());
  });
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
