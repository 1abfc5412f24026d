import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate, wholeNumber } from '../../language/index.ts';
import { TroubleHere, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Door } from './Door.tsx';

/** Whom nobody has told yet that we hold something about them, by the provider it came from (IPP 3A). */
export function UndeliveredPage() {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['stewardship', 'undelivered'],
    queryFn: () => api.get('/api/v1/collections/undelivered'),
  });
  useTitle(t('steward.untold'));
  return (
    <Door title={t('steward.untold')} lead={t('steward.untold-lead')}>
      {error === null ? null : <TroubleHere error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data?.items.length === 0 ? <p className="muted top-3">{t('steward.untold-none')}</p> : null}
      {data === undefined || data.items.length === 0 ? null : (
        <table className="tbl top-3">
          <thead>
            <tr>
              <th scope="col">{t('figures.provider')}</th>
              <th scope="col" className="r">
                {t('steward.untold-people')}
              </th>
              <th scope="col">{t('steward.untold-oldest')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.name}</th>
                <td className="r">{wholeNumber(one.count)}</td>
                <td>{longDate(one.oldest, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Door>
  );
}
