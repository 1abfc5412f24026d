import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { entry, longDate } from '../../language/index.ts';
import { More } from '../../parts/More.tsx';
import { Name } from '../../parts/Name.tsx';
import { TroubleHere, Waiting } from '../../parts/Troubles.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useTitle } from '../../parts/use-title.ts';
import { Act } from './Act.tsx';
import { Door } from './Door.tsx';
import { ORGANISATION_KINDS } from './kinds.ts';

/** Who develops and who assesses: found by any name that they ever had, and added here. */
export function OrganisationsPage() {
  const { t, language } = useLanguage();
  const { q } = useSearch({ from: '/stewardship/organisations' });
  const navigate = useNavigate();
  useTitle(t('steward.organisations'));
  const pages = usePages(['organisations', q ?? ''], (cursor) =>
    api.get('/api/v1/organisations', { query: { q: q ?? '', cursor } }),
  );
  return (
    <Door title={t('steward.organisations')} lead={t('steward.organisations-lead')}>
      <form
        className="look top-3"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const asked = new FormData(event.currentTarget).get('q');
          void navigate({
            to: '/stewardship/organisations',
            search: typeof asked === 'string' && asked.trim() !== '' ? { q: asked.trim() } : {},
          });
        }}
      >
        <div className="field grow">
          <label htmlFor="q">{t('steward.find')}</label>
          <input className="input" id="q" name="q" type="search" maxLength={200} defaultValue={q ?? ''} />
        </div>
        <button className="btn" type="submit">
          {t('steward.look')}
        </button>
      </form>
      <Act
        title={t('steward.add')}
        go={t('steward.add-go')}
        send={(text, key) => {
          const kind = ORGANISATION_KINDS.find((one) => one === text('kind')) ?? 'other';
          return api.post('/api/v1/organisations', {
            body: {
              id: text('id'),
              name: text('name'),
              kind,
              providerNumber: text('number') === '' ? null : text('number'),
              opened: text('opened') === '' ? null : text('opened'),
            },
            key,
          });
        }}
      >
        <div className="field">
          <label htmlFor="o-name">{t('steward.name')}</label>
          <input className="input" id="o-name" name="name" required maxLength={300} />
        </div>
        <div className="field">
          <label htmlFor="o-id">{t('steward.id')}</label>
          <input className="input" id="o-id" name="id" required maxLength={64} pattern="[A-Za-z0-9._:\-]+" />
        </div>
        <div className="field">
          <label htmlFor="o-kind">{t('steward.kind')}</label>
          <select className="input" id="o-kind" name="kind">
            {ORGANISATION_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`steward.kind.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="o-number">{t('steward.number')}</label>
          <input className="input" id="o-number" name="number" pattern="[0-9]{1,5}" inputMode="numeric" />
        </div>
        <div className="field">
          <label htmlFor="o-opened">{t('steward.opened')}</label>
          <input className="input" id="o-opened" name="opened" type="date" />
        </div>
      </Act>
      <section className="sec" aria-labelledby="found">
        <header>
          <h2 className="h2" id="found">
            {t('steward.found')}
          </h2>
          <p className="small">
            <a href="/api/v1/stewardship/exports/organisations" download>
              {t('dispute.csv')}
            </a>
          </p>
        </header>
        {pages.error === null ? null : <TroubleHere error={pages.error} onRetry={pages.again} />}
        {pages.items === undefined && pages.error === null ? <Waiting /> : null}
        {pages.items?.length === 0 ? <p className="muted">{t('steward.found-none')}</p> : null}
        {pages.items === undefined || pages.items.length === 0 ? null : (
          <table className="tbl stacked">
            <thead>
              <tr>
                <th scope="col">{t('steward.name')}</th>
                <th scope="col">{t('steward.kind')}</th>
                <th scope="col">{t('steward.number')}</th>
                <th scope="col">{t('steward.stands')}</th>
              </tr>
            </thead>
            <tbody>
              {pages.items.map((one) => (
                <tr key={one.id}>
                  <th scope="row" aria-label={one.name}>
                    <Link to="/stewardship/organisations/$id" params={{ id: one.id }}>
                      <Name>{one.name}</Name>
                    </Link>
                  </th>
                  <td>{entry(language, `steward.kind.${one.kind}`) ?? one.kind}</td>
                  <td>{one.providerNumber ?? ''}</td>
                  <td>
                    {one.closed !== null
                      ? t('steward.closed-on', { date: longDate(one.closed, language) })
                      : one.accreditations.length === 0
                        ? t('steward.not-accredited')
                        : t('steward.accredited', { count: one.accreditations.length })}
                  </td>
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
