import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Part } from './parts.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';

interface Facts {
  readonly address: string | null;
  readonly verified: boolean;
  readonly wanted: boolean;
  readonly suggested: string | null;
}

/** Notices by mail: to an address that I have shown to be mine, and off when I like. */
export function Mail({ mail, demonstration }: { readonly mail: Facts; readonly demonstration: boolean }) {
  const { t } = useLanguage();
  const { busy, wrong, act } = useAct();
  const [address, setAddress] = useState(mail.address ?? mail.suggested ?? '');
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['account'], exact: true });
  const keep = (work: () => Promise<unknown>): Promise<boolean> =>
    act(async () => {
      await work();
      await refresh();
    });
  return (
    <Part title={t('mail.title')}>
      <p className="measure">{t('mail.what')}</p>
      <p className="measure top-1" aria-live="polite">
        {mail.address === null ? '' : t(mail.verified ? 'mail.verified' : 'mail.unverified', { address: mail.address })}{' '}
        {mail.address !== null && demonstration ? <a href="/demonstration/mailbox">{t('mail.demonstration')}</a> : null}
      </p>
      <form
        className="asked top-2"
        onSubmit={(event) => {
          event.preventDefault();
          void keep(() => api.post('/api/v1/account/mail', { body: { address: address.trim() } }));
        }}
      >
        <div className="field">
          <label htmlFor="mail-address">{t('mail.address')}</label>
          <input
            className="input"
            id="mail-address"
            type="email"
            required
            maxLength={300}
            autoComplete="email"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </div>
        <div className="acts">
          <button className="btn second" type="submit" disabled={busy}>
            {t('mail.send')}
          </button>
          {mail.address === null ? null : (
            <button
              className="link"
              type="button"
              disabled={busy}
              onClick={() => void keep(() => api.delete('/api/v1/account/mail'))}
            >
              {t('mail.remove')}
            </button>
          )}
        </div>
      </form>
      {mail.verified ? (
        <p className="choices top-2">
          <label>
            <input
              className="choice"
              type="checkbox"
              checked={mail.wanted}
              onChange={(event) => {
                const mailWanted = event.target.checked;
                void keep(() => api.patch('/api/v1/account', { body: { mailWanted } }));
              }}
            />
            <span>{t('mail.wanted')}</span>
          </label>
        </p>
      ) : null}
      <Wrong words={wrong} />
    </Part>
  );
}
