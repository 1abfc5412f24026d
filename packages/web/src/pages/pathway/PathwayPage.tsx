import { TOWNS } from '@recognition/recognition/places';
import type { PathwayPlan, PathwayPlanned } from '@recognition/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Languages } from '../../parts/Languages.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { askedOf, type Draft, EMPTY, WAYS } from './draft.ts';
import { GoalFields } from './GoalFields.tsx';
import { PlanCard } from './PlanCard.tsx';
import { savedQuery } from './queries.ts';

/** Planning a way: the goal, the limits, the plans side by side, and those that are kept. */
export function PathwayPage() {
  const { t } = useLanguage();
  const say = useTrouble();
  useTitle(t('way.title'));
  const [draft, setDraft] = useState(EMPTY);
  const asked = askedOf(draft);
  const plan = useMutation({
    mutationFn: async (): Promise<PathwayPlanned | null> =>
      asked === null ? null : api.post('/api/v1/pathways/plan', { body: asked }),
  });
  return (
    <>
      <h1 className="display">{t('way.title')}</h1>
      <p className="lead top-2">{t('way.lead')}</p>
      <form
        className="way-form"
        onSubmit={(event) => {
          event.preventDefault();
          plan.mutate();
        }}
      >
        <GoalFields draft={draft} onChange={setDraft} />
        <LimitFields draft={draft} onChange={setDraft} />
        <div className="acts">
          <button type="submit" className="btn" disabled={asked === null || plan.isPending}>
            {t('way.plan')}
          </button>
        </div>
      </form>
      <div aria-live="polite">
        {plan.isPending ? <p>{t('way.planning')}</p> : null}
        {plan.error === null ? null : <p role="alert">{say(plan.error)}</p>}
        {plan.data == null ? null : <Answer answer={plan.data} />}
      </div>
      <Saved />
    </>
  );
}

function LimitFields({ draft, onChange }: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const { t } = useLanguage();
  const input = (name: 'hours' | 'start' | 'finish' | 'dollars' | 'km', type: 'number' | 'date') => (
    <label className="field">
      <span className="label">{t(`way.${name}`)}</span>
      <input
        className="input"
        type={type}
        min={type === 'number' ? 0 : undefined}
        value={draft[name]}
        onChange={({ target }) => onChange({ ...draft, [name]: target.value })}
      />
    </label>
  );
  return (
    <fieldset className="field">
      <legend className="label">{t('way.limits')}</legend>
      <div className="way-limits">
        {input('hours', 'number')}
        {input('start', 'date')}
        {input('finish', 'date')}
        {input('dollars', 'number')}
        <label className="field">
          <span className="label">{t('way.town')}</span>
          <select className="input" value={draft.town} onChange={({ target }) => onChange({ ...draft, town: target.value })}>
            <option value="">{t('way.town-any')}</option>
            {TOWNS.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {draft.town === '' ? null : input('km', 'number')}
      </div>
      <fieldset className="field">
        <legend className="label">{t('way.ways')}</legend>
        {WAYS.map((one) => (
          <label key={one} className="pick">
            <input
              className="choice"
              type="checkbox"
              checked={draft.ways.includes(one)}
              onChange={() =>
                onChange({
                  ...draft,
                  ways: draft.ways.includes(one) ? draft.ways.filter((other) => other !== one) : [...draft.ways, one],
                })
              }
            />
            {t(`shop.delivery.${one}`)}
          </label>
        ))}
      </fieldset>
      <Languages
        label={t('way.languages')}
        hint={t('way.languages-hint')}
        chosen={draft.languages}
        onChange={(languages) => onChange({ ...draft, languages })}
      />
    </fieldset>
  );
}

function Answer({ answer }: { readonly answer: PathwayPlanned }) {
  const { t, language } = useLanguage();
  const title = answer.title[language];
  const { achievements, skills, offerings } = answer.madeFrom;
  return (
    <section className="sec" aria-labelledby="plans">
      {answer.state === 'met' ? (
        <>
          <h2 className="h2" id="plans">
            {t('way.met')}
          </h2>
          <Link className="link" to="/record">
            {t('way.met-claim')}
          </Link>
        </>
      ) : answer.state === 'plans' ? (
        <>
          <h2 className="h2" id="plans">
            {t('way.plans', { count: answer.plans.length, title })}
          </h2>
          <div className="way-plans">
            {answer.plans.map((plan, at) => (
              <PlanCard key={plan.steps.map(({ offering, begins }) => offering.id + begins).join()} plan={plan}>
                <Keep answer={answer} plan={plan} seal={answer.seals[at] ?? ''} />
              </PlanCard>
            ))}
          </div>
        </>
      ) : (
        <>
          <h2 className="h2" id="plans">
            {t(answer.state === 'cannot' ? 'way.cannot' : 'way.unproven')}
          </h2>
          {answer.state === 'unproven' ? null : answer.nearest.length > 0 ? (
            <>
              <p>{t('way.cannot-text')}</p>
              <ul className="dots">
                {answer.nearest.map((one) => (
                  <li key={one.limit}>{one[language]}</li>
                ))}
              </ul>
            </>
          ) : answer.notOffered.length > 0 ? (
            <>
              <p>{t('way.not-offered')}</p>
              <ul className="dots">
                {answer.notOffered.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </>
          ) : (
            <p>{t('way.cannot-none')}</p>
          )}
        </>
      )}
      <details className="top-2">
        <summary>{t('way.made')}</summary>
        <p className="small">{t('way.made-text', { achievements, skills, offerings })}</p>
      </details>
    </section>
  );
}

function Keep({ answer, plan, seal }: { readonly answer: PathwayPlanned; readonly plan: PathwayPlan; readonly seal: string }) {
  const { t, language } = useLanguage();
  const say = useTrouble();
  const navigate = useNavigate();
  const keep = useMutation({
    mutationFn: () => api.post('/api/v1/pathways', { body: { title: answer.title[language], asked: answer.asked, plan, seal } }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['pathways'] });
      await navigate({ to: '/record/pathway/$id', params: { id } });
    },
  });
  return (
    <div className="acts">
      <button type="button" className="btn second" disabled={keep.isPending} onClick={() => keep.mutate()}>
        {t('way.save')}
      </button>
      {keep.error === null ? null : <p role="alert">{say(keep.error)}</p>}
    </div>
  );
}

function Saved() {
  const { t, language } = useLanguage();
  const { data } = useQuery(savedQuery);
  if (data === undefined) return null;
  return (
    <section className="sec" aria-labelledby="kept">
      <h2 className="h2" id="kept">
        {t('way.saved')}
      </h2>
      {data.items.length === 0 ? <p className="muted">{t('way.saved-none')}</p> : null}
      <ul className="dots">
        {data.items.map(({ id, title, finish }) => (
          <li key={id}>
            <Link to="/record/pathway/$id" params={{ id }}>
              {title}
            </Link>
            <span className="muted">{` ${t('way.done-by', { date: longDate(finish, language) })}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
