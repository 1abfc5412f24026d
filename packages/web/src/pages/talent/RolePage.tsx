import { ApiError, type EmployerRole, type SkillView } from '@recognition/client';
import { REGIONS } from '@recognition/recognition/places';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { SkillPicker } from '../../parts/SkillPicker.tsx';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { KnownRole } from './KnownRole.tsx';
import { roleQuery } from './queries.ts';
import { RegionOptions } from '../../parts/RegionOptions.tsx';
import { SuggestedSkills } from './SuggestedSkills.tsx';

type Text = Pick<EmployerRole, 'title' | 'description' | 'skills' | 'region' | 'beganAs' | 'counted'>;

const EMPTY: Text = { title: '', description: '', skills: [], region: null, beganAs: null, counted: true };

/** A new role. */
export function NewRolePage() {
  return <RoleForm kept={null} />;
}

/** A role of the employer's own, to change or put away. */
export function RolePage() {
  const { id } = useParams({ from: '/talent/roles/$id' });
  const { data, error, refetch } = useQuery(roleQuery(id));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  return <RoleForm key={data.id} kept={data} />;
}

function RoleForm({ kept: role }: { readonly kept: EmployerRole | null }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const [text, setText] = useState<Text>(role ?? EMPTY);
  const [revision, setRevision] = useState(role?.revision ?? 0);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [theirs, setTheirs] = useState<EmployerRole | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  useTitle(role?.title ?? t('talent.role-new'));
  const write = (change: Partial<Text>): void => {
    setText((before) => ({ ...before, ...change }));
    setSaved(false);
    setKey(crypto.randomUUID());
  };
  const pick = ({ uri, en, mi }: SkillView): void => {
    if (text.skills.some((one) => one.uri === uri)) return;
    write({ skills: [...text.skills, { uri, weight: 'essential', en, mi, same: [] }] });
  };
  const save = async (over: number): Promise<void> => {
    setBusy(true);
    setError(null);
    setTheirs(null);
    const { title, description, region, beganAs, counted } = text;
    const skills = text.skills.map(({ uri, weight }) => ({ uri, weight }));
    const body = { title, description, region: regionOf(region), beganAs, counted, skills };
    try {
      if (role === null) {
        const { id } = await api.post('/api/v1/employers/me/roles', { body, key });
        await queries.invalidateQueries({ queryKey: ['roles'] });
        await navigate({ to: '/talent/roles/$id', params: { id } });
        return;
      }
      const now = await api.put('/api/v1/employers/me/roles/{id}', { path: { id: role.id }, body: { ...body, revision: over } });
      setRevision(now.revision);
      setSaved(true);
      await queries.invalidateQueries({ queryKey: ['roles'] });
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'role-changed' && role !== null)
        setTheirs(await api.get('/api/v1/employers/me/roles/{id}', { path: { id: role.id } }).catch(() => null));
      else setError(failure);
    }
    setBusy(false);
  };
  const putAway = async (): Promise<void> => {
    if (role === null) return;
    const given = { path: { id: role.id } };
    try {
      if (role.archived) await api.post('/api/v1/employers/me/roles/{id}/restoration', given);
      else await api.post('/api/v1/employers/me/roles/{id}/archive', given);
      await queries.invalidateQueries({ queryKey: ['roles'] });
      await navigate({ to: '/talent' });
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      <p className="eyebrow">
        <Link to="/talent">{t('talent.title')}</Link>
      </p>
      <h1 className="display">{role?.title ?? t('talent.role-new')}</h1>
      {theirs === null ? null : (
        <div className="say wait" role="alert">
          <p>{t('talent.theirs', { title: theirs.title, n: theirs.skills.length })}</p>
          <div className="acts">
            <button
              type="button"
              className="btn second slim"
              onClick={() => {
                setText(theirs);
                setRevision(theirs.revision);
                setTheirs(null);
              }}
            >
              {t('talent.take-theirs')}
            </button>
            <button type="button" className="btn slim" onClick={() => void save(theirs.revision)}>
              {t('talent.save-mine')}
            </button>
          </div>
        </div>
      )}
      <form
        className="form top-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save(revision);
        }}
      >
        {role === null ? (
          <KnownRole
            onBegin={({ skills, ...begun }) => write({ ...begun, skills: skills.map((skill) => ({ ...skill, same: [] })) })}
          />
        ) : null}
        <div className="field">
          <label htmlFor="role-name">{t('talent.role-name')}</label>
          <input
            id="role-name"
            className="input"
            required
            maxLength={200}
            value={text.title}
            onChange={(event) => write({ title: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="role-words">{t('talent.role-words')}</label>
          <textarea
            id="role-words"
            className="input"
            maxLength={4000}
            value={text.description}
            onChange={(event) => write({ description: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="role-region">{t('talent.role-region')}</label>
          <select
            id="role-region"
            className="input"
            value={text.region ?? ''}
            onChange={(event) => write({ region: event.target.value === '' ? null : event.target.value })}
          >
            <RegionOptions none={t('talent.role-anywhere')} />
          </select>
        </div>
        <label className="pick">
          <input className="choice" type="checkbox" checked={text.counted} onChange={() => write({ counted: !text.counted })} />
          <span className="strong">
            {t('talent.role-counted')}
            <small>{t('talent.role-counted-text')}</small>
          </span>
        </label>
        <fieldset className="part">
          <legend className="h3">{t('talent.role-skills')}</legend>
          <p className="hint">{t('talent.role-skills-hint')}</p>
          <ul className="picked">
            {text.skills.map((skill) => (
              <li key={skill.uri}>
                <span lang={language === 'mi' && skill.mi === null ? 'en' : undefined}>
                  {language === 'mi' && skill.mi !== null ? skill.mi : skill.en}
                </span>
                <label>
                  <span className="unseen">{t('talent.weight-of', { skill: skill.en })}</span>
                  <select
                    className="input slim"
                    value={skill.weight}
                    onChange={(event) => {
                      const weight = event.target.value === 'useful' ? 'useful' : 'essential';
                      write({ skills: text.skills.map((one) => (one.uri === skill.uri ? { ...one, weight } : one)) });
                    }}
                  >
                    <option value="essential">{t('talent.weight.essential')}</option>
                    <option value="useful">{t('talent.weight.useful')}</option>
                  </select>
                </label>
                <button
                  type="button"
                  className="link"
                  onClick={() => write({ skills: text.skills.filter(({ uri }) => uri !== skill.uri) })}
                >
                  {t('talent.take-away')}
                  <span className="unseen"> {skill.en}</span>
                </button>
              </li>
            ))}
          </ul>
          <SuggestedSkills
            said={`${text.title}\n${text.description}`}
            named={new Set(text.skills.map(({ uri }) => uri))}
            onPick={pick}
          />
          <SkillPicker label={t('talent.role-skill-find')} onPick={pick} />
        </fieldset>
        {error === null ? null : (
          <p className="say wrong" role="alert">
            {trouble(error)}
          </p>
        )}
        <div className="acts">
          <button type="submit" className="btn" disabled={busy || text.title.trim() === '' || text.skills.length === 0}>
            {t('talent.save')}
          </button>
          {role === null ? null : (
            <>
              <Link className="btn second" to="/talent/packages/new" search={{ role: role.id }}>
                {t('talent.ask-new')}
              </Link>
              <Link className="btn second" to="/talent/find" search={{ role: role.id }}>
                {t('find.go-to')}
              </Link>
              <button type="button" className="link" onClick={() => void putAway()}>
                {t(role.archived ? 'talent.restore' : 'talent.archive')}
              </button>
            </>
          )}
          <span role="status">{saved ? t('talent.saved') : ''}</span>
        </div>
      </form>
    </>
  );
}

/** The region as the API takes it; null for anywhere. */
function regionOf(slug: string | null) {
  return REGIONS.find((one) => one.slug === slug)?.slug ?? null;
}
