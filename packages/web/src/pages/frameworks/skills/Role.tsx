import type { RecognitionFramework } from '@recognition/recognition/frameworks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../api.ts';
import { useLanguage } from '../../../language/context.tsx';
import { entry } from '../../../language/index.ts';
import { Trouble, Waiting } from '../../../parts/Troubles.tsx';
import { Proficiency } from './Proficiency.tsx';

interface Props {
  readonly framework: RecognitionFramework;
  readonly id: string;
  readonly sector: string | null;
}

/** One job role: what it does, its critical work functions with their tasks, and each skill at the proficiency that it needs. */
export function Role({ framework, id, sector }: Props) {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['role', framework.id, id],
    queryFn: () => api.get('/api/v1/frameworks/{framework}/job-roles/{id}', { path: { framework: framework.id, id } }),
  });
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const scales = [...Map.groupBy(data.skills, ({ scale }) => scale)];
  return (
    <article>
      <p className="eyebrow">
        <Link to="/frameworks/$framework/skills" params={{ framework: framework.id }} search={sector === null ? {} : { sector }}>
          {data.sector}
        </Link>
        {`, ${data.track}`}
      </p>
      <h2 className="h2">{data.title}</h2>
      {data.description === null ? null : <p className="measure top-1">{data.description}</p>}
      {data.expectation === null ? null : (
        <>
          <h3 className="h3 top-2">{t('skills.expectation')}</h3>
          <p className="measure">{data.expectation}</p>
        </>
      )}
      <h3 className="h3 top-2">{t('skills.functions')}</h3>
      {data.functions.length === 0 ? <p className="muted">{t('skills.functions-none')}</p> : null}
      <dl className="kinds">
        {data.functions.map((one) => (
          <div key={one.title}>
            <dt>{one.title}</dt>
            <dd>
              <ul className="dots">
                {one.tasks.map((task) => (
                  <li key={task}>{task}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      {data.skills.length === 0 ? (
        <>
          <h3 className="h3 top-2">{t('skills.needed')}</h3>
          <p className="muted">{t('skills.needed-none')}</p>
        </>
      ) : null}
      {scales.map(([scale, skills]) => (
        <section key={scale} aria-labelledby={`scale-${scale}`}>
          <h3 className="h3 top-2" id={`scale-${scale}`}>
            {entry(language, `skills.scale.${scale}`) ?? scale}
          </h3>
          <ul className="proficiencies">
            {skills.map((one) => (
              <li key={one.skill}>
                <span>{one.skill}</span>
                <Proficiency steps={framework.proficiency?.scales[scale] ?? []} level={one.level} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="small muted top-2">{t('frameworks.origin', { origin: data.origin })}</p>
    </article>
  );
}
