import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import type { Comparison } from './read.ts';
import { Who } from './Who.tsx';

/** Where a provider differs from all others together, by how much, and how sure one may be. */
export function StandsOut({ data }: { readonly data: Comparison }) {
  const { t } = useLanguage();
  const rows = data.side === 'own' ? data.rows.filter(({ provider }) => provider !== null) : data.rows;
  const lines = rows.flatMap((row) => row.differences.map((difference) => ({ row, difference })));
  lines.sort(
    (one, other) =>
      Number(other.difference.differs) - Number(one.difference.differs) || other.difference.of100 - one.difference.of100,
  );
  const left = rows.filter(({ differences }) => differences.length === 0).map(({ provider }) => provider?.name ?? '');
  return (
    <section className="sec" aria-labelledby="c-out">
      <header>
        <h2 className="h2" id="c-out">
          {t('consistency.stands-out')}
        </h2>
        <p className="small muted measure">{t('consistency.stands-out-text', { n: wholeNumber(data.comparisons) })}</p>
      </header>
      {lines.length === 0 ? (
        <p className="muted">{t('consistency.not-compared', { n: data.smallest })}</p>
      ) : (
        <table className="tbl stacked even">
          <caption className="unseen">{t('consistency.stands-out')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('consistency.provider')}</th>
              <th scope="col">{t('consistency.measure')}</th>
              <th scope="col">{t('consistency.differs')}</th>
              <th scope="col">{t('consistency.size')}</th>
              <th scope="col">{t('consistency.sure')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ row, difference: { measure, differs, of100, sure } }) => (
              <tr key={`${row.provider?.id ?? ''} ${measure}`} className={differs ? 'differs' : undefined}>
                <th scope="row">
                  <Who provider={row.provider} />
                </th>
                <td data-before={t('consistency.measure')}>{t(`consistency.measure.${measure}`)}</td>
                <td data-before={t('consistency.differs')}>
                  {differs ? <b>{t('consistency.verdict.yes')}</b> : t('consistency.verdict.no')}
                </td>
                <td data-before={t('consistency.size')}>
                  {of100 === 0 ? t('consistency.of-100-few') : t('consistency.of-100', { n: of100 })}
                </td>
                <td data-before={t('consistency.sure')}>{t(`consistency.sure.${sure}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lines.length > 0 && left.length > 0 ? (
        <p className="small muted top-1">{t('consistency.too-few', { names: left.join(', ') })}</p>
      ) : null}
    </section>
  );
}
