import type { BankHoldings } from '@recognition/client';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { shortDate } from '../../language/index.ts';
import { useTrouble } from '../../parts/Troubles.tsx';
import type { BankPlace } from './queries.ts';
import { inWords, kindName, sized } from './words.ts';

type Credit = BankHoldings['credits'][number];

/** Every credit that I hold or held, and moving those that are chosen to another institution. */
export function Credits({ place, held }: { readonly place: BankPlace; readonly held: BankHoldings }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState('');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const awards = new Map(held.options.map(({ award, title }) => [award, inWords(title, language)]));
  const toggle = (id: string): void =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const transfer = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    setSaid(null);
    try {
      await api.post('/api/v1/learners/me/banks/{framework}/{bank}/transfers', {
        path: { ...place },
        body: { to, credits: [...chosen] },
        key,
      });
      await queries.invalidateQueries({ queryKey: ['bank'] });
      setChosen(new Set());
      setKey(crypto.randomUUID());
      setSaid(t('ledger.transferred'));
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <section className="sec noprint" aria-labelledby="credits">
      <header>
        <h2 className="h2" id="credits">
          {t('ledger.credits')}
        </h2>
      </header>
      <ul className="credits">
        {held.credits.map((credit) => (
          <li key={credit.id} className={credit.state === 'usable' ? undefined : 'muted'}>
            <input
              className="choice"
              type="checkbox"
              aria-label={t('ledger.choose', { title: credit.title })}
              checked={chosen.has(credit.id)}
              disabled={credit.state !== 'usable'}
              onChange={() => toggle(credit.id)}
            />
            <span>
              {credit.title}
              <small className="block muted">
                {credit.code} · {kindName(credit.kind, language)} · {t('ledger.given-by', { place: credit.givenBy.name })}
              </small>
            </span>
            <b className="r nowrap">{sized(credit.size, held.unit, language)}</b>
            <Standing credit={credit} on={held.on} award={awards.get(credit.award ?? '') ?? credit.award ?? ''} />
          </li>
        ))}
      </ul>
      {held.institutions.length < 2 ? null : (
        <form
          className="inline-form top-3"
          onSubmit={(event) => {
            event.preventDefault();
            void transfer();
          }}
        >
          <div className="field">
            <label htmlFor="transfer-to">{t('ledger.to')}</label>
            <span className="hint" id="transfer-hint">
              {t('ledger.transfer-hint')}
            </span>
            <select
              id="transfer-to"
              className="input"
              aria-describedby="transfer-hint"
              value={to}
              onChange={(event) => setTo(event.target.value)}
            >
              <option value="">…</option>
              {held.institutions.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className="btn second" disabled={busy || chosen.size === 0 || to === ''}>
            {chosen.size === 0 ? t('ledger.transfer') : t('ledger.transfer-chosen', { count: chosen.size })}
          </button>
        </form>
      )}
      <p role="status" className={said === null ? undefined : 'say top-2'}>
        {said}
      </p>
      {error === null ? null : (
        <p className="say wrong top-2" role="alert">
          {trouble(error)}
        </p>
      )}
    </section>
  );
}

const SOON_DAYS = 90;

function Standing({ credit, on, award }: { readonly credit: Credit; readonly on: string; readonly award: string }) {
  const { t, language } = useLanguage();
  const date = shortDate(credit.until, language);
  if (credit.state === 'redeemed') return <span>{t('ledger.redeemed-for', { award })}</span>;
  if (credit.state === 'lapsed') return <span>{t('ledger.lapsed-on', { date })}</span>;
  const days = (Date.parse(credit.until) - Date.parse(on)) / 86_400_000;
  return (
    <span>
      <span className={days <= SOON_DAYS ? 'attn' : undefined}>{t('ledger.lapses-on', { date })}</span>
      <small className="block muted">{t('ledger.at', { place: credit.at?.name ?? '' })}</small>
    </span>
  );
}
