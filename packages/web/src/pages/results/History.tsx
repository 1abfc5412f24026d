import type { ImportProgress } from '@recognition/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, shortDate, wholeNumber } from '../../language/index.ts';
import { type LongColumn, LongTable } from '../../parts/LongTable.tsx';
import { useTrouble, Waiting } from '../../parts/Troubles.tsx';

/** The files that were given before, newest first: found by their name, however many they are. */
export function History() {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['imports', asked],
    queryFn: ({ pageParam }) => api.get('/api/v1/results/imports', { query: { q: asked, cursor: pageParam } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const onSight = useCallback(
    (_from: number, to: number) => {
      if (to > items.length && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [items.length, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  const columns: readonly LongColumn<ImportProgress>[] = [
    {
      id: 'when',
      header: t('history.when'),
      width: '132px',
      renderCell: (one) => (one.startedAt === null ? '' : shortDate(dateOfInstant(one.startedAt), language)),
    },
    {
      id: 'file',
      header: t('history.file'),
      width: 'minmax(0, 2fr)',
      renderCell: (one, active) => (
        <Link to="/results/$id" params={{ id: one.id }} tabIndex={active ? 0 : -1}>
          {one.name}
        </Link>
      ),
    },
    {
      id: 'state',
      header: t('history.state'),
      width: 'minmax(0, 1.2fr)',
      renderCell: (one) => t(one.dryRun ? `import.dry.${one.state}` : `import.${one.state}`),
    },
    { id: 'rows', header: t('history.rows'), width: '96px', numeric: true, renderCell: (one) => wholeNumber(one.rows) },
    {
      id: 'rejected',
      header: t('history.rejected'),
      width: '110px',
      numeric: true,
      renderCell: (one) => (one.rejected === 0 ? '0' : <span className="stop">{wholeNumber(one.rejected)}</span>),
    },
  ];
  return (
    <section className="sec" aria-labelledby="before">
      <header>
        <h2 className="h2" id="before">
          {t('results.before')}
        </h2>
        <form
          className="find"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(typed.trim());
          }}
        >
          <input
            type="search"
            className="input"
            aria-label={t('history.find')}
            placeholder={t('history.find')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" className="btn second slim">
            {t('history.search')}
          </button>
        </form>
      </header>
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
      {data === undefined && error === null ? <Waiting /> : null}
      {data !== undefined && items.length === 0 ? (
        <p className="muted">{t(asked === '' ? 'results.none' : 'history.none-found')}</p>
      ) : null}
      {items.length === 0 ? null : (
        <LongTable
          label={t('results.before')}
          columns={columns}
          count={items.length + (hasNextPage ? 1 : 0)}
          row={(index) => items[index]}
          onSight={onSight}
          onOpen={(one) => void navigate({ to: '/results/$id', params: { id: one.id } })}
        />
      )}
    </section>
  );
}
