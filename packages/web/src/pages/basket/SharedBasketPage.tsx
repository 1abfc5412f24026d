import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { Swatch } from '../../parts/Swatch.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { priceOf, whenOf, whereOf } from '../catalogue/offering-line.ts';
import { factsOf } from '../catalogue/Results.tsx';
import { useBasket } from './basket.ts';

/** A basket that somebody shared: what is in it, and the way to take it as one's own. */
export function SharedBasketPage() {
  const { t, language } = useLanguage();
  const { token } = useParams({ from: '/basket/$token' });
  const navigate = useNavigate();
  const { items, save, replace } = useBasket();
  const { data, error, refetch } = useQuery({
    queryKey: ['shared-basket', token],
    queryFn: () => api.get('/api/v1/baskets/{token}', { path: { token } }),
  });
  useTitle(t('basket.shared'));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  const take = async (): Promise<void> => {
    // What was in the basket before is put away, not lost.
    if (items.length > 0) save(t('basket.before'));
    replace(data.items.map(({ id, offering }) => ({ outcome: id, offering: offering?.id ?? null })));
    await navigate({ to: '/basket' });
  };
  return (
    <>
      <p className="eyebrow">{t('basket.shared')}</p>
      <h1 className="display">{data.title === '' ? t('basket.shared') : data.title}</h1>
      <p className="lead top-2">{t('basket.until', { date: longDate(data.expiresOn, language) })}</p>
      <ul className="shelf goods">
        {data.items.map(({ id, outcome, offering }) => (
          <li key={id}>
            <Swatch field={outcome?.field ?? null} width={28} height={14} />
            {outcome === null ? (
              <p className="muted">{t('basket.gone', { count: 1 })}</p>
            ) : (
              <div>
                <Link
                  to="/catalogue/$code/$version"
                  params={{ code: outcome.code, version: outcome.version === null ? 'unstated' : String(outcome.version) }}
                >
                  <Name>{outcome.name}</Name>
                </Link>
                <p className="small">{factsOf(outcome, t, language)}</p>
                {offering === null ? null : (
                  <p className="small muted">
                    {[offering.provider.name, whereOf(offering, language, t), whenOf(offering, language, t)].join(', ')}
                  </p>
                )}
              </div>
            )}
            <span className="c">{offering === null ? '' : priceOf(offering, ['adult'], t)}</span>
          </li>
        ))}
      </ul>
      <div className="acts">
        <button type="button" className="btn" onClick={() => void take()}>
          {t('basket.take')}
        </button>
        <Link className="link" to="/catalogue">
          {t('basket.look')}
        </Link>
      </div>
      {items.length === 0 ? null : <p className="muted">{t('basket.take-note', { name: t('basket.before') })}</p>}
    </>
  );
}
