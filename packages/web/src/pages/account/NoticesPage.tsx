import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';

/** What I was told, the newest first; what I have not seen stands out until I say that I have. */
export function NoticesPage() {
  const { t, language } = useLanguage();
  const { busy, wrong, act } = useAct();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['notices', 'all'],
    queryFn: ({ pageParam }) => api.get('/api/v1/learners/me/notices', { query: { cursor: pageParam } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  useTitle(t('notices.title'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const items = data.pages.flatMap((page) => page.items);
  const unseen = data.pages[0]?.unseen ?? 0;
  const see = (ids?: readonly string[]): Promise<boolean> =>
    act(async () => {
      await api.post('/api/v1/learners/me/notices/seen', { body: ids === undefined ? {} : { ids: [...ids] } });
      await queries.invalidateQueries({ queryKey: ['notices'] });
    });
  return (
    <>
      <p className="eyebrow">
        <Link to="/account">{t('account.title')}</Link>
      </p>
      <h1 className="display">{t('notices.title')}</h1>
      <p className="lead top-2" aria-live="polite">
        {items.length === 0 ? t('notices.none') : unseen === 0 ? t('notices.all-seen') : t('notices.unseen', { count: unseen })}
      </p>
      {unseen === 0 ? null : (
        <div className="acts">
          <button className="btn second" type="button" disabled={busy} onClick={() => void see()}>
            {t('notices.see-all')}
          </button>
        </div>
      )}
      <Wrong words={wrong} />
      <ul className="lines notices top-3">
        {items.map((one) => (
          <li key={one.id} className={one.seen ? 'seen' : 'new'}>
            <span>
              <span className="small muted">
                {longDate(dateOfInstant(one.at), language)}
                {one.seen ? '' : `, ${t('notices.new')}`}
              </span>
              <br />
              {one.text[language]}{' '}
              {one.href === null ? null : (
                <a href={one.href} onClick={() => void see([one.id])}>
                  {t('notices.open')}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <div className="acts">
          <button className="btn second" type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('notices.more')}
          </button>
        </div>
      ) : null}
    </>
  );
}
