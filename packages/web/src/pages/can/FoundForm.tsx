import type { HeldSkill, OwnFound } from '@recognition/client';
import { MOST_SEARCHED } from '@recognition/recognition';
import { REGIONS } from '@recognition/recognition/places';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { RegionOptions } from '../../parts/RegionOptions.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useSettled } from '../../parts/use-settled.ts';
import { Wrong } from '../../parts/Wrong.tsx';
import { Organisation } from '../share/ConsentForm.tsx';
import { daysAfter } from '../share/draft.ts';
import { bandWords } from '../../parts/skills/band.ts';

/** By which skills, where, hidden from whom and until when; and beside it, the very answer that an employer would get. */
export function FoundForm({
  profile,
  held,
  today,
  label,
}: {
  readonly profile: OwnFound['profile'];
  readonly held: readonly HeldSkill[];
  readonly today: string;
  readonly label: (uri: string) => string;
}) {
  const { t, language } = useLanguage();
  const { busy, wrong, act } = useAct();
  const id = useId();
  const [region, setRegion] = useState(profile?.region ?? '');
  const own = held.map(({ uri }) => uri);
  // A skill that the record shows no more is not offered, and so must not be sent.
  const [skills, setSkills] = useState<readonly string[]>(
    profile?.skills.filter((uri) => own.includes(uri)) ?? own.slice(0, MOST_SEARCHED),
  );
  const [hidden, setHidden] = useState(profile?.hiddenFrom ?? []);
  const [until, setUntil] = useState(profile?.until ?? daysAfter(today, 180));
  const slug = REGIONS.find((one) => one.slug === region)?.slug;
  // An employer names no more than this many skills in one search: the strongest of those that are chosen.
  const searched = held.flatMap(({ uri }) => (skills.includes(uri) ? [uri] : [])).slice(0, MOST_SEARCHED);
  const asked = useSettled(JSON.stringify({ region, searched }), 400);
  const preview = useQuery({
    queryKey: ['found', 'preview', asked],
    queryFn: ({ signal }) =>
      api.post('/api/v1/learners/me/found/preview', { body: { region: slug ?? 'auckland', skills: searched }, signal }),
    enabled: slug !== undefined && searched.length > 0,
    placeholderData: (before) => before,
  });
  const save = async (): Promise<void> => {
    if (slug === undefined) return;
    const body = { region: slug, skills: [...skills], hiddenFrom: hidden.map((one) => one.id), until };
    const done = await act(() => api.put('/api/v1/learners/me/found', { body }));
    if (done) await queries.invalidateQueries({ queryKey: ['found'], exact: true });
  };
  return (
    <form
      className="sharing"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div>
        <fieldset className="sec">
          <legend className="unseen">{t('found.by')}</legend>
          <header>
            <h2 className="h2">{t('found.by')}</h2>
            <p className="small muted">{t('talent.skills-count', { count: skills.length })}</p>
          </header>
          <p className="muted">{t('found.by-text')}</p>
          <div className="picks" role="group" aria-label={t('found.by')}>
            {held.map(({ uri }) => (
              <label className="pick" key={uri}>
                <input
                  className="choice"
                  type="checkbox"
                  checked={skills.includes(uri)}
                  onChange={() => setSkills(skills.includes(uri) ? skills.filter((one) => one !== uri) : [...skills, uri])}
                />
                <Name>{label(uri)}</Name>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="stacked top-3">
          <div className="field">
            <label htmlFor={`${id}-region`}>{t('found.region')}</label>
            <select
              id={`${id}-region`}
              className="input"
              required
              value={region}
              onChange={(event) => setRegion(event.target.value)}
            >
              <RegionOptions none={t('found.region-choose')} />
            </select>
          </div>
          <div className="field">
            <label htmlFor={`${id}-until`}>{t('found.until')}</label>
            <input
              id={`${id}-until`}
              className="input date"
              type="date"
              required
              min={today}
              max={daysAfter(today, 365)}
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          </div>
          <div>
            <p className="label">{t('found.hidden')}</p>
            <p className="hint">{t('found.hidden-hint')}</p>
            <ul className="picked">
              {hidden.map((one) => (
                <li key={one.id}>
                  <span>{one.name}</span>
                  <button type="button" className="link" onClick={() => setHidden(hidden.filter((other) => other.id !== one.id))}>
                    {t('talent.take-away')}
                    <span className="unseen"> {one.name}</span>
                  </button>
                </li>
              ))}
            </ul>
            <Organisation
              chosen={null}
              onChoose={(one) => {
                if (one !== null && !hidden.some((other) => other.id === one.id)) setHidden([...hidden, one]);
              }}
            />
          </div>
        </div>
        <div className="acts">
          <button type="submit" className="btn" disabled={busy || slug === undefined || skills.length === 0}>
            {t(profile === null ? 'found.go' : 'found.save')}
          </button>
          <span role="status" className="muted">
            {profile === null ? '' : t('found.open-until', { date: longDate(profile.until, language) })}
          </span>
        </div>
        <Wrong words={wrong} />
      </div>
      <aside className="preview" aria-labelledby={`${id}-preview`}>
        <h2 className="h3" id={`${id}-preview`}>
          {t('found.preview')}
        </h2>
        {preview.data === undefined || slug === undefined ? (
          <p className="muted">{t('found.preview-empty')}</p>
        ) : (
          <div className="sheet-small whole">
            <p className="small muted">{t('found.searching', { skills: searched.map(label).join('; ') })}</p>
            <p className="small">
              {preview.data.among === null
                ? t('found.among-none')
                : t('found.among', { people: bandWords(preview.data.among, t) })}
            </p>
            {preview.data.groups.map((group) => (
              <div key={group.skills.join(' ')}>
                <h3>{t('found.group', { people: bandWords(group.people, t) })}</h3>
                <ul>
                  {group.skills.map((uri) => (
                    <li key={uri}>
                      <Name>{label(uri)}</Name>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        )}
        <p className="small muted top-2">{t('found.never')}</p>
      </aside>
    </form>
  );
}
