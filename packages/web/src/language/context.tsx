import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import { fieldLabel, type Language, languageOf, type Say, sayer } from './index.ts';
import { loadLanguage } from './load.ts';

interface Speaking {
  readonly language: Language;
  readonly t: Say;
  /** The name of a field in this language; null is unclassified. */
  readonly field: (field: string | null) => string;
  /** Settles when the page speaks it. */
  readonly setLanguage: (language: Language) => Promise<void>;
}

const Context = createContext<Speaking | null>(null);

/** Gives the language of the page to all within, and keeps the address, the cookie and the root's `lang` in step with it. */
export function LanguageProvider({ first, children }: { readonly first: Language; readonly children: ReactNode }) {
  const [language, keep] = useState<Language>(first);
  const setLanguage = useCallback(async (next: Language) => {
    await loadLanguage(next);
    document.documentElement.lang = next;
    remember(next);
    keep(next);
  }, []);
  const value = useMemo(
    () => ({ language, t: sayer(language), field: (field: string | null) => fieldLabel(field, language), setLanguage }),
    [language, setLanguage],
  );
  return <Context value={value}>{children}</Context>;
}

/** Loads the language that the address or the cookie asks for, before anything is shown, and answers it. */
export async function firstLanguage(): Promise<Language> {
  const asked = languageOf(window.location.search, document.cookie);
  await loadLanguage(asked);
  document.documentElement.lang = asked;
  remember(asked);
  return asked;
}

function remember(language: Language): void {
  document.cookie = `lang=${language}; path=/; max-age=31536000; samesite=lax`;
}

/** The language of the page, and the sayer of its sentences. */
export function useLanguage(): Speaking {
  const value = use(Context);
  if (value === null) throw new Error('useLanguage is called outside LanguageProvider');
  return value;
}
