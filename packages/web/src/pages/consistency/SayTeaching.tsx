import { type Method, METHODS } from '@recognition/recognition/consistency';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { SkillPicker } from '../../parts/SkillPicker.tsx';
import { useAct } from '../../parts/use-act.ts';
import type { Comparison } from './read.ts';

/** A provider says how it assesses an outcome and what its teaching leads to. */
export function SayTeaching({ data }: { readonly data: Comparison }) {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const { busy, wrong, act } = useAct();
  const said = data.rows.find(({ provider }) => provider !== null)?.teaching ?? null;
  const [methods, setMethods] = useState<readonly Method[]>(said?.methods ?? []);
  const [hours, setHours] = useState(said?.hours?.toString() ?? '');
  const [skills, setSkills] = useState(said?.skills ?? []);
  const [kept, setKept] = useState(false);
  const path = { lineage: data.outcome.lineage };
  const done = async (work: () => Promise<unknown>): Promise<void> => {
    if (!(await act(work))) return;
    setKept(true);
    await queries.invalidateQueries({ queryKey: ['consistency'] });
  };
  return (
    <section className="sec" aria-labelledby="c-say">
      <header>
        <h2 className="h2" id="c-say">
          {t('consistency.say')}
        </h2>
        <p className="small muted">{t('consistency.say-text')}</p>
      </header>
      <form
        onChange={() => setKept(false)}
        onSubmit={(event) => {
          event.preventDefault();
          const body = {
            methods: [...methods],
            hours: hours === '' ? null : Number(hours),
            skills: skills.map(({ uri }) => uri),
          };
          void done(() => api.put('/api/v1/providers/me/teaching/{lineage}', { path, body }));
        }}
      >
        <fieldset className="facet">
          <legend>{t('consistency.say-methods')}</legend>
          {METHODS.map((method) => (
            <label key={method} className="plain">
              <input
                className="choice"
                type="checkbox"
                checked={methods.includes(method)}
                onChange={() =>
                  setMethods(methods.includes(method) ? methods.filter((one) => one !== method) : [...methods, method])
                }
              />
              <span>{t(`consistency.method.${method}`)}</span>
            </label>
          ))}
        </fieldset>
        <div className="field top-2">
          <label htmlFor="c-hours">{t('consistency.say-hours')}</label>
          <input
            className="input slim"
            id="c-hours"
            type="number"
            min={1}
            max={10_000}
            value={hours}
            onChange={(event) => setHours(event.target.value)}
          />
        </div>
        <h3 className="h3 top-2">{t('consistency.say-skills')}</h3>
        {skills.length === 0 ? null : (
          <ul className="picked-outcomes">
            {skills.map(({ uri, label }) => (
              <li key={uri}>
                <span>
                  <Name>{label}</Name>
                </span>
                <button
                  type="button"
                  className="take"
                  aria-label={t('consistency.say-drop', { name: label })}
                  onClick={() => setSkills(skills.filter((one) => one.uri !== uri))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        <SkillPicker
          label={t('author.skill-find')}
          onPick={({ uri, en }) => {
            if (!skills.some((one) => one.uri === uri)) setSkills([...skills, { uri, label: en }]);
          }}
        />
        <p className="acts top-2">
          <button className="btn" type="submit" disabled={busy || methods.length === 0}>
            {t('consistency.keep')}
          </button>
          {said === null ? null : (
            <button
              className="link"
              type="button"
              disabled={busy}
              onClick={() => void done(() => api.delete('/api/v1/providers/me/teaching/{lineage}', { path }))}
            >
              {t('consistency.take-back')}
            </button>
          )}
        </p>
        <p role="status" className="small top-1">
          {wrong ?? (kept ? t('consistency.kept') : '')}
        </p>
      </form>
    </section>
  );
}
