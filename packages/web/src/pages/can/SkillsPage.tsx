import { type Grouping, GROUPINGS } from '@recognition/recognition';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { SkillGroups } from '../../parts/skills/SkillGroups.tsx';
import { readOwn } from '../../parts/skills/words.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { ownSkillsQuery } from './queries.ts';
import { SkillsNav } from './SkillsNav.tsx';

/** What I can do: my record read as skills, each with its strongest evidence. */
export function SkillsPage() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(ownSkillsQuery);
  const [by, setBy] = useState<Grouping>('kind');
  useTitle(t('can.title'));
  const skills = useMemo(() => data?.groups.flatMap((group) => group.skills.map(readOwn)), [data]);
  if (data === undefined || skills === undefined)
    return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  const providers = new Set(skills.flatMap(({ attestedBy }) => attestedBy)).size;
  return (
    <>
      <SkillsNav />
      <h1 className="display">{t('can.headline', { count: skills.length })}</h1>
      <p className="lead top-2">
        {skills.length === 0 ? t('can.none') : t('can.lead', { providers: t('unit.providers', { count: providers }) })}
      </p>
      {data.silent === 0 ? null : <p className="muted top-2">{t('can.silent', { count: data.silent })}</p>}
      <div className="acts">
        <Link className="btn" to="/record/shares/new" search={{ shows: 'skills' }}>
          {t('can.share')}
        </Link>
      </div>
      {skills.length === 0 ? null : (
        <section className="sec" aria-labelledby="can">
          <header>
            <h2 className="h2" id="can">
              {t('can.all')}
            </h2>
            <label className="by">
              {t('can.by')}{' '}
              <select
                className="input slim"
                value={by}
                onChange={(event) => setBy(GROUPINGS.find((one) => one === event.target.value) ?? 'kind')}
              >
                {GROUPINGS.map((one) => (
                  <option key={one} value={one}>
                    {t(`can.by.${one}`)}
                  </option>
                ))}
              </select>
            </label>
          </header>
          <SkillGroups skills={skills} by={by} />
        </section>
      )}
    </>
  );
}
