import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { AddEvidence } from './AddEvidence.tsx';
import { Area } from '../../parts/Area.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { again, type Application, type Asked, evidenceQuery } from './queries.ts';
import { History, Rubric } from './Rubric.tsx';
import { useAct } from '../../parts/use-act.ts';

/** An application that was sent: where it stands, what is asked, what was decided and why, and what the learner can do. */
export function Sent({ application }: { readonly application: Application }) {
  const { t, language } = useLanguage();
  const { status, provider, decidedOn } = application;
  const name = provider?.name ?? '';
  return (
    <>
      <h1 className="display">{t(`rpl.stands.${status}`, { provider: name })}</h1>
      <p className="lead top-2">
        {decidedOn === null
          ? t('rpl.sent-on', { date: longDate(dateOfInstant(application.appliedAt ?? application.startedAt), language) })
          : t('rpl.decided-on', { date: longDate(decidedOn, language) })}
      </p>
      {status === 'asked' ? <Answer application={application} /> : null}
      <section className="sec" aria-labelledby="outcomes">
        <header>
          <h2 className="h2" id="outcomes">
            {t('assess.outcomes')}
          </h2>
        </header>
        {application.asked.map((one) => (
          <Outcome key={one.outcome} application={application} one={one} />
        ))}
      </section>
      <section className="sec" aria-labelledby="story">
        <header>
          <h2 className="h2" id="story">
            {t('rpl.your-story')}
          </h2>
        </header>
        <p className="quoted">{application.story}</p>
      </section>
      <History lines={application.history} />
      <Consent application={application} />
    </>
  );
}

function Outcome({ application, one }: { readonly application: Application; readonly one: Asked }) {
  const { t, language } = useLanguage();
  return (
    <article className="asked">
      <h3 className="h3">
        <Name>{one.name}</Name>
      </h3>
      <p className="small muted">{t('rpl.credits', { count: one.credits })}</p>
      {one.words === '' ? null : <p className="quoted">{one.words}</p>}
      {one.evidence.length === 0 ? null : (
        <p className="small">{t('rpl.shown', { evidence: one.evidence.map(({ title }) => title).join(', ') })}</p>
      )}
      {one.decision === null ? null : (
        <>
          <p className={one.decision === 'granted' ? 'say top-2' : 'say wait top-2'}>
            {one.recordedOn === null
              ? t(`rpl.is.${one.decision}`)
              : t('rpl.recorded-on', { date: longDate(one.recordedOn, language) })}
            {one.reviewed ? ` ${t('rpl.reviewed')}` : ''}
          </p>
          <p className="quoted">{one.reason}</p>
          <Rubric rubric={one.rubric} />
        </>
      )}
      {one.dispute === null ? null : (
        <p className="top-2">
          <Link to="/record/disputes/$id" params={{ id: one.dispute }}>
            {t('rpl.your-appeal')}
          </Link>
        </p>
      )}
      {one.decision === 'declined' && one.dispute === null && application.consent === 'given' ? (
        <Appeal id={application.id} outcome={one.outcome} />
      ) : null}
    </article>
  );
}

function Appeal({ id, outcome }: { readonly id: string; readonly outcome: string }) {
  const { t } = useLanguage();
  const [words, setWords] = useState('');
  const { busy, wrong, act: send } = useAct();
  return (
    <details className="act">
      <summary>{t('rpl.appeal')}</summary>
      <form
        className="ask"
        onSubmit={(event) => {
          event.preventDefault();
          void send(async () => {
            await api.post('/api/v1/learners/me/rpl/{id}/appeals', { path: { id }, body: { outcome, words: words.trim() } });
            await again();
          });
        }}
      >
        <Area label={t('rpl.appeal-words')} hint={t('rpl.appeal-hint')} value={words} onChange={setWords} most={2000} required />
        <Wrong words={wrong} />
        <div className="acts">
          <button className="btn" type="submit" disabled={busy}>
            {t('rpl.appeal')}
          </button>
        </div>
      </form>
    </details>
  );
}

/** The question of the assessor, and the answer to it, with more evidence or without. */
function Answer({ application }: { readonly application: Application }) {
  const { t } = useLanguage();
  const { data } = useQuery(evidenceQuery);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { busy, wrong, act: send } = useAct();
  const question = application.history.findLast(({ kind }) => kind === 'asked')?.words ?? '';
  const shown = new Set(application.asked.flatMap(({ evidence }) => evidence.map(({ item }) => item)));
  const more = (data?.items ?? []).filter(({ id }) => !shown.has(id));
  return (
    <section className="sec" aria-labelledby="question">
      <header>
        <h2 className="h2" id="question">
          {t('rpl.question')}
        </h2>
      </header>
      <p className="quoted say wait">{question}</p>
      <AddEvidence />
      <form
        className="ask"
        onSubmit={(event) => {
          event.preventDefault();
          void send(async () => {
            const evidence = chosen.length === 0 ? [] : application.asked.map(({ outcome }) => ({ outcome, items: [...chosen] }));
            await api.post('/api/v1/learners/me/rpl/{id}/answers', {
              path: { id: application.id },
              body: { words: words.trim(), evidence },
            });
            await again();
          });
        }}
      >
        <Area label={t('rpl.answer')} value={words} onChange={setWords} required />
        {more.map(({ id, title }) => (
          <label className="pick" key={id}>
            <input
              className="choice"
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => setChosen(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
            <Name>{title}</Name>
          </label>
        ))}
        <Wrong words={wrong} />
        <div className="acts">
          <button className="btn" type="submit" disabled={busy}>
            {t('rpl.answer-send')}
          </button>
        </div>
      </form>
    </section>
  );
}

/** What the provider may read, and the way to end that. */
function Consent({ application }: { readonly application: Application }) {
  const { t } = useLanguage();
  const { busy, wrong, act: send } = useAct();
  const { id, status, consent, provider } = application;
  const settled = status === 'decided' || status === 'recorded';
  const end = (): Promise<boolean> =>
    send(async () => {
      await (settled
        ? api.post('/api/v1/learners/me/rpl/{id}/consent-end', { path: { id } })
        : api.post('/api/v1/learners/me/rpl/{id}/withdrawal', { path: { id } }));
      await again();
    });
  return (
    <section className="sec" aria-labelledby="consent">
      <header>
        <h2 className="h2" id="consent">
          {t('rpl.consent-title')}
        </h2>
      </header>
      <p className="measure">{t(`rpl.consent-is.${consent}`, { provider: provider?.name ?? '' })}</p>
      {consent !== 'given' ? null : (
        <div className="acts">
          <button className="btn danger" type="button" disabled={busy} onClick={() => void end()}>
            {t(settled ? 'rpl.consent-end' : 'rpl.withdraw')}
          </button>
        </div>
      )}
      <Wrong words={wrong} />
    </section>
  );
}
