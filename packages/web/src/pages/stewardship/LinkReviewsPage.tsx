import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { More } from '../../parts/More.tsx';
import { TroubleHere, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useTitle } from '../../parts/use-title.ts';
import { Door } from './Door.tsx';

/** Records that a second sign-in asks for: a steward says whose they are, after asking outside this page. */
export function LinkReviewsPage() {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const pages = usePages(['stewardship', 'links'], (cursor) => api.get('/api/v1/link-reviews', { query: { cursor } }));
  useTitle(t('steward.links'));
  const settle = async (id: number, agreed: boolean): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await api.post('/api/v1/link-reviews/{id}/answer', { path: { id }, body: { agreed } });
      await queries.invalidateQueries({ queryKey: ['stewardship'] });
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <Door title={t('steward.links')} lead={t('steward.links-lead')}>
      {pages.error === null ? null : <TroubleHere error={pages.error} onRetry={pages.again} />}
      {pages.items === undefined && pages.error === null ? <Waiting /> : null}
      {pages.items?.length === 0 ? <p className="muted top-3">{t('steward.links-none')}</p> : null}
      {error === null ? null : (
        <p className="say wrong top-2" role="alert">
          {trouble(error)}
        </p>
      )}
      <ul className="rows top-3">
        {(pages.items ?? []).map((one) => (
          <li key={one.id}>
            <span>
              <b>{one.record}</b>
              <span className="muted block">
                {t('steward.links-holds', {
                  name: one.holds === null ? t('steward.links-nobody') : personOf(one.holds),
                })}
              </span>
            </span>
            <span>
              {t('steward.links-asks', { name: personOf(one.asks), date: longDate(dateOfInstant(one.askedAt), language) })}
              <span className="muted block">
                {one.codeFrom === null ? t('steward.links-claim') : t('steward.links-code', { provider: one.codeFrom })}
              </span>
            </span>
            <span className="acts">
              <button type="button" className="btn slim" disabled={busy} onClick={() => void settle(Number(one.id), true)}>
                {t('steward.links-give')}
                <span className="unseen"> {one.record}</span>
              </button>
              <button
                type="button"
                className="btn second slim"
                disabled={busy}
                onClick={() => void settle(Number(one.id), false)}
              >
                {t('steward.links-keep')}
                <span className="unseen"> {one.record}</span>
              </button>
            </span>
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </Door>
  );
}

/** A sign-in as it is told from another: its name, its address, and where it signs in. */
function personOf(holder: { readonly name: string; readonly email: string | null; readonly issuer: string }): string {
  return [holder.name, holder.email, holder.issuer].filter((part) => part !== null && part !== '').join(', ');
}
