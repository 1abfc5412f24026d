import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate, wholeNumber } from '../../language/index.ts';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Say } from '../dispute/Say.tsx';
import { Door } from './Door.tsx';

/** One import: what its withdrawal would touch, then asking for it, or agreeing to what another asked. */
export function ImportWithdrawalPage() {
  const { id } = useParams({ from: '/stewardship/imports/$id' });
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [failure, setFailure] = useState<unknown>(null);
  const [withdrawn, setWithdrawn] = useState<number | null>(null);
  useTitle(t('steward.batches'));
  const found = useQuery({
    queryKey: ['stewardship', 'import', id],
    queryFn: () => api.get('/api/v1/stewardship/imports', { query: { id } }),
  });
  const reach = useQuery({
    queryKey: ['stewardship', 'import', id, 'reach'],
    queryFn: () => api.get('/api/v1/results/imports/{id}/withdrawal', { path: { id } }),
  });
  const error = found.error ?? reach.error;
  if (error !== null) return <Trouble error={error} onRetry={() => void reach.refetch()} />;
  if (found.data === undefined || reach.data === undefined) return <Waiting />;
  const [one] = found.data.items;
  const { results, learners, awards, request } = reach.data;
  const settle = async (agreed: boolean): Promise<void> => {
    setFailure(null);
    try {
      const done = await api.post('/api/v1/results/imports/{id}/withdrawal/agreement', { path: { id }, body: { agreed } });
      if (agreed) setWithdrawn(done.withdrawn);
      await queries.invalidateQueries();
    } catch (problem) {
      setFailure(problem);
    }
  };
  return (
    <Door
      title={one?.provider ?? t('steward.operator')}
      lead={one === undefined ? '' : t('steward.batch-lead', { date: longDate(dateOfInstant(one.startedAt), language) })}
    >
      <dl className="tally top-3">
        <Figure name={t('steward.batch-results')} value={results} />
        <Figure name={t('steward.batch-learners')} value={learners} />
        <Figure name={t('steward.batch-awards')} value={awards} />
      </dl>
      <p className="measure top-3">{t('steward.batch-text')}</p>
      <div role="status">
        {withdrawn === null ? null : <p className="say top-2">{t('steward.batch-done', { count: withdrawn })}</p>}
      </div>
      <section className="sec" aria-labelledby="change">
        <header>
          <h2 className="h2" id="change">
            {t('steward.batch-withdraw')}
          </h2>
        </header>
        {request !== null ? (
          <>
            <p className="say wait">{request.reason}</p>
            <p className="measure top-2">{t(request.mine ? 'steward.second-mine' : 'steward.second-batch')}</p>
            <div className="acts">
              <button className="btn danger" type="button" onClick={() => void settle(true)}>
                {t('steward.agree')}
              </button>
              <button className="btn second" type="button" onClick={() => void settle(false)}>
                {t('steward.disagree')}
              </button>
            </div>
          </>
        ) : results === 0 ? (
          <p className="muted">{t('steward.batch-nothing')}</p>
        ) : (
          <Say
            kept={`withdraw-${id}`}
            title={t('steward.change-title')}
            label={t('steward.reason')}
            hint={t('steward.batch-hint')}
            choices={[
              {
                label: t('steward.batch-ask'),
                danger: true,
                send: (reason, key) =>
                  api.post('/api/v1/results/imports/{id}/withdrawal', { path: { id }, body: { reason }, key }),
              },
            ]}
          />
        )}
        {failure === null ? null : (
          <p className="say wrong top-2" role="alert">
            {trouble(failure)}
          </p>
        )}
      </section>
    </Door>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{wholeNumber(value)}</b>
      </dd>
    </div>
  );
}
