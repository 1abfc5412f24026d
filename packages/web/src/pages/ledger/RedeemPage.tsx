import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { shortDate } from '../../language/index.ts';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { decisionQuery, holdingsQuery } from './queries.ts';
import { inWords, sized } from './words.ts';

/** One award at one institution: whether what I hold makes it, line by line, what would be debited, and doing it. */
export function RedeemPage() {
  const place = useParams({ from: '/bank/$framework/$bank/redeem' });
  const asked = useSearch({ from: '/bank/$framework/$bank/redeem' });
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const { data: held } = useQuery(holdingsQuery(place, language));
  const { data, error, refetch } = useQuery(
    decisionQuery(place, { award: asked.award, institution: asked.institution }, language),
  );
  const [understood, setUnderstood] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const title = data === undefined ? '' : inWords(data.title, language);
  useTitle(title);
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined || held === undefined) return <Waiting />;

  const act = async (work: () => Promise<unknown>, after: () => void): Promise<void> => {
    setBusy(true);
    setFailed(null);
    try {
      await work();
      after();
      setKey(crypto.randomUUID());
    } catch (failure) {
      setFailed(failure);
    }
    await queries.invalidateQueries({ queryKey: ['bank'] });
    setBusy(false);
  };
  const transfer = () =>
    act(
      () =>
        api.post('/api/v1/learners/me/banks/{framework}/{bank}/transfers', {
          path: { ...place },
          body: { to: data.institution.id, credits: [...data.toTransfer] },
          key,
        }),
      () => undefined,
    );
  const redeem = () =>
    act(
      () =>
        api.post('/api/v1/learners/me/banks/{framework}/{bank}/redemptions', {
          path: { ...place },
          body: { award: data.award, institution: data.institution.id, credits: data.credits.map(({ id }) => id) },
          key,
        }),
      () => setDone(true),
    );
  const elsewhere = data.toTransfer.length;
  return (
    <>
      <p className="eyebrow">
        <Link to="/bank/$framework/$bank" params={place}>
          {inWords(held.title, language)}
        </Link>
      </p>
      <h1 className="display">{title}</h1>
      <p className="lead top-2">{data.institution.name}</p>
      {done ? (
        <p className="say top-3" role="status">
          {t('ledger.redeemed')}{' '}
          <Link to="/bank/$framework/$bank" params={place} hash="statement">
            {t('ledger.statement')}
          </Link>
        </p>
      ) : null}
      {failed === null ? null : (
        <p className="say wrong top-3" role="alert">
          {trouble(failed)}
        </p>
      )}
      <section className="sec" aria-labelledby="why">
        <header>
          <h2 className="h2" id="why">
            {t('ledger.lines')}
          </h2>
        </header>
        <ol className="why">
          {data.lines.map(({ code, text }) => (
            <li key={code + text} className={code === 'can' || code === 'cannot' ? 'first' : undefined}>
              {text}
            </li>
          ))}
        </ol>
      </section>
      {!data.eligible || done ? null : (
        <section className="sec" aria-labelledby="debit">
          <header>
            <h2 className="h2" id="debit">
              {t('ledger.debit')}
            </h2>
          </header>
          <p>{t('ledger.debit-text', { amount: sized(data.debit, held.unit, language) })}</p>
          <ul className="ledger-rows top-2">
            {data.credits.map((credit) => (
              <li key={credit.id}>
                <span>
                  {credit.title}
                  <small className="block muted">{credit.code}</small>
                </span>
                <span className={data.toTransfer.includes(credit.id) ? 'attn' : undefined}>
                  {t('ledger.at', { place: credit.at.name })}
                  <small className="block muted">{t('ledger.lapses-on', { date: shortDate(credit.until, language) })}</small>
                </span>
                <b className="nowrap">{sized(credit.size, held.unit, language)}</b>
              </li>
            ))}
          </ul>
          {elsewhere > 0 ? (
            <>
              <p className="say wait top-3">{t('ledger.transfer-first', { count: elsewhere })}</p>
              <div className="acts">
                <button type="button" className="btn" disabled={busy} onClick={() => void transfer()}>
                  {t('ledger.transfer-go', { place: data.institution.name })}
                </button>
              </div>
            </>
          ) : (
            <>
              <label className="tick top-3">
                <input
                  className="choice"
                  type="checkbox"
                  checked={understood}
                  onChange={(event) => setUnderstood(event.target.checked)}
                />
                <span>{t('ledger.redeem-understood')}</span>
              </label>
              <div className="acts">
                <button type="button" className="btn" disabled={busy || !understood} onClick={() => void redeem()}>
                  {t('ledger.redeem')}
                </button>
              </div>
            </>
          )}
        </section>
      )}
    </>
  );
}
