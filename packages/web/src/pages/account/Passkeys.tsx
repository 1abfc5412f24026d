import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { Waiting } from '../../parts/Troubles.tsx';
import { passkeysQuery } from './facts.ts';
import { makePasskey, passkeysWork } from './passkey.ts';
import { Part } from './parts.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';

/** My passkeys: added on this device, named, removed. */
export function Passkeys() {
  const { t, language } = useLanguage();
  const { data } = useQuery(passkeysQuery);
  const { busy, wrong, act } = useAct();
  const [name, setName] = useState('');
  const [naming, setNaming] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['account', 'passkeys'] });
  const add = async (): Promise<void> => {
    const done = await act(async () => {
      await makePasskey(name.trim());
      await refresh();
    });
    if (done) setName('');
  };
  const rename = async (id: string, next: string): Promise<void> => {
    const done = await act(async () => {
      await api.patch('/api/v1/account/passkeys/{id}', { path: { id: Number(id) }, body: { name: next.trim() } });
      await refresh();
    });
    if (done) setNaming(null);
  };
  const remove = (id: string): Promise<boolean> =>
    act(async () => {
      await api.delete('/api/v1/account/passkeys/{id}', { path: { id: Number(id) } });
      await refresh();
    });
  return (
    <Part title={t('passkeys.title')}>
      <p className="measure">{t('passkeys.what')}</p>
      {data === undefined ? <Waiting /> : null}
      <ul className="lines top-2">
        {data?.items.map((one) => (
          <li key={one.id}>
            {naming?.id === one.id ? (
              <form
                className="inline"
                onSubmit={(event) => {
                  event.preventDefault();
                  void rename(one.id, naming.name);
                }}
              >
                <input
                  className="input"
                  aria-label={t('passkeys.name')}
                  required
                  maxLength={100}
                  value={naming.name}
                  onChange={(event) => setNaming({ id: one.id, name: event.target.value })}
                />
                <button className="btn slim" type="submit" disabled={busy}>
                  {t('account.keep')}
                </button>
              </form>
            ) : (
              <span>
                <b>{one.name}</b>
                <span className="muted">
                  {' '}
                  {t('passkeys.made', { date: longDate(dateOfInstant(one.madeAt), language) })}{' '}
                  {one.usedAt === null
                    ? t('passkeys.unused')
                    : t('passkeys.used', { date: longDate(dateOfInstant(one.usedAt), language) })}
                </span>
              </span>
            )}
            <span className="pair">
              <button
                className="link"
                type="button"
                aria-label={t('passkeys.rename-named', { name: one.name })}
                onClick={() => setNaming(naming?.id === one.id ? null : { id: one.id, name: one.name })}
              >
                {t(naming?.id === one.id ? 'account.leave' : 'passkeys.rename')}
              </button>
              <button
                className="btn danger slim"
                type="button"
                disabled={busy}
                aria-label={t('passkeys.remove-named', { name: one.name })}
                onClick={() => void remove(one.id)}
              >
                {t('passkeys.remove')}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {passkeysWork() ? (
        <form
          className="asked top-3"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <div className="field">
            <label htmlFor="passkey-name">{t('passkeys.name')}</label>
            <span className="hint">{t('passkeys.name-hint')}</span>
            <input
              className="input"
              id="passkey-name"
              required
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          <div className="acts">
            <button className="btn second" type="submit" disabled={busy}>
              {t('passkeys.add')}
            </button>
          </div>
        </form>
      ) : (
        <p className="say wait top-2">{t('passkeys.not-here')}</p>
      )}
      <Wrong words={wrong} />
    </Part>
  );
}
