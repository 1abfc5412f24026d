import type { DisputeDetail } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Facts } from './Facts.tsx';
import { disputeQuery } from './queries.ts';
import { Say } from './Say.tsx';
import { standing, subjectOf } from './words.ts';

/** One thing that a learner said is wrong: where it stands, and what they can do. */
export function DisputePage() {
  const { id } = useParams({ from: '/record/disputes/$id' });
  const { data, error, refetch } = useQuery(disputeQuery(id));
  if (data !== undefined) return <Dispute dispute={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Dispute({ dispute }: { readonly dispute: DisputeDetail }) {
  const { t, language } = useLanguage();
  useTitle(t('dispute.title', { name: subjectOf(language, dispute) }));
  const { id, status } = dispute;
  const refused = status === 'declined' || status === 'dismissed';
  return (
    <>
      <p className="eyebrow">
        <Link to="/record">{t('record.title')}</Link>, <Link to="/record/disputes">{t('dispute.mine')}</Link>
      </p>
      <h1 className="display">{standing(t, language, dispute)}</h1>
      <p className="lead top-2">{subjectOf(language, dispute)}</p>
      {dispute.answer === null || status === 'taken-back' ? null : <p className="say top-2 quoted">{dispute.answer}</p>}
      {dispute.subject === 'award' && status === 'upheld' ? (
        <p className="top-2 measure">
          {t(dispute.award?.status === 'suspended' ? 'dispute.upheld-suspended' : 'dispute.upheld-ended')}
        </p>
      ) : null}
      {refused ? (
        <p className="top-2 measure">
          {t(dispute.subject === 'award' ? 'dispute.complain-award' : 'dispute.complain')}{' '}
          <a href="https://www.privacy.org.nz/your-rights/making-a-complaint/">{t('dispute.commissioner')}</a>
        </p>
      ) : null}
      <div className="two asks top-3">
        {dispute.subject !== 'award' && (status === 'open' || status === 'declined') ? (
          <Say
            kept={`escalate-${id}`}
            folded={!refused}
            title={t('dispute.ask-steward')}
            label={t('dispute.ask-label')}
            hint={t('dispute.ask-hint')}
            choices={[
              {
                label: t('dispute.ask-go'),
                send: (words, key) => api.post('/api/v1/disputes/{id}/escalation', { path: { id }, body: { words }, key }),
              },
            ]}
          />
        ) : null}
        {dispute.subject === 'achievement' && status !== 'corrected' && status !== 'taken-back' ? (
          <Say
            key={dispute.statedAt}
            kept={`statement-${id}`}
            folded={!refused}
            title={t(dispute.statement === null ? 'dispute.state' : 'dispute.state-again')}
            label={t('dispute.state-label')}
            hint={t('dispute.state-hint')}
            first={dispute.statement ?? ''}
            choices={[
              {
                label: t('dispute.state-go'),
                send: (words, key) => api.put('/api/v1/disputes/{id}/statement', { path: { id }, body: { words }, key }),
              },
            ]}
          />
        ) : null}
      </div>
      <Ends dispute={dispute} />
      <Facts dispute={dispute} mine />
    </>
  );
}

/** What needs no words: taking a statement away, or the whole back. Both stay in the history, so neither asks twice. */
function Ends({ dispute: { id, status, statement } }: { readonly dispute: DisputeDetail }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [error, setError] = useState<unknown>(null);
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setError(null);
    try {
      await work();
      await queries.invalidateQueries();
    } catch (failure) {
      setError(failure);
    }
  };
  const waits = status === 'open' || status === 'escalated' || status === 'declined';
  if (!waits && statement === null) return null;
  return (
    <div className="acts">
      {statement === null ? null : (
        <button
          type="button"
          className="btn second slim"
          onClick={() => void run(() => api.delete('/api/v1/disputes/{id}/statement', { path: { id } }))}
        >
          {t('dispute.unstate')}
        </button>
      )}
      {waits ? (
        <button
          type="button"
          className="btn second slim"
          onClick={() => void run(() => api.post('/api/v1/disputes/{id}/taken-back', { path: { id } }))}
        >
          {t('dispute.take-back')}
        </button>
      ) : null}
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
    </div>
  );
}
