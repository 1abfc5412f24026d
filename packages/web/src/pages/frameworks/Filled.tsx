import type { RecognitionFramework } from '@recognition/recognition/frameworks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { sectorsQuery } from './queries.ts';

/** What a framework is filled with here: its awards with a picture each, its skills and job roles, and its worked cases. */
export function Filled({ framework }: { readonly framework: RecognitionFramework }) {
  const { t } = useLanguage();
  const { id } = framework;
  const sectors = useQuery(sectorsQuery(id));
  const definitions = useQuery({
    queryKey: ['definitions', id],
    queryFn: () => api.get('/api/v1/frameworks/{framework}/definitions', { path: { framework: id }, query: { limit: 100 } }),
  });
  const roles = sectors.data?.reduce((sum, { tracks }) => sum + tracks.reduce((all, one) => all + one.roles, 0), 0) ?? 0;
  const units = sectors.data?.reduce((sum, one) => sum + one.units.reduce((all, { count }) => all + count, 0), 0) ?? 0;
  const kindOf = (award: string) => framework.awards.find((one) => one.id === award);
  const { language } = useLanguage();
  return (
    <section className="sec" aria-labelledby="filled">
      <header>
        <h2 className="h2" id="filled">
          {t('frameworks.filled')}
        </h2>
      </header>
      <ul className="dots">
        <li>
          <Link to="/frameworks/$framework/cases" params={{ framework: id }}>
            {t('frameworks.cases-link')}
          </Link>
        </li>
        {roles === 0 && units === 0 ? null : (
          <li>
            <Link to="/frameworks/$framework/skills" params={{ framework: id }}>
              {t('frameworks.skills-link')}
            </Link>
            {`: ${t('frameworks.units-count', { count: units })}, ${t('frameworks.roles-count', { count: roles })}`}
          </li>
        )}
      </ul>
      {definitions.data === undefined || definitions.data.items.length === 0 ? null : (
        <>
          <h3 className="h3 top-2">{t('frameworks.definitions')}</h3>
          <ul className="dots">
            {definitions.data.items.map((one) => (
              <li key={one.id}>
                <Link
                  to="/frameworks/$framework/definitions/$id"
                  params={{ framework: id, id: one.id }}
                  lang={framework.language ?? undefined}
                >
                  {one.title}
                </Link>
                <span className="muted">
                  {`, ${kindOf(one.award)?.title[language] ?? one.award}${one.invented ? `, ${t('frameworks.invented')}` : ''}`}
                </span>
              </li>
            ))}
          </ul>
          {definitions.data.next === null ? null : <p className="muted">{t('frameworks.more-definitions')}</p>}
        </>
      )}
    </section>
  );
}
