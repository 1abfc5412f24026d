import type { OwnDelegates } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { formText } from '../../parts/form-text.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Part } from '../account/parts.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';
import { ShareLog } from '../share/ShareLog.tsx';
import { SharingNav } from '../share/SharingNav.tsx';
import { ActBoxes, ACTS, actsIn, authorityIn } from './Covers.tsx';
import { GivenCode } from './GivenCode.tsx';
import { authoritiesQuery, delegatesQuery } from './queries.ts';

type Delegate = OwnDelegates['items'][number];

/** Who may act for me, what they may do and did, and naming somebody. */
export function DelegatesPage() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(delegatesQuery);
  useTitle(t('acting.title'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const now = data.items.filter(({ state }) => state === 'open' || state === 'waiting');
  const open = now.filter(({ state }) => state === 'open').length;
  const past = data.items.filter((one) => !now.includes(one));
  return (
    <>
      <SharingNav />
      <h1 className="display">{open === 0 ? t('acting.title-none') : t('acting.title-some', { count: open })}</h1>
      <p className="lead top-2">{t('acting.about')}</p>
      {now.length === 0 ? null : <List title={t('acting.now')} items={now} />}
      <NameForm />
      {past.length === 0 ? null : <List title={t('acting.past')} items={past} />}
    </>
  );
}

function List({ title, items }: { readonly title: string; readonly items: readonly Delegate[] }) {
  return (
    <Part title={title}>
      <ul className="consents">
        {items.map((one) => (
          <One key={one.id} one={one} />
        ))}
      </ul>
    </Part>
  );
}

function One({ one }: { readonly one: Delegate }) {
  const { t, language } = useLanguage();
  const { busy, wrong, act } = useAct();
  const end = (): Promise<boolean> =>
    act(async () => {
      await api.post('/api/v1/learners/me/delegations/{id}/ending', { path: { id: one.id } });
      await queries.invalidateQueries({ queryKey: ['delegates'] });
    });
  const live = one.state === 'open' || one.state === 'waiting';
  return (
    <li>
      <div className="one">
        <div>
          <h3>{one.named}</h3>
          <p>
            {t(one.byLearner ? 'acting.given-by-you' : 'acting.given-by-steward')} · {authorityIn(language, one.authority)} ·{' '}
            {one.until === null ? t('acting.no-limit') : t('acting.until', { date: longDate(one.until, language) })}
          </p>
          <p>{one.acts.length === 0 ? t('acting.theirs-none') : t('acting.theirs', { acts: actsIn(t, one.acts) })}</p>
          <p className="small muted">
            {one.signedInAs === null ? '' : t('acting.as', { name: one.signedInAs })}
            {one.state === 'waiting' && one.codeUntil !== null
              ? t('acting.code-waits', { date: longDate(dateOfInstant(one.codeUntil), language) })
              : ''}
            {one.state === 'late' ? t('acting.code-late') : ''}
          </p>
        </div>
        {live ? (
          <button type="button" className="btn danger slim" disabled={busy} onClick={() => void end()}>
            {t('acting.end')}
            <span className="unseen"> {one.named}</span>
          </button>
        ) : (
          <span className="small muted">{t(`acting.state.${one.state}`)}</span>
        )}
      </div>
      <Wrong words={wrong} />
      <details>
        <summary>{t('acting.history', { count: one.log.length })}</summary>
        <ShareLog lines={one.log.map((line) => (line.kind === 'made' ? { ...line, kind: 'named' } : line))} />
      </details>
    </li>
  );
}

function NameForm() {
  const { t } = useLanguage();
  const { busy, wrong, act } = useAct();
  const { data: policy } = useQuery(authoritiesQuery);
  const [given, setGiven] = useState<{ named: string; code: string; codeUntil: string } | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string): string => formText(data, name);
    const until = text('until');
    void act(async () => {
      const body = {
        named: text('named'),
        acts: ACTS.filter((one) => data.has(one)),
        ...(until === '' ? {} : { until }),
      };
      const answer = await api.post('/api/v1/learners/me/delegations', { body });
      setGiven({ ...answer, named: body.named });
      form.reset();
      await queries.invalidateQueries({ queryKey: ['delegates'] });
    });
  };
  return (
    <Part title={t('acting.name')}>
      <form className="asked" onSubmit={submit}>
        <div className="field">
          <label htmlFor="named">{t('acting.named')}</label>
          <input
            className="input"
            id="named"
            name="named"
            required
            maxLength={200}
            autoComplete="off"
            aria-describedby="named-hint"
          />
          <p className="small muted" id="named-hint">
            {t('acting.named-hint')}
          </p>
        </div>
        <ActBoxes legend={t('acting.may')} />
        <div className="field">
          <label htmlFor="until">{t('acting.until-label')}</label>
          <input className="input" id="until" name="until" type="date" aria-describedby="until-hint" />
          <p className="small muted" id="until-hint">
            {t('acting.until-label-hint')}
          </p>
        </div>
        <div className="acts">
          <button className="btn" type="submit" disabled={busy}>
            {t('acting.name')}
          </button>
        </div>
        <Wrong words={wrong} />
      </form>
      <GivenCode given={given} />
      {policy === undefined || policy.acts.length === 0 ? null : (
        <p className="small muted measure top-2">{t('acting.under-age', { age: policy.age, acts: actsIn(t, policy.acts) })}</p>
      )}
    </Part>
  );
}
