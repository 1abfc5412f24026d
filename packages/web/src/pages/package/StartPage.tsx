import type { SkillView } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { PickOne, type Picked } from '../../parts/PickOne.tsx';
import { labelIn, SkillPicker } from '../../parts/SkillPicker.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';

/** Opens a package for a job role of an employer that has not asked: whose role, what it is called, and the skills it needs. */
export function StartPage() {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const [employer, setEmployer] = useState<Picked | null>(null);
  const [title, setTitle] = useState('');
  const [skills, setSkills] = useState<readonly SkillView[]>([]);
  const [key] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useTitle(t('package.start'));
  const open = async (): Promise<void> => {
    if (employer === null) return;
    setBusy(true);
    setError(null);
    try {
      const body = { employer: employer.id, title, skills: skills.map(({ uri }) => uri) };
      const { id } = await api.post('/api/v1/packages', { body, key });
      await navigate({ to: '/results/packages/$id', params: { id } });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <>
      <p className="eyebrow">
        <Link to="/results/packages">{t('talent.asked-title')}</Link>
      </p>
      <h1 className="display">{t('package.start')}</h1>
      <p className="lead top-2">{t('package.start-lead')}</p>
      <form
        className="form top-3"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <EmployerPicker picked={employer} onPick={setEmployer} />
        <div className="field">
          <label htmlFor="role-title">{t('package.role')}</label>
          <input
            id="role-title"
            className="input"
            required
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <fieldset>
          <legend className="h3">{t('package.role-skills')}</legend>
          <ul className="picked">
            {skills.map((skill) => (
              <li key={skill.uri}>
                <span>{labelIn(skill, language)}</span>
                <button
                  type="button"
                  className="link"
                  aria-label={t('package.take-out', { name: labelIn(skill, language) })}
                  onClick={() => setSkills(skills.filter(({ uri }) => uri !== skill.uri))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
          <SkillPicker
            label={t('package.role-skill')}
            onPick={(skill) => setSkills((before) => [...before.filter(({ uri }) => uri !== skill.uri), skill])}
          />
        </fieldset>
        {error === null ? null : (
          <p className="say wrong" role="alert">
            {trouble(error)}
          </p>
        )}
        <div className="acts">
          <button type="submit" className="btn" disabled={busy || employer === null || title.trim() === ''}>
            {t('package.open')}
          </button>
        </div>
      </form>
    </>
  );
}

function EmployerPicker({ picked, onPick }: { readonly picked: Picked | null; readonly onPick: (one: Picked | null) => void }) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['organisations', 'employer', typed],
    queryFn: () => api.get('/api/v1/organisations', { query: { q: typed, kind: 'employer', limit: 12 } }),
    placeholderData: (before) => before,
    enabled: picked === null,
  });
  const words = {
    label: t('package.employer'),
    hint: t('package.employer-hint'),
    none: t('package.employer-none'),
    other: t('package.employer-other'),
  };
  return (
    <PickOne
      words={words}
      typed={typed}
      onTyped={setTyped}
      items={(data?.items ?? []).filter(({ closed }) => closed === null).map(({ id, name }) => ({ id, name }))}
      late={isPlaceholderData}
      picked={picked}
      onPick={onPick}
    />
  );
}
