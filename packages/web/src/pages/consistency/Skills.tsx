import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import type { Comparison } from './read.ts';

/** The skills that the definition names beside those that providers say their teaching leads to. */
export function Skills({ data }: { readonly data: Comparison }) {
  const { t } = useLanguage();
  const claims = new Map<string, { label: string; by: string[] }>();
  for (const { uri, label } of data.definedSkills) claims.set(uri, { label, by: [] });
  const claim = (uri: string, label: string, by: string): void => {
    const one = claims.get(uri) ?? { label, by: [] };
    one.by.push(by);
    claims.set(uri, one);
  };
  for (const { provider, teaching } of data.rows)
    for (const { uri, label } of teaching?.skills ?? [])
      claim(uri, label, data.side === 'own' ? t('consistency.you') : (provider?.name ?? ''));
  for (const { uri, label, providers } of data.others?.skills ?? [])
    claim(uri, label, t('consistency.others-n', { count: providers, n: wholeNumber(providers) }));
  if (claims.size === 0) return null;
  const defined = new Set(data.definedSkills.map(({ uri }) => uri));
  return (
    <section className="sec" aria-labelledby="c-skills">
      <header>
        <h2 className="h2" id="c-skills">
          {t('consistency.skills')}
        </h2>
        <p className="small muted">{t('consistency.skills-text')}</p>
      </header>
      <table className="tbl stacked even">
        <caption className="unseen">{t('consistency.skills')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('consistency.skill')}</th>
            <th scope="col">{t('consistency.defined')}</th>
            <th scope="col">{t('consistency.claimed-by')}</th>
          </tr>
        </thead>
        <tbody>
          {[...claims].map(([uri, { label, by }]) => (
            <tr key={uri} className={!defined.has(uri) || by.length === 0 ? 'differs' : undefined}>
              <th scope="row">
                <Name>{label}</Name>
              </th>
              <td data-before={t('consistency.defined')}>{t(defined.has(uri) ? 'consistency.yes' : 'consistency.no')}</td>
              <td data-before={t('consistency.claimed-by')}>{by.length === 0 ? t('consistency.nobody') : by.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
