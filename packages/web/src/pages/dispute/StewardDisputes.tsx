import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Door } from '../stewardship/Door.tsx';
import { Facts } from './Facts.tsx';
import { disputeQuery } from './queries.ts';
import { Say } from './Say.tsx';
import { standing, subjectOf } from './words.ts';
import { Worklist } from './Worklist.tsx';

/** Everything that is disputed, with what waits for a steward. */
export function StewardDisputesPage() {
  const { t } = useLanguage();
  useTitle(t('steward.disputes'));
  return (
    <Door title={t('steward.disputes')} lead={t('steward.disputes-lead')}>
      <Worklist door="stewardship" />
    </Door>
  );
}

/** One of them, to be settled: a line goes back, or stays; an appeal is upheld or dismissed. */
export function StewardDisputePage() {
  const { id } = useParams({ from: '/stewardship/disputes/$id' });
  const { t, language } = useLanguage();
  const { data: dispute, error, refetch } = useQuery(disputeQuery(id));
  useTitle(t('steward.disputes'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (dispute === undefined) return <Waiting />;
  const corrected = dispute.lineHistory.some(({ since }) => since);
  const decide = (decision: 'returned' | 'upheld' | 'dismissed') => (words: string, key: string) =>
    api.post('/api/v1/disputes/{id}/decision', { path: { id }, body: { decision, words }, key });
  const dismiss = { label: t('dispute.decide-dismissed'), send: decide('dismissed') };
  const uphold = { label: t('dispute.decide-upheld'), send: decide('upheld') };
  const giveBack = { label: t('dispute.decide-returned'), send: decide('returned') };
  return (
    <Door title={standing(t, language, dispute)} lead={subjectOf(language, dispute)}>
      {dispute.award === null ? null : (
        <p className="top-2">
          <Link to="/stewardship/awards/$id" params={{ id: dispute.award.id }}>
            {t('steward.award-open')}
          </Link>
        </p>
      )}
      {dispute.status === 'escalated' ? (
        <div className="top-3">
          <Say
            kept={`decide-${id}`}
            title={t('dispute.decide')}
            label={t('dispute.decide-label')}
            hint={t(dispute.subject === 'award' ? 'dispute.decide-hint-award' : 'dispute.decide-hint')}
            choices={dispute.subject === 'award' ? [uphold, dismiss] : [giveBack, ...(corrected ? [uphold] : []), dismiss]}
          />
        </div>
      ) : null}
      <Facts dispute={dispute} />
    </Door>
  );
}
