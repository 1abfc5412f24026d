import { problem } from '../http/problem.ts';
import type { App } from '../http/route.ts';
import type { Services } from '../services.ts';
import { anything } from './queries.ts';
import type { Drain } from './drain.ts';

/** `/healthz`: the process runs. `/readyz`: it takes work, its database answers and it is not closing. */
export function useHealth(app: App, services: Services, drain: Drain): void {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  app.get('/readyz', { schema: { hide: true } }, async () => {
    if (drain.closing()) throw problem('shutting-down', 503, 'The service is closing. Try again shortly.');
    try {
      await services.db.ask(anything);
    } catch {
      throw problem('database-unavailable', 503, 'The database cannot be reached. Try again shortly.');
    }
    return { status: 'ready' };
  });
}
