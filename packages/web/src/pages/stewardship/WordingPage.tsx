import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { More } from '../../parts/More.tsx';
import { Name } from '../../parts/Name.tsx';
import { TroubleHere, Waiting } from '../../parts/Troubles.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useTitle } from '../../parts/use-title.ts';
import { partOf } from '../outcomes/WordingScore.tsx';
import { Door } from './Door.tsx';

const read = (cursor: string) =>
  api.get('/api/v1/outcomes/wording', { query: cursor === '' ? { limit: 25 } : { limit: 25, cursor } });

/** How readable what is listed is: by developer, and definition by definition, the least readable first. */
export function WordingPage() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery({ queryKey: ['outcomes', 'wording', 'summary'], queryFn: () => read('') });
  useTitle(t('wording.how'));
  return (
    <Door title={t('wording.how')} lead={t('wording.lead')}>
      {error === null ? null : <TroubleHere error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data === undefined ? null : data.mean === null ? (
        <p className="muted top-3">{t('wording.none')}</p>
      ) : (
        <>
          <p className="top-2">{t('wording.mean', { mean: data.mean, n: wholeNumber(data.total) })}</p>
          {data.left === 0 ? null : (
            <p className="small muted">{t('wording.left', { count: data.left, n: wholeNumber(data.left) })}</p>
          )}
          <section className="sec" aria-labelledby="wording-by">
            <header>
              <h2 className="h2" id="wording-by">
                {t('wording.by-developer')}
              </h2>
              <p className="small muted">{t('wording.by-developer-text')}</p>
            </header>
            <Developers developers={data.developers} />
          </section>
          <Worst />
        </>
      )}
    </Door>
  );
}

type Survey = Awaited<ReturnType<typeof read>>;

function Developers({ developers }: { readonly developers: Survey['developers'] }) {
  const { t } = useLanguage();
  return (
    <table className="tbl stacked">
      <caption className="unseen">{t('wording.by-developer')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('wording.developer')}</th>
          <th scope="col" className="r">
            {t('wording.score-mean')}
          </th>
          <th scope="col" className="r">
            {t('wording.outcomes')}
          </th>
          <th scope="col">{t('wording.to-mend')}</th>
        </tr>
      </thead>
      <tbody>
        {developers.map((one) => (
          <tr key={one.developer ?? ''}>
            <th scope="row">{one.name ?? one.developer ?? t('wording.nobody')}</th>
            <td className="r" data-before={t('wording.score-mean')}>
              {one.mean}
            </td>
            <td className="r" data-before={t('wording.outcomes')}>
              {wholeNumber(one.outcomes)}
            </td>
            <td data-before={t('wording.to-mend')}>
              {[...one.found]
                .filter(({ outcomes }) => outcomes > 0)
                .sort((a, b) => b.outcomes - a.outcomes)
                .slice(0, 3)
                .map(({ check, outcomes }) => `${t(`wording.part.${partOf(check)}`)} (${wholeNumber(outcomes)})`)
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Worst() {
  const { t } = useLanguage();
  const pages = usePages<Survey['items'][number]>(['outcomes', 'wording', 'worst'], read);
  return (
    <section className="sec" aria-labelledby="wording-worst">
      <header>
        <h2 className="h2" id="wording-worst">
          {t('wording.worst')}
        </h2>
      </header>
      <table className="tbl stacked">
        <caption className="unseen">{t('wording.worst')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('wording.outcomes')}</th>
            <th scope="col" className="r">
              {t('wording.how')}
            </th>
            <th scope="col">{t('wording.to-mend')}</th>
          </tr>
        </thead>
        <tbody>
          {(pages.items ?? []).map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link
                  to="/catalogue/$code/$version"
                  params={{ code: one.code, version: one.version === null ? 'unstated' : String(one.version) }}
                >
                  <Name>{one.name}</Name>
                </Link>{' '}
                <span className="small muted">
                  {[one.code, one.developerName ?? ''].filter((part) => part !== '').join(', ')}
                </span>
              </th>
              <td className="r" data-before={t('wording.how')}>
                {one.score}
              </td>
              <td data-before={t('wording.to-mend')}>
                {one.found.map((check) => t(`wording.part.${partOf(check)}`)).join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More pages={pages} />
    </section>
  );
}
