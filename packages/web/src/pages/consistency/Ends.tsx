import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { Shares, Swatch } from './Shares.tsx';
import type { Comparison, End } from './read.ts';
import { Who } from './Who.tsx';

/** How people ended at each provider: a table whose last column is its own picture. */
export function Ends({ data }: { readonly data: Comparison }) {
  const { t } = useLanguage();
  const said = useEnd();
  const shown = (count: number | null): string => (count === null ? t('consistency.withheld') : wholeNumber(count));
  const rows = [
    ...data.rows.map((row) => ({ key: row.provider?.id ?? '', who: <Who provider={row.provider} />, ...row })),
    ...(data.all === null ? [] : [{ key: 'all', who: t('consistency.all'), people: data.all.people, counts: data.all.counts }]),
  ];
  const withheld = rows.some(({ people, counts }) => people === null || counts.includes(null));
  return (
    <section className="sec" aria-labelledby="c-ends">
      <header>
        <h2 className="h2" id="c-ends">
          {t('consistency.ends')}
        </h2>
      </header>
      <table className="tbl stacked even ends">
        <caption className="unseen">{t('consistency.ends')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('consistency.provider')}</th>
            {data.ends.map((end, at) => (
              <th key={end} scope="col" className="r">
                <Swatch at={at} /> {said(end)}
              </th>
            ))}
            <th scope="col" className="r">
              {t('consistency.people')}
            </th>
            <th scope="col">{t('consistency.picture')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, who, people, counts }) => (
            <tr key={key} className={key === 'all' ? 'sum' : undefined}>
              <th scope="row">{who}</th>
              {data.ends.map((end, at) => (
                <td key={end} className={counts[at] === null ? 'r muted' : 'r'} data-before={said(end)}>
                  {shown(counts[at] ?? null)}
                </td>
              ))}
              <td className="r" data-before={t('consistency.people')}>
                {shown(people)}
              </td>
              <td className="shares-cell" data-before={t('consistency.picture')}>
                <Shares people={people} counts={counts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {withheld ? <p className="small muted top-1">{t('consistency.withheld-note', { n: data.smallest })}</p> : null}
    </section>
  );
}

function useEnd(): (end: End) => string {
  const { t } = useLanguage();
  return (end) => (end === 'recognised' || end === 'transferred' ? t(`consistency.end.${end}`) : t(`result.${end}`));
}
