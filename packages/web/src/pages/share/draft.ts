import { useCallback, useState } from 'react';

export const FIELDS = ['name', 'grades', 'dates', 'providers', 'codes'] as const;
export type ShareField = (typeof FIELDS)[number];

/** A link as it is being filled in. */
export interface Draft {
  readonly achievements: readonly string[];
  readonly awards: readonly string[];
  readonly fields: readonly ShareField[];
  /** Whether the outcomes behind the skills are shown. */
  readonly outcomesShown: boolean;
  /** Skills that are left out, by address. */
  readonly skillsLeftOut: readonly string[];
  readonly audience: string;
  readonly purpose: string;
  readonly expiresOn: string;
  /** Whether the link asks for a PIN. */
  readonly asksPin: boolean;
  /** Never kept in the browser. */
  readonly pin: string;
}

export interface DraftStore {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly forget: () => void;
}

/** A draft that survives a reload and a sign-in, under its own name, in this window only. A PIN is not kept. */
export function useDraft(name: string, first: () => Draft): DraftStore {
  const [draft, setDraft] = useState<Draft>(() => ({ ...first(), ...kept(name) }));
  const change = useCallback(
    (changes: Partial<Draft>) =>
      setDraft((now) => {
        const next = { ...now, ...changes };
        const { pin: _pin, ...rest } = next;
        sessionStorage.setItem(name, JSON.stringify(rest));
        return next;
      }),
    [name],
  );
  const forget = useCallback(() => sessionStorage.removeItem(name), [name]);
  return { draft, change, forget };
}

function kept(name: string): Partial<Draft> {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(name) ?? '{}');
    return isDraft(read) ? read : {};
  } catch {
    return {};
  }
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');

function isDraft(value: unknown): value is Omit<Draft, 'pin'> {
  if (typeof value !== 'object' || value === null) return false;
  const held = new Map(Object.entries(value));
  return (
    ['achievements', 'awards', 'fields', 'skillsLeftOut'].every((key) => isTexts(held.get(key))) &&
    ['audience', 'purpose', 'expiresOn'].every((key) => typeof held.get(key) === 'string') &&
    ['asksPin', 'outcomesShown'].every((key) => typeof held.get(key) === 'boolean')
  );
}

/** The date so many days after another, `YYYY-MM-DD`. */
export function daysAfter(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
