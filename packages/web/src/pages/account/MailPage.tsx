import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';

/** Where the link of an address check leads. A person confirms with a button: a mail scanner that opens links does not. */
export function MailPage() {
  const { t } = useLanguage();
  const { busy, wrong, act } = useAct();
  const [token] = useState(() => window.location.hash.slice(1));
  const [done, setDone] = useState(false);
  useTitle(t('mail.confirm-title'));
  const confirm = async (): Promise<void> => {
    const kept = await act(() => api.post('/api/v1/account/mail/confirmation', { body: { token } }));
    if (!kept) return;
    setDone(true);
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
    await queries.invalidateQueries({ queryKey: ['account'] });
  };
  return (
    <>
      <h1 className="display">{t(done ? 'mail.confirmed' : 'mail.confirm-title')}</h1>
      {done || token === '' ? (
        <>
          <p className="lead top-2">{t(done ? 'mail.confirmed-text' : 'mail.confirm-none')}</p>
          <div className="acts">
            <Link className="btn" to="/account">
              {t('account.title')}
            </Link>
          </div>
        </>
      ) : (
        <div className="acts">
          <button className="btn" type="button" disabled={busy} onClick={() => void confirm()}>
            {t('mail.confirm')}
          </button>
        </div>
      )}
      <Wrong words={wrong} />
    </>
  );
}
