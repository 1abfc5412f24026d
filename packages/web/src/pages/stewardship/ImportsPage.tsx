import { Link } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, shortDate, timeOfInstant, wholeNumber } from '../../language/index.ts';
import { More } from '../../parts/More.tsx';
import { TroubleHere, Waiting } from '../../parts/Troubles.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useTitle } from '../../parts/use-title.ts';
import { Door } from './Door.tsx';

/** What providers reported, import by import: the way to withdraw a bad one. */
export function ImportsPage() {
  const { t, language } = useLanguage();
  useTitle(t('steward.batches'));
  const pages = usePages(['stewardship', 'imports'], (cursor) => api.get('/api/v1/stewardship/imports', { query: { cursor } }));
  return (
    <Door title={t('steward.batches')} lead={t('steward.batches-lead')}>
      <section className="sec" aria-labelledby="found">
        <header>
          <h2 className="h2" id="found">
            {t('steward.found')}
          </h2>
          <p className="small">
            <a href="/api/v1/stewardship/exports/imports" download>
              {t('dispute.csv')}
            </a>
          </p>
        </header>
        {pages.error === null ? null : <TroubleHere error={pages.error} onRetry={pages.again} />}
        {pages.items === undefined && pages.error === null ? <Waiting /> : null}
        {pages.items?.length === 0 ? <p className="muted">{t('steward.batches-none')}</p> : null}
        {pages.items === undefined || pages.items.length === 0 ? null : (
          <table className="tbl stacked">
            <thead>
              <tr>
                <th scope="col">{t('dispute.when')}</th>
                <th scope="col">{t('figures.provider')}</th>
                {(['recorded', 'corrected', 'withdrawn', 'rejected'] as const).map((column) => (
                  <th key={column} scope="col" className="r">
                    {t(`steward.col-${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {pages.items.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to="/stewardship/imports/$id" params={{ id: one.id }}>
                      {shortDate(dateOfInstant(one.startedAt), language)} {timeOfInstant(one.startedAt)}
                    </Link>
                    {one.asked ? <span className="small attn"> {t('steward.batch-asked')}</span> : null}
                  </th>
                  <td>{one.provider ?? t('steward.operator')}</td>
                  {(['recorded', 'corrected', 'withdrawn', 'rejected'] as const).map((column) => (
                    <td key={column} className="r" data-before={t(`steward.col-${column}`)}>
                      {wholeNumber(one[column])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <More pages={pages} />
      </section>
    </Door>
  );
}
