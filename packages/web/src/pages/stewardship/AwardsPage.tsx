import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { FIELDS } from '../../fields/fields.ts';
import { useLanguage } from '../../language/context.tsx';
import { shortDate } from '../../language/index.ts';
import { More } from '../../parts/More.tsx';
import { TroubleHere, Waiting } from '../../parts/Troubles.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useTitle } from '../../parts/use-title.ts';
import { AWARD_STATUSES, type AwardsSearch, readAwardsSearch } from './awards-search.ts';
import { Door } from './Door.tsx';

/** Every award, or those that are looked for: the search is in the address, so that it can be kept and sent. */
export function AwardsPage() {
  const { t, language, field } = useLanguage();
  const search: AwardsSearch = readAwardsSearch(useSearch({ from: '/stewardship/awards' }));
  const navigate = useNavigate();
  useTitle(t('steward.awards'));
  const pages = usePages(['stewardship', 'awards', search], (cursor) =>
    api.get('/api/v1/awards', { query: { ...search, cursor } }),
  );
  const address = new URLSearchParams({ ...search }).toString();
  return (
    <Door title={t('steward.awards')} lead={t('steward.awards-lead')}>
      <form
        className="look top-3"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const asked = readAwardsSearch(Object.fromEntries([...form].filter(([, value]) => value !== '')));
          void navigate({ to: '/stewardship/awards', search: asked });
        }}
        key={address}
      >
        <Field name="id" label={t('steward.award-code')}>
          <input className="input" id="f-id" name="id" defaultValue={search.id ?? ''} placeholder="26-4K7Q-MX2P-9D3H" />
        </Field>
        <Field name="status" label={t('steward.status')}>
          <select className="input" id="f-status" name="status" defaultValue={search.status ?? ''}>
            <option value="">{t('steward.any')}</option>
            {AWARD_STATUSES.map((one) => (
              <option key={one} value={one}>
                {t(`award.status.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field name="major" label={t('steward.major')}>
          <select className="input" id="f-major" name="major" defaultValue={search.major ?? ''}>
            <option value="">{t('steward.any')}</option>
            <option value="none">{t('steward.no-major')}</option>
            {FIELDS.map((one) => (
              <option key={one} value={one}>
                {field(one)}
              </option>
            ))}
          </select>
        </Field>
        <Field name="from" label={t('steward.issued-from')}>
          <input className="input" id="f-from" name="from" type="date" defaultValue={search.from ?? ''} />
        </Field>
        <Field name="to" label={t('steward.issued-to')}>
          <input className="input" id="f-to" name="to" type="date" defaultValue={search.to ?? ''} />
        </Field>
        <button className="btn" type="submit">
          {t('steward.look')}
        </button>
      </form>
      <section className="sec" aria-labelledby="found">
        <header>
          <h2 className="h2" id="found">
            {t('steward.found')}
          </h2>
          <p className="small">
            <a href={`/api/v1/stewardship/exports/awards${address === '' ? '' : `?${address}`}`} download>
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
                <th scope="col">{t('steward.award-code')}</th>
                <th scope="col">{t('steward.major')}</th>
                <th scope="col" className="r">
                  {t('figures.credits')}
                </th>
                <th scope="col">{t('steward.issued-on')}</th>
                <th scope="col">{t('steward.status')}</th>
              </tr>
            </thead>
            <tbody>
              {pages.items.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to="/stewardship/awards/$id" params={{ id: one.id }}>
                      {one.id}
                    </Link>
                  </th>
                  <td>
                    {one.definition !== null
                      ? one.title[language]
                      : one.major === null
                        ? t('steward.no-major')
                        : field(one.major)}
                  </td>
                  <td className="r" data-before={t('figures.credits')}>
                    {one.definition === null ? one.credits : (one.size?.[language] ?? '')}
                  </td>
                  <td>{shortDate(one.issuedOn, language)}</td>
                  <td>{t(`award.status.${one.status}`)}</td>
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

function Field({ name, label, children }: { readonly name: string; readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={`f-${name}`}>{label}</label>
      {children}
    </div>
  );
}
