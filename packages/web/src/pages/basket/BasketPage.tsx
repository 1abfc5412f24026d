import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { money } from '../../language/money.ts';
import { Name } from '../../parts/Name.tsx';
import { Swatch } from '../../parts/Swatch.tsx';
import { Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { priceOf, whenOf, whereOf } from '../catalogue/offering-line.ts';
import { factsOf } from '../catalogue/Results.tsx';
import { AddsUp } from './AddsUp.tsx';
import { type Item, useBasket } from './basket.ts';
import { headlineOf } from './said.ts';
import { SendBasket } from './SendBasket.tsx';
import { Keep } from './ShareBasket.tsx';
import { type Chosen, chosenOf, costOf, useSum } from './use-sum.ts';

/** The basket: what is in it and how each thing would be learnt, what it adds up to, and where it goes from here. */
export function BasketPage() {
  const { t, language } = useLanguage();
  const { items, saved, replace, forget } = useBasket();
  const [withOwn, setWithOwn] = useState(true);
  const { contents, sum, learner } = useSum(withOwn);
  useTitle(t('shop.basket'));
  const there = contents?.items.filter(({ id }) => items.some(({ outcome }) => outcome === id)) ?? [];
  return (
    <>
      <p className="eyebrow">
        <Link to="/catalogue">{t('catalogue.title')}</Link>
      </p>
      <h1 className="display">{sum === null ? t('shop.basket') : headlineOf(sum, learner && withOwn, t, language)}</h1>
      {learner && items.length > 0 ? (
        <label className="with-own">
          <input className="choice" type="checkbox" checked={withOwn} onChange={() => setWithOwn(!withOwn)} />
          <span>{t('basket.with-own')}</span>
        </label>
      ) : null}
      {items.length === 0 ? (
        <p className="lead top-2">
          {t('basket.empty')} <Link to="/catalogue">{t('basket.look')}</Link>
        </p>
      ) : contents === undefined ? (
        <Waiting />
      ) : (
        <>
          <p className="lead top-2">{totals(there, items, t)}</p>
          <ul className="shelf goods">
            {there.map((item) => (
              <Line key={item.id} item={item} items={items} />
            ))}
          </ul>
          {contents.missing.length === 0 ? null : <p className="muted">{t('basket.gone', { count: contents.missing.length })}</p>}
          {sum === null ? null : <AddsUp sum={sum} contents={contents} />}
          <Keep items={items} />
          <SendBasket items={items} offered={there.flatMap((item) => chosenOf(item, items) ?? [])} />
        </>
      )}
      {saved.length === 0 ? null : (
        <section className="sec" aria-labelledby="saved">
          <header>
            <h2 className="h2" id="saved">
              {t('basket.saved')}
            </h2>
          </header>
          <ul className="rows">
            {saved.map((one) => (
              <li key={one.name}>
                <b>{one.name}</b>
                <span>{t('basket.count', { count: one.items.length })}</span>
                <span>
                  <button type="button" className="link" onClick={() => replace(one.items)}>
                    {t('basket.take-out')}
                  </button>{' '}
                  <button type="button" className="link" onClick={() => forget(one.name)}>
                    {t('basket.forget')}
                  </button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type Content = NonNullable<ReturnType<typeof useSum>['contents']>['items'][number];

function totals(there: readonly Content[], items: readonly Item[], t: ReturnType<typeof useLanguage>['t']): string {
  const hours = Math.round(there.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) / 60);
  const cents = costOf(there.map((item) => chosenOf(item, items)));
  return t('basket.totals', {
    things: t('basket.count', { count: there.length }),
    hours: t('shop.hours', { count: hours }),
    price: money(cents, t),
  });
}

function Line({ item, items }: { readonly item: Content; readonly items: readonly Item[] }) {
  const { t, language } = useLanguage();
  const { choose, remove } = useBasket();
  const chosen = chosenOf(item, items);
  const said = (one: Chosen): string =>
    [one.title, one.provider.name, whereOf(one, language, t), whenOf(one, language, t), priceOf(one, [], t)]
      .filter((part) => part !== null)
      .join(', ');
  return (
    <li>
      <Swatch field={item.field} width={28} height={Math.max(5, Math.min(60, ((item.minutes ?? 0) / 600) * 5))} />
      <div>
        <Link
          to="/catalogue/$code/$version"
          params={{ code: item.code, version: item.version === null ? 'unstated' : String(item.version) }}
        >
          <Name>{item.name}</Name>
        </Link>
        <p className="small">{factsOf(item, t, language)}</p>
        {item.offered.length === 0 ? (
          <p className="small muted">{t('shop.taught-none')}</p>
        ) : item.offered.length === 1 && chosen !== null ? (
          <p className="small muted">{said(chosen)}</p>
        ) : (
          <select
            className="input slim"
            aria-label={t('basket.how', { name: item.name })}
            value={chosen?.id ?? ''}
            onChange={(event) => choose(item.id, event.target.value)}
          >
            {item.offered.map((one) => (
              <option key={one.id} value={one.id}>
                {said(one)}
              </option>
            ))}
          </select>
        )}
      </div>
      <span className="c">{chosen === null ? '' : money(costOf([chosen]), t)}</span>
      <button type="button" className="take" aria-label={t('shop.in-what', { name: item.name })} onClick={() => remove(item.id)}>
        ×
      </button>
    </li>
  );
}
