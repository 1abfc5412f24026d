import type { FoundGroup } from '@recognition/client';
import { MOST_SEARCHED } from '@recognition/recognition';
import { REGIONS } from '@recognition/recognition/places';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { RegionOptions } from '../../parts/RegionOptions.tsx';
import { bandWords } from '../../parts/skills/band.ts';
import { SkillPicker } from '../../parts/SkillPicker.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useTitle } from '../../parts/use-title.ts';
import { Area } from '../../parts/Area.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { rolesQuery } from './queries.ts';

interface Wanted {
  readonly uri: string;
  readonly en: string;
  readonly mi: string | null;
}

/** Search among people who chose to be found, by skills and region alone, and ask a group of them. */
export function FindPage() {
  const { t, language } = useLanguage();
  const { role: from } = useSearch({ from: '/talent/find' });
  const roles = useQuery(rolesQuery);
  const [role, setRole] = useState<string | null>(null);
  const [skills, setSkills] = useState<readonly Wanted[]>([]);
  const [region, setRegion] = useState('');
  const [groups, setGroups] = useState<readonly FoundGroup[] | null>(null);
  const { busy, wrong, act } = useAct();
  useTitle(t('find.title'));
  const inUse = roles.data?.items.filter(({ archived }) => !archived) ?? [];
  const begin = (id: string): void => {
    const chosen = inUse.find((one) => one.id === id);
    setGroups(null);
    setRole(chosen?.id ?? null);
    if (chosen === undefined) return;
    setSkills(chosen.skills.slice(0, MOST_SEARCHED));
    setRegion(chosen.region ?? '');
  };
  // A role named in the address is taken once, when the roles are there.
  useEffect(() => {
    if (from !== undefined && role === null && inUse.length > 0) begin(from);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [roles.data]);
  const slug = REGIONS.find((one) => one.slug === region)?.slug ?? null;
  const nameOf = (uri: string): string => {
    const skill = skills.find((one) => one.uri === uri);
    return skill === undefined ? uri : language === 'mi' && skill.mi !== null ? skill.mi : skill.en;
  };
  const search = async (): Promise<void> => {
    setGroups(null);
    await act(async () => {
      const body = { skills: skills.map(({ uri }) => uri), region: slug };
      setGroups((await api.post('/api/v1/employers/me/people', { body })).groups);
    });
  };
  return (
    <>
      <p className="eyebrow">
        <Link to="/talent">{t('talent.title')}</Link>
      </p>
      <h1 className="display">{t('find.headline')}</h1>
      <p className="lead top-2">{t('find.lead')}</p>
      <form
        className="form top-3"
        onSubmit={(event) => {
          event.preventDefault();
          void search();
        }}
      >
        {inUse.length === 0 ? null : (
          <div className="field">
            <label htmlFor="find-role">{t('find.role')}</label>
            <select id="find-role" className="input" value={role ?? ''} onChange={(event) => begin(event.target.value)}>
              <option value="">{t('talent.no-role')}</option>
              {inUse.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </div>
        )}
        <fieldset className="part">
          <legend className="h3">{t('find.skills')}</legend>
          <p className="hint">{t('find.skills-hint')}</p>
          <ol className="picked">
            {skills.map((skill) => (
              <li key={skill.uri}>
                <span>
                  <Name>{nameOf(skill.uri)}</Name>
                </span>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    setGroups(null);
                    setSkills(skills.filter(({ uri }) => uri !== skill.uri));
                  }}
                >
                  {t('talent.take-away')}
                  <span className="unseen"> {nameOf(skill.uri)}</span>
                </button>
              </li>
            ))}
          </ol>
          {skills.length >= MOST_SEARCHED ? null : (
            <SkillPicker
              label={t('talent.role-skill-find')}
              onPick={({ uri, en, mi }) => {
                setGroups(null);
                if (!skills.some((one) => one.uri === uri)) setSkills([...skills, { uri, en, mi }]);
              }}
            />
          )}
        </fieldset>
        <div className="field">
          <label htmlFor="find-region">{t('find.region')}</label>
          <select
            id="find-region"
            className="input"
            value={region}
            onChange={(event) => {
              setGroups(null);
              setRegion(event.target.value);
            }}
          >
            <RegionOptions none={t('talent.role-anywhere')} />
          </select>
        </div>
        <div className="acts">
          <button type="submit" className="btn" disabled={busy || skills.length === 0}>
            {t('find.go')}
          </button>
        </div>
        <Wrong words={wrong} />
      </form>
      <section className="sec" aria-labelledby="people-found" aria-live="polite">
        <header>
          <h2 className="h2" id="people-found">
            {t('find.found')}
          </h2>
        </header>
        {groups === null ? <p className="muted">{t('find.not-yet')}</p> : null}
        {groups?.length === 0 ? <p>{t('find.none')}</p> : null}
        <ul className="requests">
          {groups?.map((group) => (
            <li key={group.skills.join(' ')}>
              <h3 className="h3">{t('found.group', { people: bandWords(group.people, t) })}</h3>
              <ul className="tags">
                {group.skills.map((uri) => (
                  <li key={uri}>{nameOf(uri)}</li>
                ))}
              </ul>
              <Ask
                group={group}
                asked={{ skills: skills.map(({ uri }) => uri), region: slug }}
                role={role}
                name={inUse.find(({ id }) => id === role)?.title ?? ''}
              />
            </li>
          ))}
        </ul>
        <p className="muted top-2">{t('find.note')}</p>
      </section>
    </>
  );
}

function Ask({
  group,
  asked,
  role,
  name,
}: {
  readonly group: FoundGroup;
  readonly asked: { readonly skills: readonly string[]; readonly region: (typeof REGIONS)[number]['slug'] | null };
  readonly role: string | null;
  readonly name: string;
}) {
  const { t } = useLanguage();
  const { busy, wrong, act } = useAct();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState(name);
  const [words, setWords] = useState('');
  // The same asking has one key, so that sending it again after a lost answer does not reach others of the group; a changed one has another.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [sent, setSent] = useState(false);
  if (sent) return <p role="status">{t('find.sent')}</p>;
  if (!open)
    return (
      <button type="button" className="btn second slim" onClick={() => setOpen(true)}>
        {t('find.ask')}
      </button>
    );
  const send = async (): Promise<void> => {
    const body = { skills: [...asked.skills], region: asked.region, group: [...group.skills], title, words, role, most: 20 };
    if (await act(() => api.post('/api/v1/employers/me/approaches', { body, key }))) {
      setSent(true);
      await queries.invalidateQueries({ queryKey: ['approaches'] });
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="field">
        <label htmlFor="ask-title">{t('find.ask-title')}</label>
        <input
          id="ask-title"
          className="input"
          required
          maxLength={200}
          value={title}
          onChange={(event) => {
            setTitle(event.target.value);
            setKey(crypto.randomUUID());
          }}
        />
      </div>
      <Area
        label={t('find.ask-words')}
        hint={t('find.ask-hint')}
        required
        most={2000}
        value={words}
        onChange={(value) => {
          setWords(value);
          setKey(crypto.randomUUID());
        }}
      />
      <div className="acts">
        <button type="submit" className="btn" disabled={busy || title.trim() === '' || words.trim() === ''}>
          {t('find.send')}
        </button>
      </div>
      <Wrong words={wrong} />
    </form>
  );
}
