import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { placeName } from '@recognition/recognition/places';
import { api, queries, recordQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useTitle } from '../../parts/use-title.ts';
import { Wrong } from '../../parts/Wrong.tsx';
import { Approaches } from './Approaches.tsx';
import { FoundForm } from './FoundForm.tsx';
import { foundQuery, ownSkillsQuery } from './queries.ts';
import { SkillsNav } from './SkillsNav.tsx';

/** Being found: whether, by what, what exactly is shown, who searched and who asked. */
export function FoundPage() {
  const { t, language } = useLanguage();
  const found = useQuery(foundQuery);
  const skills = useQuery(ownSkillsQuery);
  const record = useQuery(recordQuery);
  const { busy, wrong, act } = useAct();
  useTitle(t('found.title'));
  const error = found.error ?? skills.error ?? record.error;
  if (error !== null) return <Trouble error={error} onRetry={() => void Promise.all([found.refetch(), skills.refetch()])} />;
  if (found.data === undefined || skills.data === undefined || record.data === undefined) return <Waiting />;
  const { profile, approaches, searches } = found.data;
  const held = skills.data.groups.flatMap((group) => group.skills);
  const label = (uri: string): string => {
    const skill = held.find((one) => one.uri === uri);
    return skill === undefined ? uri : language === 'mi' && skill.mi !== null ? skill.mi : skill.label;
  };
  const end = async (): Promise<void> => {
    if (await act(() => api.delete('/api/v1/learners/me/found', {}))) await queries.invalidateQueries({ queryKey: ['found'] });
  };
  return (
    <>
      <SkillsNav />
      <h1 className="display">
        {profile === null || !profile.open
          ? t('found.headline-not')
          : t('found.headline', { region: placeName(profile.region, language), date: longDate(profile.until, language) })}
      </h1>
      <p className="lead top-2">{t('found.lead')}</p>
      {profile === null ? null : (
        <div className="acts">
          <button type="button" className="btn danger" disabled={busy} onClick={() => void end()}>
            {t('found.end')}
          </button>
          <p className="muted">{t('found.end-text')}</p>
        </div>
      )}
      <Wrong words={wrong} />
      <Approaches items={approaches} label={label} today={record.data.asOf} />
      {held.length === 0 ? (
        <p className="muted top-3">{t('can.none')}</p>
      ) : (
        <FoundForm key={profile?.since ?? 'new'} profile={profile} held={held} today={record.data.asOf} label={label} />
      )}
      {profile === null ? null : (
        <section className="sec" aria-labelledby="searches">
          <header>
            <h2 className="h2" id="searches">
              {t('found.searches')}
            </h2>
          </header>
          {searches.length === 0 ? <p className="muted">{t('found.searches-none')}</p> : null}
          <ul className="log">
            {searches.map((one) => (
              <li key={`${one.at}${one.organisation.id}`}>
                <span>{longDate(dateOfInstant(one.at), language)}</span>
                <span>{t('found.searched', { who: one.organisation.name, skills: one.skills.map(label).join('; ') })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="muted top-3">
        <Link to="/record">{t('found.looked')}</Link>
      </p>
    </>
  );
}
