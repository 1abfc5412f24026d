import { useEffect, useState } from 'react';

const QUERY = '(max-width: 900px)';

/** Whether the window is too narrow for columns. */
export function useNarrow(): boolean {
  const [narrow, set] = useState(() => window.matchMedia(QUERY).matches);
  useEffect(() => {
    const query = window.matchMedia(QUERY);
    const change = (): void => set(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  return narrow;
}
