import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Area } from '../../parts/Area.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { again } from '../rpl/queries.ts';
import { History, Rubric } from '../rpl/Rubric.tsx';
import { useAct } from '../../parts/use-act.ts';
import { type Judging, JudgeOutcome, judgementOf, startJudging } from './Judge.tsx';
import { type Sent, sentQuery } from './queries.ts';
import { Shown } from './Shown.tsx';

/** One application: what was told and shown, asking back, judging, agreeing as the second person, looking again after an appeal. */
export function AssessPage() {
  const { id } = useParams({ from: '/assess/$id' });
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(sentQuery(id));
  useTitle(t('assess.title'));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  const { status } = data;
  const judging = status === 'applied' || status === 'asked';
  return (
    <>
      <p className="eyebrow">
        <Link to="/assess">{t('assess.title')}</Link>
      </p>
      <h1 className="display">{data.learner === null ? t('assess.no-name') : <Name>{data.learner}</Name>}</h1>
      <p className="lead top-2">{t(data.appealed ? 'rpl.appealed' : `assess.status.${status}`)}</p>
      {data.story === null ? <p className="say wait">{t('assess.consent-ended')}</p> : null}
      {data.story === null ? null : (
        <section className="sec" aria-labelledby="story">
          <header>
            <h2 className="h2" id="story">
              {t('assess.story')}
            </h2>
            <p className="small muted">{t('assess.logged')}</p>
          </header>
          <p className="quoted">{data.story}</p>
        </section>
      )}
      {judging ? <Assess key={data.asked.length} sent={data} /> : <Decided sent={data} />}
      {status === 'assessed' ? <Confirm sent={data} /> : null}
      {status === 'applied' ? <Ask id={id} /> : null}
      <History lines={data.history} />
    </>
  );
}

/** Every outcome with its rubric, and one button that sends all of it. */
function Assess({ sent }: { readonly sent: Sent }) {
  const { t } = useLanguage();
  const [judged, setJudged] = useState<readonly Judging[]>(() => sent.asked.map(startJudging));
  const { busy, wrong, act: send } = useAct();
  const assess = (): Promise<boolean> =>
    send(async () => {
      await api.put('/api/v1/providers/me/rpl/{id}/assessment', {
        path: { id: sent.id },
        body: { outcomes: judged.map(judgementOf) },
      });
      await again();
    });
  return (
    <form
      className="sec"
      aria-labelledby="judge"
      onSubmit={(event) => {
        event.preventDefault();
        void assess();
      }}
    >
      <header>
        <h2 className="h2" id="judge">
          {t('assess.judge')}
        </h2>
      </header>
      <p className="muted measure">{t('assess.judge-hint')}</p>
      {sent.asked.map((asked, at) => {
        const one = judged[at];
        return one === undefined ? null : (
          <JudgeOutcome
            key={asked.outcome}
            id={sent.id}
            asked={asked}
            judging={one}
            onChange={(next) => setJudged(judged.map((other) => (other.outcome === next.outcome ? next : other)))}
          />
        );
      })}
      {sent.secondNeeded ? <p className="say wait top-2">{t('assess.second-needed')}</p> : null}
      <Wrong words={wrong} />
      <div className="acts">
        <button className="btn" type="submit" disabled={busy}>
          {t('assess.send')}
        </button>
      </div>
    </form>
  );
}

/** What was judged; and the review of what is appealed. */
function Decided({ sent }: { readonly sent: Sent }) {
  const { t } = useLanguage();
  return (
    <section className="sec" aria-labelledby="judged">
      <header>
        <h2 className="h2" id="judged">
          {t('assess.judged')}
        </h2>
      </header>
      {sent.asked.map((one) => (
        <article className="asked" key={one.outcome}>
          <h3 className="h3">
            <Name>{one.name}</Name>
          </h3>
          <Shown id={sent.id} asked={one} />
          {one.decision === null ? null : (
            <p className={one.decision === 'granted' ? 'say top-2' : 'say wait top-2'}>{t(`rpl.is.${one.decision}`)}</p>
          )}
          <p className="quoted">{one.reason}</p>
          <Rubric rubric={one.rubric} />
          {one.dispute !== null && !one.reviewed ? <Review sent={sent} asked={one} /> : null}
        </article>
      ))}
    </section>
  );
}

function Review({ sent, asked }: { readonly sent: Sent; readonly asked: Sent['asked'][number] }) {
  const { t } = useLanguage();
  const [judging, setJudging] = useState(() => startJudging(asked));
  const { busy, wrong, act: send } = useAct();
  if (sent.assessedByYou || sent.confirmedByYou) return <p className="say wait top-2">{t('assess.other-reviews')}</p>;
  const appeal = sent.history.findLast(({ kind }) => kind === 'appealed')?.words ?? '';
  return (
    <form
      className="ask top-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send(async () => {
          await api.post('/api/v1/providers/me/rpl/{id}/reviews', { path: { id: sent.id }, body: judgementOf(judging) });
          await again();
        });
      }}
    >
      <h4 className="h3">{t('assess.review')}</h4>
      <p className="quoted say wait">{appeal}</p>
      <JudgeOutcome id={sent.id} asked={asked} judging={judging} onChange={setJudging} />
      <Wrong words={wrong} />
      <div className="acts">
        <button className="btn" type="submit" disabled={busy}>
          {t('assess.review-send')}
        </button>
      </div>
    </form>
  );
}

function Confirm({ sent }: { readonly sent: Sent }) {
  const { t } = useLanguage();
  const [words, setWords] = useState('');
  const { busy, wrong, act: send } = useAct();
  if (sent.assessedByYou) return <p className="say wait top-2">{t('assess.other-confirms')}</p>;
  const confirm = (agrees: boolean): Promise<boolean> =>
    send(async () => {
      await api.post('/api/v1/providers/me/rpl/{id}/confirmation', {
        path: { id: sent.id },
        body: { agrees, words: words.trim() },
      });
      await again();
    });
  return (
    <section className="sec ask" aria-labelledby="confirm">
      <header>
        <h2 className="h2" id="confirm">
          {t('assess.confirm')}
        </h2>
      </header>
      <Area label={t('assess.confirm-words')} hint={t('assess.confirm-hint')} value={words} onChange={setWords} required />
      <Wrong words={wrong} />
      <div className="acts">
        <button className="btn" type="button" disabled={busy || words.trim() === ''} onClick={() => void confirm(true)}>
          {t('assess.agree')}
        </button>
        <button className="btn second" type="button" disabled={busy || words.trim() === ''} onClick={() => void confirm(false)}>
          {t('assess.give-back')}
        </button>
      </div>
    </section>
  );
}

function Ask({ id }: { readonly id: string }) {
  const { t } = useLanguage();
  const [words, setWords] = useState('');
  const { busy, wrong, act: send } = useAct();
  return (
    <details className="act">
      <summary>{t('assess.ask')}</summary>
      <form
        className="ask"
        onSubmit={(event) => {
          event.preventDefault();
          void send(async () => {
            await api.post('/api/v1/providers/me/rpl/{id}/questions', { path: { id }, body: { words: words.trim() } });
            await again();
          });
        }}
      >
        <Area label={t('assess.question')} hint={t('assess.question-hint')} value={words} onChange={setWords} required />
        <Wrong words={wrong} />
        <div className="acts">
          <button className="btn second" type="submit" disabled={busy}>
            {t('assess.ask-send')}
          </button>
        </div>
      </form>
    </details>
  );
}
