import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../language/context.tsx';
import { entry, longDate, type Key } from '../../language/index.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { policiesQuery } from '../dispute/queries.ts';
import { Door } from './Door.tsx';

/** The rules as they are data: every version beside the others, and the service's own numbers with their sources. */
export function PoliciesPage() {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery(policiesQuery);
  useTitle(t('steward.policies'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <Door title={t('steward.policies')} lead={t('steward.policies-lead')}>
      {data.awards.map((award) => (
        <section key={award.award} className="sec" aria-labelledby={`p-${award.award}`}>
          <header>
            <h2 className="h2" id={`p-${award.award}`}>
              {award.title[language]}
            </h2>
            <p className="small muted">{award.policy}</p>
          </header>
          {award.versions.length > 1 ? null : <p className="muted">{t('steward.one-version')}</p>}
          <div className="wide">
            <table className="tbl top-2">
              <thead>
                <tr>
                  <th scope="col">{t('steward.parameter')}</th>
                  {award.versions.map(({ version, from }) => (
                    <th key={version} scope="col">
                      {version}
                      <br />
                      {t('steward.since', { date: longDate(from, language) })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {award.parameters.map(({ name, values, differs }) => (
                  <tr key={name} className={differs ? 'differs' : undefined}>
                    <th scope="row">
                      {entry(language, `steward.p.${name}`) ?? name}
                      {differs ? <span className="small attn"> {t('steward.differs')}</span> : null}
                    </th>
                    {values.map((value, at) => (
                      <td key={award.versions[at]?.version}>{entry(language, `steward.v.${value}`) ?? value}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
      <section className="sec" aria-labelledby="service">
        <header>
          <h2 className="h2" id="service">
            {t('steward.service')}
          </h2>
        </header>
        <dl className="pairs wide-name">
          {data.service.map(({ name, value, unit, source, link }) => (
            <div key={name}>
              <dt>{entry(language, `steward.s.${name}`) ?? name}</dt>
              <dd>
                <b>{t(UNITS[unit] ?? 'steward.counts', { value })}</b>
                <br />
                <span className="small muted" lang="en">
                  {link === null ? source : <a href={link}>{source}</a>}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </Door>
  );
}

const UNITS: Readonly<Record<string, Key>> = {
  'working-days': 'steward.working-days',
  days: 'steward.days',
  years: 'steward.years',
  megabytes: 'steward.megabytes',
  files: 'steward.files',
  credits: 'steward.credits',
};
