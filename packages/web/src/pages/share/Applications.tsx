import type { ApplicationList } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { useTrouble } from '../../parts/Troubles.tsx';
import { applicationsQuery } from './queries.ts';
import { ShareLog } from './ShareLog.tsx';

type Application = ApplicationList['items'][number];

/** The applications that the learner let in, beside the organisations; nothing where there never was one. */
export function Applications() {
  const { t } = useLanguage();
  const { data } = useQuery(applicationsQuery);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="sec">
      <header>
        <h2 className="h2">{t('badges.applications')}</h2>
      </header>
      <p className="muted measure">{t('badges.applications-lead')}</p>
      <ul className="consents">
        {data.items.map((one) => (
          <One key={one.id} application={one} />
        ))}
      </ul>
    </section>
  );
}

function One({ application }: { readonly application: Application }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [error, setError] = useState<unknown>(null);
  const withdraw = async (): Promise<void> => {
    setError(null);
    try {
      await api.post('/api/v1/learners/me/applications/{id}/withdrawal', { path: { id: application.id } });
      await queries.invalidateQueries({ queryKey: ['applications'] });
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <li>
      <div className="one">
        <div>
          <h3>{application.name}</h3>
          <p>{t('badges.may')}</p>
          <ul className="permissions small">
            {application.permissions.map((one) => (
              <li key={one}>{t(`badges.permission.${one}`)}</li>
            ))}
          </ul>
          <p className="small muted">
            {t('badges.given', {
              date: longDate(dateOfInstant(application.grantedAt), language),
              goesTo: application.goesTo,
            })}
            {application.grantedBy === 'delegate' ? ` ${t('share.by-delegate')}.` : ''}
          </p>
        </div>
        {application.state === 'open' ? (
          <button type="button" className="btn danger slim" onClick={() => void withdraw()}>
            {t('consent.withdraw')}
            <span className="unseen"> {application.name}</span>
          </button>
        ) : (
          <span className="small muted">{t('consent.state.withdrawn')}</span>
        )}
      </div>
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
      <details>
        <summary>{t('consent.history', { count: application.log.length })}</summary>
        <ShareLog lines={application.log} />
      </details>
    </li>
  );
}
