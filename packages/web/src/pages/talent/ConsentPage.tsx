import type { SharedContent } from '@recognition/client';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Shown } from './Shown.tsx';

/** Reads under a consent: first why, which the learner sees, then what it opens. A consent for once is used up by it. */
export function ConsentPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/talent/consents/$id' });
  const trouble = useTrouble();
  const [purpose, setPurpose] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const [read, setRead] = useState<{ readonly learner: string; readonly content: SharedContent } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useTitle(read?.learner ?? t('talent.consent-title'));
  const ask = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      setRead(await api.post('/api/v1/consents/{id}/reading', { path: { id }, body: { purpose: purpose.trim() }, key }));
      await queries.invalidateQueries({ queryKey: ['received-consents'] });
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <>
      <p className="eyebrow">
        <Link to="/talent">{t('talent.title')}</Link>
      </p>
      <h1 className="display">{read?.learner ?? t('talent.consent-title')}</h1>
      {read !== null ? (
        <Shown content={read.content} beside={null} />
      ) : (
        <form
          className="form top-3"
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <div className="field">
            <label htmlFor="purpose">{t('talent.consent-why')}</label>
            <span className="hint" id="purpose-hint">
              {t('talent.consent-why-hint')}
            </span>
            <input
              id="purpose"
              className="input"
              required
              maxLength={300}
              aria-describedby="purpose-hint"
              value={purpose}
              onChange={(event) => setPurpose(event.target.value)}
            />
          </div>
          {error === null ? null : (
            <p className="say wrong" role="alert">
              {trouble(error)}
            </p>
          )}
          <div className="acts">
            <button type="submit" className="btn" disabled={busy || purpose.trim() === ''}>
              {t('talent.consent-read')}
            </button>
          </div>
        </form>
      )}
    </>
  );
}
