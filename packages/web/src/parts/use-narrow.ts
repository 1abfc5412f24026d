import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 700px)';

/** Whether the window is a phone's: drawings are then narrower, so that their letters stay as large. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(NARROW);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(NARROW).matches,
  );
}
