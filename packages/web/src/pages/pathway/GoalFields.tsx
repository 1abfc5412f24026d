import { FIELDS, skillsNeeded } from '@recognition/recognition';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { labelIn, SkillPicker } from '../../parts/SkillPicker.tsx';
import { KnownRole } from '../talent/KnownRole.tsx';
import type { Draft, GoalKind } from './draft.ts';

const KINDS: readonly GoalKind[] = ['alq', 'job', 'skills', 'definition'];

/** What somebody wants to reach: an ALQ with a major, skills, or an award that is made of parts. */
export function GoalFields({ draft, onChange }: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const { t, language, field } = useLanguage();
  const awards = useQuery({
    queryKey: ['micro-credentials', 'listed'],
    queryFn: () => api.get('/api/v1/frameworks/{framework}/definitions', { path: { framework: 'nz' }, query: { limit: 100 } }),
    enabled: draft.kind === 'definition',
  });
  return (
    <fieldset className="field">
      <legend className="label">{t('way.goal')}</legend>
      {KINDS.map((kind) => (
        <label key={kind} className="pick">
          <input
            className="choice"
            type="radio"
            name="goal"
            checked={draft.kind === kind}
            onChange={() => onChange({ ...draft, kind })}
          />
          {t(`way.goal.${kind}`)}
        </label>
      ))}
      {draft.kind === 'alq' ? (
        <label className="field">
          <span className="label">{t('way.major')}</span>
          <select className="input" value={draft.major} onChange={({ target }) => onChange({ ...draft, major: target.value })}>
            <option value="">{t('way.major-none')}</option>
            {FIELDS.map((one) => (
              <option key={one} value={one}>
                {field(one)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {draft.kind === 'job' ? <JobField draft={draft} onChange={onChange} /> : null}
      {draft.kind === 'skills' ? (
        <>
          <SkillPicker
            label={t('way.skill')}
            onPick={(skill) => {
              if (!draft.skills.some(({ uri }) => uri === skill.uri))
                onChange({ ...draft, skills: [...draft.skills, { uri: skill.uri, name: labelIn(skill, language) }] });
            }}
          />
          <ul className="dots">
            {draft.skills.map(({ uri, name }) => (
              <li key={uri}>
                {name}{' '}
                <button
                  type="button"
                  className="link"
                  aria-label={t('way.skill-remove', { name })}
                  onClick={() => onChange({ ...draft, skills: draft.skills.filter((one) => one.uri !== uri) })}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {draft.kind === 'definition' ? (
        <label className="field">
          <span className="label">{t('way.definition')}</span>
          <select
            className="input"
            value={draft.definition}
            onChange={({ target }) => onChange({ ...draft, definition: target.value })}
          >
            <option value="">{t('way.definition-choose')}</option>
            {(awards.data?.items ?? []).map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </fieldset>
  );
}

/** A job role of a public framework: its essential skills are the goal. One whose source names none becomes skills to choose from. */
function JobField({ draft, onChange }: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const { t, language } = useLanguage();
  return (
    <>
      <KnownRole
        label={t('way.job')}
        hint={t('way.job-hint')}
        onBegin={({ title, beganAs, known, skills }) => {
          const [source = '', ...code] = beganAs.split('/');
          const said = skillsNeeded(skills).map((one) => ({ uri: one.uri, name: (language === 'mi' ? one.mi : null) ?? one.en }));
          onChange(
            known
              ? {
                  ...draft,
                  job: {
                    source,
                    code: code.join('/'),
                    title,
                    skills: said.map(({ name }) => name),
                  },
                }
              : { ...draft, kind: 'skills', skills: said },
          );
        }}
      />
      {draft.job === null ? null : (
        <p className="small">
          <b>{draft.job.title}</b>: {draft.job.skills.join(', ')}
        </p>
      )}
    </>
  );
}
