import type { ConsentList } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Applications } from './Applications.tsx';
import { ConsentForm } from './ConsentForm.tsx';
import { consentsQuery } from './queries.ts';
import { ShareLog } from './ShareLog.tsx';
import { SharingNav } from './SharingNav.tsx';

type Consent = ConsentList['items'][number];

/** Which organisations may read which part of my record, how long, and when they did. */
export function ConsentsPage() {
  const { data, error, refetch } = useQuery(consentsQuery);
  if (data !== undefined) return <Consents items={data.items} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Consents({ items }: { readonly items: readonly Consent[] }) {
  const { t } = useLanguage();
  useTitle(t('consent.title'));
  const open = items.filter(({ state }) => state === 'open');
  const ended = items.filter(({ state }) => state !== 'open');
  return (
    <>
      <SharingNav />
      <h1 className="display">
        {open.length === 0 ? t('consent.headline-none') : t('consent.headline', { count: open.length })}
      </h1>
      <p className="lead top-2">{t('consent.lead')}</p>
      {open.length === 0 ? null : <List title={t('consent.open')} items={open} />}
      <Applications />
      <ConsentForm />
      {ended.length === 0 ? null : <List title={t('consent.ended')} items={ended} />}
    </>
  );
}

function List({ title, items }: { readonly title: string; readonly items: readonly Consent[] }) {
  return (
    <section className="sec">
      <header>
        <h2 className="h2">{title}</h2>
      </header>
      <ul className="consents">
        {items.map((consent) => (
          <One key={consent.id} consent={consent} />
        ))}
      </ul>
    </section>
  );
}

function One({ consent }: { readonly consent: Consent }) {
  const { t, language, field } = useLanguage();
  const trouble = useTrouble();
  const [error, setError] = useState<unknown>(null);
  const withdraw = async (): Promise<void> => {
    setError(null);
    try {
      await api.post('/api/v1/learners/me/consents/{id}/withdrawal', { path: { id: consent.id } });
      await queries.invalidateQueries({ queryKey: ['consents'] });
    } catch (failure) {
      setError(failure);
    }
  };
  const date = consent.until === null ? '' : longDate(consent.until, language);
  return (
    <li>
      <div className="one">
        <div>
          <h3>{consent.organisation.name}</h3>
          <p>
            {t(`consent.category.${consent.category}`, { field: field(consent.field) })} ·{' '}
            {t(`consent.mode.${consent.mode}`, { date })}
          </p>
          <p className="small muted">
            {t('consent.given', { date: longDate(dateOfInstant(consent.grantedAt), language), purpose: consent.purpose })}
            {consent.grantedBy === 'delegate' ? ` ${t('share.by-delegate')}.` : ''}
          </p>
        </div>
        {consent.state === 'open' ? (
          <button type="button" className="btn danger slim" onClick={() => void withdraw()}>
            {t('consent.withdraw')}
            <span className="unseen"> {consent.organisation.name}</span>
          </button>
        ) : (
          <span className="small muted">{t(`consent.state.${consent.state}`)}</span>
        )}
      </div>
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
      <details>
        <summary>{t('consent.history', { count: consent.log.length })}</summary>
        <ShareLog lines={consent.log} />
      </details>
    </li>
  );
}
