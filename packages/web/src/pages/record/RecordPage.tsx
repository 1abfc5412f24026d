import type { LearnerRecord } from '@recognition/client';
import type { Decision } from '@recognition/recognition';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { recordQuery } from '../../api.ts';
import { redecided } from '../../deciding/decide.ts';
import { bestFrame, frameFrom, linesOf } from '../../deciding/model.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, entry, longDate } from '../../language/index.ts';
import { Figures } from '../../parts/stack/Figures.tsx';
import { awardNameOf } from '../../parts/award-name.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { ExperienceDoor } from '../rpl/RplNav.tsx';
import { ReadingCode } from '../reading/ReadingCode.tsx';
import { actsOf, eyebrowOf } from './answer.ts';
import { CanClaim, CanClaimNow } from './CanClaim.tsx';
import { Earned } from './Earned.tsx';
import { OtherFrameworks } from './OtherFrameworks.tsx';
import { Holding } from './Holding.tsx';
import { headline, leadOf } from './headline.ts';
import { Next } from './Next.tsx';
import { RecordStack } from './RecordStack.tsx';
import { usePicks } from './use-picks.ts';

/** My record: what have I earned, how close am I to an ALQ, in what, and what runs out when? */
export function RecordPage() {
  const { data, error, refetch } = useQuery(recordQuery);
  if (data !== undefined && data.record.achievements.length === 0) return <NothingYet />;
  if (data !== undefined)
    return data.decision === null ? <Undecided data={data} /> : <Record data={data} decision={data.decision} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting picture />;
}

function Record({ data, decision }: { readonly data: LearnerRecord; readonly decision: Decision }) {
  const { t, language, field } = useLanguage();
  const lines = useMemo(() => linesOf(data.record, decision), [data, decision]);
  const best = useMemo(() => bestFrame(decision, data.asOf), [data, decision]);
  const [from, setFrom] = useState(best.from);
  const frame = useMemo(() => frameFrom(from), [from]);
  const picks = usePicks(data.record, decision, data.asOf, frame, best.from);
  const atRest = useMemo(() => redecided(decision), [decision]);
  useTitle(t('record.title'));
  const state = picks.untouched ? atRest : picks.state;
  // The picture follows the finger; the table may come a moment later.
  const later = useDeferredValue(picks);
  const laterFrame = useDeferredValue(frame);
  const spoken = { t, language, field };
  return (
    <>
      <div className="door">
        <section className="answer">
          <p className="eyebrow">{eyebrowOf(data.asOf, spoken)}</p>
          <Holding awards={data.awards} />
          <CanClaimNow />
          <h1 className="display">{headline(spoken, state, picks, lines)}</h1>
          <p className="lead">{leadOf(spoken, state, picks, lines)}</p>
          <div className="acts">
            {actsOf(decision, t).map(({ to, says, main }) => (
              <Link key={says} className={main ? 'btn' : 'btn second'} to={to}>
                {says}
                {main ? <Arrow /> : null}
              </Link>
            ))}
          </div>
          <p className="top-2">
            <Link className="link" to="/record/skills">
              {t('record.as-skills')}
            </Link>{' '}
            ·{' '}
            <Link className="link" to="/record/found">
              {t('record.be-found')}
            </Link>
          </p>
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
      <Figures lines={lines} counted={later.counted} frame={laterFrame} today={data.asOf} onToggle={later.toggle} />
      <Earned data={data} lines={lines} />
      <CanClaim />
      <div className="two">
        <Awards data={data} />
        <Looked data={data} />
      </div>
      <ExperienceDoor />
      <p>
        <Link className="link" to="/record/pathway">
          {t('way.door')}
        </Link>
      </p>
      <OtherFrameworks />
      <ReadingCode />
    </>
  );
}

function Awards({ data }: { readonly data: LearnerRecord }) {
  const spoken = useLanguage();
  const { t, language } = spoken;
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
                {awardNameOf(award, spoken)}
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
  const whyOf = ({ reason, purpose }: LearnerRecord['looked'][number]): string => {
    const words = entry(language, `purpose.${purpose}`) ?? purpose;
    const of = reason === null ? null : entry(language, `reason.${reason}`);
    return of === null ? words : words === '' ? of : `${of} (${words})`;
  };
  const lineOf = (look: LearnerRecord['looked'][number]): string => {
    const authority = entry(language, `authority.${look.purpose}`) ?? look.purpose;
    if (look.delegate !== null)
      return entry(language, `acting.did.${look.did}`, { who: look.delegate, authority }) ?? look.delegate;
    return look.who === null ? whyOf(look) : t('record.looked-line', { who: look.name ?? look.who, purpose: whyOf(look) });
  };
  return (
    <section className="sec">
      <header>
        <h2 className="h2">{t('record.looked')}</h2>
      </header>
      {data.looked.length === 0 ? <p className="muted">{t('record.looked-none')}</p> : null}
      <ul className="log">
        {data.looked.map((look) => (
          <li key={`${look.at}${look.who}${look.did}`}>
            <span>{longDate(dateOfInstant(look.at), language)}</span>
            <span>{lineOf(look)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A record that no exact decision could be made of: everything is shown but the stack. */
function Undecided({ data }: { readonly data: LearnerRecord }) {
  const { t } = useLanguage();
  useTitle(t('record.title'));
  const lines = useMemo(() => linesOf(data.record, null), [data]);
  return (
    <>
      <h1 className="display">{t('record.undecided')}</h1>
      <p className="lead top-2">{t('record.undecided-text')}</p>
      <Earned data={data} lines={lines} />
      <div className="two">
        <Awards data={data} />
        <Looked data={data} />
      </div>
    </>
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
      <ExperienceDoor />
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
