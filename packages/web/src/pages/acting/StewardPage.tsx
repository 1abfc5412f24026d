import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { More } from '../../parts/More.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useTitle } from '../../parts/use-title.ts';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';
import { Act } from '../stewardship/Act.tsx';
import { Door } from '../stewardship/Door.tsx';
import { ActBoxes, ACTS, actsIn, authorityIn } from './Covers.tsx';
import { GivenCode } from './GivenCode.tsx';
import { authoritiesQuery } from './queries.ts';

/** Guardians, attorneys and welfare guardians: letting one in on evidence, and whom stewards have let in. */
export function StewardDelegatesPage() {
  const { t } = useLanguage();
  const { data: policy } = useQuery(authoritiesQuery);
  useTitle(t('delegates.title'));
  return (
    <Door title={t('delegates.title')} lead={policy === undefined ? '' : t('delegates.lead', { age: policy.age })}>
      {policy === undefined ? (
        <Waiting />
      ) : (
        <LetIn authorities={policy.authorities.filter(({ grantedBy }) => grantedBy === 'steward')} />
      )}
      <Given />
    </Door>
  );
}

function LetIn({ authorities }: { readonly authorities: readonly { readonly id: string; readonly source: string }[] }) {
  const { t, language } = useLanguage();
  const [given, setGiven] = useState<{ named: string; code: string; codeUntil: string } | null>(null);
  return (
    <>
      <Act
        title={t('delegates.give')}
        go={t('delegates.give')}
        stacked
        send={async (text, key) => {
          setGiven(null);
          const until = text('until');
          const named = text('named');
          const answer = await api.post('/api/v1/delegations', {
            body: {
              authority: text('authority'),
              named,
              acts: ACTS.filter((act) => text(act) !== ''),
              nsn: text('nsn').replaceAll(' ', ''),
              dateOfBirth: text('dateOfBirth'),
              evidence: text('evidence'),
              ...(until === '' ? {} : { until }),
            },
            key,
          });
          setGiven({ ...answer, named });
        }}
      >
        <div className="field">
          <label htmlFor="nsn">{t('link.nsn')}</label>
          <input className="input" id="nsn" name="nsn" required inputMode="numeric" pattern="[0-9 ]{9,13}" autoComplete="off" />
        </div>
        <div className="field">
          <label htmlFor="dateOfBirth">{t('link.birth')}</label>
          <input className="input" id="dateOfBirth" name="dateOfBirth" type="date" required />
        </div>
        <div className="field">
          <label htmlFor="authority">{t('delegates.kind')}</label>
          <select className="input" id="authority" name="authority">
            {authorities.map(({ id }) => (
              <option key={id} value={id}>
                {authorityIn(language, id)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="named">{t('acting.named')}</label>
          <input className="input" id="named" name="named" required maxLength={200} autoComplete="off" />
        </div>
        <ActBoxes legend={t('acting.may')} />
        <div className="field">
          <label htmlFor="until">{t('acting.until-label')}</label>
          <input className="input" id="until" name="until" type="date" aria-describedby="until-hint" />
          <p className="small muted" id="until-hint">
            {t('delegates.until-hint')}
          </p>
        </div>
        <div className="field">
          <label htmlFor="evidence">{t('delegates.evidence')}</label>
          <textarea
            className="input"
            id="evidence"
            name="evidence"
            required
            maxLength={2000}
            rows={3}
            aria-describedby="evidence-hint"
          />
          <p className="small muted" id="evidence-hint">
            {t('delegates.evidence-hint')}
          </p>
        </div>
      </Act>
      <GivenCode given={given} />
      <dl className="pairs wide-name top-3">
        {authorities.map(({ id, source }) => (
          <div key={id}>
            <dt>{authorityIn(language, id)}</dt>
            <dd className="small muted" lang="en">
              {source}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Given() {
  const { t, language } = useLanguage();
  const { busy, wrong, act } = useAct();
  const pages = usePages(['stewardship', 'delegates'], (cursor) => api.get('/api/v1/delegations/given', { query: { cursor } }));
  const end = (id: string): Promise<boolean> =>
    act(async () => {
      await api.post('/api/v1/delegations/{id}/ending', { path: { id } });
      await queries.invalidateQueries({ queryKey: ['stewardship', 'delegates'] });
    });
  if (pages.error !== null) return <Trouble error={pages.error} onRetry={pages.again} />;
  if (pages.items === undefined) return <Waiting />;
  return (
    <section className="sec" aria-labelledby="made">
      <header>
        <h2 className="h2" id="made">
          {t('delegates.made')}
        </h2>
      </header>
      {pages.items.length === 0 ? <p className="muted">{t('delegates.none')}</p> : null}
      <ul className="rows">
        {pages.items.map((one) => (
          <li key={one.id}>
            <span>
              <b>{one.learner}</b>
              <span className="muted block">
                {one.named} · {authorityIn(language, one.authority)}
              </span>
            </span>
            <span>
              {one.acts.length === 0 ? '' : actsIn(t, one.acts)}
              <span className="muted block">
                {longDate(dateOfInstant(one.madeAt), language)} ·{' '}
                {one.until === null ? t('acting.no-limit') : t('acting.until', { date: longDate(one.until, language) })} ·{' '}
                {t(`acting.state.${one.state}`)}
              </span>
              <span className="muted block">{one.evidence}</span>
            </span>
            {one.state === 'open' || one.state === 'waiting' ? (
              <button type="button" className="btn danger slim" disabled={busy} onClick={() => void end(one.id)}>
                {t('acting.end')}
                <span className="unseen"> {one.named}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <Wrong words={wrong} />
      <More pages={pages} />
    </section>
  );
}
