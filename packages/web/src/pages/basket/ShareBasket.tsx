import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { useTrouble } from '../../parts/Troubles.tsx';
import { type Item, useBasket } from './basket.ts';

const DAYS = ['7', '30', '90', '365'] as const;

/** 192 random bits, in letters that an address takes as they are. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** Keeps the basket under a name in this browser, or shares it by a link until a day. */
export function Keep({ items }: { readonly items: readonly Item[] }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const { save } = useBasket();
  const [title, setTitle] = useState('');
  const [days, setDays] = useState<string>('90');
  const [made, setMade] = useState<{ readonly link: string; readonly until: string } | null>(null);
  const [kept, setKept] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const share = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const token = newToken();
    try {
      const { expiresOn } = await api.post('/api/v1/baskets', {
        body: { token, title: title.trim(), items: items.map((one) => ({ ...one })), days: Number(days) },
      });
      setMade({ link: new URL(`/basket/${token}`, window.location.href).href, until: expiresOn });
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <section className="sec" aria-labelledby="keep">
      <header>
        <h2 className="h2" id="keep">
          {t('basket.keep')}
        </h2>
      </header>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void share();
        }}
      >
        <div className="pair">
          <div className="field">
            <label htmlFor="basket-title">{t('basket.title')}</label>
            <input
              id="basket-title"
              className="input"
              maxLength={200}
              value={title}
              onChange={(event) => {
                setTitle(event.target.value);
                setKept(false);
              }}
            />
          </div>
          <div className="field">
            <label htmlFor="basket-days">{t('basket.days')}</label>
            <select id="basket-days" className="input" value={days} onChange={(event) => setDays(event.target.value)}>
              {DAYS.map((one) => (
                <option key={one} value={one}>
                  {t('basket.day-count', { count: Number(one) })}
                </option>
              ))}
            </select>
          </div>
        </div>
        {error === null ? null : (
          <p className="say wrong" role="alert">
            {trouble(error)}
          </p>
        )}
        <div className="acts">
          <button type="submit" className="btn" disabled={busy}>
            {t('basket.share')}
          </button>
          <button
            type="button"
            className="btn second"
            disabled={title.trim() === ''}
            onClick={() => {
              save(title.trim());
              setKept(true);
            }}
          >
            {t('basket.save')}
          </button>
        </div>
        {title.trim() === '' ? <p className="hint muted">{t('basket.save-hint')}</p> : null}
        {kept ? (
          <p className="say" role="status">
            {t('basket.kept')}
          </p>
        ) : null}
        {made === null ? null : (
          <div className="field" role="status">
            <label htmlFor="basket-link">{t('basket.link', { date: longDate(made.until, language) })}</label>
            <input id="basket-link" className="input" readOnly value={made.link} onFocus={(event) => event.target.select()} />
          </div>
        )}
      </form>
    </section>
  );
}
