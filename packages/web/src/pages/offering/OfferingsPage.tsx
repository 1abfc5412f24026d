import type { OwnOffering } from '@recognition/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { priceOf, whenOf, whereOf } from '../catalogue/offering-line.ts';
import { offeringsQuery } from './queries.ts';

/** What a provider offers and offered: the newest first, with how many places are left and why nobody sees a closed one. */
export function OfferingsPage() {
  const { t } = useLanguage();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(offeringsQuery);
  useTitle(t('offering.title'));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  const items = data.pages.flatMap((page) => page.items);
  return (
    <>
      <p className="eyebrow">
        <Link to="/results">{t('results.title')}</Link>
      </p>
      <h1 className="display">{t('offering.title')}</h1>
      <p className="lead top-2">{t(items.length === 0 ? 'offering.none' : 'offering.lead')}</p>
      <div className="acts">
        <Link className="btn" to="/results/offerings/new">
          {t('offering.new')}
        </Link>
        <Link className="link" to="/results/baskets">
          {t('offering.baskets')}
        </Link>
      </div>
      <ul className="own-offerings">
        {items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </ul>
      {hasNextPage ? (
        <div className="acts">
          <button type="button" className="btn second" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('shop.more')}
          </button>
        </div>
      ) : null}
    </>
  );
}

function Line({ item }: { readonly item: OwnOffering }) {
  const { t, language } = useLanguage();
  const name = item.title ?? item.outcomes[0]?.name ?? item.reference;
  return (
    <li className={item.status}>
      <div>
        <Link to="/results/offerings/$id" params={{ id: item.id }}>
          <Name>{name}</Name>
        </Link>
        <p className="small">{[whereOf(item, language, t), whenOf(item, language, t), priceOf(item, ['adult'], t)].join(', ')}</p>
        <p className="small muted">
          {t(`offering.status.${item.status}`)}
          {item.why === null ? '' : `: ${t(`offering.why.${item.why}`)}`}
          {`, ${item.reference}`}
        </p>
      </div>
      {item.status === 'open' ? <Acts item={item} name={name} /> : null}
    </li>
  );
}

/** Counting down the places, and taking it out: the two things that are done most. */
function Acts({ item, name }: { readonly item: OwnOffering; readonly name: string }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [left, setLeft] = useState(String(item.placesLeft ?? ''));
  const [error, setError] = useState<unknown>(null);
  const path = { id: item.id };
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    setError(null);
    try {
      await work();
      await queries.invalidateQueries({ queryKey: ['own-offerings'] });
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <form
      className="places"
      onSubmit={(event) => {
        event.preventDefault();
        void act(() => api.put('/api/v1/providers/me/offerings/{id}/places', { path, body: { left: Number(left) } }));
      }}
    >
      {item.places === null ? null : (
        <>
          <label htmlFor={`left-${item.id}`}>{t('offering.left-of', { n: item.places })}</label>
          <input
            id={`left-${item.id}`}
            className="input slim"
            inputMode="numeric"
            aria-describedby={`about-${item.id}`}
            value={left}
            onChange={(event) => setLeft(event.target.value)}
          />
          <button
            type="submit"
            className="btn second slim"
            disabled={!/^\d{1,6}$/u.test(left) || Number(left) === item.placesLeft}
          >
            {t('offering.count')}
          </button>
        </>
      )}
      <button
        type="button"
        className="btn danger slim"
        aria-describedby={`about-${item.id}`}
        onClick={() => void act(() => api.post('/api/v1/providers/me/offerings/{id}/withdrawal', { path }))}
      >
        {t('offering.withdraw')}
      </button>
      <span className="unseen" id={`about-${item.id}`}>
        {name}
      </span>
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
    </form>
  );
}
