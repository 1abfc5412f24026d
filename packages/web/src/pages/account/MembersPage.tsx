import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries, sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { isRole, type Role, roleKey, ROLES } from './AccountPage.tsx';
import { membersQuery } from './facts.ts';
import { Invitations } from './Invitations.tsx';
import { Part } from './parts.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';

/** Who belongs to my organisation: roles changed, people invited, leavers out at once. For administrators. */
export function MembersPage() {
  const { t } = useLanguage();
  const { data: session, error } = useQuery(sessionQuery);
  useTitle(t('members.title'));
  if (error !== null) return <Trouble error={error} />;
  if (session === undefined) return <Waiting />;
  if (session.organisation === null) return <Trouble error={new Error('no organisation')} />;
  const roles = session.actor === 'steward' ? ([...ROLES, 'steward'] as const) : ROLES;
  return (
    <>
      <p className="eyebrow">
        <Link to="/account">{t('account.title')}</Link>
      </p>
      <h1 className="display">{t('members.of', { name: session.organisation.name })}</h1>
      <p className="lead top-2">{t('members.lead')}</p>
      <Members organisation={session.organisation.id} roles={roles} />
      <Invitations organisation={session.organisation.id} roles={roles} />
    </>
  );
}

function Members({ organisation, roles }: { readonly organisation: string; readonly roles: readonly Role[] }) {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(membersQuery(organisation));
  const { busy, wrong, act } = useAct();
  const [editing, setEditing] = useState<{ readonly id: string; readonly roles: readonly Role[] } | null>(null);
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['members', organisation] });
  const keep = async (member: string, given: readonly Role[]): Promise<void> => {
    const done = await act(async () => {
      await api.put('/api/v1/organisations/{id}/members/{member}/roles', {
        path: { id: organisation, member: Number(member) },
        body: { roles: [...given] },
      });
      await refresh();
    });
    if (done) setEditing(null);
  };
  const remove = (member: string): Promise<boolean> =>
    act(async () => {
      await api.delete('/api/v1/organisations/{id}/members/{member}', { path: { id: organisation, member: Number(member) } });
      setEditing(null);
      await refresh();
    });
  return (
    <Part title={t('members.people')}>
      <ul className="lines">
        {data.items.map((one) => (
          <li key={one.id}>
            <span>
              <b>{one.name === '' ? (one.email ?? '') : one.name}</b>
              <span className="muted"> {one.name === '' ? '' : one.email}</span>
              <br />
              <span className="muted">{one.roles.map((role) => t(roleKey(role))).join(', ')}</span>
              {editing?.id === one.id ? (
                <fieldset className="choices top-2">
                  <legend>{t('members.roles')}</legend>
                  {roles.map((role) => (
                    <label key={role}>
                      <input
                        className="choice"
                        type="checkbox"
                        checked={editing.roles.includes(role)}
                        onChange={(event) =>
                          setEditing({
                            id: one.id,
                            roles: event.target.checked
                              ? [...editing.roles, role]
                              : editing.roles.filter((held) => held !== role),
                          })
                        }
                      />
                      <span>{t(roleKey(role))}</span>
                    </label>
                  ))}
                  <span className="acts">
                    <button
                      className="btn slim"
                      type="button"
                      disabled={busy || editing.roles.length === 0}
                      onClick={() => void keep(one.id, editing.roles)}
                    >
                      {t('members.keep')}
                    </button>
                    <button className="btn danger slim" type="button" disabled={busy} onClick={() => void remove(one.id)}>
                      {t('members.remove', { name: one.name })}
                    </button>
                  </span>
                </fieldset>
              ) : null}
            </span>
            {one.self ? (
              <span className="muted">{t('members.you')}</span>
            ) : (
              <button
                className="link"
                type="button"
                aria-expanded={editing?.id === one.id}
                aria-label={t('members.change-named', { name: one.name })}
                onClick={() => setEditing(editing?.id === one.id ? null : { id: one.id, roles: one.roles.filter(isRole) })}
              >
                {t('members.change')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Wrong words={wrong} />
    </Part>
  );
}
