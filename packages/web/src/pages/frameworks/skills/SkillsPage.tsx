import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useLanguage } from '../../../language/context.tsx';
import { useNarrow } from '../../../parts/use-narrow.ts';
import { NotFound, Trouble, Waiting } from '../../../parts/Troubles.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { frameworkOf, sectorsQuery } from '../queries.ts';
import { Role } from './Role.tsx';
import { Sector } from './Sector.tsx';

/** Skills by sector, track and job role: what was imported, and nothing else. The address keeps where one is. */
export function SkillsPage() {
  const { t, language } = useLanguage();
  const { framework: id } = useParams({ from: '/frameworks/$framework/skills' });
  const { sector, role } = useSearch({ from: '/frameworks/$framework/skills' });
  const framework = frameworkOf(id);
  const narrow = useNarrow(900);
  const { data, error, refetch } = useQuery(sectorsQuery(id));
  const title = t('skills.title', { country: framework?.name[language] ?? id });
  useTitle(title);
  if (framework === null) return <NotFound />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const [only] = data;
  const chosen = data.find((one) => one.sector === (sector ?? (data.length === 1 ? only?.sector : undefined)));
  return (
    <>
      <p className="eyebrow">
        <Link to="/frameworks/$framework" params={{ framework: id }}>
          {framework.name[language]}
        </Link>
      </p>
      <h1 className="display">{title}</h1>
      <p className="lead top-1">{t('skills.lead')}</p>
      {data.length === 0 ? <p className="top-2">{t('skills.none')}</p> : null}
      <div className="shop top-3">
        <nav aria-label={t('skills.sectors')} className="sectors">
          {/* On a phone the list would stand before the sector that was chosen. */}
          <details key={`${narrow}${sector ?? ''}`} open={!narrow || chosen === undefined}>
            <summary className="h3">{t('skills.sectors')}</summary>
            <ul>
              {data.map((one) => (
                <li key={one.sector ?? ''}>
                  <Link
                    to="/frameworks/$framework/skills"
                    params={{ framework: id }}
                    search={one.sector === null ? {} : { sector: one.sector }}
                    aria-current={chosen === one ? 'page' : undefined}
                  >
                    {one.sector ?? t('skills.no-sector')}
                  </Link>
                  <small className="muted">
                    {[
                      t('frameworks.roles-count', { count: one.tracks.reduce((sum, { roles }) => sum + roles, 0) }),
                      t('frameworks.units-count', { count: one.units.reduce((sum, { count }) => sum + count, 0) }),
                    ].join(', ')}
                  </small>
                </li>
              ))}
            </ul>
          </details>
        </nav>
        <div>
          {chosen === undefined ? (
            <p className="muted">{t('skills.choose')}</p>
          ) : role === undefined ? (
            <Sector key={chosen.sector ?? ''} framework={framework} sector={chosen} />
          ) : (
            <Role framework={framework} id={role} sector={chosen.sector} />
          )}
        </div>
      </div>
    </>
  );
}
