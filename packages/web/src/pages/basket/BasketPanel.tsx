import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { money } from '../../language/money.ts';
import { Name } from '../../parts/Name.tsx';
import { Swatch } from '../../parts/Swatch.tsx';
import { useBasket } from './basket.ts';
import { headlineOf } from './said.ts';
import { chosenOf, costOf, useSum } from './use-sum.ts';

/** The basket beside the catalogue: what is in it, and in one sentence what it makes. */
export function BasketPanel() {
  const { t, language } = useLanguage();
  const { items, remove } = useBasket();
  const { contents, sum, learner } = useSum(true);
  const there = contents?.items.filter(({ id }) => items.some(({ outcome }) => outcome === id)) ?? [];
  const cents = costOf(there.map((item) => chosenOf(item, items)));
  const minutes = there.reduce((total, item) => total + (item.minutes ?? 0), 0);
  return (
    <aside className="basket" aria-labelledby="basket">
      <header>
        <h2 className="h3" id="basket">
          {t('shop.basket')}
        </h2>
        <span className="small muted">{t('basket.count', { count: items.length })}</span>
      </header>
      {items.length === 0 ? (
        <p className="muted">{t('basket.empty')}</p>
      ) : (
        <>
          <ul>
            {there.map((item) => (
              <li key={item.id}>
                <Swatch field={item.field} width={14} height={14} />
                <span>
                  <Name>{item.name}</Name>
                </span>
                <button
                  type="button"
                  className="take"
                  aria-label={t('shop.in-what', { name: item.name })}
                  onClick={() => remove(item.id)}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
          {sum === null ? null : <p className="makes">{headlineOf(sum, learner, t, language)}</p>}
          {there.length === 0 ? null : (
            <dl className="pairs">
              <div>
                <dt>{t('basket.adds')}</dt>
                <dd>{t('shop.hours', { count: Math.round(minutes / 60) })}</dd>
              </div>
              <div>
                <dt>{t('basket.costs')}</dt>
                <dd>{money(cents, t)}</dd>
              </div>
            </dl>
          )}
          <Link className="btn" to="/basket">
            {t('basket.open')}
          </Link>
        </>
      )}
    </aside>
  );
}
