import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ShareList } from '@recognition/client';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { sharesQuery } from './queries.ts';
import { SharingNav } from './SharingNav.tsx';

/** Every link that I made: what stands, who opened it, what has ended. */
export function SharesPage() {
  const { data, error, refetch } = useQuery(sharesQuery);
  if (data !== undefined) return <Shares items={data.items} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Shares({ items }: { readonly items: ShareList['items'] }) {
  const { t } = useLanguage();
  useTitle(t('share.title'));
  const open = items.filter(({ state }) => state === 'open' || state === 'locked');
  const ended = items.filter(({ state }) => state === 'expired' || state === 'withdrawn');
  return (
    <>
      <SharingNav />
      <h1 className="display">{open.length === 0 ? t('share.headline-none') : t('share.headline', { count: open.length })}</h1>
      <p className="lead top-2">{t('share.lead')}</p>
      <div className="acts">
        <Link className="btn" to="/record/shares/new">
          {t('share.make')}
        </Link>
        <Link className="btn second" to="/record/consents">
          {t('share.to-consents')}
        </Link>
      </div>
      {open.length === 0 ? null : <List title={t('share.open')} items={open} />}
      {ended.length === 0 ? null : <List title={t('share.ended')} items={ended} />}
    </>
  );
}

function List({ title, items }: { readonly title: string; readonly items: ShareList['items'] }) {
  const { t, language } = useLanguage();
  return (
    <section className="sec">
      <header>
        <h2 className="h2">{title}</h2>
      </header>
      <ul className="links">
        {items.map((share) => (
          <li key={share.id}>
            <div>
              <Link className="n" to="/record/shares/$id" params={{ id: share.id }}>
                {share.audience}
              </Link>
              <p className="small muted">{share.purpose}</p>
            </div>
            <p className="small">
              {t('share.holds', {
                outcomes: t('unit.outcomes', { count: share.achievements.length }),
                awards: t('share.awards', { count: share.awards.length }),
              })}
              {share.hasPin ? `, ${t('share.with-pin')}` : ''}
              {share.madeBy === 'delegate' ? `, ${t('share.by-delegate')}` : ''}
            </p>
            <p className="small">
              {share.lastOpenedAt === null
                ? t('share.never-opened')
                : `${t('share.opened', { count: share.openings })} ${t('share.last-opened', { date: longDate(dateOfInstant(share.lastOpenedAt), language) })}`}
            </p>
            <p className={`small state${share.state === 'locked' ? ' attn' : ''}`}>
              {t(`share.state.${share.state}`, { date: longDate(share.expiresOn, language) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
