import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, shortDate } from '../../language/index.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { ownDisputesQuery } from './queries.ts';
import { standing, subjectOf } from './words.ts';

/** Everything that a learner said is wrong, the newest first. */
export function OwnDisputesPage() {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery(ownDisputesQuery);
  useTitle(t('dispute.mine'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <p className="eyebrow">
        <Link to="/record">{t('record.title')}</Link>
      </p>
      <h1 className="display">{t('dispute.mine')}</h1>
      <p className="lead top-2">{t(data.items.length === 0 ? 'dispute.mine-none' : 'dispute.mine-lead')}</p>
      <p className="top-2">
        <Link to="/record/disputes/missing">{t('dispute.missing')}</Link>
      </p>
      <ul className="log top-3">
        {data.items.map((one) => (
          <li key={one.id}>
            <span>{shortDate(dateOfInstant(one.openedAt), language)}</span>
            <span>
              <Link to="/record/disputes/$id" params={{ id: one.id }}>
                {subjectOf(language, one)}
              </Link>{' '}
              <span className="muted">{standing(t, language, one)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
