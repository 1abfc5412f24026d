import type { HeldAuthorities } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent } from 'react';
import { api, queries, sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { formText } from '../../parts/form-text.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Part } from '../account/parts.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';
import { actsIn, authorityIn } from './Covers.tsx';
import { heldQuery } from './queries.ts';

type Held = HeldAuthorities['items'][number];

/** For whom I may act: taking a code, stepping in, giving it up. While I act for somebody, the way back. */
export function ActingPage() {
  const { t } = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  useTitle(t('acting.for'));
  if (session === undefined) return <Waiting />;
  if (session.actsFor !== null && session.actsFor !== undefined) return <Within learner={session.actsFor.learner} />;
  return <Mine />;
}

function Within({ learner }: { readonly learner: string }) {
  const { t } = useLanguage();
  return (
    <>
      <p className="eyebrow">{t('acting.for')}</p>
      <h1 className="display">{learner}</h1>
      <p className="lead top-2">{t('acting.into', { learner })}</p>
      <div className="acts">
        <Link className="btn" to="/record">
          {t('acting.record')}
        </Link>
      </div>
    </>
  );
}

function Mine() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(heldQuery);
  const { busy, wrong, act } = useAct();
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const take = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const code = formText(new FormData(form), 'code');
    void act(async () => {
      await api.post('/api/v1/delegations/acceptance', { body: { code } });
      form.reset();
      await queries.invalidateQueries({ queryKey: ['held'] });
    });
  };
  const open = data.items.filter(({ state }) => state === 'open');
  const past = data.items.filter(({ state }) => state !== 'open');
  return (
    <>
      <p className="eyebrow">
        <Link to="/account">{t('account.title')}</Link>
      </p>
      <h1 className="display">{t('acting.for')}</h1>
      <p className="lead top-2">{t(open.length === 0 ? 'acting.for-none' : 'acting.for-lead')}</p>
      <ul className="consents top-3">
        {open.map((one) => (
          <One key={one.id} one={one} />
        ))}
      </ul>
      <Part title={t('acting.take')}>
        <form className="asked" onSubmit={take}>
          <div className="field">
            <label htmlFor="code">{t('acting.code')}</label>
            <input
              className="input"
              id="code"
              name="code"
              required
              maxLength={40}
              autoComplete="off"
              aria-describedby="code-hint"
            />
            <p className="small muted" id="code-hint">
              {t('acting.code-hint')}
            </p>
          </div>
          <div className="acts">
            <button className="btn" type="submit" disabled={busy}>
              {t('acting.take')}
            </button>
          </div>
          <Wrong words={wrong} />
        </form>
      </Part>
      {past.length === 0 ? null : (
        <Part title={t('acting.past')}>
          <ul className="lines">
            {past.map((one) => (
              <li key={one.id}>
                <span>{one.learner}</span>
                <span className="muted">{t(`acting.state.${one.state}`)}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function One({ one }: { readonly one: Held }) {
  const { t, language } = useLanguage();
  const { busy, wrong, act } = useAct();
  const step = async (): Promise<void> => {
    if (await act(() => api.post('/api/v1/delegations/{id}/session', { path: { id: one.id } }))) {
      queries.clear();
      window.location.assign(`/record?lang=${language}`);
    }
  };
  const giveUp = (): Promise<boolean> =>
    act(async () => {
      await api.post('/api/v1/delegations/{id}/giving-up', { path: { id: one.id } });
      await queries.invalidateQueries({ queryKey: ['held'] });
    });
  return (
    <li>
      <div className="one">
        <div>
          <h2 className="h3">{one.learner}</h2>
          <p>
            {authorityIn(language, one.authority)} ·{' '}
            {one.until === null ? t('acting.no-limit') : t('acting.until', { date: longDate(one.until, language) })}
          </p>
          <p>{one.acts.length === 0 ? t('acting.covers-none') : t('acting.covers', { acts: actsIn(t, one.acts) })}</p>
        </div>
        <span className="acts">
          <button type="button" className="btn slim" disabled={busy} onClick={() => void step()}>
            {t('acting.go', { learner: one.learner })}
          </button>
          <button type="button" className="btn second slim" disabled={busy} onClick={() => void giveUp()}>
            {t('acting.end-give-up')}
            <span className="unseen"> {one.learner}</span>
          </button>
        </span>
      </div>
      <p className="small muted">{t('acting.into', { learner: one.learner })}</p>
      <Wrong words={wrong} />
    </li>
  );
}
