import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries, sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';

const KEPT = 'invitation';

/** The token is behind the #, so it reaches no server and no log; it is kept in this tab while its owner signs in. */
function invitation(): string {
  const given = window.location.hash.slice(1);
  if (given === '') return window.sessionStorage.getItem(KEPT) ?? '';
  window.sessionStorage.setItem(KEPT, given);
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return given;
}

/** Accepts an invitation to an organisation. */
export function InvitationPage() {
  const { t, language } = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  const { busy, wrong, act } = useAct();
  const [token] = useState(invitation);
  useTitle(t('invitation.title'));
  if (session === undefined) return <Waiting />;
  const accept = (): Promise<boolean> =>
    act(async () => {
      const { id } = await api.post('/api/v1/invitations/accept', { body: { token } });
      await api.post('/api/v1/session/organisation', { body: { organisation: id } });
      window.sessionStorage.removeItem(KEPT);
      queries.clear();
      window.location.assign('/account');
    });
  return (
    <>
      <h1 className="display">{t('invitation.title')}</h1>
      {token === '' ? (
        <p className="lead top-2">{t('invitation.none')}</p>
      ) : session.signedIn ? (
        <>
          <p className="lead top-2">{t('invitation.lead', { name: session.person?.name ?? '' })}</p>
          <div className="acts">
            <button className="btn" type="button" disabled={busy} onClick={() => void accept()}>
              {t('invitation.accept')}
            </button>
          </div>
          <Wrong words={wrong} />
        </>
      ) : (
        <>
          <p className="lead top-2">{t('invitation.sign-in')}</p>
          <div className="acts">
            {session.demonstration ? (
              <a className="btn" href="/enter?return=/invitation">
                {t('nav.sign-in')}
              </a>
            ) : (
              <a className="btn" href={`/sign-in?return=/invitation&lang=${language}`}>
                {t('nav.sign-in')}
              </a>
            )}
          </div>
        </>
      )}
    </>
  );
}
