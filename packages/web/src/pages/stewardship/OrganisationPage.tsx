import type { OrganisationView } from '@recognition/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { FIELDS } from '../../fields/fields.ts';
import { useLanguage } from '../../language/context.tsx';
import { entry, longDate, shortDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Accredit } from './Accredit.tsx';
import { Act } from './Act.tsx';
import { Door } from './Door.tsx';

const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', 'one', id],
    queryFn: () => api.get('/api/v1/organisations/{id}', { path: { id }, query: {} }),
  });

/** One organisation: its names by date, what it may assess and since when, and who follows it. */
export function OrganisationPage() {
  const { id } = useParams({ from: '/stewardship/organisations/$id' });
  const { data, error, refetch } = useQuery(organisationQuery(id));
  if (data !== undefined) return <Organisation organisation={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Organisation({ organisation }: { readonly organisation: OrganisationView }) {
  const { t, language } = useLanguage();
  useTitle(organisation.name);
  const { id } = organisation;
  const kind = entry(language, `steward.kind.${organisation.kind}`) ?? organisation.kind;
  return (
    <Door
      title={organisation.name}
      lead={`${kind}. ${organisation.providerNumber === null ? '' : `${t('steward.number')} ${organisation.providerNumber}. `}${
        organisation.closed === null ? '' : t('steward.closed-on', { date: longDate(organisation.closed, language) })
      }`}
    >
      {organisation.successor === null ? null : (
        <p className="top-2">
          {t('steward.followed-by')}{' '}
          <Link to="/stewardship/organisations/$id" params={{ id: organisation.successor }}>
            {organisation.successor}
          </Link>
        </p>
      )}
      <section className="sec" aria-labelledby="consent">
        <header>
          <h2 className="h2" id="consent">
            {t('steward.consent')}
          </h2>
        </header>
        {organisation.accreditations.length === 0 ? (
          <p className="muted">{t('steward.consent-none')}</p>
        ) : (
          <Consents organisation={organisation} />
        )}
        <Accredit id={id} />
        <Act
          title={t('steward.end')}
          go={t('steward.end-go')}
          danger
          send={(text, key) =>
            api.post('/api/v1/organisations/{id}/accreditations/end', {
              path: { id },
              body: { from: text('began'), to: text('last') },
              key,
            })
          }
        >
          <div className="field">
            <label htmlFor="e-began">{t('steward.began')}</label>
            <select className="input" id="e-began" name="began" required>
              {[...new Set(organisation.accreditations.map(({ from }) => from))].map((from) => (
                <option key={from} value={from}>
                  {longDate(from, language)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="e-last">{t('steward.last-day')}</label>
            <input className="input" id="e-last" name="last" type="date" required />
          </div>
        </Act>
      </section>
      <section className="sec" aria-labelledby="names">
        <header>
          <h2 className="h2" id="names">
            {t('steward.names')}
          </h2>
        </header>
        <ul className="log">
          {organisation.names.map((one) => (
            <li key={one.name + (one.from ?? '')}>
              <span>
                {one.from === null ? t('steward.from-the-start') : shortDate(one.from, language)}
                {one.to === null ? '' : ` – ${shortDate(one.to, language)}`}
              </span>
              <Name>{one.name}</Name>
            </li>
          ))}
        </ul>
        <Act
          title={t('steward.rename')}
          go={t('steward.rename-go')}
          send={(text, key) =>
            api.post('/api/v1/organisations/{id}/names', { path: { id }, body: { name: text('name'), from: text('from') }, key })
          }
        >
          <div className="field grow">
            <label htmlFor="r-name">{t('steward.new-name')}</label>
            <input className="input" id="r-name" name="name" required maxLength={300} />
          </div>
          <div className="field">
            <label htmlFor="r-from">{t('steward.from')}</label>
            <input className="input" id="r-from" name="from" type="date" required />
          </div>
        </Act>
        {organisation.closed !== null ? null : (
          <Act
            title={t('steward.close')}
            go={t('steward.close-go')}
            danger
            send={(text, key) =>
              api.post('/api/v1/organisations/{id}/closure', {
                path: { id },
                body: { closed: text('closed'), successor: text('successor') === '' ? null : text('successor') },
                key,
              })
            }
          >
            <div className="field">
              <label htmlFor="c-closed">{t('steward.last-day')}</label>
              <input className="input" id="c-closed" name="closed" type="date" required />
            </div>
            <div className="field grow">
              <label htmlFor="c-successor">{t('steward.successor')}</label>
              <input className="input" id="c-successor" name="successor" maxLength={64} />
            </div>
          </Act>
        )}
      </section>
    </Door>
  );
}

function Consents({ organisation }: { readonly organisation: OrganisationView }) {
  const { t, language, field } = useLanguage();
  const scopeText = (scope: OrganisationView['accreditations'][number]['scope'][number]): string => {
    const level = 'maxLevel' in scope && scope.maxLevel !== undefined ? t('steward.to-level', { level: scope.maxLevel }) : '';
    if (scope.kind === 'all') return t('steward.scope.all');
    if (scope.kind === 'field') return `${FIELDS.some((one) => one === scope.field) ? field(scope.field) : scope.field}${level}`;
    if (scope.kind === 'subfield') return `${t('steward.scope.subfield')}: ${scope.subfield}${level}`;
    if (scope.kind === 'domain') return `${t('steward.scope.domain')}: ${scope.domain}${level}`;
    return `${t('steward.scope.outcome')}: ${scope.lineage}`;
  };
  return (
    <table className="tbl stacked">
      <thead>
        <tr>
          <th scope="col">{t('steward.from')}</th>
          <th scope="col">{t('steward.to')}</th>
          <th scope="col">{t('steward.scope')}</th>
        </tr>
      </thead>
      <tbody>
        {organisation.accreditations.map((one) => (
          <tr key={`${one.from}${one.to}`}>
            <th scope="row">{longDate(one.from, language)}</th>
            <td>{one.to === null ? t('steward.open-end') : longDate(one.to, language)}</td>
            <td>{one.scope.map(scopeText).join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
