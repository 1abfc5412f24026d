import type { LearningAccountView } from '@recognition/client';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { shortDate } from '../../language/index.ts';
import { useTrouble } from '../../parts/Troubles.tsx';
import { useEntry } from './use-entry.ts';
import { money } from './words.ts';

/** What was reserved: spend it when the programme begins, or release it. Each ends once. */
export function Reservations({ account }: { readonly account: LearningAccountView }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const { busy, error, enter } = useEntry('learning-account');
  if (account.reservations.length === 0) return null;
  const path = (reservation: string) => ({ id: account.id, reservation });
  return (
    <section className="sec noprint" aria-labelledby="reservations">
      <header>
        <h2 className="h2" id="reservations">
          {t('ledger.reservations')}
        </h2>
      </header>
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
      <ul className="ledger-rows">
        {account.reservations.map(({ id, programme, cents, on, state, endedOn }) => (
          <li key={id} className={state === 'released' ? 'muted' : undefined}>
            <span>
              {programme.title ?? programme.id}
              <small className="block muted">
                {[programme.provider, programme.id].filter((part) => part !== null).join(' · ')}
              </small>
            </span>
            <span>
              {money(cents, account.currency)}
              <small className="block muted">{t(`ledger.${state}-on`, { date: shortDate(endedOn ?? on, language) })}</small>
            </span>
            {state !== 'reserved' ? (
              <span />
            ) : (
              <span className="two-acts">
                <button
                  type="button"
                  className="btn slim"
                  disabled={busy}
                  aria-label={`${t('ledger.spend')}: ${programme.title ?? programme.id}`}
                  onClick={() =>
                    void enter((key) =>
                      api.post('/api/v1/learners/me/learning-accounts/{id}/reservations/{reservation}/spending', {
                        path: path(id),
                        key,
                      }),
                    )
                  }
                >
                  {t('ledger.spend')}
                </button>
                <button
                  type="button"
                  className="btn slim second"
                  disabled={busy}
                  aria-label={`${t('ledger.release')}: ${programme.title ?? programme.id}`}
                  onClick={() =>
                    void enter((key) =>
                      api.post('/api/v1/learners/me/learning-accounts/{id}/reservations/{reservation}/release', {
                        path: path(id),
                        key,
                      }),
                    )
                  }
                >
                  {t('ledger.release')}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
