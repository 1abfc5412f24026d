import { newRing } from './key-ring.ts';
import type { KeyStore } from './key-store.ts';
import { ringStore } from './ring-store.ts';

/** Keys that are gone when the process ends: for tests. */
export function memoryKeyStore(now: () => Date = () => new Date()): KeyStore {
  let ring = newRing(now());
  return ringStore({
    read: () => ring,
    change: (change) => {
      ring = change(ring);
    },
    now,
  });
}
