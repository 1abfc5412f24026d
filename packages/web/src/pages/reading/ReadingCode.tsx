import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';

/** A code that the learner shows to somebody who may read their record: made here, for half an hour, ended here. */
export function ReadingCode() {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [made, setMade] = useState<{ readonly code: string; readonly expiresAt: string } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const act = async (what: () => Promise<typeof made>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      setMade(await what());
    } catch (problem) {
      setFailure(problem);
    }
    setBusy(false);
  };
  return (
    <section className="sec" aria-labelledby="reading-code">
      <header>
        <h2 className="h2" id="reading-code">
          {t('reading-code.title')}
        </h2>
      </header>
      <p className="measure">{t('reading-code.text')}</p>
      <div aria-live="polite">
        {made === null ? null : (
          <>
            <p className="reading-code" translate="no">
              {made.code}
            </p>
            <p className="small">
              {t('reading-code.until', {
                time: new Intl.DateTimeFormat(language === 'mi' ? 'en-NZ' : language, {
                  hour: 'numeric',
                  minute: '2-digit',
                  timeZone: 'Pacific/Auckland',
                }).format(new Date(made.expiresAt)),
              })}
            </p>
          </>
        )}
      </div>
      {failure === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(failure)}
        </p>
      )}
      <div className="acts">
        <button
          type="button"
          className="btn second"
          disabled={busy}
          onClick={() => void act(async () => api.post('/api/v1/learners/me/reading-codes', { body: { uses: 1 } }))}
        >
          {t(made === null ? 'reading-code.make' : 'reading-code.another')}
        </button>
        {made === null ? null : (
          <button
            type="button"
            className="link"
            disabled={busy}
            onClick={() =>
              void act(async () => {
                await api.delete('/api/v1/learners/me/reading-codes');
                return null;
              })
            }
          >
            {t('reading-code.end')}
          </button>
        )}
      </div>
    </section>
  );
}
