import type { LearnerRecord } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { recordQuery } from '../../api.ts';
import { redecided } from '../../deciding/decide.ts';
import { bestFrame, frameFrom, linesOf } from '../../deciding/model.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Figures } from '../../parts/stack/Figures.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Earned } from './Earned.tsx';
import { headline, leadOf } from './headline.ts';
import { Next } from './Next.tsx';
import { RecordStack } from './RecordStack.tsx';
import { usePicks } from './use-picks.ts';

/** My record: what have I earned, how close am I to an ALQ, in what, and what runs out when? */
export function RecordPage() {
  const { data, error, refetch } = useQuery(recordQuery);
  if (data !== undefined) return data.record.achievements.length === 0 ? <NothingYet /> : <Record data={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting picture />;
}

function Record({ data }: { readonly data: LearnerRecord }) {
  const { t, language, field } = useLanguage();
  const lines = useMemo(() => linesOf(data.record, data.decision), [data]);
  const best = useMemo(() => bestFrame(data.decision, data.asOf), [data]);
  const [from, setFrom] = useState(best.from);
  const frame = useMemo(() => frameFrom(from), [from]);
  const picks = usePicks(data.record, data.decision, data.asOf, frame, best.from);
  const atRest = useMemo(() => redecided(data.decision), [data]);
  useTitle(t('record.title'));
  const state = picks.untouched ? atRest : picks.state;
  const spoken = { t, language, field };
  return (
    <>
      <div className="door">
        <section className="answer">
          <p className="eyebrow">{t('record.eyebrow', { date: longDate(data.asOf, language) })}</p>
          <h1 className="display">{headline(spoken, state, picks, lines)}</h1>
          <p className="lead">{leadOf(spoken, state, picks, lines)}</p>
          <div className="acts">
            {data.decision.eligible ? (
              <>
                <Link className="btn" to="/record/claim">
                  {t('record.claim')}
                  <Arrow />
                </Link>
                {data.decision.options.length > 1 ? (
                  <Link className="btn second" to="/record/claim">
                    {t('record.choices', { count: data.decision.options.length })}
                  </Link>
                ) : null}
              </>
            ) : (
              <Link className="btn second" to="/catalogue">
                {t('record.look')}
              </Link>
            )}
          </div>
        </section>
        <Next lines={lines} today={data.asOf} counted={new Set(atRest.counted)} />
        <RecordStack
          lines={lines}
          frame={frame}
          best={best.from}
          today={data.asOf}
          picks={picks}
          state={state}
          onFrame={setFrom}
          onOpen={(id) => document.getElementById(`line-${id}`)?.scrollIntoView({ block: 'center' })}
        />
      </div>
      <Figures lines={lines} counted={picks.counted} frame={frame} today={data.asOf} onToggle={picks.toggle} />
      <Earned data={data} lines={lines} />
      <div className="two">
        <Awards data={data} />
        <Looked data={data} />
      </div>
    </>
  );
}

function Awards({ data }: { readonly data: LearnerRecord }) {
  const { t, language, field } = useLanguage();
  return (
    <section className="sec">
      <header>
        <h2 className="h2">{t('record.awards')}</h2>
      </header>
      {data.awards.length === 0 ? <p className="muted">{t('record.awards-none')}</p> : null}
      <ul className="log awards">
        {data.awards.map((award) => (
          <li key={award.id}>
            <span>
              <Link to="/record/awards/$id" params={{ id: award.id }}>
                {award.title[language]}
                {award.major === null ? '' : t('award.with-major', { field: field(award.major) })}
              </Link>
              <small className="muted"> {longDate(award.issuedOn, language)}</small>
            </span>
            <span>{t(`award.status.${award.status}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Looked({ data }: { readonly data: LearnerRecord }) {
  const { t, language } = useLanguage();
  return (
    <section className="sec">
      <header>
        <h2 className="h2">{t('record.looked')}</h2>
      </header>
      {data.looked.length === 0 ? <p className="muted">{t('record.looked-none')}</p> : null}
      <ul className="log">
        {data.looked.map((look) => (
          <li key={`${look.at}${look.who}`}>
            <span>{longDate(look.at, language)}</span>
            <span>{t('record.looked-line', { who: look.who, purpose: look.purpose })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NothingYet() {
  const { t } = useLanguage();
  useTitle(t('record.title'));
  return (
    <section>
      <h1 className="display">{t('record.nothing')}</h1>
      <p className="lead top-2">{t('record.nothing-text')}</p>
      <div className="acts">
        <Link className="btn" to="/catalogue">
          {t('record.look')}
        </Link>
      </div>
    </section>
  );
}

function Arrow() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
      <path d="M2 8h11M9 3.5L13.5 8 9 12.5" />
    </svg>
  );
}
