import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Facts } from './Facts.tsx';
import { Extend } from './Extend.tsx';
import { disputeQuery } from './queries.ts';
import { Say } from './Say.tsx';
import { standing, subjectOf } from './words.ts';
import { Worklist } from './Worklist.tsx';

/** What learners say is wrong with results that we reported. */
export function ProviderDisputesPage() {
  const { t } = useLanguage();
  useTitle(t('dispute.ours'));
  return (
    <>
      <p className="eyebrow">
        <Link to="/results">{t('nav.results')}</Link>
      </p>
      <h1 className="display">{t('dispute.ours')}</h1>
      <p className="lead top-2">{t('dispute.ours-lead')}</p>
      <Worklist door="results" />
    </>
  );
}

/** One of them: correct the line by the way of all results, then say so; or say why it stays. */
export function ProviderDisputePage() {
  const { id } = useParams({ from: '/results/disputes/$id' });
  const { t, language } = useLanguage();
  const { data: dispute, error, refetch } = useQuery(disputeQuery(id));
  useTitle(t('dispute.ours'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (dispute === undefined) return <Waiting />;
  const corrected = dispute.lineHistory.some(({ since }) => since);
  const answer = (kind: 'corrected' | 'declined') => (words: string, key: string) =>
    api.post('/api/v1/disputes/{id}/answer', { path: { id }, body: { answer: kind, words }, key });
  return (
    <>
      <p className="eyebrow">
        <Link to="/results">{t('nav.results')}</Link>, <Link to="/results/disputes">{t('dispute.ours')}</Link>
      </p>
      <h1 className="display">{standing(t, language, dispute)}</h1>
      <p className="lead top-2">{subjectOf(language, dispute)}</p>
      {dispute.status === 'open' && dispute.reason === 'rpl-declined' ? (
        <p className="say wait top-2">
          {t('dispute.by-review')} <Link to="/assess">{t('assess.title')}</Link>
        </p>
      ) : dispute.status === 'open' ? (
        <>
          <p className={`say top-2${corrected ? '' : ' wait'}`}>
            {dispute.missing === null
              ? t(corrected ? 'dispute.is-corrected' : 'dispute.correct-first')
              : t(corrected ? 'dispute.missing-found' : 'dispute.missing-first')}{' '}
            {dispute.missing !== null && !corrected ? <Link to="/results/one">{t('dispute.result-by-hand')}</Link> : null}
          </p>
          <div className="top-3">
            <Say
              kept={`answer-${id}`}
              title={t('dispute.answer')}
              label={t('dispute.answer-label')}
              hint={t('dispute.answer-hint')}
              choices={[
                ...(corrected ? [{ label: t('dispute.answer-corrected'), send: answer('corrected') }] : []),
                { label: t('dispute.answer-declined'), send: answer('declined') },
              ]}
            />
          </div>
          {dispute.extendableTo === null ? null : <Extend id={id} from={dispute.answerBy} latest={dispute.extendableTo} />}
        </>
      ) : null}
      <Facts dispute={dispute} />
    </>
  );
}
