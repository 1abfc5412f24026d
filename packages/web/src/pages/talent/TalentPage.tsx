import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Asked } from './Asked.tsx';
import { Consents } from './Consents.tsx';
import { Lines } from '../package/Lines.tsx';
import { Packages } from './Packages.tsx';
import { People } from './People.tsx';
import { linksQuery, packagesQuery, rolesQuery } from './queries.ts';

/** An employer's door: who shared what, the roles that need people, and what is asked of providers. */
export function TalentPage() {
  const { t } = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  const roles = useQuery(rolesQuery);
  const links = useQuery(linksQuery);
  const packages = useQuery(packagesQuery);
  useTitle(t('talent.title'));
  const error = roles.error ?? links.error ?? packages.error;
  if (error !== null)
    return <Trouble error={error} onRetry={() => void Promise.all([roles.refetch(), links.refetch(), packages.refetch()])} />;
  if (roles.data === undefined || links.data === undefined || packages.data === undefined) return <Waiting />;
  const inUse = roles.data.items.filter(({ archived }) => !archived);
  const away = roles.data.items.filter(({ archived }) => archived);
  return (
    <>
      <p className="eyebrow">{session?.organisation?.name ?? ''}</p>
      <h1 className="display">{t('talent.headline')}</h1>
      <p className="lead top-2">{t('talent.lead')}</p>
      <People links={links.data.items} roles={inUse} />
      <Asked />
      <Consents />
      <section className="sec" aria-labelledby="roles">
        <header>
          <h2 className="h2" id="roles">
            {t('talent.roles')}
          </h2>
          <p className="small">
            <Link to="/talent/roles/new">{t('talent.role-new')}</Link>
          </p>
        </header>
        {roles.data.items.length === 0 ? <p className="muted">{t('talent.roles-none')}</p> : null}
        <ul className="rows">
          {[...inUse, ...away].map((role) => (
            <li key={role.id}>
              <Link to="/talent/roles/$id" params={{ id: role.id }}>
                {role.title}
              </Link>
              <span className="muted">
                {role.archived ? `${t('talent.archived')} · ` : ''}
                {t('talent.skills-count', { count: role.skills.length })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className="sec" aria-labelledby="check">
        <header>
          <h2 className="h2" id="check">
            {t('talent.check-go')}
          </h2>
        </header>
        <p>{t('talent.check-text')}</p>
        <div className="acts">
          <Link className="btn second" to="/talent/check">
            {t('talent.check-go')}
          </Link>
        </div>
      </section>
      <Lines side="employer" />
      <section className="sec" aria-labelledby="packages">
        <header>
          <h2 className="h2" id="packages">
            {t('talent.requests')}
          </h2>
          <p className="small">
            <Link to="/talent/packages/new">{t('talent.ask-new')}</Link>
          </p>
        </header>
        {packages.data.items.length === 0 ? <p className="muted">{t('talent.requests-none')}</p> : null}
        <Packages items={packages.data.items} side="employer" />
      </section>
    </>
  );
}
