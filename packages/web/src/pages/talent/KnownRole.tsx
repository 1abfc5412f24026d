import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { useSettled } from '../../parts/use-settled.ts';

/** What a job role of a public framework brings to a role of an employer's own. */
export interface Begun {
  readonly title: string;
  readonly description: string;
  readonly beganAs: string;
  /** Whether its source says these skills, or they are suggested from its words. */
  readonly known: boolean;
  readonly skills: readonly {
    readonly uri: string;
    readonly weight: 'essential' | 'useful';
    readonly en: string;
    readonly mi: string | null;
  }[];
}

/** Finds a job role of a public framework to begin from; nothing is shown where none is loaded. */
export function KnownRole({
  label,
  hint,
  onBegin,
}: {
  /** Other words than those of an employer who begins a role from it. */
  readonly label?: string;
  readonly hint?: string;
  readonly onBegin: (begun: Begun) => void;
}) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<unknown>(null);
  const asked = useSettled(typed.trim(), 200);
  const sources = useQuery({ queryKey: ['job-roles', 'sources'], queryFn: () => api.get('/api/v1/job-roles/sources') });
  const { data } = useQuery({
    queryKey: ['job-roles', asked],
    queryFn: () => api.get('/api/v1/job-roles', { query: { q: asked, limit: 8 } }),
    enabled: asked.length > 1,
  });
  if (sources.data === undefined || sources.data.items.length === 0) return null;
  const names = new Map(sources.data.items.map(({ source, name }) => [source, name]));
  const begin = async (id: string): Promise<void> => {
    setError(null);
    try {
      const role = await api.get('/api/v1/job-roles/{id}', { path: { id } });
      const suggested = role.suggested.map(({ uri, en, mi }) => ({ uri, en, mi, weight: 'useful' as const }));
      onBegin({
        // A role of one's own takes less of both than a framework may give.
        title: role.title.slice(0, 200),
        description: role.description.slice(0, 4000),
        beganAs: `${role.source}/${role.code}`,
        known: role.skills.length > 0,
        skills: role.skills.length > 0 ? role.skills : suggested,
      });
      setTyped('');
    } catch (failure) {
      setError(failure);
    }
  };
  const items = asked.length > 1 ? (data?.items ?? []) : [];
  return (
    <div className="field">
      <label htmlFor="known-role">{label ?? t('talent.known-role')}</label>
      <span className="hint" id="known-role-hint">
        {hint ?? t('talent.known-role-hint')}
      </span>
      <input
        id="known-role"
        className="input"
        type="search"
        autoComplete="off"
        aria-describedby="known-role-hint"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div role="status" className="unseen">
        {asked.length > 1 && data !== undefined ? t('talent.known-found', { count: items.length }) : ''}
      </div>
      {items.length === 0 ? null : (
        <ul className="rows known-roles">
          {items.map((role) => (
            <li key={role.id}>
              <button type="button" className="link" onClick={() => void begin(role.id)}>
                {role.title}
              </button>
              <span className="muted small">
                {[role.sector, role.track, names.get(role.source)]
                  .filter((part) => part !== null && part !== undefined)
                  .join(' · ')}
              </span>
              <span className="muted small">
                {role.skills === 0 ? t('talent.known-suggested') : t('talent.skills-count', { count: role.skills })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
    </div>
  );
}
