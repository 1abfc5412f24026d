import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { ProviderPicker } from '../../parts/ProviderPicker.tsx';
import type { Item } from './basket.ts';
import type { Chosen } from './use-sum.ts';

interface Draft {
  readonly name: string;
  readonly contact: string;
  readonly words: string;
}

const EMPTY: Draft = { name: '', contact: '', words: '' };

/** Sends the basket to a provider, with how it reaches whoever asks: to one that offers something of it, or to any. */
export function SendBasket({ items, offered }: { readonly items: readonly Item[]; readonly offered: readonly Chosen[] }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const providers = [...new Map(offered.map(({ provider }) => [provider.id, provider])).values()];
  const [provider, setProvider] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [other, setOther] = useState(false);
  const [draft, setDraft] = useState<Draft>(EMPTY);
  // The same is sent once, however often the button is pressed.
  const [id, setId] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<unknown>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const write = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const ready = provider !== null && draft.name.trim() !== '' && draft.contact.trim().length >= 3;
  const send = async (): Promise<void> => {
    if (provider === null) return;
    setBusy(true);
    setError(null);
    try {
      await api.post('/api/v1/baskets/requests', {
        body: { id, provider: provider.id, items: items.map((one) => ({ ...one })), ...draft },
      });
      setSentTo(provider.name);
      setId(crypto.randomUUID());
      write({ words: '' });
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <section className="sec" aria-labelledby="send">
      <header>
        <h2 className="h2" id="send">
          {t('basket.send')}
        </h2>
      </header>
      <p className="measure">{t('basket.send-lead')}</p>
      <form
        className="form top-2"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {providers.length === 0 || other ? (
          <ProviderPicker picked={provider} onPick={setProvider} />
        ) : (
          <fieldset className="facet">
            <legend>{t('talent.provider')}</legend>
            {providers.map((one) => (
              <label key={one.id} className="plain">
                <input
                  className="choice"
                  type="radio"
                  name="send-to"
                  checked={provider?.id === one.id}
                  onChange={() => setProvider(one)}
                />
                <span>{one.name}</span>
              </label>
            ))}
            <button
              type="button"
              className="link"
              onClick={() => {
                setOther(true);
                setProvider(null);
              }}
            >
              {t('talent.provider-other')}
            </button>
          </fieldset>
        )}
        <div className="pair">
          <div className="field">
            <label htmlFor="send-name">{t('basket.your-name')}</label>
            <input
              id="send-name"
              className="input"
              autoComplete="name"
              maxLength={200}
              required
              value={draft.name}
              onChange={(event) => write({ name: event.target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor="send-contact">{t('basket.contact')}</label>
            <input
              id="send-contact"
              className="input"
              autoComplete="email"
              maxLength={200}
              required
              value={draft.contact}
              onChange={(event) => write({ contact: event.target.value })}
            />
          </div>
        </div>
        <div className="field">
          <label htmlFor="send-words">{t('basket.words')}</label>
          <textarea
            id="send-words"
            className="input"
            maxLength={2000}
            value={draft.words}
            onChange={(event) => write({ words: event.target.value })}
          />
        </div>
        {error === null ? null : (
          <p className="say wrong" role="alert">
            {trouble(error)}
          </p>
        )}
        <div className="acts">
          <button type="submit" className="btn" disabled={!ready || busy}>
            {t('basket.send-go')}
          </button>
        </div>
        {sentTo === null ? null : (
          <p className="say" role="status">
            {t('basket.sent', { name: sentTo })}
          </p>
        )}
      </form>
    </section>
  );
}
