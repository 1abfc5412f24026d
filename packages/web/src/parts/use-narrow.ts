import { useSyncExternalStore } from 'react';

/**
 * Whether the window is at most so wide, in CSS px: a phone's unless told otherwise. Drawings are then narrower, so that their letters
 * stay as large.
 */
export function useNarrow(most = 700): boolean {
  const question = `(max-width: ${most}px)`;
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(question);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(question).matches,
  );
}
