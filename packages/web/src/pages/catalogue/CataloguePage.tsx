import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { KindsNote } from '../../parts/KindsNote.tsx';
import { TroubleHere, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { BasketPanel } from '../basket/BasketPanel.tsx';
import { Facets } from './Facets.tsx';
import { TownMap } from './map/TownMap.tsx';
import { Results } from './Results.tsx';
import { addressOf, askedOf, type CatalogueSearch, keyOf, readSearch, SORTS, valuesOf, withWord } from './search.ts';

/** What can be learnt, as a supermarket: words and facets narrow it, the basket adds it up, and the address keeps it all. */
export function CataloguePage() {
  const { t } = useLanguage();
  const search = readSearch(useSearch({ from: '/catalogue' }));
  const navigate = useNavigate({ from: '/catalogue' });
  useTitle(t('catalogue.title'));
  const found = useInfiniteQuery({
    queryKey: ['shelf', keyOf(search)],
    queryFn: ({ pageParam }) =>
      api.get('/api/v1/catalogue/search', {
        query: { ...askedOf(search), ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const [first] = found.data?.pages ?? [];
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const go = (next: CatalogueSearch): void =>
    void navigate({
      search: ({ lang }) => ({ ...addressOf(next), ...(lang === undefined ? {} : { lang }) }),
      resetScroll: false,
    });
  return (
    <>
      <h1 className="display">{t('catalogue.headline')}</h1>
      <Words search={search} onSearch={go} />
      <div className="shop">
        <Facets search={search} facets={first?.facets} onSearch={go} />
        <section aria-labelledby="found" aria-busy={found.isFetching}>
          <header className="found">
            <h2 className="h3" id="found" aria-live="polite">
              {first === undefined ? t('catalogue.looking') : t('shop.things', { count: first.total })}
            </h2>
            <View search={search} onSearch={go} />
          </header>
          {found.error !== null ? (
            <TroubleHere error={found.error} onRetry={() => void found.refetch()} />
          ) : first === undefined ? (
            <Waiting />
          ) : null}
          {first !== undefined && items.length === 0 ? (
            <p className="lead top-2">
              {t('catalogue.none')}{' '}
              <Link to="/catalogue" search={{}}>
                {t('shop.clear')}
              </Link>
            </p>
          ) : null}
          {search.view === 'map' && first !== undefined ? (
            <TownMap towns={first.towns} search={search} />
          ) : (
            <>
              <Results items={items} audiences={valuesOf(search, 'audience')} />
              {found.hasNextPage ? (
                <div className="acts">
                  <button
                    className="btn second"
                    type="button"
                    disabled={found.isFetchingNextPage}
                    onClick={() => void found.fetchNextPage()}
                  >
                    {t('shop.more')}
                  </button>
                </div>
              ) : null}
            </>
          )}
        </section>
        <BasketPanel />
      </div>
      <KindsNote />
    </>
  );
}

interface Searching {
  readonly search: CatalogueSearch;
  readonly onSearch: (search: CatalogueSearch) => void;
}

function Words({ search, onSearch }: Searching) {
  const { t } = useLanguage();
  const { q = '' } = search;
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  return (
    <form
      className="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(withWord(search, 'q', typed.trim()));
      }}
    >
      <input
        className="input"
        type="search"
        aria-label={t('shop.search')}
        placeholder={t('shop.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button className="btn" type="submit">
        {t('shop.go')}
      </button>
    </form>
  );
}

/** The order, and whether as a list or on a map. */
function View({ search, onSearch }: Searching) {
  const { t } = useLanguage();
  const { view, ...rest } = search;
  const sorts = SORTS.filter((sort) => sort !== 'near' || search.near !== undefined);
  return (
    <div className="view">
      <select
        className="input slim"
        aria-label={t('shop.sort')}
        value={search.sort ?? 'best'}
        onChange={(event) => onSearch(withWord(search, 'sort', event.target.value === 'best' ? '' : event.target.value))}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`shop.sort.${sort}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="btn second slim"
        aria-label={`${t('shop.view')}: ${t(view === 'map' ? 'shop.list' : 'shop.map')}`}
        onClick={() => onSearch(view === 'map' ? rest : { ...search, view: 'map' })}
      >
        {t(view === 'map' ? 'shop.list' : 'shop.map')}
      </button>
    </div>
  );
}
