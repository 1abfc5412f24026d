import { useState } from 'react';
import { queries } from '../../api.ts';

export interface Entering {
  readonly busy: boolean;
  readonly error: unknown;
  /** Runs a call with its idempotency key, which the next call does not share, and reads the account anew. */
  readonly enter: (call: (key: string) => Promise<unknown>) => Promise<boolean>;
}

/** One entry in a ledger at a time; a call that failed may be sent again under its key, so that it is never made twice. */
export function useEntry(queryKey: string): Entering {
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const enter = async (call: (key: string) => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setError(null);
    let done = false;
    try {
      await call(key);
      setKey(crypto.randomUUID());
      done = true;
    } catch (failure) {
      setError(failure);
    }
    await queries.invalidateQueries({ queryKey: [queryKey] });
    setBusy(false);
    return done;
  };
  return { busy, error, enter };
}
