import type { OwnFound } from '@recognition/client';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { useAct } from '../../parts/use-act.ts';
import { Wrong } from '../../parts/Wrong.tsx';
import { daysAfter } from '../share/draft.ts';

type Approach = OwnFound['approaches'][number];
const SHOWN = ['name', 'dates', 'providers', 'grades'] as const;

/** Employers that asked: what they wrote, and accepting or declining it. */
export function Approaches({
  items,
  label,
  today,
}: {
  readonly items: readonly Approach[];
  readonly label: (uri: string) => string;
  readonly today: string;
}) {
  const { t, language } = useLanguage();
  if (items.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="approaches">
      <header>
        <h2 className="h2" id="approaches">
          {t('found.approaches')}
        </h2>
      </header>
      <ul className="requests">
        {items.map((one) => (
          <li key={one.id}>
            <article aria-label={one.title}>
              <h3 className="h3">{one.title}</h3>
              <p className="muted small">
                {t('found.from', { who: one.organisation.name, date: longDate(dateOfInstant(one.sentAt), language) })}
              </p>
              <p className="top-1 words">{one.words}</p>
              <ul className="tags">
                {one.skills.map((uri) => (
                  <li key={uri}>{label(uri)}</li>
                ))}
              </ul>
              {one.status === 'waits' ? (
                <Answer approach={one} today={today} />
              ) : (
                <p>
                  {t(`found.status.${one.status}`)}{' '}
                  {one.share === null ? null : (
                    <Link to="/record/shares/$id" params={{ id: one.share }}>
                      {t('found.share')}
                    </Link>
                  )}
                </p>
              )}
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answer({ approach, today }: { readonly approach: Approach; readonly today: string }) {
  const { t, language } = useLanguage();
  const { busy, wrong, act } = useAct();
  const [fields, setFields] = useState<readonly (typeof SHOWN)[number][]>(['name', 'dates', 'providers']);
  const [outcomesShown, setOutcomesShown] = useState(false);
  const path = { id: approach.id };
  const after = async (done: boolean): Promise<void> => {
    if (done)
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['found'] }),
        queries.invalidateQueries({ queryKey: ['shares'] }),
      ]);
  };
  const accept = async (): Promise<void> =>
    after(
      await act(() =>
        api.post('/api/v1/learners/me/found/approaches/{id}/acceptance', {
          path,
          body: { fields: [...fields], outcomesShown, expiresOn: daysAfter(today, 90) },
        }),
      ),
    );
  return (
    <>
      <fieldset className="asked">
        <legend className="small">{t('found.accept-shows', { who: approach.organisation.name })}</legend>
        <div className="choices">
          {SHOWN.map((field) => (
            <label key={field}>
              <input
                className="choice"
                type="checkbox"
                checked={fields.includes(field)}
                onChange={() => setFields(fields.includes(field) ? fields.filter((one) => one !== field) : [...fields, field])}
              />
              {t(`share.field.${field}`)}
            </label>
          ))}
          <label>
            <input className="choice" type="checkbox" checked={outcomesShown} onChange={() => setOutcomesShown(!outcomesShown)} />
            {t('share.with-outcomes')}
          </label>
        </div>
      </fieldset>
      <div className="acts">
        <button type="button" className="btn" disabled={busy} onClick={() => void accept()}>
          {t('found.accept')}
        </button>
        <button
          type="button"
          className="btn second"
          disabled={busy}
          onClick={() =>
            void (async () => after(await act(() => api.post('/api/v1/learners/me/found/approaches/{id}/refusal', { path }))))()
          }
        >
          {t('found.decline')}
        </button>
        <p className="muted small">{t('found.waits-until', { date: longDate(approach.until, language) })}</p>
      </div>
      <Wrong words={wrong} />
    </>
  );
}
