import type { AwardView } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, awardQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, entry, longDate, shortDate, timeOfInstant } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Say } from '../dispute/Say.tsx';
import { Door } from './Door.tsx';
import { explanationOf } from './trace.ts';

const traceQuery = (id: string) => ({
  queryKey: ['award', id, 'trace'],
  queryFn: () => api.get('/api/v1/awards/{id}/trace', { path: { id } }),
});

/** Why was this award issued? What it stood on, what the rules said, all that happened since, and the decision made again. */
export function AwardTracePage() {
  const { id } = useParams({ from: '/stewardship/awards/$id' });
  const { data, error, refetch } = useQuery(awardQuery(id));
  if (data !== undefined) return <Award award={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Award({ award }: { readonly award: AwardView }) {
  const { t, language, field } = useLanguage();
  const { data: trace } = useQuery(traceQuery(award.id));
  useTitle(t('steward.award', { id: award.id }));
  const asked = askedFor(trace?.events ?? []);
  return (
    <Door
      title={t('steward.award', { id: award.id })}
      lead={`${award.title[language]}. ${t(`award.status.${award.status}`)}. ${longDate(award.issuedOn, language)}.`}
    >
      {award.reason === null ? null : <p className="say wait top-2">{award.reason}</p>}
      <Again award={award} />
      <section className="sec" aria-labelledby="why">
        <header>
          <h2 className="h2" id="why">
            {t('steward.why')}
          </h2>
          <p className="small muted">{t('claim.rule', { id: award.policy.id, version: award.policy.version })}</p>
        </header>
        <ul className="plain measure">
          {explanationOf(trace?.trace, language).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <table className="tbl stacked top-3">
          <thead>
            <tr>
              <th scope="col">{t('figures.outcome')}</th>
              <th scope="col">{t('figures.date')}</th>
              <th scope="col">{t('figures.field')}</th>
              <th scope="col" className="r">
                {t('figures.credits')}
              </th>
              <th scope="col">{t('figures.provider')}</th>
            </tr>
          </thead>
          <tbody>
            {award.counted.map((one) => (
              <tr key={one.achievement}>
                <th scope="row">
                  <Name>{one.outcome.name}</Name>
                </th>
                <td>{shortDate(one.date, language)}</td>
                <td>{field(one.outcome.field)}</td>
                <td className="r">{one.outcome.credits}</td>
                <td>{one.provider}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="sec" aria-labelledby="events">
        <header>
          <h2 className="h2" id="events">
            {t('steward.events')}
          </h2>
        </header>
        {trace === undefined ? <Waiting /> : null}
        <ol className="log">
          {(trace?.events ?? []).map((event) => (
            <li key={`${event.at}${event.kind}`}>
              <span>
                {shortDate(dateOfInstant(event.at), language)} {timeOfInstant(event.at)}
              </span>
              <span>
                {entry(language, `steward.event.${event.kind}`) ?? event.kind} <span className="muted">({event.actor})</span>
                {event.reason === null ? null : <span className="quoted small">{event.reason}</span>}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <Change award={award} asked={asked} />
    </Door>
  );
}

/** The review that was asked for last and is not settled. */
function askedFor(
  events: readonly { readonly kind: string; readonly detail: Readonly<Record<string, unknown>> }[],
): 'revocation' | 'restoration' | null {
  const last = events.findLast(({ kind }) => ['review-asked', 'review-declined', 'revoked', 'restored'].includes(kind));
  if (last?.kind !== 'review-asked') return null;
  return last.detail['for'] === 'restore-award' ? 'restoration' : 'revocation';
}

function Again({ award }: { readonly award: AwardView }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['award', award.id, 'again'],
    queryFn: () => api.get('/api/v1/awards/{id}/decided-again', { path: { id: award.id } }),
    enabled: false,
    gcTime: 0,
  });
  return (
    <div className="top-3">
      <button className="btn" type="button" disabled={isFetching} onClick={() => void refetch()}>
        {t('steward.again')}
      </button>
      <div role="status">
        {data === undefined ? null : (
          <>
            <p className={`say top-2${data.same ? '' : ' wrong'}`}>
              {t(data.same ? 'steward.again-same' : 'steward.again-other', {
                date: longDate(data.asOf, language),
                policy: `${data.policy.id} ${data.policy.version}`,
              })}
            </p>
            <p className={`say top-1${data.evidence.inCredential ? '' : ' wrong'}`}>
              {t(data.evidence.inCredential ? 'steward.again-sealed' : 'steward.again-changed')}
            </p>
          </>
        )}
        {error === null ? null : <p className="say wrong top-2">{trouble(error)}</p>}
      </div>
    </div>
  );
}

/** Revoking or restoring takes two people: one asks with a reason, another agrees or not. */
function Change({ award, asked }: { readonly award: AwardView; readonly asked: 'revocation' | 'restoration' | null }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [error, setError] = useState<unknown>(null);
  if (award.status !== 'live' && award.status !== 'suspended') return null;
  const { id } = award;
  const ask = (what: 'revocation' | 'restoration') => (reason: string, key: string) =>
    what === 'revocation'
      ? api.post('/api/v1/awards/{id}/revocation', { path: { id }, body: { reason }, key })
      : api.post('/api/v1/awards/{id}/restoration', { path: { id }, body: { reason }, key });
  const settle = async (agreed: boolean): Promise<void> => {
    setError(null);
    try {
      const given = { path: { id }, body: { agreed } };
      if (asked === 'restoration') await api.post('/api/v1/awards/{id}/restoration/agreement', given);
      else await api.post('/api/v1/awards/{id}/revocation/agreement', given);
      window.location.reload();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <section className="sec" aria-labelledby="change">
      <header>
        <h2 className="h2" id="change">
          {t(asked === null ? 'steward.change' : `steward.asked-${asked}`)}
        </h2>
      </header>
      {asked === null ? (
        <Say
          kept={`review-${id}`}
          title={t('steward.change-title')}
          label={t('steward.reason')}
          hint={t('steward.reason-hint')}
          choices={[
            ...(award.status === 'suspended' ? [{ label: t('steward.restore-go'), send: ask('restoration') }] : []),
            { label: t('steward.revoke-go'), danger: true, send: ask('revocation') },
          ]}
        />
      ) : (
        <>
          <p className="measure">{t('steward.second-text')}</p>
          <div className="acts">
            <button className="btn" type="button" onClick={() => void settle(true)}>
              {t('steward.agree')}
            </button>
            <button className="btn second" type="button" onClick={() => void settle(false)}>
              {t('steward.disagree')}
            </button>
          </div>
        </>
      )}
      {error === null ? null : (
        <p className="say wrong top-2" role="alert">
          {trouble(error)}
        </p>
      )}
      <p className="top-2">
        <Link to="/stewardship/awards">{t('steward.awards')}</Link>
      </p>
    </section>
  );
}
