import type { App } from '../http/route.ts';

export interface Drain {
  readonly closing: () => boolean;
  /** Says not ready, waits `grace` milliseconds for the balancer to notice, finishes what is in flight, closes. */
  readonly drain: (app: App, grace: number) => Promise<void>;
}

export function makeDrain(): Drain {
  let closing = false;
  return {
    closing: () => closing,
    drain: async (app, grace) => {
      if (closing) return;
      closing = true;
      if (grace > 0) await new Promise((done) => setTimeout(done, grace));
      await app.close();
    },
  };
}
