import type { LearningAccountView } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { programmesQuery } from './queries.ts';
import { useEntry } from './use-entry.ts';
import { money } from './words.ts';

const AUDIENCES = ['adult', 'student'] as const;
type Audience = (typeof AUDIENCES)[number];

/** The programmes that are listed today, for one audience, each with a way to reserve its price. */
export function Programmes({ account }: { readonly account: LearningAccountView }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [audience, setAudience] = useState<Audience>('adult');
  const { data } = useQuery(programmesQuery(account.id, audience));
  const { busy, error, enter } = useEntry('learning-account');
  return (
    <section className="sec noprint" aria-labelledby="programmes">
      <header>
        <h2 className="h2" id="programmes">
          {t('ledger.programmes')}
        </h2>
      </header>
      <div className="field measure">
        <label htmlFor="audience">{t('ledger.programmes-who')}</label>
        <select
          id="audience"
          className="input"
          value={audience}
          onChange={(event) => setAudience(event.target.value === 'student' ? 'student' : 'adult')}
        >
          {AUDIENCES.map((one) => (
            <option key={one} value={one}>
              {t(`ledger.programmes-who.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {error === null ? null : (
        <p className="say wrong top-2" role="alert">
          {trouble(error)}
        </p>
      )}
      {data?.items.length === 0 ? <p className="top-2">{t('ledger.no-programmes')}</p> : null}
      <ul className="ledger-rows top-2">
        {data?.items.map(({ id, title, provider, sector, cents }) => (
          <li key={id}>
            <span>
              {title}
              <small className="block muted">
                {provider} · {sector} · {id}
              </small>
            </span>
            <span>{money(cents, account.currency)}</span>
            <button
              type="button"
              className="btn slim second"
              disabled={busy || cents > account.available}
              aria-label={`${t('ledger.reserve', { amount: money(cents, account.currency) })}: ${title}`}
              onClick={() =>
                void enter((key) =>
                  api.post('/api/v1/learners/me/learning-accounts/{id}/reservations', {
                    path: { id: account.id },
                    body: { programme: id },
                    key,
                  }),
                )
              }
            >
              {t('ledger.reserve', { amount: money(cents, account.currency) })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
