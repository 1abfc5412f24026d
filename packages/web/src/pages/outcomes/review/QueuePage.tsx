import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../../language/context.tsx';
import { dateOfInstant, longDate } from '../../../language/index.ts';
import { KindsNote } from '../../../parts/KindsNote.tsx';
import { Name } from '../../../parts/Name.tsx';
import { Swatch } from '../../../parts/Swatch.tsx';
import { Trouble, Waiting } from '../../../parts/Troubles.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { WaitingDocuments } from '../../workshop/WaitingDocuments.tsx';
import { waitingQuery } from '../queries.ts';
import { Closing } from './Closing.tsx';

/** What waits for a steward: definitions handed in and expiries asked for, those that wait longest first. */
export function QueuePage() {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery(waitingQuery);
  useTitle(t('review.title'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <h1 className="display">
        {data.items.length === 0 ? t('review.nothing') : t('review.headline', { count: data.items.length })}
      </h1>
      <p className="lead top-2">{t('review.lead')}</p>
      <ul className="work top-3">
        {data.items.map(({ outcome, since, expiryAsked, own }) => (
          <li key={outcome.id}>
            <Swatch field={outcome.field} width={28} height={Math.max(5, Math.min(60, (outcome.credits ?? 0) * 5))} />
            <div>
              <Link to="/outcomes/review/$id" params={{ id: outcome.id }}>
                <Name>{outcome.name}</Name>
              </Link>
              <p className="small muted">
                {[outcome.code, outcome.developerName ?? ''].filter((part) => part !== '').join(', ')}
              </p>
              <p className="small">
                {expiryAsked !== null
                  ? t('review.expiry', { date: longDate(expiryAsked, language) })
                  : outcome.status === 'legacy'
                    ? t('review.legacy')
                    : outcome.replaces === null
                      ? t('review.new')
                      : t('review.replaces', { lineage: outcome.replaces.lineage, category: outcome.replaces.category })}
                {own ? ` ${t('review.own')}` : ''}
              </p>
            </div>
            <span className="small muted c">{t('review.since', { date: longDate(dateOfInstant(since), language) })}</span>
          </li>
        ))}
      </ul>
      <WaitingDocuments />
      <Closing />
      <KindsNote />
    </>
  );
}
