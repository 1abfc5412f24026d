import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Act } from '../stewardship/Act.tsx';

/** Learners whom nobody has told yet that we hold something about them (IPP 3A), and the provider's word that it told them. */
export function ToldPage() {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['undelivered'],
    queryFn: () => api.get('/api/v1/collections/undelivered'),
    staleTime: 0,
  });
  const [told, setTold] = useState<number | null>(null);
  useTitle(t('told.title'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const owed = data.items[0];
  return (
    <>
      <p className="eyebrow">
        <Link to="/results">{t('nav.results')}</Link>
      </p>
      <h1 className="display">
        {owed === undefined ? t('told.none') : t('told.owed', { count: owed.count, date: longDate(owed.oldest, language) })}
      </h1>
      <p className="lead top-2">{t('told.lead')}</p>
      <div className="top-3">
        <Act
          title={t('told.attest')}
          go={t('told.attest-go')}
          stacked
          send={async (text, key) => {
            const answer = await api.post('/api/v1/collections/attestations', {
              body: { said: text('said'), until: text('until') },
              key,
            });
            setTold(answer.told);
          }}
        >
          <div className="field">
            <label htmlFor="said">{t('told.said')}</label>
            <textarea className="input" id="said" name="said" required rows={3} maxLength={2000} aria-describedby="said-hint" />
            <p className="small muted" id="said-hint">
              {t('told.said-hint')}
            </p>
          </div>
          <div className="field">
            <label htmlFor="until">{t('told.until')}</label>
            <input className="input" id="until" name="until" type="date" required />
          </div>
        </Act>
      </div>
      <p role="status" className="top-2">
        {told === null ? '' : t('told.done', { count: told })}
      </p>
    </>
  );
}
