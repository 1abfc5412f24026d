import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../../api.ts';
import { FIELDS } from '../../fields/fields.ts';
import { useLanguage } from '../../language/context.tsx';
import { KindsNote } from '../../parts/KindsNote.tsx';
import { Name } from '../../parts/Name.tsx';
import { Swatch } from '../../parts/Swatch.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { known } from './status.ts';

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8];

/** What can be learnt: search in words, narrowed by field and level; the address keeps it all. */
export function CataloguePage() {
  const { t, field: fieldName } = useLanguage();
  const { q = '', field, level } = useSearch({ from: '/catalogue' });
  const navigate = useNavigate({ from: '/catalogue' });
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  useTitle(t('catalogue.title'));
  const found = useInfiniteQuery({
    queryKey: ['outcomes', q, field, level],
    queryFn: ({ pageParam }) =>
      api.get('/api/v1/outcomes', {
        query: {
          q,
          ...(field === undefined ? {} : { field }),
          ...(level === undefined ? {} : { level }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const { total, facets } = found.data?.pages[0] ?? {};
  const countOf = (kind: 'field' | 'level', value: string): string => {
    const count = facets?.[kind].find((one) => String(one.value) === value)?.count;
    return count === undefined ? '' : ` (${count})`;
  };
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const go = (change: { q?: string | undefined; field?: string | undefined; level?: number | undefined }): void => {
    const next = { q: q === '' ? undefined : q, field, level, ...change };
    void navigate({
      search: {
        ...(next.q === undefined || next.q === '' ? {} : { q: next.q }),
        ...(next.field === undefined ? {} : { field: next.field }),
        ...(next.level === undefined ? {} : { level: next.level }),
      },
      resetScroll: false,
    });
  };
  return (
    <>
      <h1 className="display">{t('catalogue.headline')}</h1>
      <form
        className="search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          go({ q: typed.trim() });
        }}
      >
        <input
          className="input"
          type="search"
          aria-label={t('catalogue.search')}
          placeholder={t('catalogue.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button className="btn" type="submit">
          {t('catalogue.go')}
        </button>
      </form>
      <div className="shop">
        <form aria-label={t('catalogue.narrow')}>
          <fieldset className="facet">
            <legend>{t('figures.field')}</legend>
            {[undefined, ...FIELDS].map((slug) => (
              <label key={slug ?? ''} className={slug === undefined ? 'plain' : undefined}>
                <input
                  className="choice"
                  type="radio"
                  name="field"
                  checked={field === slug}
                  onChange={() => go({ field: slug })}
                />
                {slug === undefined ? null : <Swatch field={slug} width={18} height={12} />}
                <span>{slug === undefined ? t('catalogue.all-fields') : `${fieldName(slug)}${countOf('field', slug)}`}</span>
              </label>
            ))}
          </fieldset>
          <fieldset className="facet">
            <legend>{t('figures.level')}</legend>
            {[undefined, ...LEVELS].map((one) => (
              <label key={one ?? 0} className="plain">
                <input className="choice" type="radio" name="level" checked={level === one} onChange={() => go({ level: one })} />
                <span>
                  {one === undefined
                    ? t('catalogue.all-levels')
                    : `${t('outcome.level', { level: one })}${countOf('level', String(one))}`}
                </span>
              </label>
            ))}
          </fieldset>
        </form>
        <section aria-labelledby="found" aria-busy={found.isFetching}>
          <h2 className="h3" id="found" aria-live="polite">
            {found.data === undefined
              ? t('catalogue.looking')
              : total !== undefined
                ? t('catalogue.found', { count: total })
                : found.hasNextPage
                  ? t('catalogue.at-least', { count: items.length })
                  : t('catalogue.found', { count: items.length })}
          </h2>
          {found.error !== null ? (
            <Trouble error={found.error} onRetry={() => void found.refetch()} />
          ) : found.data === undefined ? (
            <Waiting />
          ) : null}
          {found.data !== undefined && items.length === 0 ? (
            <p className="lead top-2">
              {t('catalogue.none')}{' '}
              <Link to="/catalogue" search={{}}>
                {t('catalogue.clear')}
              </Link>
            </p>
          ) : null}
          <ul className="shelf">
            {items.map((outcome) => (
              <li key={`${outcome.code}/${outcome.version}`}>
                <Swatch field={outcome.field} width={28} height={Math.max(5, Math.min(60, (outcome.credits ?? 0) * 5))} />
                <div>
                  <Link
                    to="/catalogue/$code/$version"
                    params={{ code: outcome.code, version: outcome.version === null ? 'unstated' : String(outcome.version) }}
                  >
                    <Name>{outcome.name}</Name>
                  </Link>
                  <p className="small muted">
                    {[
                      outcome.code,
                      fieldName(outcome.field),
                      outcome.level === null ? '' : t('outcome.level', { level: outcome.level }),
                      outcome.status === 'published' ? '' : t(`outcome.status.${known(outcome.status)}`),
                    ]
                      .filter((part) => part !== '')
                      .join(', ')}
                  </p>
                </div>
                <span className="c">{outcome.credits === null ? '' : t('stack.credits', { count: outcome.credits })}</span>
              </li>
            ))}
          </ul>
          {found.hasNextPage ? (
            <div className="acts">
              <button
                className="btn second"
                type="button"
                disabled={found.isFetchingNextPage}
                onClick={() => void found.fetchNextPage()}
              >
                {t('catalogue.more')}
              </button>
            </div>
          ) : null}
        </section>
      </div>
      <KindsNote />
    </>
  );
}
