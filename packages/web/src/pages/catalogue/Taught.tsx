import type { OutcomeDetail } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useBasket } from '../basket/basket.ts';
import { asksOf, leftOf, priceOf, whenOf, whereOf } from './offering-line.ts';
import { AddToBasket } from './Results.tsx';

/** Where, when and for how much an outcome is taught, each way to be put into the basket. */
export function Taught({ outcome: { id, name } }: { readonly outcome: Pick<OutcomeDetail, 'id' | 'name'> }) {
  const { t, language } = useLanguage();
  const { items } = useBasket();
  const { data } = useQuery({
    queryKey: ['offerings-of', id],
    queryFn: () => api.get('/api/v1/offerings', { query: { outcome: id } }),
  });
  if (data === undefined) return null;
  return (
    <section className="sec" aria-labelledby="taught">
      <header>
        <h2 className="h2" id="taught">
          {t('shop.taught')}
        </h2>
        {items.length === 0 ? null : (
          <p>
            <Link to="/basket">
              {t('shop.basket')}: {t('basket.count', { count: items.length })}
            </Link>
          </p>
        )}
      </header>
      {data.items.length === 0 ? <p className="muted">{t('shop.taught-none')}</p> : null}
      <ul className="ways-to-learn">
        {data.items.map((one) => (
          <li key={one.id}>
            <div>
              <b>{one.provider.name}</b>
              {one.title === null ? '' : `, ${one.title}`}
              <p className="small">
                {[whereOf(one, language, t), one.venue, leftOf(one, t)].filter((part) => part !== '').join(', ')}
              </p>
              {asksOf(one, t) === '' ? null : <p className="small">{asksOf(one, t)}</p>}
              {one.link === null ? null : (
                <p className="small">
                  <a href={one.link} rel="nofollow noopener">
                    {new URL(one.link).hostname}
                  </a>
                </p>
              )}
            </div>
            <span>{whenOf(one, language, t)}</span>
            <span className="c">{priceOf(one, ['adult'], t)}</span>
          </li>
        ))}
      </ul>
      <AddToBasket id={id} name={name} offering={data.items[0]?.id ?? null} />
    </section>
  );
}
