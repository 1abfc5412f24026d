import { REGIONS } from '@recognition/recognition/places';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate, wholeNumber } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { RegionOptions } from '../../parts/RegionOptions.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { DemandPlot } from './DemandPlot.tsx';
import { type DemandRow, rowOf } from './row.ts';

const PLOTTED = 12;
/** As many rows as are shown at first. */
const FIRST = 40;

/** What employers need against what is there, by skill and region: a picture of the most needed, and the table of all. */
export function DemandPage() {
  const { t, language } = useLanguage();
  const { region } = useSearch({ from: '/demand' });
  const navigate = useNavigate();
  const [whole, setWhole] = useState(false);
  useTitle(t('demand.title'));
  const slug = REGIONS.find((one) => one.slug === region)?.slug;
  const { data, error, refetch } = useQuery({
    queryKey: ['demand', slug],
    queryFn: () => api.get('/api/v1/demand', { query: slug === undefined ? {} : { region: slug } }),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  const where = slug === undefined ? t('demand.everywhere') : (REGIONS.find((one) => one.slug === slug)?.[language] ?? slug);
  const rows = data.items.map((one) => rowOf(one, slug ?? null));
  return (
    <>
      <h1 className="display">{t('demand.headline')}</h1>
      <p className="lead top-2">{t('demand.lead')}</p>
      <div className="acts">
        <label>
          {t('demand.region')}{' '}
          <select
            className="input slim"
            value={slug ?? ''}
            onChange={(event) =>
              void navigate({ to: '/demand', search: event.target.value === '' ? {} : { region: event.target.value } })
            }
          >
            <RegionOptions none={t('demand.everywhere')} />
          </select>
        </label>
        <a href={`/api/v1/demand/export${slug === undefined ? '' : `?region=${slug}`}`} download>
          {t('demand.export')}
        </a>
      </div>
      <section className="sec" aria-labelledby="plot">
        <header>
          <h2 className="h2" id="plot">
            {t('demand.plot', { where })}
          </h2>
        </header>
        {rows.length === 0 ? <p className="muted">{t('demand.none')}</p> : <DemandPlot rows={rows.slice(0, PLOTTED)} />}
      </section>
      <section className="sec" aria-labelledby="table">
        <header>
          <h2 className="h2" id="table">
            {t('demand.table', { where })}
          </h2>
          {data.countedAt === null ? null : (
            <p className="small muted">{t('demand.counted', { date: longDate(dateOfInstant(data.countedAt), language) })}</p>
          )}
        </header>
        <p className="muted measure">{t('demand.withheld-note')}</p>
        <table className="tbl stacked">
          <thead>
            <tr>
              <th scope="col">{t('outcome.skill')}</th>
              {(['roles', 'people', 'offerings', 'outcomes'] as const).map((of) => (
                <th key={of} scope="col" className="r">
                  {t(`demand.${of}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(whole ? rows : rows.slice(0, FIRST)).map((row) => (
              <tr key={row.uri}>
                <th scope="row">
                  <Named row={row} />
                </th>
                <td className="r" data-before={t('demand.roles')}>
                  {wholeNumber(row.roles)}
                </td>
                <td className="r" data-before={t('demand.people')}>
                  {row.people === null ? t('demand.withheld') : t('demand.about', { people: wholeNumber(row.people) })}
                </td>
                <td className="r" data-before={t('demand.offerings')}>
                  {wholeNumber(row.offerings)}
                </td>
                <td className="r" data-before={t('demand.outcomes')}>
                  {wholeNumber(row.outcomes)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {whole || rows.length <= FIRST ? null : (
          <p className="top-2">
            <button type="button" className="link" onClick={() => setWhole(true)}>
              {t('demand.more', { count: rows.length - FIRST })}
            </button>
          </p>
        )}
      </section>
    </>
  );
}

/** A skill by its name, which leads to its page. */
function Named({ row }: { readonly row: DemandRow }) {
  const { language } = useLanguage();
  return (
    <a href={`/skills/${row.scheme}/${row.slug}?lang=${language}`}>
      <Name>{language === 'mi' && row.mi !== null ? row.mi : row.en}</Name>
    </a>
  );
}
