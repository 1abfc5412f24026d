import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useAct } from '../../parts/use-act.ts';
import type { Content } from './draft.ts';
import { draftsQuery, modelQuery } from './model-queries.ts';

type Skills = Content['skills'];
type Draft = Awaited<ReturnType<typeof api.get<'/api/v1/outcomes/{id}/drafts'>>>['items'][number];
const keyOf = (statement: number, uri: string): string => `${statement} ${uri}`;

/** Skills that a language model drafts, where one is set up: each is marked, and stands only once the writer accepts it. */
export function SkillDrafts({
  outcome,
  skills,
  onChange,
}: {
  readonly outcome: string;
  readonly skills: Skills;
  readonly onChange: (skills: Skills) => void;
}) {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const { busy, wrong, act } = useAct();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { data: model } = useQuery(modelQuery);
  const on = model?.on === true;
  const { data } = useQuery({ ...draftsQuery(outcome), enabled: on });
  if (!on) return null;
  const open = data?.items.find(({ kind, status }) => kind === 'skills' && status === 'open');
  const again = () => queries.invalidateQueries({ queryKey: draftsQuery(outcome).queryKey });
  const ask = () =>
    act(async () => {
      await api.post('/api/v1/outcomes/{id}/drafts', { path: { id: outcome }, body: { kind: 'skills', lang: language } });
      await again();
    });
  const decide = (draft: string, body: { accepted: boolean; skills?: { statement: number; uri: string }[] }) =>
    act(async () => {
      await api.post('/api/v1/outcomes/{id}/drafts/{draft}/decision', { path: { id: outcome, draft }, body });
      await again();
    });
  /** What was chosen goes into the form, each skill once, and is noted as drafted by the model. */
  const take = async (draft: Draft): Promise<void> => {
    const found = draft.skills.flatMap(({ relation, candidates }, statement) =>
      candidates
        .filter(({ uri }) => chosen.includes(keyOf(statement, uri)))
        .map(({ uri, scheme, label }) => ({ statement, skill: { uri, scheme, label, relation, proficiency: null } })),
    );
    const taken = [...new Map(found.map((one) => [one.skill.uri, one])).values()];
    const said = taken.map(({ statement, skill }) => ({ statement, uri: skill.uri }));
    if (!(await decide(draft.id, { accepted: true, skills: said }))) return;
    setChosen([]);
    onChange([...skills, ...taken.map(({ skill }) => skill)]);
  };
  const picked = new Set(skills.map(({ uri }) => uri));
  return (
    <div className="suggested" id="skill-drafts">
      <p className="small muted">{t('drafting.note', { model: model.model ?? '' })}</p>
      {open === undefined ? (
        <button type="button" className="btn second slim" disabled={busy} onClick={() => void ask()}>
          {t('drafting.ask-skills')}
        </button>
      ) : (
        <>
          <p>
            <b>{t('drafting.skills-title')}</b> <span className="small muted">{t('drafting.by', { model: open.model })}</span>
          </p>
          <ul aria-label={t('drafting.skills-title')}>
            {open.skills.map(({ statement, evidence, candidates }, at) => (
              <li key={statement}>
                <span>
                  {statement} <small className="muted">{t('drafting.evidence', { evidence })}</small>
                </span>
                {candidates.length === 0 ? <small className="muted">{t('drafting.no-candidate')}</small> : null}
                {candidates.map(({ uri, label }) => (
                  <label key={uri} className="plain">
                    <input
                      className="choice"
                      type="checkbox"
                      disabled={busy || picked.has(uri)}
                      checked={chosen.includes(keyOf(at, uri))}
                      onChange={() =>
                        setChosen(
                          chosen.includes(keyOf(at, uri))
                            ? chosen.filter((one) => one !== keyOf(at, uri))
                            : [...chosen, keyOf(at, uri)],
                        )
                      }
                    />
                    <span>{label}</span>
                  </label>
                ))}
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="btn second slim"
            disabled={busy || chosen.length === 0}
            onClick={() => void take(open)}
          >
            {t('drafting.take')}
          </button>{' '}
          <button type="button" className="link" disabled={busy} onClick={() => void decide(open.id, { accepted: false })}>
            {t('drafting.refuse')}
          </button>
        </>
      )}
      <p role="status" className="small">
        {wrong ?? (busy ? t('drafting.asking') : '')}
      </p>
    </div>
  );
}
