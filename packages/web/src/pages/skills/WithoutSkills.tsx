import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { More } from '../../parts/More.tsx';
import { usePages } from '../../parts/use-pages.ts';

/** Outcomes in use that name no skill, those that most people hold first. Few holders are never told from none. */
export function WithoutSkills() {
  const { t, language } = useLanguage();
  const pages = usePages(['outcomes', 'without-skills'], (cursor) =>
    api.get('/api/v1/outcomes/without-skills', { query: { limit: 10, ...(cursor === null ? {} : { cursor }) } }),
  );
  return (
    <section className="sec" aria-labelledby="without">
      <header>
        <h2 className="h2" id="without">
          {t('schemes.without')}
        </h2>
        <p className="small muted">{t('schemes.without-lead')}</p>
      </header>
      {pages.items?.length === 0 ? <p className="muted">{t('schemes.without-none')}</p> : null}
      {pages.items === undefined || pages.items.length === 0 ? null : (
        <table className="tbl stacked">
          <thead>
            <tr>
              <th scope="col">{t('figures.outcome')}</th>
              <th scope="col">{t('outcome.developer')}</th>
              <th scope="col">{t('schemes.holders')}</th>
            </tr>
          </thead>
          <tbody>
            {pages.items.map(({ outcome, people, countedOn }) => (
              <tr key={outcome.id}>
                <th scope="row">
                  <a href={`/catalogue/${encodeURIComponent(outcome.code)}/${outcome.version ?? 'unstated'}?lang=${language}`}>
                    {outcome.name}
                  </a>
                </th>
                <td data-before={t('outcome.developer')}>{outcome.developer ?? ''}</td>
                <td data-before={t('schemes.holders')}>
                  {countedOn === null
                    ? t('worklist.people-uncounted')
                    : people === null
                      ? t('worklist.people-few')
                      : people === 0
                        ? t('worklist.people-none')
                        : t('worklist.people', { n: wholeNumber(people) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More pages={pages} />
    </section>
  );
}
