import { useState } from 'react';
import { useTrouble } from './Troubles.tsx';

/** One thing that a person does: whether it is under way, what went wrong in words, and doing it. What was typed stays. */
export function useAct(): {
  readonly busy: boolean;
  readonly wrong: string | null;
  /** Answers whether it was done. */
  readonly act: (work: () => Promise<unknown>) => Promise<boolean>;
} {
  const trouble = useTrouble();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const act = async (work: () => Promise<unknown>): Promise<boolean> => {
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
  };
  return { busy, wrong: error === null ? null : trouble(error), act };
}
