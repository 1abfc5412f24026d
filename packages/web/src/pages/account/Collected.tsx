import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Part } from './parts.tsx';

const collectedQuery = queryOptions({
  queryKey: ['account', 'collected'],
  queryFn: () => api.get('/api/v1/learners/me/collections'),
});

/** From whom we hold information about me, and since when (Privacy Act 2020, IPP 3A). */
export function Collected() {
  const { t, language } = useLanguage();
  const { data } = useQuery(collectedQuery);
  return (
    <Part title={t('collected.title')}>
      <p className="measure">{t('collected.what')}</p>
      <ul className="lines top-2">
        {data?.items.map((one) => (
          <li key={one.name}>
            <span>
              <b>{one.name}</b>{' '}
              <span className="muted">{t('collected.since', { date: longDate(one.collectedOn, language) })}</span>
            </span>
          </li>
        ))}
      </ul>
      {data?.items.length === 0 ? <p className="muted">{t('collected.none')}</p> : null}
    </Part>
  );
}
