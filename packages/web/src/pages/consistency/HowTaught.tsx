import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import type { Comparison, Row } from './read.ts';
import { Who } from './Who.tsx';

/** How each provider says it assesses, what it offers now and how long that takes; what no data says is said to be unknown. */
export function HowTaught({ data }: { readonly data: Comparison }) {
  const { t } = useLanguage();
  return (
    <section className="sec" aria-labelledby="c-how">
      <header>
        <h2 className="h2" id="c-how">
          {t('consistency.how')}
        </h2>
        <p className="small muted measure">{t('consistency.time-note', { n: data.smallest })}</p>
      </header>
      <table className="tbl stacked even">
        <caption className="unseen">{t('consistency.how')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('consistency.provider')}</th>
            <th scope="col">{t('consistency.methods')}</th>
            <th scope="col" className="r">
              {t('consistency.hours')}
            </th>
            <th scope="col">{t('consistency.offerings')}</th>
            <th scope="col" className="r">
              {t('consistency.weeks')}
            </th>
            <th scope="col" className="r">
              {t('consistency.recognised-in')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <Line key={row.provider?.id ?? ''} row={row} />
          ))}
        </tbody>
      </table>
      {data.side === 'all' ? null : data.others === null ? (
        <p className="small muted top-1">{t('consistency.others-silent')}</p>
      ) : (
        <p className="top-1">
          {t('consistency.others-say', {
            methods: data.others.methods
              .map(
                ({ method, providers }) =>
                  `${t(`consistency.method.${method}`)} (${t('consistency.others-n', { count: providers, n: wholeNumber(providers) })})`,
              )
              .join(', '),
          })}
        </p>
      )}
    </section>
  );
}

function Line({ row }: { readonly row: Row }) {
  const { t } = useLanguage();
  const { provider, teaching, offerings, delivery, weeks, recognisedDays } = row;
  const unsaid = <span className="muted">{t('consistency.not-said')}</span>;
  const unknown = <span className="muted">{t('consistency.not-known')}</span>;
  return (
    <tr>
      <th scope="row">
        <Who provider={provider} />
      </th>
      <td data-before={t('consistency.methods')}>
        {teaching === null ? unsaid : teaching.methods.map((method) => t(`consistency.method.${method}`)).join(', ')}
      </td>
      <td className="r" data-before={t('consistency.hours')}>
        {teaching === null || teaching.hours === null ? unsaid : wholeNumber(teaching.hours)}
      </td>
      <td data-before={t('consistency.offerings')}>
        {offerings === 0
          ? t('consistency.offered-none')
          : t('consistency.offered', {
              n: wholeNumber(offerings),
              ways: delivery.map((way) => t(`consistency.delivery.${way}`)).join(', '),
            })}
      </td>
      <td className="r" data-before={t('consistency.weeks')}>
        {weeks === null
          ? unknown
          : weeks.fewest === weeks.most
            ? wholeNumber(weeks.most)
            : t('consistency.weeks-between', { fewest: weeks.fewest, most: weeks.most })}
      </td>
      <td className="r" data-before={t('consistency.recognised-in')}>
        {recognisedDays === null ? unknown : wholeNumber(recognisedDays)}
      </td>
    </tr>
  );
}
