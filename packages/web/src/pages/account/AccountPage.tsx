import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, queries, sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { SignOut } from '../../parts/SignOut.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { accountQuery } from './facts.ts';
import { Collected } from './Collected.tsx';
import { Looks } from './Looks.tsx';
import { Mail } from './Mail.tsx';
import { Passkeys } from './Passkeys.tsx';
import { Part } from './parts.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { Sessions } from './Sessions.tsx';
import { useAct } from '../../parts/use-act.ts';

/** My account: how the site looks to me, where I am signed in, my passkeys, and what else belongs to me. */
export function AccountPage() {
  const { t } = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  const { data: account, error, refetch } = useQuery(accountQuery);
  useTitle(t('account.title'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (account === undefined || session === undefined) return <Waiting />;
  const roles = session.roles;
  const administers = session.organisation !== null && (roles.includes('administrator') || roles.includes('steward'));
  const registers = session.actor === 'provider' && (roles.includes('administrator') || roles.includes('registrar'));
  return (
    <>
      <p className="eyebrow">{t('account.title')}</p>
      <h1 className="display">{account.name === '' ? t('account.nameless') : account.name}</h1>
      <p className="lead top-2">
        {session.organisation === null
          ? t(session.linked ? 'account.lead-linked' : 'account.lead-unlinked')
          : t('account.lead-staff', { organisation: session.organisation.name })}
      </p>
      <ul className="acts">
        <li>
          <Link className="link" to="/account/acting">
            {t('acting.for')}
          </Link>
        </li>
        {session.actor === 'learner' && session.linked && session.actsFor === null ? (
          <li>
            <Link className="link" to="/account/notices">
              {t('notices.title')}
            </Link>
          </li>
        ) : null}
        {session.actor === 'learner' && !session.linked ? (
          <li>
            <Link className="btn" to="/account/link">
              {t('link.title')}
            </Link>
          </li>
        ) : null}
        {administers ? (
          <li>
            <Link className="link" to="/account/members">
              {t('members.title')}
            </Link>
          </li>
        ) : null}
        {registers ? (
          <li>
            <Link className="link" to="/account/code">
              {t('code.title')}
            </Link>
          </li>
        ) : null}
        <li>
          <SignOut className="link" />
        </li>
      </ul>
      <Looks account={account} />
      <Sessions />
      <Passkeys />
      <Mail mail={account.mail} demonstration={session.demonstration} />
      {session.linked && session.actsFor === null ? <Collected /> : null}
      {account.organisations.length > 1 ? <Organisations organisations={account.organisations} /> : null}
    </>
  );
}

function Organisations({
  organisations,
}: {
  readonly organisations: readonly {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly string[];
    readonly current: boolean;
  }[];
}) {
  const { t } = useLanguage();
  const { busy, wrong, act } = useAct();
  const change = async (organisation: string): Promise<void> => {
    if (await act(() => api.post('/api/v1/session/organisation', { body: { organisation } }))) {
      queries.clear();
      window.location.assign('/account');
    }
  };
  return (
    <Part title={t('account.organisations')}>
      <ul className="lines">
        {organisations.map((one) => (
          <li key={one.id}>
            <span>
              <b>{one.name}</b>
              <span className="muted"> {one.roles.map((role) => t(roleKey(role))).join(', ')}</span>
            </span>
            {one.current ? (
              <span className="muted">{t('account.acting')}</span>
            ) : (
              <button className="btn second slim" type="button" disabled={busy} onClick={() => void change(one.id)}>
                {t('account.act-for', { name: one.name })}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Wrong words={wrong} />
    </Part>
  );
}

const ROLE_KEYS = {
  administrator: 'role.administrator',
  registrar: 'role.registrar',
  assessor: 'role.assessor',
  developer: 'role.developer',
  reader: 'role.reader',
  steward: 'role.steward',
} as const;

/** The name of a role in the catalogue of sentences. */
export function roleKey(role: string): (typeof ROLE_KEYS)[keyof typeof ROLE_KEYS] {
  return isRole(role) ? ROLE_KEYS[role] : 'role.reader';
}

export const ROLES = ['administrator', 'registrar', 'assessor', 'developer', 'reader'] as const;
export type Role = keyof typeof ROLE_KEYS;
export const isRole = (word: string): word is Role => Object.hasOwn(ROLE_KEYS, word);
