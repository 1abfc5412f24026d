import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Choices, Part } from './parts.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';

type Theme = 'light' | 'dark' | 'device';

/** Language and theme: they change at once, and are kept with the account and on this device. */
export function Looks({ account }: { readonly account: { readonly theme: Theme } }) {
  const { t, language, setLanguage } = useLanguage();
  const navigate = useNavigate();
  const { wrong, act } = useAct();
  const [theme, setTheme] = useState<Theme>(account.theme);
  const before = useRef<Promise<unknown>>(Promise.resolve());
  // One after another: of two quick choices the later one is kept, however the network orders them.
  const keep = (change: { readonly language?: 'en' | 'mi'; readonly theme?: Theme }): Promise<boolean> => {
    const kept = before.current.then(() =>
      act(async () => {
        await api.patch('/api/v1/account', { body: change });
        await queries.invalidateQueries({ queryKey: ['account'], exact: true });
      }),
    );
    before.current = kept;
    return kept;
  };
  const speak = async (next: 'en' | 'mi'): Promise<void> => {
    await setLanguage(next);
    await navigate({ to: '.', search: (now) => ({ ...now, lang: next }), replace: true, resetScroll: false });
    await keep({ language: next });
  };
  const show = async (next: Theme): Promise<void> => {
    const shown = theme;
    setTheme(next);
    showTheme(next);
    if (!(await keep({ theme: next }))) {
      setTheme(shown);
      showTheme(shown);
    }
  };
  return (
    <Part title={t('looks.title')}>
      <div className="two">
        <Choices
          name="language"
          label={t('looks.language')}
          value={language}
          options={[
            { value: 'en', label: 'English', lang: 'en' },
            { value: 'mi', label: 'Te reo Māori', lang: 'mi' },
          ]}
          onChange={(next) => void speak(next)}
        />
        <Choices
          name="theme"
          label={t('looks.theme')}
          value={theme}
          options={[
            { value: 'device', label: t('looks.device') },
            { value: 'light', label: t('looks.light') },
            { value: 'dark', label: t('looks.dark') },
          ]}
          onChange={(next) => void show(next)}
        />
      </div>
      <Wrong words={wrong} />
    </Part>
  );
}

function showTheme(theme: Theme): void {
  if (theme === 'device') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
