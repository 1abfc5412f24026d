import type { ShareDetail } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { rememberedLink, rememberLink, shareQuery } from './queries.ts';
import { ShareLink } from './ShareLink.tsx';
import { ShareLog } from './ShareLog.tsx';
import { SharingNav } from './SharingNav.tsx';

/** One link: the address to give, who opened it, and how to change or end it. */
export function SharePage() {
  const { id } = useParams({ from: '/record/shares/$id' });
  const { data, error, refetch } = useQuery(shareQuery(id));
  if (data !== undefined) return <Share share={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Share({ share }: { readonly share: ShareDetail }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [link, setLink] = useState(() => rememberedLink(share.id));
  useTitle(t('share.one', { audience: share.audience }));
  const stands = share.state === 'open' || share.state === 'locked';
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await work();
      await queries.invalidateQueries({ queryKey: ['shares'] });
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  const path = { id: share.id };
  const renew = (): Promise<void> =>
    act(async () => {
      const made = await api.post('/api/v1/shares/{id}/link', { path });
      rememberLink(made.id, made.link);
      setLink(made.link);
    });
  return (
    <>
      <SharingNav />
      <h1 className="display">{t('share.one', { audience: share.audience })}</h1>
      <p className="lead top-2">
        {t(`share.lead.${share.state}`, { date: longDate(share.expiresOn, language), purpose: share.purpose })}
      </p>
      {share.state === 'withdrawn' ? (
        <p className="say wait top-3" role="status">
          <span>{t('share.withdrawn')}</span>
          {share.restorable ? (
            <button
              type="button"
              className="link"
              disabled={busy}
              onClick={() => void act(() => api.post('/api/v1/shares/{id}/restoration', { path }))}
            >
              {t('share.undo')}
            </button>
          ) : null}
        </p>
      ) : null}
      {error === null ? null : (
        <p className="say wrong top-3" role="alert">
          {trouble(error)}
        </p>
      )}
      {stands ? <ShareLink link={link} onRenew={() => void renew()} busy={busy} hasPin={share.hasPin} /> : null}
      {stands ? (
        <div className="acts">
          <Link className="btn second" to="/record/shares/$id/change" params={path}>
            {t('share.change')}
          </Link>
          <button
            type="button"
            className="btn danger"
            disabled={busy}
            onClick={() => void act(() => api.post('/api/v1/shares/{id}/withdrawal', { path }))}
          >
            {t('share.withdraw')}
          </button>
        </div>
      ) : (
        <div className="acts">
          <Link className="btn" to="/record/shares/new">
            {t('share.make')}
          </Link>
        </div>
      )}
      <section className="sec" aria-labelledby="log">
        <header>
          <h2 className="h2" id="log">
            {t('share.log')}
          </h2>
          <p className="small muted">{t('share.opened', { count: share.openings })}</p>
        </header>
        <ShareLog lines={share.log} />
      </section>
    </>
  );
}
