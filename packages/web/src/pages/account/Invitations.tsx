import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { isRole, type Role, roleKey } from './AccountPage.tsx';
import { invitationsQuery } from './facts.ts';
import { Part } from './parts.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';

/** Invites somebody to a role by a link that is shown once; what waits is listed and can be taken back. */
export function Invitations({ organisation, roles }: { readonly organisation: string; readonly roles: readonly Role[] }) {
  const { t, language } = useLanguage();
  const { data } = useQuery(invitationsQuery(organisation));
  const { busy, wrong, act } = useAct();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>(roles[1] ?? 'reader');
  const [made, setMade] = useState<{ readonly email: string; readonly acceptUrl: string } | null>(null);
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['invitations', organisation] });
  const invite = (): Promise<boolean> =>
    act(async () => {
      setMade(null);
      const { acceptUrl } = await api.post('/api/v1/organisations/{id}/invitations', {
        path: { id: organisation },
        body: { email: email.trim(), role },
      });
      setMade({ email: email.trim(), acceptUrl });
      setEmail('');
      await refresh();
    });
  const takeBack = (invitation: string): Promise<boolean> =>
    act(async () => {
      await api.delete('/api/v1/organisations/{id}/invitations/{invitation}', {
        path: { id: organisation, invitation: Number(invitation) },
      });
      await refresh();
    });
  return (
    <Part title={t('invite.title')}>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          void invite();
        }}
      >
        <div className="field">
          <label htmlFor="email">{t('invite.email')}</label>
          <span className="hint">{t('invite.email-hint')}</span>
          <input
            className="input"
            id="email"
            type="email"
            required
            maxLength={300}
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="role">{t('invite.role')}</label>
          <select
            className="input"
            id="role"
            value={role}
            onChange={(event) => {
              if (isRole(event.target.value)) setRole(event.target.value);
            }}
          >
            {roles.map((one) => (
              <option key={one} value={one}>
                {t(roleKey(one))}
              </option>
            ))}
          </select>
        </div>
        <div className="acts">
          <button className="btn" type="submit" disabled={busy}>
            {t('invite.go')}
          </button>
        </div>
      </form>
      <Wrong words={wrong} />
      <div aria-live="polite">
        {made === null ? null : (
          <div className="say top-2">
            <span>{t('invite.made', { email: made.email })}</span>
            <code className="long">{made.acceptUrl}</code>
          </div>
        )}
      </div>
      <h3 className="h3 top-3">{t('invite.open')}</h3>
      {data?.items.length === 0 ? <p className="muted">{t('invite.none')}</p> : null}
      <ul className="lines">
        {data?.items.map((one) => (
          <li key={one.id}>
            <span>
              <b>{one.email}</b>
              <span className="muted">
                {' '}
                {t(roleKey(one.role))}. {t('invite.until', { date: longDate(dateOfInstant(one.expiresAt), language) })}
              </span>
            </span>
            <button
              className="btn second slim"
              type="button"
              disabled={busy}
              aria-label={t('invite.take-back-named', { email: one.email })}
              onClick={() => void takeBack(one.id)}
            >
              {t('invite.take-back')}
            </button>
          </li>
        ))}
      </ul>
    </Part>
  );
}
