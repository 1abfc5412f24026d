import { useState } from 'react';

/** A text that survives a reload and a session that ended while it was written; `forget` once it was sent. Kept in this tab only. */
export function useKept(key: string): readonly [text: string, change: (text: string) => void, forget: () => void] {
  const [text, keep] = useState(() => window.sessionStorage.getItem(key) ?? '');
  const change = (next: string): void => {
    keep(next);
    window.sessionStorage.setItem(key, next);
  };
  const forget = (): void => {
    keep('');
    window.sessionStorage.removeItem(key);
  };
  return [text, change, forget];
}
