import { useState } from 'react';
import { useTrouble } from '../../parts/Troubles.tsx';

/** Does one thing at a time and says in words what went wrong; what was typed stays. */
export function useSending(): {
  readonly busy: boolean;
  readonly wrong: string | null;
  readonly send: (work: () => Promise<unknown>) => Promise<boolean>;
} {
  const trouble = useTrouble();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    busy,
    wrong: error === null ? null : trouble(error),
    send: async (work) => {
      setBusy(true);
      setError(null);
      try {
        await work();
        return true;
      } catch (failure) {
        setError(failure);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
