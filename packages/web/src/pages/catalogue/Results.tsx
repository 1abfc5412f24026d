import type { ShelfItem } from '@recognition/client';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { entry } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { Swatch } from '../../parts/Swatch.tsx';
import { useBasket } from '../basket/basket.ts';
import { leftOf, priceOf, whenOf, whereOf } from './offering-line.ts';
import { known } from './status.ts';

/** What fits, one line each: what it is, who offers it where and when for how much, and whether it is in the basket. */
export function Results({ items, audiences }: { readonly items: readonly ShelfItem[]; readonly audiences: readonly string[] }) {
  return (
    <ul className="shelf goods">
      {items.map((item) => (
        <Line key={item.id} item={item} audiences={audiences} />
      ))}
    </ul>
  );
}

function Line({ item, audiences }: { readonly item: ShelfItem; readonly audiences: readonly string[] }) {
  const { t, language } = useLanguage();
  const { offering } = item;
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
        <p className="small muted">
          {offering === null
            ? item.framework === 'nz'
              ? t('shop.none-offered')
              : t('shop.of-framework', { framework: entry(language, `shop.framework.${item.framework}`) ?? item.framework })
            : [offering.provider.name, whereOf(offering, language, t), leftOf(offering, t)]
                .filter((part) => part !== '')
                .join(', ')}
          {item.offerings > 1 ? ` ${t('shop.more-ways', { count: item.offerings - 1 })}` : ''}
        </p>
      </div>
      <span className="when">{offering === null ? '' : whenOf(offering, language, t)}</span>
      <span className="c">{offering === null ? '' : priceOf(offering, audiences, t)}</span>
      <AddToBasket id={item.id} name={item.name} offering={offering?.id ?? null} />
    </li>
  );
}

export function factsOf(
  item: Pick<ShelfItem, 'code' | 'credits' | 'minutes' | 'level' | 'status' | 'framework'>,
  t: ReturnType<typeof useLanguage>['t'],
  language: ReturnType<typeof useLanguage>['language'],
): string {
  const size =
    item.framework === 'nz' && item.credits !== null
      ? t('stack.credits', { count: item.credits })
      : item.minutes === null
        ? ''
        : t('shop.hours', { count: Math.round(item.minutes / 60) });
  return [
    item.code,
    size,
    item.level === null ? '' : t('outcome.level', { level: item.level }),
    item.status === 'published' || item.framework !== 'nz' ? '' : (entry(language, `outcome.status.${known(item.status)}`) ?? ''),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Puts an outcome into the basket, with how it would be learnt; or takes it out. */
export function AddToBasket({
  id,
  name,
  offering,
}: {
  readonly id: string;
  readonly name: string;
  readonly offering: string | null;
}) {
  const { t } = useLanguage();
  const basket = useBasket();
  const there = basket.items.some(({ outcome }) => outcome === id);
  return (
    <button
      type="button"
      className={there ? 'btn slim put' : 'btn second slim put'}
      aria-label={there ? t('shop.in-what', { name }) : t('shop.add-what', { name })}
      onClick={() => (there ? basket.remove(id) : basket.add({ outcome: id, offering }))}
    >
      <span aria-hidden="true">{there ? '✓' : '+'}</span> {there ? t('shop.in') : t('shop.add')}
    </button>
  );
}
