import { programmesFor, type RecognitionFramework, sizeInWords } from '@recognition/recognition/frameworks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../../api.ts';
import { useLanguage } from '../../../language/context.tsx';
import { Trouble } from '../../../parts/Troubles.tsx';

const AUDIENCES = ['student', 'adult'] as const;
const KINDS = ['vocational', 'higher'] as const;

/** The programmes of a sector, vocational and higher, for whom they are meant: a student or fresh graduate, or an adult or who changes careers. */
export function Programmes({ framework, sector }: { readonly framework: RecognitionFramework; readonly sector: string }) {
  const { t, language } = useLanguage();
  const { audience = 'student' } = useSearch({ from: '/frameworks/$framework/skills' });
  const navigate = useNavigate({ from: '/frameworks/$framework/skills' });
  const { data, error, refetch } = useQuery({
    queryKey: ['programmes', framework.id, sector],
    queryFn: () => api.get('/api/v1/frameworks/{framework}/programmes', { path: { framework: framework.id }, query: { sector } }),
  });
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  const ids = new Set(data === undefined ? [] : programmesFor(data.items, sector, audience).map(({ id }) => id));
  const shown = data?.items.filter(({ id }) => ids.has(id)) ?? [];
  return (
    <section aria-labelledby="programmes">
      <h3 className="h3 top-2" id="programmes">
        {t('skills.programmes')}
      </h3>
      {data?.items.length === 0 ? (
        <p className="muted">{t('skills.programmes-none')}</p>
      ) : (
        <>
          <fieldset className="audience">
            <legend>{t('skills.audience')}</legend>
            {AUDIENCES.map((one) => (
              <label key={one}>
                <input
                  className="choice"
                  type="radio"
                  name="audience"
                  checked={audience === one}
                  onChange={() =>
                    void navigate({ search: (now) => ({ ...now, audience: one }), replace: true, resetScroll: false })
                  }
                />
                <span>{t(`skills.audience.${one}`)}</span>
              </label>
            ))}
          </fieldset>
          <div role="status" className="unseen">
            {t('skills.programmes-shown', { count: shown.length })}
          </div>
          {KINDS.map((kind) => {
            const own = shown.filter((one) => one.kind === kind);
            return own.length === 0 ? null : (
              <div key={kind}>
                <h4 className="top-1">{t(`skills.kind.${kind}`)}</h4>
                <ul className="log">
                  {own.map((one) => (
                    <li key={one.id}>
                      <span>{one.minutes === null ? '' : sizeInWords(one.minutes, framework.unit, language)}</span>
                      <span>
                        {one.title}
                        <small className="muted">
                          {[one.provider, one.invented ? t('frameworks.invented') : null]
                            .filter((part) => part !== null)
                            .join(', ')}
                        </small>
                        {one.leadsTo.map((id) => (
                          <small key={id}>
                            <Link to="/frameworks/$framework/definitions/$id" params={{ framework: framework.id, id }}>
                              {t('skills.leads-to')}
                            </Link>
                          </small>
                        ))}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            );
          })}
        </>
      )}
    </section>
  );
}
