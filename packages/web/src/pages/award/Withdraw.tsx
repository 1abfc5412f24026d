import type { AwardView } from '@recognition/client';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';

/** To do more with an award: a new version of it, or giving it up, after a step that says what that means. */
export function Withdraw({ award, name }: { readonly award: AwardView; readonly name: string }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await api.post('/api/v1/awards/{id}/withdrawal', { path: { id: award.id }, body: { reason: reason.trim() } });
      await queries.invalidateQueries();
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <div className="two">
      {award.definition === null ? (
        <section className="sec">
          <header>
            <h2 className="h2">{t('award.more')}</h2>
          </header>
          <p className="measure">{t('award.more-text')}</p>
          <div className="acts">
            <Link className="btn second" to="/record/claim" search={{ supersedes: award.id }}>
              {t('award.more-go')}
            </Link>
          </div>
        </section>
      ) : null}
      <section className="sec">
        <header>
          <h2 className="h2">{t('award.withdraw')}</h2>
        </header>
        <p className="measure">
          {t('award.withdraw-text')} {award.spends ? t('award.withdraw-spent') : null}
        </p>
        {open ? (
          <form
            className="top-2"
            onSubmit={(event) => {
              event.preventDefault();
              void submit();
            }}
          >
            <p className="say wait">
              {award.definition === null
                ? t('award.consequences', { name, credits: award.credits })
                : t('award.consequences-made', { name })}
            </p>
            <div className="field top-2">
              <label htmlFor="reason">{t('award.why')}</label>
              <input
                className="input"
                id="reason"
                required
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </div>
            <div className="acts">
              <button className="btn danger" type="submit" disabled={busy}>
                {t('award.withdraw-now')}
              </button>
              <button className="btn second" type="button" onClick={() => setOpen(false)}>
                {t('award.keep')}
              </button>
            </div>
            {error === null ? null : (
              <p className="say wrong top-2" role="alert">
                {trouble(error)}
              </p>
            )}
          </form>
        ) : (
          <div className="acts">
            <button className="btn danger" type="button" onClick={() => setOpen(true)}>
              {t('award.withdraw-open')}
            </button>
          </div>
        )}
      </section>
    </div>
  );
}
